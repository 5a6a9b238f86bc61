package import Foundation

/// A server's response to a request, well-formed or not: steps in order, and then an ending.
package struct CannedResponse: Sendable {
    /// A step of the server.
    package enum Step: Sendable {
        /// These bytes at once.
        case write(Data)
        /// These bytes one by one, each after a pause.
        case drip(Data, every: Duration)
        /// These bytes over and over.
        case flood(Data, times: Int)
        /// A pause.
        case pause(Duration)
    }

    /// The end of a response: what happens to the connection.
    package enum Ending: Sendable {
        /// It waits for the next request.
        case keepAlive
        /// It is closed.
        case close
        /// It is reset (`SO_LINGER` of zero).
        case reset
        /// It stays open in silence until the client closes it.
        case stall
    }

    /// The steps.
    package var steps: [Step]

    /// The ending.
    package var ending: Ending

    /// These steps.
    package init(_ steps: [Step], ending: Ending = .close) {
        self.steps = steps
        self.ending = ending
    }

    /// These bytes as they are.
    package init(bytes: Data, ending: Ending = .close) {
        self.init([.write(bytes)], ending: ending)
    }

    /// This text as it is.
    package init(_ text: String, ending: Ending = .close) {
        self.init(bytes: Data(text.utf8), ending: ending)
    }

    /// A well-formed response; `Content-Length` is added unless the status has no body.
    package init(
        _ status: Int,
        headers: [(String, String)] = [],
        body: String = "",
        contentType: String? = "application/json"
    ) {
        self.init(status, headers: headers, bytes: Data(body.utf8), contentType: body.isEmpty ? nil : contentType)
    }

    /// A well-formed response with any bytes as its body.
    package init(_ status: Int, headers: [(String, String)] = [], bytes: Data, contentType: String?) {
        var head = "HTTP/1.1 \(status) Status\r\n"
        if let contentType { head += "Content-Type: \(contentType)\r\n" }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if status != 204 { head += "Content-Length: \(bytes.count)\r\n" }
        self.init(bytes: Data("\(head)\r\n".utf8) + bytes, ending: .keepAlive)
    }

    /// No byte, ever.
    package static let stall = CannedResponse([], ending: .stall)

    /// The connection closed without a byte.
    package static let close = CannedResponse([], ending: .close)

    /// The connection reset without a byte.
    package static let reset = CannedResponse([], ending: .reset)

    /// Every byte that is written at once.
    package var bytes: Data {
        steps.reduce(into: Data()) { bytes, step in
            if case .write(let more) = step { bytes += more }
        }
    }

    /// The same response, cut off `count` bytes before its end, and then the connection closed.
    package func truncated(by count: Int) -> CannedResponse { CannedResponse(bytes: bytes.dropLast(count)) }

    /// The same response, byte by byte.
    package func dripping(every pause: Duration) -> CannedResponse {
        CannedResponse([.drip(bytes, every: pause)], ending: ending)
    }

    /// The same response after a pause.
    package func delayed(by pause: Duration) -> CannedResponse {
        CannedResponse([.pause(pause)] + steps, ending: ending)
    }

    /// The same response, which says that it is the last one and is, where the request asks for that (RFC 9112, section
    /// 9.6).
    func closingWhereAsked(by request: RecordedRequest) -> CannedResponse {
        guard ending == .keepAlive, request.values(of: "Connection").contains("close"),
            case .write(let bytes) = steps.first,
            let line = bytes.range(of: Data("\r\n".utf8))
        else { return self }
        var response = self
        response.ending = .close
        response.steps[0] = .write(
            bytes[..<line.upperBound] + Data("Connection: close\r\n".utf8) + bytes[line.upperBound...]
        )
        return response
    }
}
