package import MartletSource

/// Parses the names of media types.
///
/// A media type is `type/subtype` with optional parameters (RFC 9110, section 8.3.1). Ranges such as `image/*` and
/// `*/*` (RFC 9110, section 12.5.1) follow the same grammar, because `*` is a token character.
struct MediaTypeName {
    private var rest: ArraySlice<UInt8>

    private init(_ text: SpecText) { rest = Array(text.utf8)[...] }

    /// The media type or range in a text, without surrounding blanks; `nil` if the text isn't exactly one.
    static func single(_ text: SpecText) -> SpecText? {
        list(text).flatMap { $0.count == 1 ? $0[0] : nil }
    }

    /// Whether a text is a single token without a slash, such as `json`.
    static func isSingleToken(_ text: SpecText) -> Bool {
        var name = MediaTypeName(text)
        return name.takeToken() && name.rest.isEmpty
    }

    /// The media types and ranges in a comma-separated list; `nil` if an item isn't one.
    static func list(_ text: SpecText) -> [SpecText]? {
        var name = MediaTypeName(text)
        var names: [SpecText] = []
        repeat {
            name.takeBlanks()
            let start = name.rest
            guard name.takeName() else { return nil }
            names.append(SpecText(decoding: start[..<name.rest.startIndex]))
            name.takeBlanks()
        } while name.take(",")
        return name.rest.isEmpty ? names : nil
    }

    /// Skips `type/subtype` and its parameters. A semicolon may have blanks around it, and may lack a parameter.
    private mutating func takeName() -> Bool {
        guard takeToken(), take("/"), takeToken() else { return false }
        while true {
            let end = rest
            takeBlanks()
            guard take(";") else {
                rest = end
                return true
            }
            takeBlanks()
            if takeToken() {
                guard take("="), takeToken() || takeQuotedString() else { return false }
            }
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func takeBlanks() { rest = rest.drop(while: Self.isBlank) }

    /// Skips a token (RFC 9110, section 5.6.2).
    private mutating func takeToken() -> Bool {
        let token = rest.prefix(while: Token.isCharacter)
        rest = rest[token.endIndex...]
        return !token.isEmpty
    }

    /// Skips a quoted string (RFC 9110, section 5.6.4). Bytes beyond ASCII aren't accepted, because their meaning isn't
    /// defined.
    private mutating func takeQuotedString() -> Bool {
        guard take("\"") else { return false }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return true }
            let character = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
            guard let character, Self.isBlank(character) || (0x21...0x7E).contains(character) else { return false }
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

extension Fields {
    /// The media types of a sequence field. Elements that aren't media types are reported and left out.
    mutating func mediaTypeNames(_ name: FieldName) -> [SpecText] {
        elements(name).compactMap { node in text(of: node).flatMap { mediaTypeName($0, at: node.location) } }
    }

    /// The media types in a text field with a comma-separated list; empty if the field is absent, or isn't such a list,
    /// which is reported.
    mutating func mediaTypeList(_ name: FieldName) -> [SpecText] {
        guard let node = node(name), let text = text(of: node) else { return [] }
        if let names = MediaTypeName.list(text) { return names }
        reportMediaType(text, at: node.location)
        return []
    }

    /// The media type in a text; `nil` if the text isn't one, which is reported.
    func mediaTypeName(_ text: SpecText, at location: Location) -> SpecText? {
        if let name = MediaTypeName.single(text) { return name }
        reportMediaType(text, at: location)
        return nil
    }

    private func reportMediaType(_ text: SpecText, at location: Location) {
        context.report(
            MediaTypeName.isSingleToken(text)
                ? .warning(.incompleteMediaType(text), at: location) : .error(.notMediaType(text), at: location)
        )
    }
}

extension Diagnostic.Message {
    package static func notMediaType(_ text: SpecText) -> Self {
        Self(
            .mediaType,
            "\(text) is not a media type: write one such as application/json, text/plain; charset=utf-8 or image/*")
    }

    package static func incompleteMediaType(_ text: SpecText) -> Self {
        Self(.mediaType, "\(text) is not a media type: it has no slash, unlike application/json; it is left out")
    }
}
