import Foundation
import MartletRuntime

/// Puts the head of a response together from its lines (RFC 9112, sections 4 and 5), as forgiving as libcurl itself.
///
/// Interim responses (1xx) before it and trailers behind it are read over. Text that is not UTF-8 is taken for ISO
/// 8859-1, as was the rule when such fields were written (RFC 9110, section 5.5).
struct ResponseHead {
    private let limit: Int
    private var statusCode = 0
    private var fields: [(name: String, value: String)] = []
    private var isComplete = false
    private var byteCount = 0

    /// How many bytes all lines together may have, interim responses and trailers included.
    static let maxBytes = 1 << 20

    /// A head before its first line.
    /// - Parameter limit: How many fields there may be.
    init(limit: Int) { self.limit = limit }

    /// Takes the next line.
    /// - Returns: The head when this line completes it.
    /// - Throws: ``ApiError`` of kind `responseTooLarge`.
    mutating func take(_ line: UnsafeRawBufferPointer) throws -> (statusCode: Int, headers: HTTPHeaders)? {
        byteCount += line.count
        guard byteCount <= Self.maxBytes else { throw Self.tooLarge }
        guard !isComplete else { return nil }
        let text = Self.text(line)
        if text.isEmpty {
            // 101 would end the exchange, but nothing here asks for it.
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

    /// The line without its end.
    private static func text(_ line: UnsafeRawBufferPointer) -> String {
        var line = line[...]
        while let last = line.last, [0x0D, 0x0A].contains(last) { line = line.dropLast() }
        return String(data: Data(line), encoding: .utf8)
            ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
    }

    /// There is no end of the heads.
    static let tooLarge = ApiError(.responseTooLarge, "the response's head has more than \(maxBytes) bytes")
}

extension StringProtocol {
    /// Without the spaces and tabs around it.
    fileprivate var trimmed: String { trimmingCharacters(in: CharacterSet(charactersIn: " \t")) }
}
