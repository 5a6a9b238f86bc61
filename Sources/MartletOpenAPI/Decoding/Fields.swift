package import MartletSource

/// The fixed fields of one OpenAPI object, taken one by one; what nobody took is reported by `finish()`.
///
/// This is the one way in which objects are decoded, so that every unknown, missing or ill-typed field is reported alike.
package struct Fields {
    /// The name that the OpenAPI Specification gives the object, such as `Schema Object`.
    private let object: String
    let node: Node
    let context: DecodingContext
    private let entries: Entries
    private var taken = TakenEntries()

    /// Reports an error and gives `nil` when the node is not a mapping.
    package init?(of node: Node, _ object: String, _ context: DecodingContext) {
        guard node.kind == .mapping else {
            context.report(.error(.expected("a mapping (\(object))"), at: node.location))
            return nil
        }
        self.object = object
        self.node = node
        self.context = context
        entries = node.entries
    }

    /// The key and value of a field, or `nil` when it is absent.
    package mutating func entry(_ name: FieldName) -> Entry? {
        guard let index = entries.index(ofKey: name.rawValue) else { return nil }
        taken.insert(index)
        return entries[index]
    }

    /// The value of a field, or `nil` when it is absent.
    package mutating func node(_ name: FieldName) -> Node? { entry(name)?.value }

    /// The value of a field that has to be there and without which the object means nothing.
    package mutating func required(_ name: FieldName) -> Node? {
        let value = node(name)
        if value == nil { context.report(.error(.missingField(name.text, of: object), at: node.location)) }
        return value
    }

    /// Warns when a field is absent that has to be there and that a client can do without.
    package mutating func expect(_ name: FieldName) {
        guard entry(name) == nil else { return }
        context.report(.warning(.missingField(name.text, of: object), at: node.location))
    }

    /// The text of a scalar field; numbers and booleans count with their text as written, null does not. There is a client
    /// without text that is there to be read.
    package mutating func text(_ name: FieldName) -> SpecText? {
        node(name).flatMap { text(of: $0, isNeeded: !Self.prose.contains(name)) }
    }

    /// The text of a scalar field that has to be there and without which the object means nothing.
    package mutating func requiredText(_ name: FieldName) -> SpecText? { required(name).flatMap { text(of: $0) } }

    /// A boolean field; `nil` when absent.
    package mutating func flag(_ name: FieldName) -> Bool? {
        guard let value = node(name) else { return nil }
        switch value.scalar {
        case .bool(let flag): return flag
        // Written by tools that know no other way, and clear enough.
        case .string("true"), .string("false"):
            context.report(.warning(.quotedFlag, at: value.location))
            return value.text == "true"
        default:
            context.report(.error(.expected("true or false"), at: value.location))
            return nil
        }
    }

    /// A number of things; `nil` when absent or out of any reasonable range.
    package mutating func count(_ name: FieldName) -> Int? {
        guard let value = node(name), case .integer(let text) = value.scalar else { return nil }
        return Int(text.unencoded)
    }

    /// The elements of a sequence field, none when absent or null.
    package mutating func elements(_ name: FieldName) -> [Node] {
        guard let value = node(name), !value.isNull else { return [] }
        guard value.kind == .sequence else {
            context.report(.error(.expected("a sequence"), at: value.location))
            return []
        }
        return Array(value.elements)
    }

    /// The texts of a sequence field, none when absent.
    package mutating func texts(_ name: FieldName) -> [SpecText] { elements(name).compactMap { text(of: $0) } }

    /// The object in a field.
    package mutating func value<Value: NodeDecodable>(_ name: FieldName) -> Value? {
        node(name).flatMap { Value.resolved($0, context) }
    }

    /// The objects in a sequence field, none when absent.
    package mutating func values<Value: NodeDecodable>(_ name: FieldName) -> [Value] {
        elements(name).compactMap { Value.resolved($0, context) }
    }

    /// The entries of a map field whose keys are free; none when absent or null.
    package mutating func map(_ name: FieldName) -> [Entry] {
        guard let stated = node(name), !stated.isNull else { return [] }
        guard let value = stated.isReferenceAlone ? context.followed(stated) : stated else { return [] }
        guard value.kind == .mapping else {
            context.report(.error(.expected("a mapping"), at: value.location))
            return []
        }
        return Array(value.entries)
    }

    /// The entries of a map field whose values are objects. A title or description among them, of which OpenAPI knows none
    /// there, is left out.
    package mutating func objects(_ name: FieldName) -> [Entry] { map(name).filter { !context.isMisplacedProse($0) } }

    /// The entries of an object whose keys follow a pattern, as those of `paths` do, specification extensions aside.
    package mutating func patterned(_ name: FieldName) -> [Entry] { objects(name).filter { !$0.isExtension } }

    /// The objects of a map field under their names, none when absent.
    package mutating func named<Value: NodeDecodable>(_ name: FieldName) -> [Named<Value>] {
        objects(name).compactMap { entry in
            Value.resolved(entry.value, context).map {
                Named(name: entry.keyText, location: entry.key.location, value: $0)
            }
        }
    }

    /// The schema in a field.
    package mutating func schema(_ name: FieldName) -> SchemaID? { node(name).map { context.schema(at: $0) } }

    /// Takes fields that say nothing about the generated code, such as `externalDocs`.
    package mutating func ignore(_ names: FieldName...) {
        // Few fields are left by then, and many names are not there.
        for index in entries.indices where !taken.contains(index) {
            let number = entries[index].keyNumber
            if names.contains(where: { $0.rawValue == number }) { taken.insert(index) }
        }
    }

    /// The fields that nobody took, extensions (`x-…`) aside.
    var rest: [Entry] {
        entries.indices.lazy.filter { [taken] in !taken.contains($0) }.map { entries[$0] }.filter { !$0.isExtension }
    }

    /// Warns of the fields that nobody took.
    package func finish() {
        for entry in rest {
            context.report(.warning(.unknownField(entry.keyText, of: object), at: entry.key.location))
        }
    }

    /// The text of a scalar; `nil` for null, and for what is no scalar, which is reported.
    func text(of node: Node, isNeeded: Bool = true) -> SpecText? {
        if node.isNull { return nil }
        if let text = node.text ?? referencedText(node) { return text }
        let message = Diagnostic.Message.expected("text")
        context.report(isNeeded ? .error(message, at: node.location) : .warning(message, at: node.location))
        return nil
    }

    /// The fields whose text is there to be read.
    fileprivate static let prose: [FieldName] = [.title, .summary, .description]

    /// The text that a reference leads to. OpenAPI has no such references, but some documents keep long texts in files.
    private func referencedText(_ node: Node) -> SpecText? {
        guard let target = node[FieldName.ref.text], let reference = Reference(target, context) else { return nil }
        context.report(.warning(.textReference, at: node.location))
        return context.references.target(of: reference, isNeeded: false)?.node.text ?? ""
    }
}

