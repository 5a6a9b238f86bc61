public import Foundation
public import MartletRuntime

/// How a ``CurlTransport`` connects.
public struct CurlOptions: Sendable {
    /// Where connections go through.
    public enum Proxy: Sendable, Hashable {
        /// Nowhere: the server is connected directly, whatever the environment says.
        case none
        /// What `https_proxy`, `all_proxy` and `no_proxy` of the environment say.
        case environment
        /// A proxy of its own, as `http://user:password@proxy.example.com:3128`, for all hosts, whatever `no_proxy` says.
        case server(URL)
    }

    /// A certificate that proves to the server who connects (RFC 8446, section 4.3.2).
    public struct ClientCertificate: Sendable {
        /// The certificate, with those between it and its root if need be, in PEM.
        public var certificate: URL
        /// The private key, in PEM.
        public var key: URL
        /// What the key is encrypted with; nil for a key in plain text. A credential with a provider is asked for it
        /// before each request.
        public var passphrase: Credential?

        /// A certificate and its key.
        public init(certificate: URL, key: URL, passphrase: Credential? = nil) {
            self.certificate = certificate
            self.key = key
            self.passphrase = passphrase
        }
    }

    /// Where connections go through. Plain http, which is for loopback hosts alone, never does.
    public var proxy = Proxy.none

    /// The root certificates to trust, in PEM; nil for those of the system.
    public var trustedCertificates: URL?

    /// What proves to the server who connects; nil for nothing.
    public var clientCertificate: ClientCertificate?

    /// How many connections to one host there are at a time, at most; requests beyond that wait for their turn, and
    /// their time runs. Over HTTP/2, a connection carries many requests.
    public var maxConnectionsPerHost = 6

    /// The usual options.
    public init() {}
}

extension CurlOptions: SelfRedacting {
    /// All but the passphrase of the client's certificate and the credentials of the proxy.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "proxy": proxy,
            "trustedCertificates": trustedCertificates?.path ?? "system",
            "clientCertificate": clientCertificate?.certificate.path ?? "none",
            "maxConnectionsPerHost": maxConnectionsPerHost,
        ]
    }
}

extension CurlOptions.Proxy: SelfRedacting {
    /// The URL without user and password.
    public var shownProperties: KeyValuePairs<String, Any> {
        switch self {
        case .none: ["none": true]
        case .environment: ["environment": true]
        case .server(let url): ["server": url.withoutSecrets]
        }
    }
}
