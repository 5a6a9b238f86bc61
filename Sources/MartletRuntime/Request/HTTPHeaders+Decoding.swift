import Foundation

extension HTTPHeaders {
    /// How the value of a header is written (OpenAPI 3.2.0, section 4.21).
    public enum Writing: Sendable {
        /// In the style `simple`: `3,4` and `R,100,G,200`.
        case simple
        /// In the style `simple`, exploded: `R=100,G=200`.
        case exploded
        /// As JSON.
        case json
    }

    /// The value of a header as what the document says.
    ///
    /// - Returns: nil when there is no such header, and when it is not that: a header should not make a success a failure.
    public func decoded<Value: Decodable>(_ name: String, as writing: Writing = .simple) -> Value? {
        guard let text = self[name] else { return nil }
        if writing == .json { return try? JSONDocument.decode(Value.self, from: Data(text.utf8)) }
        // The text may stand for several kinds of JSON; the first one that is what is asked for counts.
        return Self.readings(of: text, exploded: writing == .exploded).lazy.compactMap { json in
            try? JSONDocument.decode(Value.self, from: Data(json.utf8))
        }.first
    }

    /// What a text can be, as JSON: a string, a number or a Boolean, and a list or an object of such.
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

    /// A number or a Boolean, digit by digit as it stands there, or else a string.
    private static func plain(_ text: String) -> String {
        switch try? JSONDocument.decode(JSONValue.self, from: Data(text.utf8)) {
        case .bool, .integer, .decimal, .number: text
        default: Int64(text).map { "\($0)" } ?? quoted(text)
        }
    }

    private static func quoted(_ text: String) -> String {
        // A string always has a JSON form.
        (try? JSONEncoder.martlet.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
