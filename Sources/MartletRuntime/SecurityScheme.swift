/// A security scheme as the document names it, and where its credential goes (OpenAPI, Security Scheme Object).
public struct SecurityScheme: Sendable, Hashable {
    /// The name under which ``Configuration/credentials`` holds the credential.
    public let name: String

    /// The header that carries the credential.
    let header: String

    /// A scheme of `type: apiKey` and `in: header`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - header: The name of the header.
    public static func apiKey(_ name: String, header: String) -> SecurityScheme {
        SecurityScheme(name: name, header: header)
    }
}
