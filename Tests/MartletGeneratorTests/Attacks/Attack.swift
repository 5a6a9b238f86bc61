import Testing

/// A hostile document, or one with a common mistake.
struct Attack: Sendable, CustomTestStringConvertible {
    /// Its number in the list of cases, G1 to G96.
    let number: Int
    let document: String
    /// The expected message; after a `!`, an error.
    let says: [String]
    /// Texts that the Swift files must contain.
    let has: [String]
    /// Texts that no Swift file may contain.
    let lacks: [String]

    static let head = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n"
    static let head31 = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

    /// A document, or its schemas.
    enum Document {
        case text(String)
        case schemas(String, Version = .v30)

        enum Version { case v30, v31 }

        var text: String {
            switch self {
            case .text(let text): text
            case .schemas(let schemas, let version):
                (version == .v30 ? Attack.head : Attack.head31) + "paths: {}\ncomponents:\n  schemas:\n"
                    + schemas.split(separator: "\n").map { "    \($0)\n" }.joined()
            }
        }
    }

    init(_ number: Int, _ document: Document, says: [String] = [], has: [String] = [], lacks: [String] = []) {
        self.number = number
        self.document = document.text
        self.says = says
        self.has = has
        self.lacks = lacks
    }

    var testDescription: String { "G\(number): \(document.prefix(200))" }
}
