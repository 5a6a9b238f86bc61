extension TemplateRenderer {
    /// The value that a name in a tag means. The first part of a dotted name is looked up from the innermost scope
    /// outwards, each further part in the value of the one before and nowhere else (Mustache specification,
    /// interpolation, "Dotted Names").
    ///
    /// - Throws: in a strict set, `TemplateError` for a name that is unknown; in a lenient one it is `null`.
    func value(of path: TemplatePath) throws(TemplateError) -> TemplateValue {
        guard let first = path.keys.first else { return scopes.last ?? .null }
        var value = try innermost(template.keys[first], at: path.tag)
        for part in path.keys.dropFirst() {
            let key = template.keys[part]
            guard case .object(let object) = value else {
                let name = template.keys[part - 1]
                return try missing(at: path.tag, Self.keyOfOther(key, of: name, kind: value.kind))
            }
            guard let member = object[key] else {
                return try missing(at: path.tag, Self.unknownKey(key, among: object.keys))
            }
            value = member
        }
        return value
    }

    /// Says that a list or an object cannot be placed as text; a lenient set places nothing.
    func refuse(_ value: TemplateValue, of path: TemplatePath) throws(TemplateError) {
        let name = path.keys.isEmpty ? "." : template.keys[path.keys].joined(separator: ".")
        _ = try missing(at: path.tag, Self.notText(name, kind: value.kind))
    }

    private func innermost(_ key: String, at tag: Int) throws(TemplateError) -> TemplateValue {
        for scope in scopes.reversed() {
            if case .object(let object) = scope, let value = object[key] { return value }
        }
        let keys = scopes.flatMap { scope in
            if case .object(let object) = scope { object.keys } else { [String]() }
        }
        return try missing(at: tag, Self.unknownKey(key, among: keys))
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

    /// The text for a value that cannot be placed.
    static func notText(_ name: String, kind: String) -> String {
        "`\(name)` is \(kind), not text; open it with {{#\(name)}}"
    }
}
