import Foundation
import MartletTestSupport
import OperationsAPI
import Testing

@Suite("Responses", .timeLimit(.minutes(1)))
struct AnswerTests {
    private func answers<Result>(
        to response: CannedResponse,
        _ body: (AnswersApi, LoopbackServer) async throws -> Result
    ) async throws -> Result {
        let server = try LoopbackServer(response)
        defer { server.stop() }
        return try await body(client(of: server).answers, server)
    }

    @Test("several successes are distinguished by status: exact, then range")
    func choice() async throws {
        let thing = try await answers(to: CannedResponse(200, body: #"{"id":"1"}"#)) { api, _ in
            try await api.startJob()
        }
        #expect(thing == .ok(Thing(id: "1")))
        let begun = try await answers(to: CannedResponse(202, body: #"{"message":"m"}"#)) { api, _ in
            try await api.startJobWithHTTPInfo()
        }
        #expect(begun.body == .accepted(Fault(message: "m")))
        #expect(begun.statusCode == 202)
        #expect(try await answers(to: CannedResponse(204)) { api, _ in try await api.startJob() } == .noContent)
        let text = CannedResponse(206, body: "t", contentType: "text/plain")
        #expect(try await answers(to: text) { api, _ in try await api.startJob() } == .success("t"))
    }

    @Test("an operation with an idempotency key is retried with the same key")
    func idempotencyKey() async throws {
        let busy = CannedResponse(502, headers: [("Retry-After", "0")])
        for key in [nil, "mine"] {
            let server = try LoopbackServer([busy, CannedResponse(204)])
            defer { server.stop() }
            _ = try await client(of: server).answers.startJob(idempotencyKey: key)
            let keys = server.requests.map { $0.values(of: "Idempotency-Key") }
            #expect(keys.count == 2)
            #expect(keys[0].count == 1)
            #expect(keys[0] == keys[1])
            if let key { #expect(keys[0] == [key]) }
        }
    }

    @Test("an optional result")
    func optional() async throws {
        let found = try await answers(to: CannedResponse(200, body: #"{"id":"1"}"#)) { api, _ in try await api.findJob()
        }
        #expect(found == Thing(id: "1"))
        #expect(try await answers(to: CannedResponse(204)) { api, _ in try await api.findJob() } == nil)
    }

    @Test("a response for every status also describes success")
    func byDefault() async throws {
        let thing = try await answers(to: CannedResponse(203, body: #"{"id":"1"}"#)) { api, _ in
            try await api.getAnything()
        }
        #expect(thing.id == "1")
    }

    @Test("each content type has a method that requests it")
    func contentTypes() async throws {
        let json = CannedResponse(200, body: #"{"id":"1"}"#)
        try await answers(to: json) { api, server in
            let report = try await api.getReport()
            #expect(report.id == "1")
            #expect(server.requests.first?.values(of: "Accept") == ["application/json"])
        }
        let csv = CannedResponse(200, bytes: Data("a;é".utf8), contentType: "text/csv; charset=utf-8")
        try await answers(to: csv) { api, server in
            let report = try await api.getReportAsCSV()
            #expect(report == "a;é")
            #expect(server.requests.first?.values(of: "Accept") == ["text/csv"])
        }
        let pdf = CannedResponse(200, bytes: Data([0, 255]), contentType: "application/pdf")
        try await answers(to: pdf) { api, server in
            let report = try await api.getReportAsPDF()
            #expect(report == Data([0, 255]))
            #expect(server.requests.first?.values(of: "Accept") == ["application/pdf"])
        }
        let png = CannedResponse(200, bytes: Data([137]), contentType: "image/png")
        try await answers(to: png) { api, server in
            let report = try await api.getReportAsPNG()
            #expect(report == Data([137]))
            #expect(server.requests.first?.values(of: "Accept") == ["image/png"])
        }
    }

    @Test("text is decoded in the response's character set")
    func charset() async throws {
        let latin = CannedResponse(200, bytes: Data([0xE9]), contentType: "text/plain; charset=ISO-8859-1")
        #expect(try await answers(to: latin) { api, _ in try await api.getNote() } == "é")
        let wrong = CannedResponse(200, bytes: Data([0xE9]), contentType: "text/plain")
        let error = await #expect(throws: ApiError.self) {
            try await answers(to: wrong) { api, _ in try await api.getNote() }
        }
        #expect(error?.kind == .decoding)
        #expect(error?.body == Data([0xE9]))
    }

    @Test("an undocumented content type is an error that keeps the body")
    func foreignContentType() async throws {
        let page = CannedResponse(200, body: "<html>", contentType: "text/html")
        for call in [
            { try await $0.getNote() as Any }, { try await $0.getEvents() as Any }, { try await $0.getLog() as Any },
            { try await $0.download() as Any },
        ] as [@Sendable (AnswersApi) async throws -> Any] {
            let error = await #expect(throws: ApiError.self) {
                try await answers(to: page) { api, _ in _ = try await call(api) }
            }
            #expect(error?.kind == .unexpectedContentType)
            #expect(error?.statusCode == 200)
        }
    }

    @Test("bytes can have any content type, in memory and in a file")
    func anyContentType() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("image.png")
        let image = CannedResponse(200, bytes: Data([0, 255]), contentType: "image/png")
        #expect(try await answers(to: image) { api, _ in try await api.getFile() } == Data([0, 255]))
        _ = try await answers(to: image) { api, _ in try await api.getFile(to: file) }
        #expect(try Data(contentsOf: file) == Data([0, 255]))
    }

    @Test("responses that cannot have content have none, whatever the document lists")
    func withoutContent() async throws {
        let head = CannedResponse([
            .write(Data("HTTP/1.1 200 OK\r\nContent-Length: 20\r\nX-Rate-Limit: 3\r\n\r\n".utf8))
        ])
        let state = try await answers(to: head) { api, _ in try await api.hasStateWithHTTPInfo(key: "a") }
        #expect(ResponseHeaders(state.headers).xRateLimit == 3)
        try await answers(to: CannedResponse(204)) { api, _ in
            try await api.deleteState(key: "a")
            let state = try await api.getState(key: "a")
            #expect(state == nil)
        }
    }

    @Test("an empty text is a result if the document shows one")
    func emptyPathParameter() async throws {
        try await answers(to: CannedResponse(200, body: #"{"id":"1"}"#)) { api, server in
            _ = try await api.getState(key: "")
            #expect(server.requests.first?.target == "/state/")
            await #expect(throws: ApiError.self) { try await api.getState(key: "..") }
        }
    }

    @Test("304 is an error of its own kind, with its headers")
    func notModified() async throws {
        let response = CannedResponse(304, headers: [("ETag", "\"1\"")])
        let error = await #expect(throws: ApiError.self) {
            try await answers(to: response) { api, _ in _ = try await api.getState(key: "a") }
        }
        #expect(error?.kind == .notModified)
        #expect(error?.headers["ETag"] == "\"1\"")
    }

    @Test("a redirect is the result if no success is documented")
    func redirect() async throws {
        let response = CannedResponse(302, headers: [("Location", "/there")])
        let archive = try await answers(to: response) { api, _ in try await api.getArchiveWithHTTPInfo() }
        #expect(archive.statusCode == 302)
        #expect(ResponseHeaders(archive.headers).location == "/there")
    }

    @Test("a response that only its media type calls JSON is returned as bytes on request")
    func raw() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("log.csv")
        let csv = CannedResponse(200, bytes: Data("a;b".utf8), contentType: "text/csv")
        try await answers(to: csv) { api, server in
            let log = try await api.downloadWithHTTPInfo(options: RequestOptions(accepting: "text/*"))
            #expect(log.body == .null)
            #expect(log.rawBody == Data("a;b".utf8))
            #expect(server.requests.first?.values(of: "Accept") == ["text/*"])
            let saved = try await api.downloadWithHTTPInfo(options: RequestOptions(accepting: "text/csv", saveTo: file))
            #expect(saved.rawBody.isEmpty)
            #expect(try Data(contentsOf: file) == Data("a;b".utf8))
            let error = await #expect(throws: ApiError.self) {
                try await api.getReport(options: RequestOptions(accepting: "text/csv"))
            }
            #expect(error?.kind == .unexpectedContentType)
            #expect(error?.body == Data("a;b".utf8))
        }
    }

    @Test("every operation can save its body to a file and also return its result")
    func saved() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("body")
        let options = RequestOptions(saveTo: file)
        let json = #"{"id":"1"}"#
        let thing = try await answers(to: CannedResponse(200, body: json)) { api, _ in
            try await api.getReportWithHTTPInfo(options: options)
        }
        #expect(thing.body.id == "1")
        #expect(thing.rawBody == Data(json.utf8))
        #expect(try Data(contentsOf: file) == Data(json.utf8))
        let text = CannedResponse(200, body: "text", contentType: "text/plain")
        #expect(try await answers(to: text) { api, _ in try await api.getNote(options: options) } == "text")
        #expect(try Data(contentsOf: file) == Data("text".utf8))
        let log = "{\"id\":\"1\"}\n{\"id\":\"2\"}\n"
        let lines = CannedResponse(200, body: log, contentType: "application/jsonl")
        let things = try await answers(to: lines) { api, _ in
            var things: [Thing] = []
            for try await thing in try await api.getLog(options: options) { things.append(thing) }
            return things
        }
        #expect(things.map(\.id) == ["1", "2"])
        let failure = CannedResponse(500, body: "no", contentType: "text/plain")
        await #expect(throws: ApiError.self) {
            try await answers(to: failure) { api, _ in _ = try await api.getNote(options: options) }
        }
        #expect(TemporaryFolder.files(below: folder.url) == ["body"])
        #expect(try Data(contentsOf: file) == Data(log.utf8))
    }

    @Test("an undocumented success is decoded as the only documented one, unless its body is missing")
    func unlistedSuccess() async throws {
        let created = try await answers(to: CannedResponse(201, body: #"{"id":"1"}"#)) { api, _ in
            try await api.getReportWithHTTPInfo()
        }
        #expect(created.body.id == "1")
        #expect(created.statusCode == 201)
        let ok = CannedResponse(200, body: "{}")
        try await answers(to: ok) { api, _ in try await api.deleteState(key: "a") }
        for call in [
            { try await $0.getReport() as Any }, { try await $0.getFile() as Any }, { try await $0.getLog() as Any },
        ] as [@Sendable (AnswersApi) async throws -> Any] {
            let error = await #expect(throws: ApiError.self) {
                try await answers(to: CannedResponse(204)) { api, _ in _ = try await call(api) }
            }
            #expect(error?.kind == .undocumentedStatus)
            #expect(error?.message.contains("answered 204, which the document does not list,") == true)
        }
    }

    @Test("headers have documented types, and are nil if missing or invalid")
    func headers() async throws {
        let response = CannedResponse(
            200,
            headers: [
                ("x-rate-limit", "41"), ("X-Tags", "a, b"), ("X-Color", #"{"R":1,"G":2,"B":3}"#), ("ETag", "\"1\""),
            ],
            body: #"{"id":"1"}"#
        )
        let info = try await answers(to: response) { api, _ in try await api.getThingWithHTTPInfo(id: "1") }
        let headers = ResponseHeaders(info.headers)
        #expect(headers.xRateLimit == 41)
        #expect(headers.xTags == ["a", "b"])
        #expect(headers.xColor == Color(r: 1, g: 2, b: 3))
        #expect(headers.eTag == "\"1\"")
        #expect(headers.link == nil)
        #expect(ResponseHeaders(["X-Rate-Limit": "many"]).xRateLimit == nil)
    }

    @Test("a failure is decoded as the model of its status, on request")
    func failures() async throws {
        let missing = CannedResponse(
            404,
            body: #"{"title":"Not Found","status":404}"#,
            contentType: "application/problem+json"
        )
        let error = await #expect(throws: ApiError.self) {
            try await answers(to: missing) { api, _ in try await api.getThing(id: "1") }
        }
        #expect(error?.statusCode == 404)
        #expect(error?.decoded(Problem.self)?.title == "Not Found")
        #expect(error?.decoded(Fault.self) == nil)
    }

    @Test("a download appears when complete, and reports its progress")
    func download() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("file.bin")
        let bytes = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
        let response = CannedResponse(200, bytes: bytes, contentType: "application/octet-stream")
        let steps = Steps()
        let info = try await answers(to: response) { api, _ in
            try await api.getFile(version: 2, to: file) { steps.add($0) }
        }
        #expect(info.body == file)
        #expect(try Data(contentsOf: file) == bytes)
        #expect(steps.all.last == HTTPResponse.Progress(receivedBytes: bytes.count, totalBytes: bytes.count))
        #expect(TemporaryFolder.files(below: folder.url) == ["file.bin"])
    }

    @Test("an interrupted download keeps the existing file, and leaves nothing else")
    func brokenDownload() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("file.bin")
        try Data("old".utf8).write(to: file)
        let response = CannedResponse(
            200,
            bytes: Data(repeating: 1, count: 9999),
            contentType: "application/octet-stream"
        )
        await #expect(throws: ApiError.self) {
            try await answers(to: response.truncated(by: 5)) { api, _ in _ = try await api.getFile(to: file) }
        }
        #expect(try Data(contentsOf: file) == Data("old".utf8))
        #expect(TemporaryFolder.files(below: folder.url) == ["file.bin"])
    }

    @Test("events arrive one by one, with types")
    func events() async throws {
        let text = """
            : comment
            event: made
            id: 7
            retry: 1500
            data: {"id":
            data: "1"}

            data:

            event: ping
            data:

            data: {"id":"2"}

            data: [DONE]

            data: {"id":"never"}


            """
        let response = CannedResponse(200, body: text, contentType: "text/event-stream")
        let events = try await answers(to: response) { api, _ in
            var events: [ServerSentEvents<Thing>.Event] = []
            for try await event in try await api.getEvents() { events.append(event) }
            return events
        }
        #expect(
            events == [
                ServerSentEvents.Event(name: "made", data: Thing(id: "1"), id: "7", retry: .milliseconds(1500)),
                ServerSentEvents.Event(data: Thing(id: "2"), id: "7"),
            ]
        )
    }

    @Test("lines and sequences of JSON arrive one by one; an invalid one is an error with its index")
    func sequences() async throws {
        let lines = CannedResponse(
            200,
            body: "{\"id\":\"1\"}\n\n{\"id\":\"2\"}\r\n{\"id\":3}\n",
            contentType: "application/jsonl"
        )
        try await answers(to: lines) { api, _ in
            var iterator = try await api.getLog().makeAsyncIterator()
            #expect(try await iterator.next() == Thing(id: "1"))
            #expect(try await iterator.next() == Thing(id: "2"))
            let error = await #expect(throws: ApiError.self) { _ = try await iterator.next() }
            #expect(error?.kind == .decoding)
            #expect(error?.message.contains("index 2") == true)
        }
        let sequence = CannedResponse(
            200,
            body: "\u{1E}{\"id\":\"1\"}\n\u{1E}{\"id\":\n\"2\"}\n",
            contentType: "application/json-seq"
        )
        let things = try await answers(to: sequence) { api, _ in
            var things: [Thing] = []
            for try await thing in try await api.getSequence() { things.append(thing) }
            return things
        }
        #expect(things == [Thing(id: "1"), Thing(id: "2")])
    }

    @Test("webhooks and callbacks are decoded, and anything else is an error")
    func webhooks() throws {
        #expect(try OperationsWebhooks.thingCreated(Data(#"{"id":"1"}"#.utf8)) == Thing(id: "1"))
        #expect(try OperationsWebhooks.subscribeChanged(Data(#"{"id":"2"}"#.utf8)) == Thing(id: "2"))
        let error = #expect(throws: ApiError.self) { try OperationsWebhooks.thingCreated(Data("{}".utf8)) }
        #expect(error?.kind == .decoding)
    }
}

/// The reported progress of a download.
private final class Steps: @unchecked Sendable {
    private let lock = NSLock()
    private var steps: [HTTPResponse.Progress] = []

    var all: [HTTPResponse.Progress] { lock.withLock { steps } }

    func add(_ step: HTTPResponse.Progress) { lock.withLock { steps.append(step) } }
}
