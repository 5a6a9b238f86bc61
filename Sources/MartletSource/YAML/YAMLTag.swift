/// What a tag of a YAML document says a node is (YAML 1.2 section 10).
enum YAMLTag: Equatable {
    /// `!`: a string, mapping or sequence, whatever the text looks like.
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
    /// `!!merge`, the tag that a plain `<<` has (YAML's language-independent type "merge").
    case merge

    /// Where the tags of YAML's own types begin, for which `!!` stands.
    private static let prefix = "tag:yaml.org,2002:"

    /// A tag by its full name; nil for those that JSON has no type for.
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

    /// Whether a mapping or a sequence may have the tag.
    func fits(_ form: NodeRecord.Form) -> Bool {
        self == .nonSpecific || self == (form == .mapping ? .mapping : .sequence)
    }

    /// The form of a scalar with this tag and that text; nil when the text is no such value.
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

    /// A tag as its author has most likely written it.
    static func shorthand(_ name: String) -> SpecText {
        SpecText(name.hasPrefix(prefix) ? "!!" + name.dropFirst(prefix.count) : name)
    }
}

extension Diagnostic.Message {
    /// A tag other than those of the types that JSON has (OpenAPI 3.1 section 4.3).
    static func unsupportedTag(_ name: String) -> Self {
        """
        the tag \(YAMLTag.shorthand(name)) is not supported; those of JSON's types are: \
        !!str, !!int, !!float, !!bool, !!null, !!map and !!seq
        """
    }

    /// A tag on a value that is nothing of the kind.
    static func unfitTag(_ name: String) -> Self {
        "the tag \(YAMLTag.shorthand(name)) does not fit this value"
    }
}
