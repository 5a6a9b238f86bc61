import Foundation

/// A type in the notation of `Templates/README.md`.
indirect enum ReferenceType {
    /// A word for values without keys: `text`, `name`, `flag` …
    case word(String)
    /// An object with the keys of the table of that name.
    case object(String)
    /// One of the keys of the table of that name.
    case choice(String)
    case list(ReferenceType)
    case either([ReferenceType])

    static let words = ["text", "name", "type", "literal", "markdown", "string", "flag", "null"]

    /// - Returns: `nil` for what is no type.
    init?(_ notation: some StringProtocol) {
        if notation.hasPrefix("list of ") {
            guard let element = ReferenceType(notation.dropFirst("list of ".count)) else { return nil }
            self = .list(element)
            return
        }
        let alternatives = notation.components(separatedBy: " or ").compactMap(Self.single)
        guard alternatives.count == notation.components(separatedBy: " or ").count else { return nil }
        self = alternatives.count == 1 ? alternatives[0] : .either(alternatives)
    }

    private static func single(_ notation: String) -> ReferenceType? {
        if notation.hasPrefix("one of ") { return .choice(String(notation.dropFirst("one of ".count))) }
        if words.contains(notation) { return .word(notation) }
        return notation.first?.isUppercase == true ? .object(notation) : nil
    }

    /// The alternative types of a value.
    var alternatives: [ReferenceType] { if case .either(let types) = self { types } else { [self] } }

    /// The tables that the type names.
    var tables: [String] {
        switch self {
        case .word: []
        case .object(let name), .choice(let name): [name]
        case .list(let element): element.tables
        case .either(let types): types.flatMap(\.tables)
        }
    }
}
