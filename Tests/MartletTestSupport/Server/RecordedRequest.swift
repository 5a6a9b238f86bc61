package import Foundation

/// A request as it came over the wire.
package struct RecordedRequest: Sendable {
    /// Every byte, head and body; of a large body, those that were kept.
    package let bytes: Data

    /// The method of the request line.
    package let method: String

    /// The target of the request line, exactly as sent.
    package let target: String

    /// The header fields in order, with the case they were sent in.
    package let headers: [(name: String, value: String)]

    /// The body; of a large one, its first bytes.
    package let body: Data

    /// The number of bytes of the body.
    package let bodyCount: Int

    /// The index of its connection.
    package internal(set) var connection = 0

    /// The values of a header, one for each time it was sent; the name's case does not matter.
    package func values(of name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// The request of a head, which ends with an empty line, and a body.
    init(head: Data, body: Data, bodyCount: Int) {
        let lines = String(decoding: head.dropLast(4), as: UTF8.self).components(separatedBy: "\r\n")
        let requestLine = (lines.first ?? "").components(separatedBy: " ")
        headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (
                name: String(parts.first ?? ""),
                value: parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            )
        }
        bytes = head + body
        method = requestLine.first ?? ""
        target = requestLine.count > 1 ? requestLine[1] : ""
        self.body = body
        self.bodyCount = bodyCount
    }
}
