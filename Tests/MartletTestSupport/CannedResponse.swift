package import Foundation

/// What the server writes in answer to a request, well-formed or not.
package struct CannedResponse: Sendable {
    /// What happens to the connection afterwards.
    package enum Ending: Sendable {
        /// It waits for the next request.
        case keepAlive
        /// It is closed.
        case close
        /// It stays open in silence until the client closes it.
        case stall
    }

    /// Every byte of the response.
    package var bytes: Data

    /// What happens afterwards.
    package var ending: Ending

    /// The pause before each byte; zero to write all at once.
    package var pause: Duration = .zero

    /// These bytes as they are.
    package init(bytes: Data, ending: Ending = .close) {
        self.bytes = bytes
        self.ending = ending
    }

    /// A well-formed response; `Content-Length` is added unless the status has no body.
    package init(
        _ status: Int,
        headers: [(String, String)] = [],
        body: String = "",
        contentType: String? = "application/json"
    ) {
        var head = "HTTP/1.1 \(status) Status\r\n"
        if let contentType, !body.isEmpty { head += "Content-Type: \(contentType)\r\n" }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if status != 204 { head += "Content-Length: \(body.utf8.count)\r\n" }
        self.init(bytes: Data("\(head)\r\n\(body)".utf8), ending: .keepAlive)
    }

    /// Never a byte.
    package static let stall = CannedResponse(bytes: Data(), ending: .stall)

    /// The same response, cut off `count` bytes before its end, and then the connection closed.
    package func truncated(by count: Int) -> CannedResponse {
        CannedResponse(bytes: bytes.dropLast(count))
    }

    /// The same response, byte by byte.
    package func dripping(every pause: Duration) -> CannedResponse {
        var response = self
        response.pause = pause
        return response
    }
}
