package import MartletSource

/// The servers of the API, or of some of its operations: a type with a case for each server.
package struct ServerSet: Sendable {
    /// The name of the type inside the client's, such as `Server`.
    package let name: Identifier
    package let cases: [Case]

    /// A server of the document (OpenAPI 3.2.0, 4.5, Server Object).
    package struct Case: Sendable {
        /// The name of the case, such as `eu`.
        package let name: Identifier
        /// The URL, split at its variables.
        package let url: [Piece]
        /// The URL as the document writes it.
        package let text: SpecText
        package let variables: [Variable]
        /// Whether the URL has no host, so that the caller has to supply a base URL.
        package let isRelative: Bool
        package let description: SpecText?

        /// Whether the server can be used without a base URL from the caller.
        package var isComplete: Bool { !isRelative }
    }

    /// A piece of a URL.
    package enum Piece: Sendable {
        case text(SpecText)
        /// The variable with this index.
        case variable(Int)
    }

    /// A variable of a URL (OpenAPI 3.2.0, 4.6, Server Variable Object).
    package struct Variable: Sendable {
        package let label: Identifier
        /// The enum of a variable with listed values; `nil` when any text is allowed.
        package let type: Choice?
        package let defaultValue: SpecText
        package let description: SpecText?

        /// The enum's case for the default; `nil` when any text is allowed.
        package var defaultMember: Identifier? {
            type.flatMap { type in (type.cases.first { $0.value == defaultValue } ?? type.cases.first)?.name }
        }
    }

    /// The enum of a variable's values.
    package struct Choice: Sendable {
        package let name: Identifier
        package let cases: [(name: Identifier, value: SpecText)]
    }
}
