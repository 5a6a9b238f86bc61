import MartletOpenAPI
package import MartletSource

/// A limit for the number of parts that a document may describe, because a small document can describe very many.
struct Allowance {
    private let kind: Kind
    private let limit: Int
    private var taken = 0

    enum Kind {
        case schemas, properties, unionKeys
    }

    /// Whether more than the limit was taken, which has been reported.
    var isExceeded: Bool { taken > limit }

    init(_ kind: Kind, _ limit: Int) {
        self.kind = kind
        self.limit = limit
    }

    /// Takes a number of parts from the rest; returns false if the rest is smaller, which is an error at the first such schema.
    mutating func takes(_ count: Int, at location: Location, _ diagnostics: DiagnosticCollector) -> Bool {
        let isFirst = !isExceeded
        taken += count
        if isExceeded, isFirst { diagnostics.report(.error(message, at: location)) }
        return !isExceeded
    }

    private var message: Diagnostic.Message {
        switch kind {
        case .schemas: .tooManyMembers(limit)
        case .properties: .tooManyProperties(limit)
        case .unionKeys: .tooManyKeys(limit)
        }
    }
}

extension Diagnostic.Message {
    package static func tooManyMembers(_ limit: Int) -> Self {
        Self(.limit, "the schemas up to this one take over more than \(limit) others through allOf")
    }

    package static func tooManyProperties(_ limit: Int) -> Self {
        Self(
            .limit,
            "the schemas up to this one have more than \(limit) properties, with those that they take over through allOf"
        )
    }

    package static func tooManyKeys(_ limit: Int) -> Self {
        Self(.limit, "the unions up to this one, and those within them, have more than \(limit) properties")
    }

    /// - Parameter limit: The greatest number of keys.
    package static func untoldAlternatives(_ limit: Int) -> Self {
        Self(
            .limit,
            """
            the properties of these schemas would take more than \(limit) comparisons to tell values apart; the first schema \
            that fits is used
            """)
    }
}
