import Foundation
import MartletRuntime
import MartletTestSupport

/// A fault of a server, and the outcome that the client must report.
struct SoakFault: Sendable {
    /// The response of the server.
    let answer: @Sendable (RecordedRequest) -> CannedResponse

    /// The errors that the call can end with; empty for success, `cancelled` for cancellation.
    let expectedErrors: [ApiError.Kind]

    /// The kind of call.
    var mode = Mode.whole

    /// Whether FoundationNetworking crashes.
    var needsCurl = false

    /// The kinds of calls.
    enum Mode: Sendable {
        case whole, streamed, dropped, cancelled, posted
    }

    private init(
        _ answer: CannedResponse,
        _ expectedErrors: [ApiError.Kind] = [],
        mode: Mode = .whole,
        needsCurl: Bool = false
    ) {
        self.answer = { _ in answer }
        self.expectedErrors = expectedErrors
        self.mode = mode
        self.needsCurl = needsCurl
    }

    private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    private static let drip = CannedResponse([
        .write(Data("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n".utf8)),
        .drip(Data(count: 99), every: .milliseconds(50)),
    ])
    private static let flood = CannedResponse([
        .write(Data("HTTP/1.1 200 OK\r\n\r\n".utf8)), .flood(Data(count: 1 << 16), times: 64),
    ])

    /// All faults, used in turn.
    static let all: [SoakFault] = [
        SoakFault(CannedResponse(200, body: "{}")),
        SoakFault(CannedResponse(200, body: String(repeating: "[]", count: 50_000))),
        SoakFault(.close, [.transport]), SoakFault(.reset, [.transport]),
        SoakFault(CannedResponse(200, body: "{\"a\":1}").truncated(by: 3), [.transport]),
        SoakFault(CannedResponse(chunked + "zz\r\n"), [.transport]),
        SoakFault(CannedResponse(503, headers: [("Retry-After", "0")], body: "busy"), [.status]),
        SoakFault(CannedResponse(429, headers: [("Retry-After", "99999")]), [.status]),
        SoakFault(CannedResponse(401, headers: [("WWW-Authenticate", "Basic realm=x")]), [.status]),
        SoakFault(CannedResponse(302, headers: [("Location", "/elsewhere")]), [.redirect]),
        SoakFault(.stall, [.timeout]), SoakFault(drip, [.timeout]), SoakFault(.stall, mode: .cancelled),
        SoakFault(drip, mode: .cancelled), SoakFault(flood, [.responseTooLarge]), SoakFault(flood, mode: .streamed),
        SoakFault(flood, mode: .dropped), SoakFault(CannedResponse(200, body: "{}"), mode: .posted),
        SoakFault(CannedResponse("garbage"), [.transport]),
        SoakFault(CannedResponse("HTTP/1.1 200 OK\r\nConte"), [.transport], needsCurl: true),
        SoakFault(CannedResponse(chunked + "2\r\n{}\r\n0\r\nX: 1\r\n\r\n", ending: .keepAlive), needsCurl: true),
    ]
}
