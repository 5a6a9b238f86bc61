import Foundation
import MartletRuntime

extension EasyHandle {
    /// Sets whom to trust, and how to connect.
    func setConnection(_ options: CurlOptions) throws {
        try setTrust(options)
        switch options.proxy {
        case .none: try set(Option.proxy, "")
        case .environment: break
        // Otherwise, `no_proxy` of the environment applies.
        case .server: try set(Option.noProxy, "")
        }
        switch options.httpVersion {
        case .automatic: break
        case .http1: try set(Option.httpVersion, 2)  // CURL_HTTP_VERSION_1_1
        case .http2: try set(Option.httpVersion, 4)  // CURL_HTTP_VERSION_2TLS
        case .http3: try set(Option.httpVersion, 30)  // CURL_HTTP_VERSION_3
        }
        if let socket = options.unixSocket { try set(Option.unixSocket, socket.path) }
    }

    private func setTrust(_ options: CurlOptions) throws {
        try set(Option.sslVersion, 6)  // CURL_SSLVERSION_TLSv1_2, as a minimum (RFC 8996)
        if !options.publicKeyPins.isEmpty {
            let pins = options.publicKeyPins.map { "sha256//\($0)" }.joined(separator: ";")
            try set(Option.pinnedPublicKey, pins)
        }
        if let file = options.trustedCertificates { try set(Option.authorities, file.path) }
        if let identity = options.clientCertificate {
            try set(Option.sslCertificate, identity.certificate.path)
            try set(Option.sslKey, identity.key.path)
        }
    }
}
