/// What a template sees: a closed set of kinds, so that nothing but prepared text can reach the output.
///
/// In a section, `null`, `false`, the empty string and the empty list are false; everything else is true. (The Mustache
/// specification leaves the empty string to `!!data`; this is JavaScript's reading of it.)
package enum TemplateValue: Sendable {
    /// A key that is known and has no value: false in a section, nothing when interpolated.
    case null
    /// A condition; interpolates as `true` or `false`.
    case bool(Bool)
    /// Text that is placed as it is, or HTML-escaped when the set says so.
    case string(String)
    /// What a section repeats over, in this order.
    case list([TemplateValue])
    /// Values by key; a section opens it as the innermost scope.
    case object(TemplateObject)

    /// Whether a section over this value is rendered, and an inverted one is not.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .string(let text): !text.isEmpty
        case .list(let items): !items.isEmpty
        case .object: true
        }
    }

    /// What to call this value in a message.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .string: "a string"
        case .list: "a list"
        case .object: "an object"
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
