package import MartletSource

/// Where the API, or some of its operations, are served: a type whose cases are the servers of the document.
package struct ServerSet: Sendable {
    /// The type within the client's, such as `Server`.
    package let name: Identifier
    package let cases: [Case]

    /// A server that the document names.
    package struct Case: Sendable {
        /// The case, such as `eu`.
        package let name: Identifier
        /// The URL, in pieces.
        package let url: [Piece]
        /// As the document has it.
        package let text: SpecText
        package let variables: [Variable]
        /// Whether the URL has no host of its own, so that callers have to say where it is relative to.
        package let isRelative: Bool
        package let description: SpecText?

        /// Whether a server can be named without an argument.
        package var isComplete: Bool { !isRelative }
    }

    /// A stretch of a URL.
    package enum Piece: Sendable {
        case text(SpecText)
        /// The variable with that index.
        case variable(Int)
    }

    /// A part of a URL that callers can choose (Server Variable Object, 4.6).
    package struct Variable: Sendable {
        package let label: Identifier
        /// The type of a variable with a choice of values; `nil` when any text will do.
        package let type: Choice?
        package let defaultValue: SpecText
        package let description: SpecText?

        /// The member of the type that is the default; `nil` when any text will do.
        package var defaultMember: Identifier? {
            type.flatMap { type in (type.cases.first { $0.value == defaultValue } ?? type.cases.first)?.name }
        }
    }

    /// The values that a variable can have.
    package struct Choice: Sendable {
        package let name: Identifier
        package let cases: [(name: Identifier, value: SpecText)]
    }
}
