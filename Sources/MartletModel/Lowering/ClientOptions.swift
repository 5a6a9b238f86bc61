package import MartletSource

/// What the user decides about a client, as far as its declarations go.
package struct ClientOptions: Sendable {
    /// The name of the client's type.
    package let clientName: Identifier
    /// Properties whose values must not show, as `Schema.property`.
    package let secrets: [Secret]

    /// A property of a named schema, both spelled as in the document.
    package struct Secret: Sendable {
        package let schema: SpecText
        package let property: SpecText
        /// Where the configuration names it.
        package let location: Location?

        package init(schema: SpecText, property: SpecText, location: Location?) {
            self.schema = schema
            self.property = property
            self.location = location
        }
    }

    package init(clientName: Identifier, secrets: [Secret] = []) {
        self.clientName = clientName
        self.secrets = secrets
    }
}
