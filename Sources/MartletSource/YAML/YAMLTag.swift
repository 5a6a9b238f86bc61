/// A tag of a YAML node for one of JSON's types (YAML 1.2.2, 10).
enum YAMLTag: Equatable {
    /// `!`: a string, a mapping or a sequence, even if the text looks like another type.
    case nonSpecific
    /// `!!str`.
    case string
    /// `!!int`.
    case integer
    /// `!!float`.
    case float
    /// `!!bool`.
    case bool
    /// `!!null`.
    case null
    /// `!!map`.
    case mapping
    /// `!!seq`.
    case sequence
    /// `!!merge`, the tag of a plain `<<` (Merge Key Language-Independent Type for YAML 1.1).
    case merge

    /// The prefix of YAML's own tags, which `!!` abbreviates.
    private static let prefix = "tag:yaml.org,2002:"

    /// Creates a tag from its full name; `nil` for a type that JSON doesn't have.
    init?(_ name: String) {
        switch name {
        case "!": self = .nonSpecific
        case Self.prefix + "str": self = .string
        case Self.prefix + "int": self = .integer
        case Self.prefix + "float": self = .float
        case Self.prefix + "bool": self = .bool
        case Self.prefix + "null": self = .null
        case Self.prefix + "map": self = .mapping
        case Self.prefix + "seq": self = .sequence
        case Self.prefix + "merge": self = .merge
        default: return nil
        }
    }

    /// Whether a mapping or a sequence can have the tag.
    func fits(_ form: NodeRecord.Form) -> Bool {
        self == .nonSpecific || self == (form == .mapping ? .mapping : .sequence)
    }

    /// The form of a scalar with this tag and the given text; `nil` if the text isn't a value of the tag's type.
    func form(of text: ArraySlice<UInt8>) -> NodeRecord.Form? {
        let type = CoreSchema.type(of: text)
        switch self {
        case .nonSpecific, .string: return .string
        case .integer: return type == .decimal || type == .radix ? .plain : nil
        case .float: return type == .decimal || type == .float || type == .special ? .float : nil
        case .bool: return type == .bool ? .plain : nil
        case .null: return type == .null ? .plain : nil
        case .merge: return text.elementsEqual("<<".utf8) ? .plain : nil
        case .mapping, .sequence: return nil
        }
    }

    /// The short form of a tag's full name, which is most likely what the author wrote.
    static func shorthand(_ name: String) -> SpecText {
        SpecText(name.hasPrefix(prefix) ? "!!" + name.dropFirst(prefix.count) : name)
    }
}

extension Diagnostic.Message {
    /// A tag isn't for one of JSON's types (OpenAPI 3.2.0, section 3.1).
    static func unsupportedTag(_ name: String) -> Self {
        Self(
            .syntax,
            """
            the tag \(YAMLTag.shorthand(name)) is not supported; the tags of JSON's types are: \
            !!str, !!int, !!float, !!bool, !!null, !!map and !!seq
            """)
    }

    /// A tag doesn't match the value.
    static func unfitTag(_ name: String) -> Self {
        Self(.syntax, "the tag \(YAMLTag.shorthand(name)) does not fit this value")
    }
}
