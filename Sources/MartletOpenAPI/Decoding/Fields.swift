package import MartletSource

/// Decodes the fields of an OpenAPI object one by one.
/// All objects are decoded with this type, so that unknown, missing and invalid fields are reported in the same way.
/// Fields that have not been read are unknown; ``finish()`` reports them.
package struct Fields {
    /// The object's name in the OpenAPI Specification, such as `Schema Object`.
    private let object: String
    let node: Node
    let context: DecodingContext
    private let entries: Entries
    private let table: FieldTable
    private var taken = TakenEntries()
    /// The fields that the object may have, as far as they have been asked for.
    private var possible = FieldNames()

    /// Creates the fields of a node; `nil` if it isn't a mapping, which is reported as an error.
    package init?(of node: Node, _ object: String, _ context: DecodingContext) {
        guard node.kind == .mapping else {
            context.report(
                .error(
                    .expectedMapping("a mapping (\(object))", not: node, meantFor: Self.mainKeys[object]),
                    at: node.location))
            return nil
        }
        self.object = object
        self.node = node
        self.context = context
        entries = node.entries
        table = context.references.fieldTable(of: node)
    }

    /// The key and value of a field; `nil` if it is absent.
    package mutating func entry(_ name: FieldName) -> Entry? {
        possible.insert(name)
        guard let number = table.number(of: name), let index = entries.index(ofKey: number) else { return nil }
        taken.insert(index)
        if context.isSummarized, name == .example || name == .examples { return nil }
        return entries[index]
    }

    /// The value of a field; `nil` if it is absent.
    package mutating func node(_ name: FieldName) -> Node? { entry(name)?.value }

    /// The value of a required field without which the object can't be used; `nil` if it is absent, which is an error.
    package mutating func required(_ name: FieldName) -> Node? {
        let value = node(name)
        if value == nil { context.report(.error(.missingField(name.text, of: object), at: node.location)) }
        return value
    }

    /// Warns if a required field is absent without which the object can be used.
    package mutating func expect(_ name: FieldName) {
        guard entry(name) == nil else { return }
        context.report(.warning(.missingField(name.text, of: object), at: node.location))
    }

    /// The text of a scalar field; `nil` if it is absent or null. Numbers and booleans have their text as written. Any
    /// other value is an error, or a warning for a field of documentation.
    package mutating func text(_ name: FieldName) -> SpecText? {
        guard let node = node(name),
            let text = text(of: node, isNeeded: !Self.documentationFields.contains(name))
        else { return nil }
        let isDigest = context.isSummarized && !object.hasPrefix("Server") && (name == .summary || name == .description)
        return isDigest ? text.digest : text
    }

    /// The text of a required scalar field without which the object can't be used; `nil` if it is absent, which is an
    /// error.
    package mutating func requiredText(_ name: FieldName) -> SpecText? { required(name).flatMap { text(of: $0) } }

    /// The value of a boolean field; `nil` if it is absent.
    package mutating func flag(_ name: FieldName) -> Bool? {
        guard let value = node(name) else { return nil }
        switch value.scalar {
        case .bool(let flag): return flag
        // Some tools write booleans as strings.
        case .string("true"), .string("false"):
            context.report(.warning(.quotedFlag, at: value.location))
            return value.text == "true"
        default:
            context.report(.error(.expected("true or false", not: value.described), at: value.location))
            return nil
        }
    }

    /// The value of a field that counts something; `nil` if it is absent, isn't a number of things, which is reported, or is
    /// more than `Int` can represent.
    package mutating func count(_ name: FieldName) -> Int? {
        guard let value = node(name) else { return nil }
        switch value.scalar {
        case .integer(let text) where !text.hasPrefix("-"): return Int(text)
        case .number(let text):
            // JSON Schema counts 5.0 as an integer (JSON Schema Core 2020-12, 4.2.3).
            if let number = Double(text).flatMap({ Int(exactly: $0) }), number >= 0 { return number }
        default: break
        }
        context.report(.warning(.expectedCount(value), at: value.location))
        return nil
    }

    /// The elements of a sequence field; empty if it is absent or null.
    package mutating func elements(_ name: FieldName) -> [Node] {
        guard let value = node(name), !value.isNull else { return [] }
        guard value.kind == .sequence else {
            context.report(.error(.expectedSequence(not: value), at: value.location))
            return []
        }
        return Array(value.elements)
    }

    /// The texts of a sequence field; empty if it is absent or null.
    package mutating func texts(_ name: FieldName) -> [SpecText] { elements(name).compactMap { text(of: $0) } }

    /// The object in a field; `nil` if it is absent or can't be decoded.
    package mutating func value<Value: NodeDecodable>(_ name: FieldName) -> Value? {
        node(name).flatMap { Value.resolved($0, context) }
    }

    /// The objects in a sequence field; empty if it is absent or null.
    package mutating func values<Value: NodeDecodable>(_ name: FieldName) -> [Value] {
        elements(name).compactMap { Value.resolved($0, context) }
    }

    /// The entries of a map field, whose keys the document's author chooses; empty if it is absent or null.
    package mutating func map(_ name: FieldName) -> [Entry] {
        guard let stated = node(name), !stated.isNull else { return [] }
        guard let value = stated.isPlainReference ? context.followed(stated) : stated else { return [] }
        guard value.kind == .mapping else {
            let isMediaType = name == .content && value.text?.contains("/") == true
            context.report(
                .error(
                    isMediaType ? .typeWithoutSchema(value) : .expectedMapping(not: value), at: value.location))
            return []
        }
        return Array(value.entries)
    }

    /// The entries of a map field whose values are objects. A misplaced `title`, `summary` or `description` among them
    /// is left out, which is reported.
    package mutating func objects(_ name: FieldName) -> [Entry] { map(name).filter { !context.isMisplacedText($0) } }

    /// The entries of an object with patterned fields, such as the Paths Object, without specification extensions.
    package mutating func patterned(_ name: FieldName) -> [Entry] { objects(name).filter { !$0.isExtension } }

    /// The objects of a map field with their keys; empty if it is absent or null.
    package mutating func named<Value: NodeDecodable>(_ name: FieldName) -> [Named<Value>] {
        objects(name).compactMap { entry in
            Value.resolved(entry.value, context).map {
                Named(name: entry.keyText, location: entry.key.location, value: $0)
            }
        }
    }

    /// The schema in a field; `nil` if it is absent.
    package mutating func schema(_ name: FieldName) -> SchemaID? { node(name).map { context.schema(at: $0) } }

    /// Marks fields that don't affect the generated code as known, such as `externalDocs`.
    package mutating func ignore(_ names: FieldName...) {
        for name in names { possible.insert(name) }
        // Objects have fewer unread fields than there are names, so the loop is over the fields.
        for index in entries.indices where !taken.contains(index) {
            if let name = table.name(of: entries[index]), names.contains(name) { taken.insert(index) }
        }
    }

    /// Reports unknown fields: those that have not been read, without specification extensions (`x-…`). A misspelled one
    /// is an error, because a part of the API would be lost; one of documentation a warning.
    ///
    /// - Parameter allowsOthers: Whether the object may have fields that the specification doesn't name.
    package func finish(allowsOthers: Bool = false) {
        for index in entries.indices where !taken.contains(index) && !entries[index].isExtension {
            let entry = entries[index]
            let location = entry.key.location
            if entry.keyText.keyBeforeNoBreakSpace != nil {
                context.report(.error(.fieldWithoutSpace(entry.keyText, of: object), at: location))
            } else if entry.keyText.hasPrefix("\u{A0}") {
                context.report(.error(.indentedField(entry.keyText, of: object), at: location))
            } else if let name = misspelled(entry) {
                let message = Diagnostic.Message.misspelledField(entry.keyText, of: object, name.text)
                let isText = Self.documentationFields.contains(name)
                context.report(isText ? .warning(message, at: location) : .error(message, at: location))
            } else if !allowsOthers || isLikeProperty(entry) {
                let hint = MovedFields.hint(entry.keyText, of: object, context.version) ?? hint(entry)
                context.report(.warning(.unknownField(entry.keyText, of: object, hint), at: location))
            }
        }
    }

    /// The hint about a field that the object may have, and lacks, instead of one that belongs elsewhere.
    private func hint(_ entry: Entry) -> Diagnostic.Text? {
        if isLikeProperty(entry) { return "put a property into properties" }
        return NearMiss.misspelled(entry.keyText, among: lacking.map(\.text)).map {
            "did you mean \($0)?"
        }
    }

    /// Whether an unknown keyword looks like a property: its value is a schema, and the object has no `properties`.
    private func isLikeProperty(_ entry: Entry) -> Bool {
        guard object == "Schema Object", entry.value.kind == .mapping,
            table.number(of: .properties).flatMap({ entries.index(ofKey: $0) }) == nil
        else { return false }
        return [FieldName.type, .ref].contains { entry.value[$0.text]?.kind == .scalar }
    }

    /// The fields that the object may have, and lacks.
    private var lacking: [FieldName] {
        FieldName.allCases.filter { name in
            possible.contains(name) && table.number(of: name).flatMap { entries.index(ofKey: $0) } == nil
        }
    }

    /// The field that the object may have, and lacks, and that an unknown one is a misspelling of.
    private func misspelled(_ entry: Entry) -> FieldName? {
        // The field of another object is misplaced, not misspelled.
        guard table.name(of: entry) == nil else { return nil }
        let lacking = lacking
        let names = lacking.map(\.text)
        let nearest = NearMiss.misspelled(entry.keyText, among: names)
        return nearest.flatMap { names.firstIndex(of: $0) }.map { lacking[$0] }
    }

    /// The text of a scalar; `nil` if it is null, or isn't a scalar, which is reported.
    func text(of node: Node, isNeeded: Bool = true) -> SpecText? {
        if node.isNull { return nil }
        if let text = node.text ?? referencedText(node) { return text }
        let message = Diagnostic.Message.expected("text", not: node.described)
        context.report(isNeeded ? .error(message, at: node.location) : .warning(message, at: node.location))
        return nil
    }

    /// For each object, the field whose value people write in place of the object.
    private static let mainKeys = [
        "Server Object": "url", "Discriminator Object": "propertyName", "Tag Object": "name", "Schema Object": "type",
        "Server Variable Object": "default", "Response Object": "description", "Info Object": "title",
    ]

    /// The fields that are documentation.
    fileprivate static let documentationFields: [FieldName] = [.title, .summary, .description]

    /// The text that a reference leads to. OpenAPI doesn't have such references, but some documents have long texts in
    /// files of their own.
    private func referencedText(_ node: Node) -> SpecText? {
        guard let target = node[FieldName.ref.text], let reference = Reference(target, context) else { return nil }
        context.report(.warning(.textReference, at: node.location))
        return context.references.target(of: reference, isNeeded: false)?.node.text ?? ""
    }
}

