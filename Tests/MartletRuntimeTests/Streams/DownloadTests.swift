import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime

@Suite("Downloads", .timeLimit(.minutes(1)))
struct DownloadTests {
    /// A transport whose stream delivers these bytes, and then ends or waits.
    private struct OwnTransport: Transport {
        var headers: HTTPHeaders = [:]
        var bytes = Data("12345".utf8)
        var waits = false
        var gate: Gate?
        let requests = Counter()

        func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await stream(request).collected() }

        func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
            requests.next()
            let stream = AsyncThrowingStream<Data, any Error> { continuation in
                continuation.yield(bytes)
                if !waits { continuation.finish() }
            }
            return HTTPResponse.Stream(statusCode: 200, headers: headers, body: HTTPResponse.Stream.Body(stream))
        }
    }

    private func client(_ transport: OwnTransport) -> ApiClient {
        var configuration = Configuration(server: URL(string: "https://api.example.com"), transport: transport)
        configuration.retry = .never
        return ApiClient(configuration: configuration)
    }

    private let request = ApiClient.Request(.get, "/file", accept: ["application/octet-stream"])

    @Test("a cancelled download throws CancellationError and leaves no file, even if its stream ends silently")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("file")
        let begun = Gate()
        let client = client(OwnTransport(waits: true))
        let download = Task { [request] in
            try await client.download(request, to: file, options: .init()) { _ in Task { await begun.wait() } }
        }
        await begun.reached()
        download.cancel()
        begun.open()
        await #expect(throws: CancellationError.self) { try await download.value }
        #expect(TemporaryFolder.files(below: folder.url).isEmpty)
    }

    @Test("a stream read by a cancelled task is cancelled rather than at its end")
    func cancelledStream() async throws {
        let stream = try await client(OwnTransport(waits: true)).stream(request, options: .init())
        let reading = Task {
            for try await _ in stream.body { withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CancellationError.self) { try await reading.value }
    }

    @Test("a body of unexpected length is an error, and leaves no file", arguments: [4, 6])
    func wrongLength(length: Int) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("file")
        let client = client(OwnTransport(headers: ["Content-Length": "\(length)"]))
        let error = try await #require(throws: ApiError.self) {
            _ = try await client.download(request, to: file, options: .init(), progress: nil)
        }
        #expect(error.kind == .transport)
        #expect(error.message.contains("the response's body has 5 bytes instead of \(length)"))
        #expect(TemporaryFolder.files(below: folder.url).isEmpty)
    }

    @Test("a body of the announced length is a success, as is an encoded one of unknown length")
    func rightLength() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("file")
        for headers in [["Content-Length": "5"], ["Content-Length": "3", "Content-Encoding": "gzip"]] as [HTTPHeaders] {
            _ = try await client(OwnTransport(headers: headers))
                .download(request, to: file, options: .init(), progress: nil)
            #expect(folder.text(of: "file") == "12345")
        }
    }

    @Test("a file that cannot be opened is a file error before anything is sent")
    func unwritable() async throws {
        let folder = try TemporaryFolder()
        let transport = OwnTransport()
        let error = try await #require(throws: ApiError.self) {
            let file = folder.url.appendingPathComponent("missing/file")
            _ = try await client(transport).download(request, to: file, options: .init(), progress: nil)
        }
        #expect(error.kind == .file)
        #expect(error.delivery == .notSent)
        #expect(transport.requests.value == 0)
        #expect(!allTexts(of: error).contains("missing"))
    }

    #if os(Linux)
        @Test("a full disk is a file error, and leaves no file")
        func fullDisk() async throws {
            let folder = try TemporaryFolder()
            let file = folder.url.appendingPathComponent("file")
            var configuration = client(OwnTransport()).configuration
            configuration.environment.uuid = { UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)) }
            let partial = folder.path(".file.\(configuration.environment.uuid().uuidString)")
            try FileManager.default.createSymbolicLink(atPath: partial, withDestinationPath: "/dev/full")
            let error = try await #require(throws: ApiError.self) {
                let client = ApiClient(configuration: configuration)
                _ = try await client.download(request, to: file, options: .init(), progress: nil)
            }
            #expect(error.kind == .file)
            #expect(error.delivery == .answered)
            #expect(error.underlying != nil)
            #expect(TemporaryFolder.files(below: folder.url).isEmpty)
        }
    #endif
}
