import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Servers")
struct ServerLoweringTests {
    /// The `servers` of a document, with the expected cases.
    typealias Row = (servers: String, cases: [String])

    private static let answer = "responses: {'204': {description: d}}"

    private func lowered(_ servers: String) throws -> LoweredOperation {
        try LoweredOperation(Self.answer, more: "servers: [\(servers)]")
    }

    private func check(_ rows: [Row], at index: Int) throws {
        let operation = try lowered(rows[index].servers)
        #expect(operation.lowered.client.servers[0].cases.map(\.outline) == rows[index].cases)
        #expect(operation.printed.allSatisfy { $0.contains(" is called ") }, "\(operation.printed)")
    }

    static let names: [Row] = [
        ("{url: 'https://a.example'}", ["default: https://a.example"]),
        // The first one is the default whatever its description says; a name is a name (OpenAPI 3.2.0, section 4.5.1).
        ("{url: 'https://a.example', description: Main}", ["default: https://a.example"]),
        ("{url: 'https://a.example', name: prod}", ["prod: https://a.example"]),
        (
            "{url: 'https://a.example'}, {url: 'https://b.example', description: EU}, "
                + "{url: 'https://c.example', description: The test server}",
            ["default: https://a.example", "eu: https://b.example", "theTestServer: https://c.example"]
        ),
        (
            "{url: 'https://a.example'}, {url: 'https://b.example', description: EU}, "
                + "{url: 'https://c.example', description: eu}, {url: 'https://d.example', description: EU, name: us}",
            ["default: https://a.example", "eu: https://b.example", "eu2: https://c.example", "us: https://d.example"]
        ),
        (
            "{url: 'https://a.example'}, {url: 'https://b.example'}, "
                + "{url: 'https://c.example', description: more than three words here}",
            ["default: https://a.example", "bExample: https://b.example", "cExample: https://c.example"]
        ),
        // `custom` is for URLs from the caller.
        (
            "{url: 'https://a.example'}, {url: 'https://b.example', description: Custom}",
            ["default: https://a.example", "custom2: https://b.example"]
        ),
        ("{url: 'http://localhost:8080/v1'}", ["default: http://localhost:8080/v1"]),
        ("{url: 'HTTPS://a.example/v1/'}", ["default: HTTPS://a.example/v1/"]),
    ]

    @Test("servers are named after the document's names, and unique", arguments: names.indices)
    func name(index: Int) throws { try check(Self.names, at: index) }

    static let relative: [Row] = [
        ("{url: /v1}", ["default: relative /v1"]), ("{url: ./v1}", ["default: relative ./v1"]),
        ("{url: '//b.example/v1'}", ["default: relative //b.example/v1"]),
        ("{url: 'https://a.example'}, {url: /}", ["default: https://a.example", "server: relative /"]),
        (
            "{url: '{root}/v1', variables: {root: {default: 'https://a.example'}}}",
            ["default: {root = https://a.example}/v1"]
        ),
    ]

    @Test("a server without a host is relative to a URL from the caller", arguments: relative.indices)
    func relativeServer(index: Int) throws { try check(Self.relative, at: index) }

    static let variables: [Row] = [
        (
            "{url: 'https://{host}.example:{port}/{host}', variables: {host: {default: a}, port: {default: '443'}}}",
            ["default: https://{host = a}.example:{port = 443}/{host = a}"]
        ),
        (
            "{url: 'https://{region}.example', variables: {region: {default: eu, enum: [us, eu, ap-south]}}}",
            ["default: https://{region: Region(us eu apSouth) = eu}.example"]
        ),
        (
            "{url: 'https://{region}.example', variables: {region: {default: eu, enum: [us]}}}",
            ["default: https://{region: Region(us eu) = eu}.example"]
        ),
        // Servers share the type of a variable only if it has the same values.
        (
            "{url: 'https://{region}.a.example', variables: {region: {default: eu, enum: [us, eu]}}}, "
                + "{url: 'https://{region}.b.example', variables: {region: {default: eu, enum: [us, eu]}}}, "
                + "{url: 'https://{region}.c.example', name: far, variables: {region: {default: ap, enum: [ap]}}}",
            [
                "default: https://{region: Region(us eu) = eu}.a.example",
                "region: https://{region: Region(us eu) = eu}.b.example",
                "far: https://{region: FarRegion(ap) = ap}.c.example",
            ]
        ),
    ]

    @Test("variables are arguments, and an enum if they have a list of values", arguments: variables.indices)
    func variable(index: Int) throws { try check(Self.variables, at: index) }

    @Test("an undeclared variable is empty, with a diagnostic")
    func undeclared() throws {
        let operation = try lowered("{url: 'https://{host}.example'}")
        #expect(operation.lowered.client.servers[0].cases.map(\.outline) == ["default: https://{host = }.example"])
        #expect(operation.lowered.diagnostics.map(\.severity) == [.warning])
    }

