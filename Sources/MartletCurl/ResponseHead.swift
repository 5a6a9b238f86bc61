import Foundation
import MartletRuntime

/// Assembles the head of a response from its lines (RFC 9112, sections 4 and 5), as leniently as libcurl itself.
///
/// Interim responses (1xx) and trailers are skipped. Text that is not UTF-8 is decoded as ISO 8859-1, the historical
/// encoding of header fields (RFC 9110, section 5.5).
struct ResponseHead {
    private let limit: Int
    private var statusCode = 0
    private var fields: [(name: String, value: String)] = []
    private var isComplete = false
    private var byteCount = 0

    /// The maximum length of all lines in bytes, including interim responses and trailers.
    static let maxBytes = 1 << 20

    /// Creates an empty head.
    /// - Parameter limit: The maximum number of fields.
    init(limit: Int) { self.limit = limit }

    /// Adds the next line.
    /// - Returns: The head, if this line completes it.
    /// - Throws: ``ApiError`` of kind `responseTooLarge`.
    mutating func take(_ line: UnsafeRawBufferPointer) throws -> (statusCode: Int, headers: HTTPHeaders)? {
        byteCount += line.count
        guard byteCount <= Self.maxBytes else { throw Self.tooLarge }
        guard !isComplete else { return nil }
        var line = line[...]
        while let last = line.last, last == 0x0D || last == 0x0A { line.removeLast() }
        guard let first = line.first else {
            // Status 101 would switch protocols, but no request asks for that.
            guard statusCode >= 200 else { return nil }
            isComplete = true
            var headers = HTTPHeaders()
            for (name, value) in fields { headers.append(name, value) }
            return (statusCode, headers)
        }
        if line.starts(with: "HTTP/".utf8) {
            let code = line.drop { !Self.isBlank($0) }.drop(while: Self.isBlank).prefix { !Self.isBlank($0) }
            statusCode = Int(Self.text(code)) ?? 0
            fields = []
        } else if Self.isBlank(first) {
            fields.indices.last.map { fields[$0].value += " " + Self.text(line) }
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            guard fields.count < limit else { throw ApiError.tooManyHeaders(limit) }
            fields.append((Self.text(line[..<colon]), Self.text(line[(colon + 1)...])))
        }
        return nil
    }

    /// Returns bytes as text, without leading and trailing spaces and tabs.
    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        var bytes = bytes.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes), as: UTF8.self)
        // Invalid UTF-8 is repaired by the conversion, so that the bytes differ.
        return bytes.allSatisfy { $0 < 0x80 } || text.utf8.elementsEqual(bytes)
            ? text : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The error for a head that is too long.
    static let tooLarge = ApiError(.responseTooLarge, "the response's head has more than \(maxBytes) bytes")
}
