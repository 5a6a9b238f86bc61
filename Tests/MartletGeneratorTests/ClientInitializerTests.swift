import Foundation
import Testing

@Suite("The client's initializer")
struct ClientInitializerTests {
    private static let schemes = """
        key: {type: apiKey, name: K, in: header}
            token: {type: http, scheme: bearer}
            certificate: {type: mutualTLS}
        """

    /// The arguments that the initializer of a client has, for operations with these requirements.
    private func arguments(_ security: String..., servers: String = "{url: 'https://a.example'}") throws -> [String] {
        let paths = security.enumerated().map { index, security in
            "/\(index): {get: {\(security), responses: {'204': {description: d}}}}"
        }
        let generation = try Generation(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [\(servers)]
            paths: {\(paths.joined(separator: ", "))}
            components:
              securitySchemes:
                \(Self.schemes)
            """
        )
        #expect(generation.printed.isEmpty, "\(generation.printed)")
        let text = try #require(generation.text(of: "TestClient.swift"))
        let start = try #require(text.range(of: "public init("))
        let list = text[start.upperBound...]
        let end = try #require(list.range(of: ") {\n"))
        return list[..<end.lowerBound].split { ",\n".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("configure:") }
    }

    private static let server = "server: Server = .default"

    @Test("a single credential is required if an operation cannot be called without it")
    func required() throws {
        let expected = ["key: any Credential.Source", Self.server]
        #expect(try arguments("security: [{key: []}]") == expected)
        #expect(try arguments("security: [{key: []}]", "security: []") == expected)
        #expect(try arguments("security: [{key: []}, {}]", "security: [{key: []}]") == expected)
        #expect(try arguments("security: [{key: [], certificate: []}]") == expected)
    }

    @Test("it is optional if every operation can be called without it")
    func optional() throws {
        let expected = ["key: (any Credential.Source)? = nil", Self.server]
        #expect(try arguments("security: [{key: []}, {}]") == expected)
        #expect(try arguments("security: [{}, {key: []}]", "security: []") == expected)
        // The transport has the certificate.
        #expect(try arguments("security: [{key: []}, {certificate: []}]") == expected)
    }

    @Test("with several credentials each is optional, and a call reports the missing one")
    func several() throws {
        let expected = [
            "key: (any Credential.Source)? = nil", "token: (any Credential.Source)? = nil", Self.server,
        ]
        #expect(try arguments("security: [{key: []}]", "security: [{token: []}]") == expected)
        #expect(try arguments("security: [{key: [], token: []}]") == expected)
    }

    @Test("certificates and unused schemes are not arguments")
    func none() throws {
        #expect(try arguments("security: [{certificate: []}]") == [Self.server])
        #expect(try arguments("security: []") == [Self.server])
    }

    @Test("the server is required if the document has none, or only a relative one")
    func servers() throws {
        #expect(try arguments("security: []", servers: "") == ["server: Server"])
        #expect(try arguments("security: []", servers: "{url: /v1}") == ["server: Server"])
        #expect(
            try arguments("security: []", servers: "{url: 'https://{h}.example', variables: {h: {default: a}}}")
                == ["server: Server = .default()"]
        )
    }
}
