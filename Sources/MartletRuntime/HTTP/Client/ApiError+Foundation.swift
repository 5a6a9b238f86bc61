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
            let text = redaction.excerpt(of: error.localizedDescription.utf8)
            let code = (error as? URLError)?.code
            if Self.isTLS(code, text) {
                self.init(.tls, text, underlying: error)
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

    /// With these, TLS failed, and will fail again.
    private static let insecure: Set<URLError.Code> = [
        .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
        .serverCertificateNotYetValid, .clientCertificateRejected, .clientCertificateRequired, .secureConnectionFailed,
    ]

    /// Whether TLS failed. FoundationNetworking gives all faults of TLS the code `unknown`, and libcurl's own words.
    private static func isTLS(_ code: URLError.Code?, _ text: String) -> Bool {
        guard let code else { return false }
        if insecure.contains(code) { return true }
        return code == .unknown && ["SSL", "TLS", "certificate"].contains(where: text.contains)
    }
}
