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
        let text = Self.text(line)
        if text.isEmpty {
            // Status 101 would switch protocols, but no request asks for that.
            guard statusCode >= 200 else { return nil }
            isComplete = true
            var headers = HTTPHeaders()
            for (name, value) in fields { headers.append(name, value) }
            return (statusCode, headers)
        }
        if text.hasPrefix("HTTP/") {
            let words = text.split(separator: " ")
            statusCode = words.count > 1 ? Int(words[1]) ?? 0 : 0
            fields = []
        } else if let first = text.utf8.first, [0x20, 0x09].contains(first) {
            fields.indices.last.map { fields[$0].value += " " + text.trimmed }
        } else if let colon = text.firstIndex(of: ":") {
            guard fields.count < limit else { throw ApiError.tooManyHeaders(limit) }
            fields.append((text[..<colon].trimmed, text[text.index(after: colon)...].trimmed))
        }
        return nil
    }

    /// Returns the line as text, without its line break.
    private static func text(_ line: UnsafeRawBufferPointer) -> String {
        var line = line[...]
        while let last = line.last, [0x0D, 0x0A].contains(last) { line = line.dropLast() }
        return String(data: Data(line), encoding: .utf8)
            ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
    }

    /// The error for a head that is too long.
    static let tooLarge = ApiError(.responseTooLarge, "the response's head has more than \(maxBytes) bytes")
}

extension StringProtocol {
    /// The text without leading and trailing spaces and tabs.
    fileprivate var trimmed: String { trimmingCharacters(in: CharacterSet(charactersIn: " \t")) }
}
