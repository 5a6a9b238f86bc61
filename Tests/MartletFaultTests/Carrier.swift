import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

/// A transport to test a fault with.
enum Carrier: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case urlSession
    case curl

    /// The transports that are available here.
    static let all: [Carrier] = {
        if CurlTransport.isAvailable { return allCases }
        print("skipped: tests of MartletCurl; libcurl 7.68 or newer is not here")
        return [.urlSession]
    }()

    /// The transport that all tests share.
    var transport: any Transport {
        switch self {
        case .urlSession: URLSessionTransport.shared
        case .curl: CurlTransport.shared
        }
    }

    /// A transport with connections of its own.
    func make() -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport()
        case .curl: CurlTransport()
        }
    }

    /// Why a test with ``hasFaultsUntil64`` does not pass.
    static let knownFault: Comment =
        "the URLSession of Linux ends its process at this response until Swift 6.4; Platforms.md leads to libcurl"

    /// Whether it is FoundationNetworking of a version with the faults that are corrected in 6.4.
    var hasFaultsUntil64: Bool {
        #if canImport(FoundationNetworking) && compiler(<6.4)
            self == .urlSession
        #else
            false
        #endif
    }

    /// Whether it is FoundationNetworking of any version.
    var isFoundationNetworking: Bool {
        #if canImport(FoundationNetworking)
            self == .urlSession
        #else
            false
        #endif
    }

    var testDescription: String { rawValue }

    /// A client that holds ``secret``, tries once unless told otherwise, and does not wait between attempts.
    func client(
        _ server: URL,
        transport: (any Transport)? = nil,
        _ configure: (inout Configuration) -> Void = { _ in }
    ) -> ApiClient {
        var configuration = Configuration(
            server: server,
            credentials: ["ApiKey": Credential(secret)],
            timeout: .seconds(30),
            transport: transport ?? self.transport
        )
        configuration.retry = .never
        configuration.environment.sleep = { _ in }
        configuration.environment.random = { 0 }
        configure(&configuration)
        return ApiClient(configuration: configuration)
    }

    /// The result of a `GET` with the secret for a server's response.
    func failure(from response: CannedResponse) async throws -> ApiError {
        let server = try LoopbackServer(response)
        defer { server.stop() }
        return try await client(server.url).failure(of: .list)
    }

    /// The client's response for a server's response.
    func response(from response: CannedResponse) async throws -> ApiResponse<Void> {
        let server = try LoopbackServer(response)
        defer { server.stop() }
        return try await client(server.url).send(.list, options: .init())
    }
}
