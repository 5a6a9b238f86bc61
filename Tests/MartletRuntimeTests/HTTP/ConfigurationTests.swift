import Foundation
import MartletRuntime
import MartletSupport
import MartletTesting
import Testing

@Suite("Configuration")
struct ConfigurationTests {
    @Test("R17 the server's path is kept, followed by a single slash")
    func joining() async throws {
        for (server, expected) in [
            ("https://api.example.com", "https://api.example.com/tokens"),
            ("https://api.example.com/", "https://api.example.com/tokens"),
            ("https://api.example.com:8443/x/y//", "https://api.example.com:8443/x/y/tokens"),
            ("http://localhost:8080", "http://localhost:8080/tokens"), ("http://127.1.2.3", "http://127.1.2.3/tokens"),
            ("http://[::1]:8080/", "http://[::1]:8080/tokens"),
            ("HTTPS://API.example.com", "HTTPS://API.example.com/tokens"),
        ] {
            let stub = StubTransport { _ in .json("{}") }
            _ = try await ApiClient(stub, server: server).json(ApiClient.Request(.get, "/tokens"))
            #expect(stub.requests.first?.url.absoluteString == expected)
        }
    }

    /// Invalid servers. Some contain a secret, so they are not arguments, which are printed.
    static let refused = [
        "ftp://x", "file:///etc", "api.example.com", "https:///x", "https://user@x", "https://user:\(secret)@x",
        "https://x?key=\(secret)", "https://x#\(secret)", "https://x?", "http://api.example.com",
        "http://127.example.com", "http://127.0.0.1.example.com", "http://127.0.0.256", "http://localhost.example.com",
        "https://x:0", "https://x:65536", "https://x/a/../b", "https://x/%2E%2e/b",
    ]

    @Test("R17 R18 an invalid server is rejected without being quoted, and nothing is sent")
    func refused() async throws {
        for (index, server) in Self.refused.enumerated() {
            let stub = StubTransport { _ in .json("{}") }
            let client = try ApiClient(stub, server: server)
            let error = try await client.failure(of: .list)
            #expect(error.kind == .invalidRequest, "\(index)")
            #expect(!allTexts(of: error).contains(secret), "\(index)")
            #expect(!allTexts(of: client).contains(secret), "\(index)")
            #expect(stub.requests.isEmpty, "\(index)")
        }
    }

    static let other = Credential.Scheme.apiKey("Other", header: "X-Other")

    @Test("the first alternative with complete credentials is used")
    func alternatives() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = try ApiClient(stub)
        for (security, authorization) in [
            ([[apiKey]], secret), ([[Self.other], [apiKey]], secret), ([[Self.other, apiKey], [apiKey]], secret),
            ([[], [apiKey]], secret), ([[Self.other], []], nil), ([[]], nil), ([], nil),
        ] as [([[Credential.Scheme]], String?)] {
            _ = try await client.json(ApiClient.Request(.get, "/", security: security))
            #expect(stub.requests.last?.headers["Authorization"] == authorization)
            #expect(stub.requests.last?.headers["X-Other"] == nil)
        }
    }

    @Test("all credentials of an alternative are sent, each with its prefix")
    func together() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.credentials["Other"] = Credential("abc", prefix: "Bearer")
        _ = try await ApiClient(configuration: configuration).json(
            ApiClient.Request(.get, "/", security: [[apiKey, Self.other]])
        )
        #expect(stub.requests.first?.headers["Authorization"] == secret)
        #expect(stub.requests.first?.headers["X-Other"] == "Bearer abc")
    }

    @Test("a changed client shares the retry budget and leaves the original unchanged")
    func changed() async throws {
        let stub = StubTransport([503, 503, 503])
        var configuration = try ApiClient(stub).configuration
        configuration.retry = .standard
        configuration.retry.budget = 5
        configuration.environment.sleep = { _ in }
        let client = ApiClient(configuration: configuration)
        let other = client.with { $0.userAgent = "other" }
        #expect(try await client.failure(of: .list).retryStop == .budgetUsedUp)
        #expect(try await other.failure(of: .list).attempts == 1)
        #expect(stub.requests.map { $0.headers["User-Agent"] } == ["martlet", "martlet", "other"])
    }

    @Test("the options of a call can be passed together, and a body has its own type unless the options set one")
    func options() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = try ApiClient(stub)
        let png = HTTPBody(Data("png".utf8), contentType: "image/png")
        var request = ApiClient.Request(.put, "/picture")
        request.setBody(png, contentType: "image/*")
        let options = RequestOptions(
            timeout: .seconds(9),
            attemptTimeout: .seconds(8),
            inactivityTimeout: .seconds(7),
            maxResponseBytes: 6,
            decoding: .lenient
        )
        _ = try await client.json(request, options: options)
        let plain = HTTPBody(Data())
        for options in [
            RequestOptions(body: png), RequestOptions(body: png, contentType: "image/x"), RequestOptions(body: plain),
        ] {
            _ = try await client.json(request, options: options)
        }
        let sent = stub.requests.map { $0.headers["Content-Type"] }
        #expect(sent == ["image/png", "image/png", "image/x", "image/png"])
        #expect(stub.requests.first?.inactivityTimeout == .seconds(7))
        #expect(stub.requests.first?.maxResponseBytes == 6)
        #expect((stub.requests.first?.timeout ?? .zero) <= .seconds(8))
    }

    @Test("a missing or empty credential is named, and nothing is sent")
    func missing() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        for credentials in [[:], ["ApiKey": ""]] as [[String: Credential]] {
            configuration.credentials = credentials
            let request = ApiClient.Request(.get, "/x", security: [[apiKey], [Self.other, apiKey]])
            let error = try await ApiClient(configuration: configuration).failure(of: request)
            #expect(error.kind == .missingCredential)
            #expect(error.message == "GET /x needs a credential for ApiKey, or Other and ApiKey")
        }
        #expect(stub.requests.isEmpty)
    }

    @Test("a header of the call replaces the credential, and is sent once")
    func override() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.headers = ["authorization": "configured"]
        let client = ApiClient(configuration: configuration)
        _ = try await client.json(.list)
        _ = try await client.json(.list, options: RequestOptions(headers: ["AUTHORIZATION": "other"]))
        configuration.credentials = [:]
        _ = try await ApiClient(configuration: configuration)
            .json(.list, options: RequestOptions(headers: ["Authorization": "alone"]))
        let sent = stub.requests.map { $0.headers.filter { $0.name.lowercased() == "authorization" }.map(\.value) }
        #expect(sent == [[secret], ["other"], ["alone"]])
    }

    @Test(
        "R9 an invalid credential is rejected without being quoted, and nothing is sent",
        arguments: ["\r\nX-Evil: 1", "\n", "\0", " ", "é", "\u{2028}"]
    )
    func unusableCredential(suffix: String) async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.credentials["ApiKey"] = Credential(secret + suffix)
        let error = try await ApiClient(configuration: configuration).failure(of: .list)
        #expect(error.kind == .invalidRequest)
        #expect(error.message.contains("Authorization"))
        #expect(!allTexts(of: error).contains(secret))
        #expect(stub.requests.isEmpty)
    }
}
