import MartletSource

extension TemplateRenderer {
    /// The names that say where the current item is in a list; see `position(_:)`.
    static let positions = ["-first", "-last"]

    /// The value of the name in a tag. The first component of a dotted name is looked up from the innermost scope
    /// outwards, each further component only in the value of the previous one (Mustache specification, interpolation,
    /// "Dotted Names").
    ///
    /// - Throws: In a strict set, `TemplateError` for an unknown name; in a lenient set the value is `null`.
    func value(of path: TemplatePath) throws(TemplateError) -> TemplateValue {
        guard let first = path.keys.first else { return scopes.last?.value ?? .null }
        var value =
            path.isRelative
            ? try member(first, of: scopes.last?.value ?? .null, at: path.tag)
            : try innermost(first, at: path.tag)
        for part in path.keys.dropFirst() { value = try member(part, of: value, at: path.tag) }
        return value
    }

    /// The value of a component of a name, in the value of the previous component.
    private func member(_ part: Int, of value: TemplateValue, at tag: Int) throws(TemplateError) -> TemplateValue {
        let key = template.keys[part]
        if let member = value[key] { return member }
        // A null value has no members.
        if case .null = value { return .null }
        let keys = value.keys
        if !keys.isEmpty { return try missing(at: tag, Self.unknownKey(key, among: keys)) }
        let name = part > 0 ? template.keys[part - 1] : "."
        if case .text = value { return try missing(at: tag, Self.unknownEncoding(key, among: set.encodingNames)) }
        return try missing(at: tag, Self.keyOfOther(key, of: name, kind: value.kind))
    }

    /// Reports that a value can't be placed; a lenient set places nothing.
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
        if mark == 0, let value = position(key) { return value }
        for index in scopes.indices.reversed() where scopes[index].marks & mark != 0 {
            if let object = scopes[index].object {
                if let value = object[key] { return value }
            } else if let value = scopes[index].value[key] {
                return value
            }
        }
        return try missing(at: tag, Self.unknownKey(key, among: scopes.flatMap(\.value.keys)))
    }

    /// Whether the current item is the first or last one of the innermost list, for the keys that ask for that.
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

    /// The message for a key that no scope has, or that the object before the dot lacks; `keys` are the possible ones.
    static func unknownKey(_ key: String, among keys: some Sequence<String>) -> String {
        "unknown key `\(key)`\(NearMiss.suggestion(for: key, among: keys))"
    }

    /// The message for a key of a value that is not an object.
    static func keyOfOther(_ key: String, of name: String, kind: String) -> String {
        "unknown key `\(key)`: `\(name)` is \(kind), not an object; put the tag into a section that tests for the value"
    }

    /// The message for text of the document without an encoding.
    static func unencoded(_ name: String) -> String {
        "`\(name)` is text of the document and needs an encoding for its place, as in `{{\(name).comment}}`"
    }

    /// The message for an unknown encoding after the name of a text.
    static func unknownEncoding(_ name: String, among names: [String]) -> String {
        names.contains(name)
            ? "a section can't have the encoding `\(name)`; put it into a tag that writes the value"
            : "unknown encoding `\(name)`\(NearMiss.suggestion(for: name, among: names))"
    }

    /// The message for text of the document in an encoding that takes names alone.
    static func encodingOfNames(_ encoding: String) -> String {
        "`\(encoding)` takes names alone; text of the document needs an encoding for its place, such as `comment`"
    }

    /// The message for a value that can't be placed.
    static func notText(_ name: String, kind: String) -> String {
        "`\(name)` is \(kind), not text; open it with {{#\(name)}}"
    }
}
