import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension ApiError {
    /// Makes an error of a transport or a middleware one of ours.
    init(transport error: any Error, redaction: Redaction) {
        if let error = error as? ApiError {
            self = error
            // Those about a response have been redacted already.
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

    /// With these, no connection was made.
    private static let unsent: Set<URLError.Code> = [
        .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet, .badURL, .dataNotAllowed,
        .internationalRoamingOff, .callIsActive, .appTransportSecurityRequiresSecureConnection,
    ]

    /// Whether no connection was made.
    private static func isUnsent(_ code: URLError.Code?, _ text: String) -> Bool {
        guard let code, unsent.contains(code) else { return false }
        #if canImport(FoundationNetworking)
            // Its code for a refused connection is also that of a fault on the second address of a host, when the first
            // one refused; the text is libcurl's, about the fault itself.
            if code == .cannotConnectToHost { return text.hasPrefix("Failed to connect to ") }
        #endif
        return true
    }

    /// With these, the server's certificate was refused.
    private static let untrusted: Set<URLError.Code> = [
        .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
        .serverCertificateNotYetValid,
    ]

    /// With these, TLS failed, but not necessarily before the request was sent: in TLS 1.3, the server looks at the
    /// client's certificate when the handshake is over for the client (RFC 8446, section 2).
    private static let insecure: Set<URLError.Code> = [
        .clientCertificateRejected, .clientCertificateRequired, .secureConnectionFailed,
    ]

    /// How far the request got when the handshake of TLS failed; nil for all other faults.
    ///
    /// FoundationNetworking gives all faults of TLS the code `unknown`, and libcurl's own words, which differ with the
    /// library that libcurl uses for TLS. A fault in reading or writing comes after the handshake.
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

    /// What an error says of itself. `localizedDescription` is no more than the type and a number for an error that is
    /// neither a `LocalizedError` nor one of Foundation.
    private static func text(of error: any Error) -> String {
        if let text = (error as? any LocalizedError)?.errorDescription { return text }
        let isOfFoundation = error is any CustomNSError || type(of: error) is NSError.Type
        return isOfFoundation ? error.localizedDescription : String(describing: error)
    }
}
