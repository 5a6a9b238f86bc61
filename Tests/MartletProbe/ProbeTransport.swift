import Foundation
import MartletCurl
import MartletRuntime

/// A transport that can be closed and made anew between calls.
actor ProbeTransport: Transport {
    private let isCurl: Bool
    private let trust: String?
    private let proxy: String?
    private var current: any Transport

    init(isCurl: Bool, trust: String?, proxy: String?) {
        self.isCurl = isCurl
        self.trust = trust
        self.proxy = proxy
        current = Self.make(isCurl, trust, proxy)
    }

    /// Closes the transport, and takes another one.
    func renew() {
        (current as? CurlTransport)?.close()
        (current as? URLSessionTransport)?.close()
        current = Self.make(isCurl, trust, proxy)
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await current.send(request) }

    func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream { try await current.stream(request) }

    private static func make(_ isCurl: Bool, _ trust: String?, _ proxy: String?) -> any Transport {
        guard isCurl else { return URLSessionTransport() }
        var options = CurlOptions()
        options.trustedCertificates = trust.map { URL(fileURLWithPath: $0) }
        if let url = proxy.flatMap({ URL(string: $0) }) { options.proxy = .server(url) }
        return CurlTransport(options: options)
    }
}
