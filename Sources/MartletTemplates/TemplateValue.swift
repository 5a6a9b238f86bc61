/// A value in the context of a template: a closed set of kinds, so that nothing but prepared values can get into the
/// output.
///
/// In a section, `null`, `false`, the empty string and the empty list are false; everything else is true. (The Mustache
/// specification leaves the empty string to the data; this is JavaScript's interpretation.)
package enum TemplateValue: Sendable {
    /// No value for a known key: false in a section, nothing when interpolated.
    case null
    /// A condition; interpolated as `true` or `false`.
    case bool(Bool)
    /// Text that is inserted unchanged, or HTML-escaped if the set requires it: names, types and literals.
    case string(String)
    /// Text of a document, which can only be placed through an encoding.
    case text(TemplateText)
    /// The items that a section is repeated for, in order.
    case list([TemplateValue])
    /// Values by key; a section over it adds it as the innermost scope.
    case object(TemplateObject)
    /// A value of one of several kinds; a section over a kind's key is rendered for that kind only.
    indirect case choice(TemplateChoice)

    /// Whether a section over this value is rendered, rather than an inverted one.
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

    /// The description of the value in a message.
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

    /// The value of a key; `nil` for an unknown key.
    subscript(key: String) -> TemplateValue? {
        switch self {
        case .object(let object): object[key]
        case .choice(let choice): choice[key]
        case .null, .bool, .string, .text, .list: nil
        }
    }

    /// The known keys.
    var keys: [String] {
        switch self {
        case .object(let object): object.keys
        case .choice(let choice): choice.kinds
        case .null, .bool, .string, .text, .list: []
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral {
    /// Makes a string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    /// Makes a Boolean.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension TemplateValue: ExpressibleByArrayLiteral {
    /// Makes a list.
    package init(arrayLiteral elements: TemplateValue...) {
        self = .list(elements)
    }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    /// Makes an object from unique keys.
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(TemplateObject(elements))
    }
}

extension TemplateValue: ExpressibleByNilLiteral {
    /// Makes a null value.
    package init(nilLiteral: ()) {
        self = .null
    }
}
