import Foundation
import MartletCurl
import MartletTestSupport
import Testing

/// A transport that trusts the certificate of the tests, and shows a certificate of its own where it is told to.
func trustingTransport(_ configure: (inout CurlOptions) throws -> Void = { _ in }) throws -> CurlTransport {
    var options = CurlOptions()
    options.trustedCertificates = URL(fileURLWithPath: try #require(TLSIdentity.valid).certificate)
    try configure(&options)
    return CurlTransport(options: options)
}
