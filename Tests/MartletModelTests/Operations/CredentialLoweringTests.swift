import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Security schemes become credentials")
struct CredentialLoweringTests {
    /// A document with security schemes, all of them required, and whatever else is given.
    private func lowered(
        _ schemes: String,
        security: String,
        operations: String = "get: {responses: {'204': {description: d}}}"
    ) throws -> LoweredClient {
        try LoweredClient(
            """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            security: [\(security)]
            paths: {/a: {\(operations)}}
            components:
              securitySchemes:
                \(schemes)
            """
        )
    }

    static let schemes: [(scheme: String, outline: String)] = [
        ("{type: apiKey, name: X-Key, in: header}", "key: header X-Key"),
        ("{type: apiKey, name: 'api key', in: query}", "key: query api key"),
        ("{type: apiKey, name: session, in: cookie}", "key: cookie session"),
        ("{type: http, scheme: basic}", "key: basic"), ("{type: http, scheme: Basic}", "key: basic"),
        ("{type: http, scheme: bearer, bearerFormat: JWT}", "key: bearer"),
        ("{type: http, scheme: BEARER}", "key: bearer"), ("{type: http, scheme: digest}", "key: http Digest"),
        ("{type: http, scheme: DPoP}", "key: http Dpop"),
        (
            "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t.example', scopes: {read: to read}}}}",
            "key: bearer"
        ),
        ("{type: openIdConnect, openIdConnectUrl: 'https://t.example'}", "key: bearer"),
        ("{type: mutualTLS}", "key: mutualTLS, no argument"),
    ]

    @Test("each scheme sends its credential to the standard location", arguments: schemes.indices)
    func scheme(index: Int) throws {
        let row = Self.schemes[index]
        let lowered = try lowered("key: \(row.scheme)", security: "{key: []}")
        #expect(lowered.client.credentials.map(\.outline) == [row.outline])
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }

    @Test("the flows of OAuth 2 are documented with their scopes")
    func flows() throws {
        let lowered = try lowered(
            """
            key:
                  type: oauth2
                  flows:
                    clientCredentials: {tokenUrl: 'https://t.example/token', scopes: {read: to read, write: to write}}
                    implicit: {authorizationUrl: 'https://t.example', scopes: {}}
            """,
            security: "{key: [read]}"
        )
        let flows = try #require(lowered.client.credentials.first?.flows)
        #expect(Set(flows.map(\.name)) == ["clientCredentials", "implicit"])
        let flow = try #require(flows.first { $0.name == "clientCredentials" })
        #expect(flow.tokenURL == "https://t.example/token")
        #expect(flow.scopes.map(\.name) == ["read", "write"])
        #expect(flow.scopes.map(\.description) == ["to read", "to write"])
    }

    @Test("only schemes that operations use are credentials, in the document's order")
    func used() throws {
        let schemes = """
            a: {type: apiKey, name: A, in: header}
                b: {type: apiKey, name: B, in: header}
                c: {type: apiKey, name: C, in: header}
            """
        let lowered = try lowered(
            schemes,
            security: "{c: []}, {a: []}",
            operations: "get: {responses: {'204': {description: d}}}"
        )
        #expect(lowered.client.credentials.map(\.name.text) == ["a", "c"])
        let none = try self.lowered(
            schemes,
            security: "{c: []}",
            operations: "get: {security: [], responses: {'204': {description: d}}}"
        )
        #expect(none.client.credentials.isEmpty)
    }

    /// The operation's own `security`, if any, and what its method needs.
    static let requirements: [(security: String, outline: [[String]])] = [
        ("", [["a"]]), ("security: [], ", []), ("security: [{}], ", [[]]), ("security: [{b: []}], ", [["b"]]),
        ("security: [{b: []}, {a: []}], ", [["b"], ["a"]]), ("security: [{a: [], b: []}], ", [["a", "b"]]),
        ("security: [{b: []}, {}], ", [["b"], []]), ("security: [{a: [], b: []}, {c: []}], ", [["a", "b"], ["c"]]),
    ]

    @Test("an operation has its own requirements, or else the document's", arguments: requirements.indices)
    func requirement(index: Int) throws {
        let row = Self.requirements[index]
        let lowered = try lowered(
            """
            a: {type: apiKey, name: A, in: header}
                b: {type: http, scheme: bearer}
                c: {type: mutualTLS}
            """,
            security: "{a: []}",
            operations: "get: {\(row.security)responses: {'204': {description: d}}}"
        )
        #expect(lowered.client.apis[0].methods[0].security.map { $0.map(\.credential.text) } == row.outline)
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }

    static let names: [(names: [String], outline: [String])] = [
        (["ApiKey"], ["apiKey"]), (["api_key"], ["apiKey"]), (["OAuth2"], ["oauth2"]),
        // The runtime's own names stay free.
        (["bearer", "basic"], ["bearerAuth", "basicAuth"]), (["server"], ["server2"]),
        (["configuration"], ["configuration2"]), (["apiKey", "api-key"], ["apiKey", "apiKey2"]),
    ]