extension Node {
    /// Whether the node is a mapping with the single key `$ref`.
    fileprivate var isPlainReference: Bool {
        kind == .mapping && entries.count == 1 && self[FieldName.ref.text]?.kind == .scalar
    }
}

extension DecodingContext {
    /// Whether an entry of a map of objects is a misplaced `title`, `summary` or `description`, which is reported.
    func isMisplacedText(_ entry: Entry) -> Bool {
        guard case .string = entry.value.scalar,
            let field = references.fieldTable(of: entry.key).name(of: entry), Fields.documentationFields.contains(field)
        else { return false }
        report(.warning(.misplacedField(field.text), at: entry.key.location))
        return true
    }
}

extension Entry {
    /// Whether the key is a specification extension (OpenAPI 3.2.0, section 5).
    package var isExtension: Bool { keyText.isExtension }
}

extension SpecText {
    /// Whether a key is a specification extension (OpenAPI 3.2.0, section 5).
    var isExtension: Bool { utf8.starts(with: "x-".utf8) }
}

extension Diagnostic.Message {
    package static func misplacedField(_ name: SpecText) -> Self {
        Self(.unknownField, "\(name) is not allowed in this map, whose values must be objects; it is ignored")
    }
    package static let textReference = Self(
        .unusualReference, "OpenAPI does not allow a reference in place of text; it is followed anyway")
    package static let quotedFlag = Self(
        .wrongValue, "this is text, and read as a Boolean", hint: "write true and false without quotes")

