import Foundation
import MartletModel
import MartletSource
import Testing

@Suite("Naming conventions")
struct NameCasesTests {
    @Test("a union case is named after its tag, its title, or the rest of its schema's name")
    func unionCases() throws {
        let lowered = try LoweredClient(
            schemas: """
                PaintOrder: {oneOf: [{$ref: '#/components/schemas/PaintOrderOval'}, {$ref: '#/components/schemas/Square'}], discriminator: {propertyName: form}}
                PaintOrderOval: {type: object, required: [form], properties: {form: {const: round}}}
                Square: {type: object, required: [form], properties: {form: {const: "4"}}}
                Event: {oneOf: [{$ref: '#/components/schemas/EventCreated'}, {$ref: '#/components/schemas/GoneEvent'}]}
                EventCreated: {type: object, required: [a], properties: {a: {type: string}}}
                GoneEvent: {type: object, required: [b], properties: {b: {type: string}}}
                Inline: {oneOf: [{title: Card number, type: object, required: [z, n], properties: {n: {}, z: {}}}, {type: object, required: [n, m], properties: {m: {}, n: {}}}]}
                """
        )
        let unions = ["PaintOrder", "Event", "Inline"].map { name -> [String] in
            let declaration = lowered.client.declarations.first { $0.name.last.text == name }
            guard case .union(let union)? = declaration?.kind else { return [] }
            return union.cases.map(\.name.text)
        }
        #expect(unions == [["round", "square"], ["created", "gone"], ["cardNumber", "m"]])
    }

    /// The paths of a document in the manner of a framework, and the methods and types of the client.
    static let frameworks: [(paths: String, methods: [String], types: [String])] = [
        (
            "{/kites: {get: {operationId: kites/list-for-club, tags: [kites]}, post: {operationId: kites/create, tags: [kites]}}}",
            ["kites.listForClub()", "kites.create()"], []
        ),
        (
            """
            {"/racks/{rack_id}": {post: {operationId: send_label_racks__rack_id__post, tags: [racks],
              parameters: [{name: rack_id, in: path, required: true, schema: {type: integer}}],
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Body_send_label_racks__rack_id__post'}}}},
              responses: {'200': {description: d, content: {application/json: {schema: {properties: {a: {}}}}}}}}}}
            """,
            ["racks.sendLabel(rackId:body:)"], ["RacksSendLabelBody", "RacksSendLabelResponse"]
        ),
        (
            """
            {/keys: {post: {operationId: KeysController_create, tags: [keys],
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/CreateKeyDto'}}}},
              responses: {'201': {description: d, content: {application/json: {schema: {properties: {a: {}}}}}}}}}}
            """,
            ["keys.create(createKeyDto:)"], ["CreateKeyDto", "KeysCreateResponse"]
        ),
        (
            """
            {"/files/{id}": {post: {operationId: "POST_files-{id}",
              parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: "At<", in: query, schema: {type: string}},
                {name: "At>", in: query, schema: {type: string}}, {name: At, in: query, schema: {type: string}}],
              requestBody: {content: {application/json: {schema: {properties: {a: {}}}}}}}}}
            """,
            ["postFilesId(id:atLess:atGreater:at:body:)"], ["PostFilesIdBody"]
        ),
        ("{/a: {get: {operationId: ''}}}", ["getA()"], []),
        (
            """
            {/users: {get: {operationId: findAll, tags: [user-controller]}, post: {operationId: findAll_2, tags: [user-controller]}},
             /orders: {get: {operationId: findAll_1, tags: [order-controller]}}}
            """,
            ["user.findAll()", "user.findAll2()", "order.findAll()"], []
        ),
        (
            """
            {/users: {get: {operationId: usersList, tags: [Users API]}, put: {operationId: usersApiSend, tags: [Users API]}},
             /a: {get: {operationId: health, tags: [api]}, put: {operationId: "on", tags: [Network controller]}}}
            """,
            ["users.list()", "users.send()", "api.health()", "networkController.on()"], []
        ),
        (
            """
            {/users: {get: {operationId: ShopWeb.UserController.index, tags: [users]}, put: {operationId: "Api::V1::UsersController#update", tags: [users]}},
             /a: {get: {operationId: ShopWeb.CartController.show, tags: [users]}}}
            """,
            ["users.index()", "users.update()", "users.cartShow()"], []
        ),
        (
            """
            {/a: {get: {operationId: ping, tags: [default]}, put: {operationId: push, responses: {'200': {description: d,
              content: {application/json: {schema: {properties: {a: {}}}}}}}}}}
            """,
            ["ping()", "push()"], ["PushResponse"]
        ),
        (
            """
            {/pots: {post: {operationId: makePot,
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/MakePotRequest'}}}}}}}
            """,
            ["makePot(body:)"], ["MakePotRequest"]
        ),
    ]

