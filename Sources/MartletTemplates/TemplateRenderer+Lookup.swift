extension TemplateRenderer {
    /// The names that tell where the current item stands in a list; see `position(_:)`.
    static let positions = ["-first", "-last"]

    /// The value that a name in a tag means. The first part of a dotted name is looked up from the innermost scope
    /// outwards, each further part in the value of the one before and nowhere else (Mustache specification,
    /// interpolation, "Dotted Names").
    ///
    /// - Throws: in a strict set, `TemplateError` for a name that is unknown; in a lenient one it is `null`.
    func value(of path: TemplatePath) throws(TemplateError) -> TemplateValue {
        guard let first = path.keys.first else { return scopes.last ?? .null }
        var value =
            path.isRelative
            ? try member(first, of: scopes.last ?? .null, at: path.tag)
            : try innermost(first, at: path.tag)
        for part in path.keys.dropFirst() { value = try member(part, of: value, at: path.tag) }
        return value
    }

    /// The value of a key in the value of the part of the name before it.
    private func member(_ part: Int, of value: TemplateValue, at tag: Int) throws(TemplateError) -> TemplateValue {
        let key = template.keys[part]
        if let member = value[key] { return member }
        // What is absent has no members either.
        if case .null = value { return .null }
        let keys = value.keys
        if !keys.isEmpty { return try missing(at: tag, Self.unknownKey(key, among: keys)) }
        let name = part > 0 ? template.keys[part - 1] : "."
        return try missing(at: tag, Self.keyOfOther(key, of: name, kind: value.kind))
    }

    /// Says that a value cannot be placed; a lenient set places nothing.
    func refuse(_ value: TemplateValue, of path: TemplatePath) throws(TemplateError) {
        let name = path.keys.isEmpty ? "." : template.keys[path.keys].joined(separator: ".")
        if case .text = value {
            _ = try missing(at: path.tag, Self.unencoded(name))
        } else {
            _ = try missing(at: path.tag, Self.notText(name, kind: value.kind))
        }
    }

    private func innermost(_ part: Int, at tag: Int) throws(TemplateError) -> TemplateValue {
        let key = template.keys[part]
        let mark = template.marks[part]
        for scope in scopes.reversed() {
            if case .object(let object) = scope {
                if let value = object[key, mark] { return value }
            } else if let value = scope[key] {
                return value
            }
        }
        if let value = position(key) { return value }
        return try missing(at: tag, Self.unknownKey(key, among: scopes.flatMap(\.keys)))
    }

    /// Where the current item stands in the innermost list.
    private func position(_ key: String) -> TemplateValue? {
        switch key {
        case "-first": .bool(isFirstItem)
        case "-last": .bool(isLastItem)
        default: nil
        }
    }

    private func missing(at tag: Int, _ message: @autoclosure () -> String) throws(TemplateError) -> TemplateValue {
        switch set.lookup {
        case .strict: throw template.error(at: tag, message())
        case .lenient: return .null
        }
    }

    /// The text for a key that no scope, or not the object before the dot, has; `keys` are those it could be.
    static func unknownKey(_ key: String, among keys: some Sequence<String>) -> String {
        "unknown key `\(key)`\(NearMiss.suggestion(for: key, among: keys))"
    }

    /// The text for a key of something that has none.
    static func keyOfOther(_ key: String, of name: String, kind: String) -> String {
        "unknown key `\(key)`: `\(name)` is \(kind), not an object; put the tag into a section that tests for it"
    }

    /// The text for text of a document that no encoding is named for.
    static func unencoded(_ name: String) -> String {
        "`\(name)` is text of the document: name the place that it is written for, as in `{{\(name).comment}}`"
    }

    /// The text for a value that cannot be placed.
    static func notText(_ name: String, kind: String) -> String {
        "`\(name)` is \(kind), not text; open it with {{#\(name)}}"
    }
}
