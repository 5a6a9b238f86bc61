import Foundation
public import MartletRuntime

extension HTTPHeaders {
    /// The serialization of a header value (OpenAPI 3.2.0, section 4.21).
    public enum Format: Sendable {
        /// The style `simple`: `3,4` and `R,100,G,200`.
        case simple
        /// The style `simple`, exploded: `R=100,G=200`.
        case exploded
        /// JSON.
        case json
    }

    /// Decodes the value of a header.
    ///
    /// - Parameters:
    ///   - name: The name of the header, case-insensitive.
    ///   - format: The serialization of the value.
    /// - Returns: The value; `nil` if the header is missing or invalid, because an invalid header must not make a
    ///   successful call fail.
    public func decoded<Value: Decodable>(_ name: String, as format: Format = .simple) -> Value? {
        guard let text = self[name] else { return nil }
        if format == .json { return try? JSONDocument.decode(Value.self, from: Data(text.utf8)) }
        // The text may represent several kinds of JSON; the first that decodes as the requested type is used.
        return Self.readings(of: text, exploded: format == .exploded).lazy.compactMap { json in
            try? JSONDocument.decode(Value.self, from: Data(json.utf8))
        }.first
    }

    /// Returns the JSON texts that a header value can represent: a string, a number or a Boolean, or a list or an
    /// object of these.
    private static func readings(of text: String, exploded: Bool) -> [String] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let pairs: [(String, String)] =
            if exploded {
                parts.map { part in
                    let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    return (String(pair[0]), pair.count == 2 ? String(pair[1]) : "")
                }
            } else {
                stride(from: 0, to: parts.count - 1, by: 2).map { (parts[$0], parts[$0 + 1]) }
            }
        func list(_ element: (String) -> String) -> String { "[\(parts.map(element).joined(separator: ","))]" }
        func object(_ value: (String) -> String) -> String {
            "{\(pairs.map { "\(quoted($0)):\(value($1))" }.joined(separator: ","))}"
        }
        return [quoted(text), plain(text), list(quoted), list(plain), object(plain), object(quoted)]
    }

    /// Returns a number or a Boolean unchanged, and any other text as a JSON string.
    private static func plain(_ text: String) -> String {
        switch try? JSONDocument.decode(JSONValue.self, from: Data(text.utf8)) {
        case .bool, .integer, .decimal, .number: text
        default: Int64(text).map { "\($0)" } ?? quoted(text)
        }
    }

    private static func quoted(_ text: String) -> String {
        // A string can always be encoded as JSON.
        (try? JSONText.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