    @Test("methods, labels and types omit the words of their group and framework", arguments: frameworks.indices)
    func operations(index: Int) throws {
        let (paths, methods, types) = Self.frameworks[index]
        let lowered = try LoweredClient(
            schemas: """
                Body_send_label_racks__rack_id__post: {type: object, properties: {n: {type: string}}}
                CreateKeyDto: {type: object, properties: {n: {type: string}}}
                MakePotRequest: {type: object, properties: {n: {type: string}}}
                """,
            paths: paths
        )
        let found = lowered.client.apis.flatMap { api in
            api.methods.map { method in
                let labels = method.arguments.map { "\($0.label.text):" }.joined()
                return (api.accessor.map { "\($0.text)." } ?? "") + "\(method.name.text)(\(labels))"
            }
        }
        #expect(found == methods)
        let names = Set(lowered.client.declarations.map(\.name.last.text))
        #expect(names.isSuperset(of: types), "\(names)")
    }

    @Test("a header with several types has a property for each, and additions rename none")
    func headers() throws {
        func properties(_ operations: [(id: String, type: String)]) throws -> [String: String] {
            let paths = operations.map { id, type in
                """
                /\(id): {get: {operationId: \(id), responses: {'204': {description: d, headers: {X-A: {schema: {type: \(type)}}}}}}}
                """
            }
            let client = try LoweredClient(schemas: "", paths: "{\(paths.joined(separator: ", "))}").client
            let headers = client.responseHeaders?.properties ?? []
            return Dictionary(headers.map { ($0.name.text, "\($0.type)") }) { first, _ in first }
        }
        #expect(try properties([("a", "integer"), ("b", "integer")]) == ["xA": "int64"])
        #expect(try properties([("new", "string"), ("a", "integer")]) == ["xA": "int64", "xAAsString": "string"])
    }

    /// The members of a union, its cases, and the literals that make its values.
    static let unions: [(members: String, cases: [String], literals: [String])] = [
        ("{enum: [fit, fill]}, {type: integer}", ["fit", "fill", "integer"], ["integer"]),
        ("{const: fit}, {type: integer}", ["fit", "integer"], ["integer"]),
        ("{type: integer}, {enum: [integer]}", ["integer2", "integer"], ["integer"]),
        (
            "{enum: [fit]}, {type: string}, {type: array, items: {type: string}}", ["fit", "string", "stringArray"],
            ["string", "array"]
        ),
        ("{type: boolean}, {type: number}", ["boolean", "number"], ["boolean", "number", "wholeNumber"]),
        ("{$ref: '#/components/schemas/Word'}, {type: string}", ["word"], ["string"]),
        ("{$ref: '#/components/schemas/Mode'}, {type: integer}", ["mode", "integer"], ["integer"]),
    ]

    @Test("listed values become cases of a union, and literals create its values", arguments: unions)
    func flatUnions(members: String, cases: [String], literals: [String]) throws {
        let lowered = try LoweredClient(
            schemas: """
                Size: {oneOf: [\(members), {type: array, items: {type: object, properties: {n: {type: string}}}}]}
                Mode: {type: string, enum: [on, off]}
                Word: {type: string}
                """
        )
        guard case .union(let union)? = lowered.client.declarations.first(where: { $0.name.last.text == "Size" })?.kind
        else { throw CancellationError() }
        let names = union.values.map(\.name.text) + union.cases.dropLast().map(\.name.text)
        #expect(names == cases)
        #expect(union.literals.map(\.kind.rawValue) == literals)
    }

    /// Values of an enum, the second one added later, and their names.
    static let values: [(first: String, second: String, names: [String])] = [
        ("GMT-1", "GMT+1", ["gmtMinus1", "gmtPlus1"]), ("-name", "name", ["minusName", "name"]),
        ("2-2", "2+2", ["_2_2", "_2Plus2"]), ("1.1", "11", ["_1_1", "_11"]),
        ("<5", ">=5", ["less5", "greaterEquals5"]),
        ("A-", "A+", ["aMinus", "aPlus"]), ("C", "C#", ["c", "cSharp"]), ("50%", "50", ["_50Percent", "_50"]),
        ("image/svg+xml", "a+b", ["imageSVGXML", "aPlusB"]), ("HTTP_2+3", "R&D", ["http2Plus3", "rAndD"]),
        ("t<", "t>=", ["tLess", "tGreaterEquals"]), ("Page<User>", "a=b", ["pageUser", "aB"]),
        ("€", "£", ["euro", "pound"]),
        ("none", "unrecognized", ["noneValue", "unrecognizedValue"]),
    ]