    @Test("names are words, and unique in a client", arguments: names.indices)
    func name(index: Int) throws {
        let row = Self.names[index]
        let lowered = try lowered(
            row.names.map { "\($0): {type: apiKey, name: K, in: header}" }.joined(separator: "\n    "),
            security: row.names.map { "{\($0): []}" }.joined(separator: ", ")
        )
        #expect(lowered.client.credentials.map(\.name.text) == row.outline)
    }

    @Test(
        "a scheme with an invalid header is an error at its position",
        arguments: ["{type: apiKey, name: 'X Key', in: header}", "{type: apiKey, name: 'a;b', in: cookie}"]
    )
    func illegal(scheme: String) throws {
        let document = MarkedText(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {security: [{key: []}], responses: {'204': {description: d}}}}}
            components:
              securitySchemes:
                key: 1️⃣\(scheme)
            """
        )
        let lowered = try LoweredClient(document.text)
        let position = try #require(document["1️⃣"])
        #expect(lowered.printed.count == 1)
        #expect(lowered.printed[0].hasPrefix("api.yaml:\(position): error: "))
    }

    /// The document's `security`, the operation's own, if any, and what its method needs. The schemes are `a` and `b`.
    static let undeclaredRows: [(shared: String, own: String, outline: [[String]])] = [
        ("{a: []}", "{no: []}", [["a"]]), ("{a: []}", "{no: []}, {b: []}", [["b"]]),
        ("{a: []}", "{no: [], b: []}", [["b"]]), ("{a: []}", "{no: [], a: []}, {b: []}", [["b"]]),
        ("{a: []}", "{no: []}, {}", [["a"], []]), ("{}", "{no: []}", [[]]), ("{no: []}", "", []),
        ("{no: []}, {b: []}", "", [["b"]]), ("", "{no: []}", []),
    ]

    @Test(
        "a requirement without a scheme is replaced, with a warning",
        arguments: undeclaredRows.indices)
    func undeclared(index: Int) throws {
        let row = Self.undeclaredRows[index]
        let own = row.own.isEmpty ? "" : "security: [\(row.own)], "
        let lowered = try lowered(
            """
            a: {type: apiKey, name: A, in: header}
                b: {type: http, scheme: bearer}
            """,
            security: row.shared,
            operations: "get: {\(own)responses: {'204': {description: d}}}"
        )
        #expect(lowered.client.apis[0].methods[0].security.map { $0.map(\.credential.text) } == row.outline)
        #expect(lowered.diagnostics.map(\.severity) == [.warning], "\(lowered.printed)")
    }

    @Test("a requirement can name a scheme by its URI")
    func uri() throws {
        let lowered = try lowered(
            """
            a: {type: apiKey, name: A, in: header}
                b: {type: http, scheme: bearer}
            """,
            security: "{'#/components/securitySchemes/b': []}"
        )
        #expect(lowered.client.apis[0].methods[0].security.map { $0.map(\.credential.text) } == [["b"]])
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }

    @Test("a scheme of a type that OpenAPI doesn't have is left out, with what requires it")
    func otherType() throws {
        let schemes = """
            a: {type: apiKey, name: A, in: header}
                b: {type: hmac}
            """
        for (security, expected, count) in [
            ("{b: []}", [], 2), ("{a: []}, {b: []}", [["a"]], 2), ("{a: []}", [["a"]], 1),
        ] {
            let lowered = try lowered(schemes, security: security)
            #expect(lowered.client.apis[0].methods[0].security.map { $0.map(\.credential.text) } == expected)
            #expect(
                lowered.diagnostics.map(\.severity) == Array(repeating: .warning, count: count), "\(lowered.printed)")
        }
    }

    @Test("a misspelled scheme name means the document's only scheme")
    func onlyScheme() throws {
        let lowered = try lowered("a: {type: apiKey, name: A, in: header}", security: "{b: []}")
        #expect(lowered.client.apis[0].methods[0].security.map { $0.map(\.credential.text) } == [["a"]])
        #expect(lowered.printed.count == 1)
        #expect(lowered.printed[0].hasSuffix(#"no security scheme "b"; "a" is used instead"#))
    }
}

extension Credential {
    /// `key: header X-Key`
    fileprivate var outline: String {
        let way =
            switch kind {
            case .header(let name): "header \(name.unencoded)"
            case .query(let name): "query \(name.unencoded)"
            case .cookie(let name): "cookie \(name.unencoded)"
            case .basic: "basic"
            case .bearer: "bearer"
            case .http(let scheme): "http \(scheme.unencoded)"
            case .mutualTLS: "mutualTLS"
            }
        return "\(name.text): \(way)\(isArgument ? "" : ", no argument")"
    }
}