    static func expectedCount(_ found: Node) -> Self {
        Self(.wrongValue, "expected a whole number from 0 on here, not \(found.described); it is ignored")
    }

    static func typeWithoutSchema(_ type: Node) -> Self {
        expected(
            "a mapping", not: type.described,
            hint: "write {\(Diagnostic.Text("\(unquoted: type.text ?? "")")): {schema: …}}")
    }

    package static func missingField(_ name: SpecText, of object: String) -> Self {
        Self(.missingField, "the \(object) lacks the required field \(name)")
    }

    package static func misspelledField(_ name: SpecText, of object: String, _ meant: SpecText) -> Self {
        Self(.misspelledField, "\(name) is not a field of the \(object)", hint: "did you mean \(meant)?")
    }

    /// A key begins with a no-break space that was meant to indent it. In YAML, it is part of the key.
    package static func indentedField(_ name: SpecText, of object: String) -> Self {
        Self(
            .misspelledField, "\(name) is not a field of the \(object): it begins with a no-break space (U+00A0)",
            hint: "indent with ordinary spaces")
    }

    /// A no-break space follows a colon, which therefore is part of the key.
    package static func fieldWithoutSpace(_ name: SpecText, of object: String) -> Self {
        Self(.misspelledField, "\(name) is not a field of the \(object)", hint: .noBreakSpaceAfterColon)
    }

    package static func unknownField(_ name: SpecText, of object: String, _ hint: Diagnostic.Text? = nil) -> Self {
        Self(.unknownField, "\(name) is not a field of the \(object); it is ignored", hint: hint)
    }
}