    @Test("values are distinguished by the positions of their signs, so additions rename none", arguments: values)
    func signs(first: String, second: String, names: [String]) throws {
        func found(_ values: String) throws -> [String] {
            let lowered = try LoweredClient(schemas: "A: {type: string, enum: [\(values)]}")
            #expect(!lowered.printed.contains { $0.contains("settles that for good") }, "\(lowered.printed)")
            guard case .enumeration(let enumeration)? = lowered.client.declarations.first?.kind else { return [] }
            return enumeration.cases.map(\.name.text)
        }
        #expect(try found("'\(first)'") == Array(names.prefix(1)))
        #expect(try found("'\(first)', '\(second)'") == names)
    }

    /// The members of a union, and the names of its cases.
    static let untitled: [(members: String, cases: [String])] = [
        (
            """
            {type: object, required: [code], properties: {code: {const: bad_request}}},
            {type: object, required: [error], properties: {error: {const: invalid_client}, a: {}}},
            {type: object, required: [error], properties: {error: {const: invalid_grant}, a: {}}}
            """, ["badRequest", "invalidClient", "invalidGrant"]
        ),
        (
            """
            {type: object, required: [key], properties: {key: {type: object, required: [kind], properties: {kind: {const: oauth}, v: {type: string}}}}},
            {type: object, required: [key], properties: {key: {type: object, required: [kind], properties: {kind: {const: api_key}, v: {type: integer}}}}}
            """, ["oauth", "apiKey"]
        ),
        (
            """
            {type: object, properties: {x: {type: string}}}, {type: object, properties: {x: {type: integer}, y: {}}},
            {type: object, properties: {x: {type: boolean}}}
            """, ["object", "objectValue", "object2"]
        ),
        (
            """
            {type: object, required: [v], properties: {v: {const: 1}, a: {}}}, {type: object, required: [v], properties: {v: {const: 2}, b: {}}}
            """, ["v1", "v2"]
        ),
        ("{type: string}, {type: array, items: {type: object, properties: {n: {}}}}", ["string", "itemArray"]),
        (
            "{type: string, title: Email address}, {type: array, title: ' ', items: {type: string}}",
            ["emailAddress", "stringArray"]
        ),
        (
            """
            {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [left], properties: {left: {}}}]},
            {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [right], properties: {right: {}}}]}
            """, ["left", "right"]
        ),
        ("{type: string}, {type: array, items: {$ref: '#/components/schemas/Size'}}", ["string", "array"]),
    ]

    @Test("a case without a title is named after what distinguishes it from earlier ones", arguments: untitled)
    func untitledMembers(members: String, cases: [String]) throws {
        let lowered = try LoweredClient(
            schemas: """
                Size: {type: [object, string, array], oneOf: [\(members.replacing("\n", with: " "))]}
                Base: {type: object, required: [id], properties: {id: {type: string}}}
                """)
        guard case .union(let union)? = lowered.client.declarations.first?.kind else { throw CancellationError() }
        #expect(union.cases.map(\.name.text) == cases)
    }

    @Test(
        "an operation whose short name is taken keeps its whole ID, with a warning")
    func addedOperation() throws {
        func names(_ ids: String...) throws -> (names: [String], printed: [String]) {
            let paths = ids.enumerated().map { index, id in "/p\(index): {get: {operationId: \(id), tags: [kites]}}" }
            let lowered = try LoweredClient(schemas: "", paths: "{\(paths.joined(separator: ", "))}")
            return (lowered.client.apis.flatMap(\.methods).map(\.name.text), lowered.printed)
        }
        #expect(
            try names("kites_list", "KiteController_findAll", "readUsingGET_1").names == ["list", "findAll", "read1"])
        #expect(try names("wind.kites.watch", "wind.strings.watch").names == ["watch", "windStringsWatch"])
        for (ids, expected) in [
            (("kites_list", "kites_list_"), ["list", "kitesList"]), (("kites_list", "list"), ["kitesList", "list"]),
            (("list_all", "kites-list-all"), ["listAll", "kitesListAll"]),
        ] {
            let (found, printed) = try names(ids.0, ids.1)
            #expect(found == expected)
            #expect(
                printed.contains { $0.contains("settles that for good") || $0.contains(" is called kitesList") },
                "\(printed)")
        }
    }

    @Test("a list of names of the wrong length is used from the start, with a warning")
    func unequalNames() throws {
        let lowered = try LoweredClient(
            schemas: "A: {type: integer, enum: [1, 2, 3], x-enum-varnames: [red, dark-blue]}")
        guard case .enumeration(let enumeration)? = lowered.client.declarations.first?.kind else { return }
        #expect(enumeration.cases.map(\.name.text) == ["red", "darkBlue", "_3"])
        #expect(lowered.printed.contains { $0.contains("\"x-enum-varnames\" has 2 entries for an enum of 3 values") })
    }
}
