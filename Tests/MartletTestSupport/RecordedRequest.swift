package import Foundation

/// A request as it came over the wire.
package struct RecordedRequest: Sendable {
    /// Every byte, head and body.
    package let bytes: Data

    /// The method of the request line.
    package let method: String

    /// The target of the request line, exactly as sent: nothing is decoded.
    package let target: String

    /// The header fields in order, with the case they were sent in.
    package let headers: [(name: String, value: String)]

    /// The body.
    package let body: Data

    /// The values of a header, one for each time it was sent; the name's case does not matter.
    package func values(of name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// The request at the beginning of `buffer`, with the bytes after it left there; nil while it is incomplete.
    init?(takingFrom buffer: inout Data) {
        guard let end = buffer.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let requestLine = (lines.first ?? "").components(separatedBy: " ")
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (
                name: String(parts.first ?? ""),
                value: parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            )
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        guard buffer.distance(from: end.upperBound, to: buffer.endIndex) >= length else { return nil }
        let bodyEnd = buffer.index(end.upperBound, offsetBy: length)
        bytes = Data(buffer[..<bodyEnd])
        method = requestLine.first ?? ""
        target = requestLine.count > 1 ? requestLine[1] : ""
        self.headers = headers
        body = Data(buffer[end.upperBound..<bodyEnd])
        buffer = Data(buffer[bodyEnd...])
    }
}
