import MartletModel
import MartletSource
import Testing

@Suite("Names that a good engineer would choose")
struct NameCasesTests {
    @Test("a case of a union has the name of its tag, of its title, or what is left of its schema's name")
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
            {/pots: {post: {operationId: makePot,
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/MakePotRequest'}}}}}}}
            """,
            ["makePot(body:)"], ["MakePotRequest"]
        ),
    ]

    @Test("methods, labels and types say what the group and the framework don't", arguments: frameworks.indices)
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

    @Test("a header that responses give several types has a property for each, and none changes when one is added")
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
}
