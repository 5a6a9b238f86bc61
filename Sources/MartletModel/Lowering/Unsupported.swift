package import MartletSource

/// A construct of OpenAPI that martlet reads but can't generate code for yet: a named, located, countable thing.
package struct Unsupported: Hashable, Sendable {
    /// The construct in OpenAPI's words, such as `multipart/form-data request body`.
    package let construct: Diagnostic.Message
    package let location: Location

    package init(_ construct: Diagnostic.Message, at location: Location) {
        self.construct = construct
        self.location = location
    }

    /// The warning that tells where the construct is and what becomes of the part that holds it.
    ///
    /// - Parameter consequence: what is generated instead, as a clause: `the property is a JSONValue`.
    package func warning(_ consequence: Diagnostic.Message) -> Diagnostic {
        .warning("\(construct) is not supported yet; \(consequence)", at: location)
    }
}
