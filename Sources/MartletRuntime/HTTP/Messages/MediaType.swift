import Foundation

/// A media type in lower case, without parameters (RFC 9110, section 8.3.1).
package struct MediaType: Hashable {
    /// The type and subtype, such as `application/json`.
    let essence: String

    package init(_ text: some StringProtocol) {
        essence = text.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    }

    /// Whether this is `application/json` or has the suffix `+json` (RFC 6839, section 3.1).
    package var isJSON: Bool { ["application/json", "text/json"].contains(essence) || essence.hasSuffix("+json") }

    /// Whether the type says nothing about the content: `*/*`, or `application/octet-stream`, which is commonly used
    /// for bytes of any kind.
    var isAny: Bool { ["*/*", "application/octet-stream"].contains(essence) }

    /// Whether a media range such as `text/*` includes this type (RFC 9110, section 12.5.1); all JSON types match each
    /// other.
    func isCovered(by range: MediaType) -> Bool {
        if range.isAny || range == self || range.isJSON && isJSON { return true }
        return range.essence.hasSuffix("/*") && essence.hasPrefix(range.essence.dropLast())
    }
}

extension MediaType {
    /// Whether the type is a JSON text sequence with record separators (RFC 7464; RFC 8091).
    package var isJSONTextSequence: Bool { essence == "application/json-seq" || essence.hasSuffix("+json-seq") }
}

extension MediaType {
    /// Returns the value of a parameter (RFC 9110, section 5.6.6).
    ///
    /// - Parameter name: The name of the parameter in lower case.
    package static func parameter(_ name: String, of contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0].lowercased() == name {
                return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            }
        }
        return nil
    }
}