    @Test("without servers, the caller passes the URL")
    func none() throws {
        let operation = try LoweredOperation(Self.answer)
        #expect(operation.lowered.client.servers[0].cases.isEmpty)
    }

    @Test(
        "an unusable server is left out, with a diagnostic",
        arguments: [
            "ftp://a.example", "https://user@a.example", "https://a.example?key=1", "https://a.example#x",
            "'https://a b.example'", "mailto:a@example.com",
        ]
    )
    func illegal(url: String) throws {
        let document = MarkedText(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            servers:
              - 1️⃣{url: \(url)}
              - {url: 'https://b.example'}
            paths: {}
            """
        )
        let lowered = try LoweredClient(document.text)
        #expect(lowered.client.servers[0].cases.map(\.outline) == ["default: https://b.example"])
        let position = try #require(document["1️⃣"])
        #expect(lowered.printed.count == 1)
        #expect(lowered.printed[0].hasPrefix("api.yaml:\(position): warning: the server URL"))
    }

    @Test("a plain HTTP server is kept with a warning, unless it is a loopback address")
    func plain() throws {
        let operation = try lowered("{url: 'http://a.example'}")
        #expect(operation.lowered.client.servers[0].cases.map(\.outline) == ["default: http://a.example"])
        #expect(operation.printed.first?.contains("is not encrypted") == true)
        #expect(try lowered("{url: 'http://127.0.0.1:80'}").printed.isEmpty)
    }

    // MARK: - Servers of operations

    @Test("an operation's servers take precedence over its path's, and those over the document's")
    func levels() throws {
        func server(of path: String, _ operation: String) throws -> [String] {
            let lowered = try LoweredOperation(
                "\(operation)\n\(Self.answer)",
                item: path,
                more: "servers: [{url: 'https://a.example'}]"
            )
            return lowered.lowered.client.servers.map { "\($0.name.text): \($0.cases.map(\.outline))" }
                + lowered.arguments
        }
        let own = "servers: [{url: 'https://upload.b.example'}]"
        let paths = "servers: [{url: 'https://c.example'}]"
        let main = #"Server: ["default: https://a.example"]"#
        #expect(try server(of: "", "") == [main])
        #expect(
            try server(of: "", own) == [
                main, #"UploadServer: ["default: https://upload.b.example"]"#,
                "server: TestClient.UploadServer? = .default server",
            ]
        )
        #expect(
            try server(of: paths, "") == [
                main, #"CExampleServer: ["default: https://c.example"]"#,
                "server: TestClient.CExampleServer? = .default server",
            ]
        )
        #expect(try server(of: paths, own).last == "server: TestClient.UploadServer? = .default server")
        // Servers equal to the document's are the document's.
        #expect(try server(of: "", "servers: [{url: 'https://a.example'}]") == [main])
    }

    @Test("operations with the same servers share a type")
    func shared() throws {
        let lowered = try LoweredClient(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {servers: [{url: 'https://upload.b.example'}], get: {\(Self.answer)}, put: {\(Self.answer)}}
              /b: {servers: [{url: 'https://upload.b.example'}], get: {\(Self.answer)}}
              /c: {servers: [{url: 'https://upload.c.example'}], get: {\(Self.answer)}}
            """
        )
        #expect(lowered.client.servers.map(\.name.text) == ["Server", "UploadServer", "UploadServer2"])
        let types = lowered.client.apis[0].methods.map { $0.arguments.map(\.type.outline) }
        #expect(
            types == [
                ["TestClient.UploadServer"], ["TestClient.UploadServer"], ["TestClient.UploadServer"],
                ["TestClient.UploadServer2"],
            ]
        )
    }

    @Test("an operation with a relative server takes its base; a parameter keeps a contested name")
    func argument() throws {
        let operation = try LoweredOperation(
            """
            servers: [{url: /v2}]
            parameters: [{name: server, in: query, schema: {type: string}}]
            \(Self.answer)
            """,
            more: "servers: [{url: 'https://a.example'}]"
        )
        #expect(
            operation.arguments == ["serverValue: TestClient.SendServer server", "server: string? query server form*"]
        )
    }
}

extension ServerSet.Case {
    /// `eu: https://{region: Region(us eu) = eu}.example`
    fileprivate var outline: String {
        let pieces = url.map { piece in
            switch piece {
            case .text(let text): text.unencoded
            case .variable(let index): "{\(variables[index].outline)}"
            }
        }
        return "\(name.text): \(isRelative ? "relative " : "")\(pieces.joined())"
    }
}

extension ServerSet.Variable {
    fileprivate var outline: String {
        let type = type.map { ": \($0.name.text)(\($0.cases.map(\.name.text).joined(separator: " ")))" } ?? ""
        return "\(label.text)\(type) = \(defaultValue.unencoded)"
    }
}
