import MartletModel
import MartletOpenAPI
import MartletSource
import Testing

@Suite("Operations become methods of APIs")
struct APILoweringTests {
    private static let answer = "responses: {'204': {description: d}}"

    /// The APIs of operations in this order, with their methods.
    private func apis(_ operations: String..., schemas: String = "Unused: {}", tags: String = "") throws -> [String] {
        let paths = operations.enumerated().map { "/\($0.offset): {get: {\($0.element), \(Self.answer)}}" }
        let lowered = try LoweredClient(
            schemas: schemas,
            paths: "{\(paths.joined(separator: ", "))}",
            more: tags
        )
        return lowered.client.apis.map { api in
            "\(api.accessor?.text ?? "-"): \(api.name.text) { \(api.methods.map(\.name.text).joined(separator: ", ")) }"
        }
    }

    // MARK: - Groups

    @Test("operations belong to their first tag, in document order; those without a tag belong to the client")
    func groups() throws {
        #expect(
            try apis(
                "operationId: a, tags: [Pets, Toys]",
                "operationId: b",
                "operationId: c, tags: [Access tokens]",
                "operationId: d, tags: [Pets]"
            ) == [
                "-: TestClientMethods { b }", "pets: PetsApi { a, d }", "accessTokens: AccessTokensApi { c }",
            ]
        )
    }

    @Test("tags with the same name get distinct names")
    func tags() throws {
        #expect(
            try apis("operationId: a, tags: [pet-store]", "operationId: b, tags: [Pet store]").count == 2
        )
        let names = try apis("operationId: a, tags: [pet-store]", "operationId: b, tags: [petStore]")
        #expect(names == ["petStore2: PetStore2Api { a }", "petStore: PetStoreApi { b }"])
    }

    @Test("a tag gives way to a model with the same name")
    func model() throws {
        #expect(
            try apis("operationId: a, tags: [Pets]", schemas: "PetsApi: {type: object, properties: {n: {}}}")
                == ["pets: PetsApi2 { a }"]
        )
    }

    @Test("a tag with a name of the client gets another accessor")
    func accessor() throws {
        #expect(try apis("operationId: a, tags: [apiClient]") == ["apiClientGroup: ApiClientGroupApi { a }"])
        #expect(try apis("operationId: a, tags: [user-api]") == ["user: UserApi { a }"])
        #expect(
            try apis("operationId: a, tags: [user-api]", "operationId: b, tags: [user]") == [
                "userAPI: UserAPIApi { a }", "user: UserApi { b }",
            ])
        #expect(try apis("operationId: a, tags: [api]") == ["api: Api { a }"])
        #expect(
            try apis("operationId: a, tags: ['\u{1F680} Launch & Land']") == ["launchAndLand: LaunchAndLandApi { a }"])
        #expect(try apis("operationId: a, tags: [self]") == ["selfGroup: SelfGroupApi { a }"])
    }

    @Test("the description of a tag becomes that of its API")
    func description() throws {
        let lowered = try LoweredClient(
            schemas: "A: {}",
            paths: "{/a: {get: {tags: [Pets], \(Self.answer)}}}",
            more: "tags: [{name: Pets, description: about pets}, {name: Unused}]"
        )
        #expect(lowered.client.apis.map(\.title) == ["Pets"])
        #expect(lowered.client.apis.map(\.description) == ["about pets"])
    }

    // MARK: - Methods

    @Test("a method is named after the operationId, or after method and path")
    func names() throws {
        #expect(
            try apis(
                "operationId: getToken",
                "operationId: get_all_tokens",
                "operationId: Tokens.list",
                "operationId: 2fa",
                "summary: none"
            ) == ["-: TestClientMethods { getToken, getAllTokens, tokensList, _2fa, get4 }"]
        )
        let lowered = try LoweredClient(
            schemas: "A: {}",
            paths: "{'/a/{some-id}/b': {get: {\(Self.answer)}, delete: {\(Self.answer)}}}"
        )
        #expect(lowered.client.apis[0].methods.map(\.name.text) == ["getABySomeIdB", "deleteABySomeIdB"])
    }

    @Test("words of the group and the framework are omitted if the rest is unique")
    func short() throws {
        let paths = """
            {/ports/boats: {get: {operationId: boats/list-for-port, tags: [Boats], \(Self.answer)},
            post: {operationId: boatsCreate, tags: [Boats], \(Self.answer)},
            put: {operationId: boats/init, tags: [Boats], \(Self.answer)},
            delete: {operationId: boats, tags: [Boats], \(Self.answer)},
            patch: {operationId: create-boats, tags: [Boats], \(Self.answer)}},
            '/shelves/{shelf_id}': {get: {operationId: read_shelf_shelves__shelf_id__get, tags: [shelves], \(Self.answer)}},
            /users: {get: {operationId: UsersController_findAll, tags: [users], \(Self.answer)},
            put: {operationId: UserRolesController_list, tags: [users], \(Self.answer)}},
            /pets/a: {get: {operationId: pets.list, tags: [pets], \(Self.answer)}},
            /pets/b: {get: {operationId: list, tags: [pets], \(Self.answer)}}}
            """
        func names(_ configure: (inout ClientOptions) -> Void = { _ in }) throws -> [[String]] {
            try LoweredClient(schemas: "A: {}", paths: paths.split(separator: "\n").joined(), configure: configure)
                .client.apis.map { $0.methods.map(\.name.text).sorted() }
        }
        #expect(
            try names() == [
                ["boats", "boatsInit", "create", "createBoats", "listForPort"], ["readShelf"],
                ["findAll", "userRolesList"],
                ["list", "petsList"],
            ]
        )
        #expect(
            try names { $0.operations = .asWritten } == [
                ["boats", "boatsCreate", "boatsInit", "boatsListForPort", "createBoats"],
                ["readShelfShelvesShelfIdGet"], ["userRolesControllerList", "usersControllerFindAll"],
                ["list", "petsList"],
            ]
        )
        #expect(
            try names {
                $0.names.settings = [Identifier("build")].compactMap { $0 }.map {
                    .init(.operations, "boatsCreate", $0, at: nil)
                }
            }[0]
            .contains("build")
        )
    }

    @Test("names that Swift or the API uses get a word or a number")
    func reserved() throws {
        #expect(
            try apis("operationId: init", "operationId: client", "operationId: default")
                == ["-: TestClientMethods { initOperation, clientOperation, default }"]
        )
    }

    @Test("operations with the same name get distinct names, and the exact spelling keeps it")
    func collisions() throws {
        #expect(
            try apis("operationId: get_token", "operationId: getToken", "operationId: get-token")
                == ["-: TestClientMethods { get_token, getToken, getToken2 }"]
        )
        // The second method of the first operation keeps its name.
        #expect(
            try apis("operationId: get", "operationId: getWithHTTPInfo")
                == ["-: TestClientMethods { get, getWithHTTPInfo2 }"]
        )
    }

    @Test("of operations with the same operationId the first path keeps it, with a diagnostic")
    func duplicates() throws {
        let lowered = try LoweredClient(
            schemas: "A: {}",
            paths: "{/b: {get: {operationId: x, \(Self.answer)}}, /a: {get: {operationId: x, \(Self.answer)}}}"
        )
        #expect(lowered.client.apis[0].methods.map(\.name.text) == ["getB", "x"])
        #expect(lowered.diagnostics.map(\.severity) == [.warning])
    }

    @Test("a method for a further content type gives way to an operation with its name")
    func variants() throws {
        let answer = "responses: {'200': {description: d, content: {application/json: {}, text/csv: {}}}}"
        let lowered = try LoweredClient(
            schemas: "A: {}",
            paths: "{/a: {get: {operationId: get, \(answer)}}, /b: {get: {operationId: getAsCSV, \(Self.answer)}}}"
        )
        #expect(lowered.client.apis[0].methods.map(\.name.text) == ["get", "getAsCSV2", "getAsCSV"])
        #expect(lowered.client.apis[0].methods.map { $0.variantOf?.text } == [nil, "get", nil])
    }

    @Test(
        "nonstandard HTTP methods are sent as written",
        arguments: ["COPY", "M-SEARCH"]
    )
    func otherMethods(name: String) throws {
        let lowered = try LoweredClient(
            version: "3.2.0",
            schemas: "A: {}",
            paths: "{/a: {additionalOperations: {\(name): {operationId: go, \(Self.answer)}}}}"
        )
        #expect(
            lowered.client.apis[0].methods.map { "\($0.httpMethod.name.unencoded) \($0.name.text)" } == ["\(name) go"]
        )
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }

    @Test("summary, description and deprecation belong to the method")
    func documentation() throws {
        let operation = try LoweredOperation("summary: s\ndescription: long\ndeprecated: true\n\(Self.answer)")
        let method = try operation.method
        #expect(method.summary == "s")
        #expect(method.description == "long")
        #expect(method.isDeprecated)
    }
}
