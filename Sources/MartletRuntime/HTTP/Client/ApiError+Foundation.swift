import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension ApiError {
    /// Converts an error of a middleware to an `ApiError`. A `URLError` becomes an error of the same kind as from a
    /// transport.
    init(middleware error: any Error, redaction: Redaction) {
        if error is ApiError || error is URLError {
            self.init(transport: error, redaction: redaction)
        } else {
            self.init(.middleware, redaction.excerpt(of: Self.text(of: error).utf8), underlying: error)
        }
    }

    /// Converts an error of a transport to an `ApiError`.
    init(transport error: any Error, redaction: Redaction) {
        if let error = error as? ApiError {
            self = error
            // Errors about a response have been redacted already.
            if statusCode == nil { message = redaction.excerpt(of: message.utf8) }
        } else {
            let text = redaction.excerpt(of: Self.text(of: error).utf8)
            let code = (error as? URLError)?.code
            if code == .timedOut {
                self.init(.timeout, text, delivery: .unknown, underlying: error)
            } else if let delivery = Self.handshakeDelivery(code, text) {
                self.init(.tls, text, delivery: delivery, underlying: error)
            } else {
                let delivery: Delivery = Self.isUnsent(code, text) ? .notSent : .unknown
                self.init(.transport, text, delivery: delivery, underlying: error)
            }
        }
    }

    /// The codes of errors that occur before a connection exists.
    private static let unsent: Set<URLError.Code> = [
        .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet, .badURL, .dataNotAllowed,
        .internationalRoamingOff, .callIsActive, .appTransportSecurityRequiresSecureConnection,
    ]

    /// Whether the error occurred before a connection existed.
    private static func isUnsent(_ code: URLError.Code?, _ text: String) -> Bool {
        guard let code, unsent.contains(code) else { return false }
        #if canImport(FoundationNetworking)
            // FoundationNetworking also uses this code for a fault on a host's second address after its first address
            // refused the connection. The text is libcurl's description of the fault itself.
            if code == .cannotConnectToHost { return text.hasPrefix("Failed to connect to ") }
        #endif
        return true
    }

    /// The codes of errors that reject the server's certificate.
    private static let untrusted: Set<URLError.Code> = [
        .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
        .serverCertificateNotYetValid,
    ]

    /// The codes of TLS errors that may occur after the request was sent: in TLS 1.3, the server verifies the client's
    /// certificate after the handshake is complete for the client (RFC 8446, section 2).
    private static let insecure: Set<URLError.Code> = [
        .clientCertificateRejected, .clientCertificateRequired, .secureConnectionFailed,
    ]

    /// Returns how far the request got if the TLS handshake failed; `nil` for all other errors.
    ///
    /// FoundationNetworking reports every TLS error with the code `unknown` and libcurl's message, which depends on
    /// libcurl's TLS library. Read and write errors occur after the handshake.
    private static func handshakeDelivery(_ code: URLError.Code?, _ text: String) -> Delivery? {
        guard let code else { return nil }
        if untrusted.contains(code) { return .notSent }
        if insecure.contains(code) { return .unknown }
        let isLater = ["SSL_read", "SSL_write", "recv error", "send error"].contains(where: text.contains)
        let words = [
            "SSL connect", "TLS connect", "SSL_connect", "SSL routines", "SSL:", "gnutls_handshake", "certificate",
        ]
        return code == .unknown && !isLater && words.contains(where: text.contains) ? .notSent : nil
    }

    /// The description of an error. For errors that are neither a `LocalizedError` nor a Foundation error,
    /// `localizedDescription` is only the type and a number, so `String(describing:)` is used.
    private static func text(of error: any Error) -> String {
        if let text = (error as? any LocalizedError)?.errorDescription { return text }
        let isOfFoundation = error is any CustomNSError || type(of: error) is NSError.Type
        return isOfFoundation ? error.localizedDescription : String(describing: error)
    }
}
