public import Foundation
public import MartletRuntime

/// Options for the connections of a ``CurlTransport``.
public struct CurlOptions: Sendable {
    /// The proxy for connections.
    public enum Proxy: Sendable, Hashable {
        /// No proxy: connections are direct, whatever the environment specifies.
        case none
        /// The proxy that the environment specifies in `https_proxy`, `all_proxy` and `no_proxy`.
        case environment
        /// A specific proxy for all hosts, such as `http://user:password@proxy.example.com:3128`; `no_proxy` is
        /// ignored.
        case server(URL)
    }

    /// The version of HTTP.
    public enum HTTPVersion: Sendable, Hashable {
        /// The version that libcurl and the server negotiate.
        case automatic
        /// HTTP/1.1.
        case http1
        /// HTTP/2 over TLS if the server supports it, otherwise HTTP/1.1.
        case http2
        /// HTTP/3 if the server supports it, otherwise an earlier version. If libcurl was built without it, every
        /// request fails with an ``MartletRuntime/ApiError`` of kind `invalidRequest`.
        case http3
    }

    /// A certificate that authenticates the client to the server (RFC 8446, section 4.3.2).
    public struct ClientCertificate: Sendable {
        /// The URL of a PEM file with the certificate and, if necessary, the intermediate certificates.
        public var certificate: URL
        /// The URL of a PEM file with the private key.
        public var key: URL
        /// The passphrase of the private key; `nil` if the key is not encrypted. If the credential has a provider, it
        /// is called before each request.
        public var passphrase: Credential?

        /// Creates a client certificate.
        public init(certificate: URL, key: URL, passphrase: Credential? = nil) {
            self.certificate = certificate
            self.key = key
            self.passphrase = passphrase
        }
    }

    /// The proxy. Plain http never uses a proxy.
    public var proxy = Proxy.none

    /// The URL of a PEM file with the root certificates to trust; `nil` for those of the system.
    public var trustedCertificates: URL?

    /// The certificate that authenticates the client to the server; `nil` for none.
    public var clientCertificate: ClientCertificate?

    /// The pins, one of which must match the public key of the server's certificate: each is the SHA-256 hash of a key
    /// in Base64 (Subject Public Key Info; RFC 7469, section 2.4). The certificate must be trusted as well. Empty for
    /// any key.
    public var publicKeyPins: [String] = []

    /// The addresses of hosts that are not looked up in DNS, by host name in lower case.
    public var addresses: [String: String] = [:]

    /// The URL of a Unix socket that all requests are sent to, whatever their host; `nil` for none.
    public var unixSocket: URL?

    /// The version of HTTP.
    public var httpVersion = HTTPVersion.automatic

    /// The maximum number of concurrent connections per host. Further requests wait for a connection, while their time
    /// limits run. An HTTP/2 connection carries many requests.
    public var maxConnectionsPerHost = 6

    /// Creates the default options.
    public init() {}
}

extension CurlOptions: ApiModel.SelfRedacting {
    /// The options, without the passphrase of the client certificate and the credentials of the proxy.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "proxy": proxy,
            "trustedCertificates": trustedCertificates?.path ?? "system",
            "clientCertificate": clientCertificate?.certificate.path ?? "none",
            "publicKeyPins": publicKeyPins,
            "addresses": addresses,
            "unixSocket": unixSocket?.path ?? "none",
            "httpVersion": httpVersion,
            "maxConnectionsPerHost": maxConnectionsPerHost,
        ]
    }
}

extension CurlOptions.Proxy: ApiModel.SelfRedacting {
    /// The URL without user and password.
    public var shownProperties: KeyValuePairs<String, Any> {
        switch self {
        case .none: ["none": true]
        case .environment: ["environment": true]
        case .server(let url): ["server": url.withoutSecrets]
        }
    }
}
