import MartletRuntime

extension ApiError {
    /// Creates the error for a libcurl result.
    ///
    /// - Parameters:
    ///   - code: The `CURLcode`.
    ///   - text: libcurl's error message.
    ///   - hasSent: Whether any byte of the request has been sent.
    init(curl code: Int32, _ text: String, hasSent: Bool) {
        switch code {
        case _ where Self.tlsCodes.contains(code) && !hasSent: self.init(.tls, text)
        case 28: self.init(.timeout, text, delivery: hasSent ? .unknown : .notSent)
        default: self.init(.transport, text, delivery: hasSent ? .unknown : .notSent)
        }
    }

    /// CURLE_SSL_CONNECT_ERROR, SSL_ENGINE_NOTFOUND, SSL_ENGINE_SETFAILED, SSL_CERTPROBLEM, SSL_CIPHER,
    /// PEER_FAILED_VERIFICATION, USE_SSL_FAILED, SSL_ENGINE_INITFAILED, SSL_CACERT_BADFILE, SSL_CRL_BADFILE,
    /// SSL_ISSUER_ERROR, SSL_PINNEDPUBKEYNOTMATCH, SSL_INVALIDCERTSTATUS, SSL_CLIENTCERT
    private static let tlsCodes: Set<Int32> = [35, 53, 54, 58, 59, 60, 64, 66, 77, 82, 83, 90, 91, 98]
}
