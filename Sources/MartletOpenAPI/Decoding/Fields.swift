package import MartletSource

/// The fixed fields of one OpenAPI object, taken one by one; what nobody took is reported by `finish()`.
///
/// This is the one way in which objects are decoded, so that every unknown, missing or ill-typed field is reported alike.
package struct Fields {
    /// The name that the OpenAPI Specification gives the object, such as `Schema Object`.
    private let object: String
    private let node: Node
    private let entries: Entries
    private let diagnostics: DiagnosticCollector
    private var isTaken: [Bool]

    /// Reports an error and gives `nil` when the node is not a mapping.
    package init?(of node: Node, _ object: String, _ diagnostics: DiagnosticCollector) {
        guard node.kind == .mapping else {
            diagnostics.report(.error(.expected("a mapping (\(object))"), at: node.location))
            return nil
        }
        self.object = object
        self.node = node
        self.entries = node.entries
        self.diagnostics = diagnostics
        isTaken = Array(repeating: false, count: entries.count)
    }

    /// The key and value of a field, or `nil` when it is absent.
    package mutating func entry(_ name: SpecText) -> Entry? {
        for (index, entry) in entries.enumerated() where entry.key.text == name {
            isTaken[index] = true
            return entry
        }
        return nil
    }

    /// The value of a field, or `nil` when it is absent.
    package mutating func node(_ name: SpecText) -> Node? {
        entry(name)?.value
    }

    /// The value of a field that has to be there.
    package mutating func required(_ name: SpecText) -> Node? {
        let value = node(name)
        if value == nil {
            diagnostics.report(.error(.missingField(name, of: object), at: node.location))
        }
        return value
    }

    /// The text of a scalar field; numbers and booleans count with their text as written, null does not.
    package mutating func text(_ name: SpecText) -> SpecText? {
        node(name).flatMap { text(of: $0) }
    }

    /// The text of a scalar field that has to be there.
    package mutating func requiredText(_ name: SpecText) -> SpecText? {
        required(name).flatMap { text(of: $0) }
    }

    /// A boolean field, `false` when absent.
    package mutating func flag(_ name: SpecText) -> Bool {
        guard let value = node(name) else { return false }
        if case .bool(let flag) = value.scalar { return flag }
        diagnostics.report(.error(.expected("true or false"), at: value.location))
        return false
    }

    /// The elements of a sequence field, none when absent.
    package mutating func elements(_ name: SpecText) -> [Node] {
        guard let value = node(name) else { return [] }
        guard value.kind == .sequence else {
            diagnostics.report(.error(.expected("a sequence"), at: value.location))
            return []
        }
        return Array(value.elements)
    }

    /// The texts of a sequence field, none when absent.
    package mutating func texts(_ name: SpecText) -> [SpecText] {
        elements(name).compactMap { text(of: $0) }
    }

    /// The object in a field.
    package mutating func value<Value: NodeDecodable>(_ name: SpecText) -> Value? {
        node(name).flatMap { Value($0, diagnostics) }
    }

    /// The objects in a sequence field, none when absent.
    package mutating func values<Value: NodeDecodable>(_ name: SpecText) -> [Value] {
        elements(name).compactMap { Value($0, diagnostics) }
    }

    /// The entries of a map field whose keys are free, specification extensions aside; none when absent.
    package mutating func map(_ name: SpecText) -> [Entry] {
        guard let value = node(name) else { return [] }
        guard value.kind == .mapping else {
            diagnostics.report(.error(.expected("a mapping"), at: value.location))
            return []
        }
        return value.entries.filter { !$0.isExtension }
    }

    /// The objects of a map field under their names, none when absent.
    package mutating func named<Value: NodeDecodable>(_ name: SpecText) -> [Named<Value>] {
        map(name).compactMap { entry in
            Value(entry.value, diagnostics).map {
                Named(name: entry.keyText, location: entry.key.location, value: $0)
            }
        }
    }

    /// The first of these fields that is there, as something that martlet can't generate yet.
    package mutating func unsupported(_ names: SpecText...) -> Unsupported? {
        var first: Unsupported?
        for name in names {
            guard let entry = entry(name), first == nil else { continue }
            first = Unsupported("\(name) in a \(object)", at: entry.key.location)
        }
        return first
    }

    /// Takes fields that say nothing about the generated code, such as `externalDocs`.
    package mutating func ignore(_ names: SpecText...) {
        for name in names { _ = entry(name) }
    }

    /// Warns of the fields that nobody took; extensions (`x-…`) are let through.
    package func finish() {
        for (index, entry) in entries.enumerated() where !isTaken[index] && !entry.isExtension {
            diagnostics.report(.warning(.unknownField(entry.keyText, of: object), at: entry.key.location))
        }
    }

    private func text(of node: Node) -> SpecText? {
        switch node.scalar {
        case .null: return nil
        case .some: return node.text
        case nil:
            diagnostics.report(.error(.expected("text"), at: node.location))
            return nil
        }
    }
}

extension Entry {
    /// Whether the key is a specification extension (OpenAPI 3.0.3, section 4.9).
    package var isExtension: Bool { keyText.unencoded.utf8.starts(with: "x-".utf8) }
}

extension Diagnostic.Message {
    /// - Parameter what: what should stand there, in our words.
    package static func expected(_ what: String) -> Self { "expected \(what) here" }

    package static func missingField(_ name: SpecText, of object: String) -> Self {
        "the \(object) lacks the required field \(name)"
    }

    package static func unknownField(_ name: SpecText, of object: String) -> Self {
        "\(name) is not a field of the \(object); it is ignored"
    }
}
