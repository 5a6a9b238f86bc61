/// Names with a meaning in Swift, or in code that is used together with generated code.
package enum ReservedWords {
    /// Names that need backticks (The Swift Programming Language, Lexical Structure, Keywords and Punctuation).
    private static let keywords: Set<String> = [
        "Any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit",
        "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in",
        "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat", "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// For each ASCII byte, the lengths of the keywords that begin with it, as a bit set.
    private static let keywordLengths: [UInt32] = keywords.reduce(into: Array(repeating: 0, count: 128)) {
        lengths, keyword in
        for first in keyword.utf8.prefix(1) { lengths[Int(first)] |= 1 << UInt32(keyword.utf8.count) }
    }

    /// Whether a name needs backticks. The length excludes most names without hashing.
    static func isKeyword(_ name: String) -> Bool {
        guard let first = name.utf8.first, first < 128 else { return false }
        return keywordLengths[Int(first)] & 1 << UInt32(name.utf8.count) != 0 && keywords.contains(name)
    }

    /// Names that no member can have, even in backticks, names of members that would change the type's behaviour, and
    /// `inout`, which can't be a label without backticks, unlike other keywords (Swift Evolution, SE-0001).
    package static let members: Set<String> = [
        "init", "inout", "self", "Self", "Type", "Protocol", "hashValue", "encode", "listProperties",
    ]

    /// Names that no case can have beside those: an enum's own members, and an optional's cases, with which a case of the
    /// enum would be confused.
    static let cases = members.union(["unrecognized", "rawValue", "knownCases", "listedValues", "none", "some"])

    /// Modules that generated code imports, or that every program has.
    package static let modules: Set<String> = [
        "Swift", "Foundation", "FoundationNetworking", "MartletRuntime", "MartletSupport", "MartletCurl",
        "MartletTesting", "main",
    ]

    /// Names of types that generated code or its users commonly need. The list is frozen: a name that is added to it would
    /// rename a model of an existing client.
    package static let types = runtimeTypes.union([
        // Swift
        "Any", "AnyObject", "Array", "ClosedRange", "Collection", "Comparable", "KeyPath", "Range", "AsyncSequence",
        "Bool", "Character", "Codable", "CodingKey", "Decodable",
        "Decoder",
        "Dictionary", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error", "Float", "Hashable", "Hasher",
        "Identifiable", "Int", "Int16", "Int32", "Int64", "Int8", "Main", "Mirror", "Never", "Optional", "Protocol",
        "RawRepresentable", "Result", "Self", "Sendable", "Sequence", "Set", "String", "Substring", "Task", "Type",
        "UInt",
        "UInt16", "UInt32", "UInt64", "UInt8", "Void", "Actor", "Clock", "MainActor", "Regex",
        // Modules
        "Swift", "Foundation", "MartletRuntime", "MartletSupport",
        // Devices of Windows, which can't name the file of a type
        "Aux", "Con", "Nul", "Prn", "Com1", "Com2", "Com3", "Com4", "Com5", "Com6", "Com7", "Com8", "Com9",
        "Lpt1", "Lpt2", "Lpt3", "Lpt4", "Lpt5", "Lpt6", "Lpt7", "Lpt8", "Lpt9",
        // Foundation
        "Data", "Date", "Decimal", "JSONDecoder", "JSONEncoder", "Locale", "TimeZone", "URL", "URLRequest",
        "URLSession",
        "UUID", "Calendar", "Notification", "Measurement", "Progress", "Unit", "Operation", "Process", "Bundle",
        "Thread", "Timer", "Stream", "Host",
    ])

    /// The public types of the runtime, which `Naming.md` lists too. Another type of the runtime gets a place inside one
    /// of these.
    package static let runtimeTypes: Set<String> = [
        "ApiClient", "ApiError", "ApiModel", "ApiResponse", "CalendarDate", "Configuration", "Credential", "DateTime",
        "DecimalText", "HTTPBody", "HTTPHeaders", "HTTPRequest", "HTTPResponse", "JSONPatch", "JSONSequence",
        "JSONValue", "Middleware", "Nullable", "OAuthTokens", "Pages", "RequestOptions", "ServerSentEvents",
        "Transport", "URLSessionTransport",
    ]
}