extension Node {
    /// Whether the node is a mapping with a reference and nothing else, which no map of named things is.
    fileprivate var isReferenceAlone: Bool {
        kind == .mapping && entries.count == 1 && entries[0].keyNumber == FieldName.ref.rawValue
            && entries[0].value.kind == .scalar
    }
}

extension DecodingContext {
    /// Whether an entry of a map of objects is text where an object should be, which is reported.
    func isMisplacedProse(_ entry: Entry) -> Bool {
        guard case .string = entry.value.scalar,
            let field = FieldName(rawValue: entry.keyNumber), Fields.prose.contains(field)
        else { return false }
        report(.warning(.misplacedProse(field.text), at: entry.key.location))
        return true
    }
}

extension Entry {
    package var isExtension: Bool { keyText.isExtension }
}

extension SpecText {
    /// Whether a key is a specification extension (OpenAPI 3.2.0, section 4.26).
    var isExtension: Bool { utf8.starts(with: "x-".utf8) }
}

extension Diagnostic.Message {
    /// - Parameter what: what should stand there, in our words.
    package static func expected(_ what: String) -> Self { "expected \(what) here" }
    package static func misplacedProse(_ name: SpecText) -> Self {
        "there is no \(name) here, where each key names an object; it is ignored"
    }
    package static let textReference: Self = "OpenAPI has no references to text; this one is followed all the same"
    package static let quotedFlag: Self = "true and false are written without quotes"

    package static func missingField(_ name: SpecText, of object: String) -> Self {
        "the \(object) lacks the required field \(name)"
    }

    package static func unknownField(_ name: SpecText, of object: String) -> Self {
        "\(name) is not a field of the \(object); it is ignored"
    }
}
