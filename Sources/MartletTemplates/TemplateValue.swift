/// What a template sees: a closed set of kinds, so that nothing but prepared text can reach the output.
///
/// In a section, `null`, `false`, the empty string and the empty list are false; everything else is true. (The Mustache
/// specification leaves the empty string to `!!data`; this is JavaScript's reading of it.)
package enum TemplateValue: Sendable {
    /// A key that is known and has no value: false in a section, nothing when interpolated.
    case null
    /// A condition; interpolates as `true` or `false`.
    case bool(Bool)
    /// Text that is placed as it is, or HTML-escaped when the set says so: names, types and literals.
    case string(String)
    /// Text of a document, which is placed through an encoding alone.
    case text(TemplateText)
    /// What a section repeats over, in this order.
    case list([TemplateValue])
    /// Values by key; a section opens it as the innermost scope.
    case object(TemplateObject)
    /// One of several kinds; a section over one of its keys is rendered for that kind alone.
    indirect case choice(TemplateChoice)

    /// Whether a section over this value is rendered, and an inverted one is not.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .string(let text): !text.isEmpty
        case .text(let text): !text.unencoded.isEmpty
        case .list(let items): !items.isEmpty
        case .object, .choice: true
        }
    }

    /// What to call this value in a message.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .string: "a string"
        case .text: "text of the document"
        case .list: "a list"
        case .object, .choice: "an object"
        }
    }

    /// The value of a key; `nil` when there is no such key.
    subscript(key: String) -> TemplateValue? {
        switch self {
        case .object(let object): object[key]
        case .choice(let choice): choice[key]
        case .null, .bool, .string, .text, .list: nil
        }
    }

    /// The keys that the value has.
    var keys: [String] {
        switch self {
        case .object(let object): object.keys
        case .choice(let choice): choice.kinds
        case .null, .bool, .string, .text, .list: []
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral {
    /// Makes a `string`.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    /// Makes a `bool`.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension TemplateValue: ExpressibleByArrayLiteral {
    /// Makes a `list`.
    package init(arrayLiteral elements: TemplateValue...) {
        self = .list(elements)
    }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    /// Makes an `object` of keys that differ.
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(TemplateObject(elements))
    }
}

extension TemplateValue: ExpressibleByNilLiteral {
    /// Makes a `null`.
    package init(nilLiteral: ()) {
        self = .null
    }
}
