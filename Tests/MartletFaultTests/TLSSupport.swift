import Foundation
import MartletCurl
import MartletTestSupport
import Testing

/// A transport that trusts the tests' certificate, and presents a client certificate if there is one.
func trustingTransport(_ configure: (inout CurlOptions) throws -> Void = { _ in }) throws -> CurlTransport {
    var options = CurlOptions()
    options.trustedCertificates = URL(fileURLWithPath: try #require(TLSIdentity.valid).certificate)
    try configure(&options)
    return CurlTransport(options: options)
}
