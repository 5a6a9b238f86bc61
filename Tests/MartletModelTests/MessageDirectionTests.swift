import MartletModel
import MartletSource
import Testing

@Suite("Read-only and write-only properties")
struct MessageDirectionTests {
    /// An operation that sends some schemas and receives others.
    private func paths(_ request: String?, _ response: String?) -> String {
        func content(_ name: String) -> String {
            "content: {application/json: {schema: {$ref: '#/components/schemas/\(name)'}}}"
        }
        let body = request.map { "requestBody: {\(content($0))}, " } ?? ""
        let answer = response.map { ", \(content($0))" } ?? ""
        return "{/a: {post: {\(body)responses: {'200': {description: d\(answer)}}}}}"
    }

    private static let optional =
        "{properties: {id: {type: string, readOnly: true}, pin: {type: string, writeOnly: true}, n: {}}}"
    private static let required = "{required: [id, n], properties: {id: {type: string, readOnly: true}, n: {}}}"

    @Test("requests have no read-only properties; responses may have write-only ones")
    func oneWay() throws {
        let request = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths("A", nil))
        #expect(request.outlines == ["A": "struct A { pin: string?, n: json? }"])
        let response = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths(nil, "A"))
        #expect(response.outlines == ["A": "struct A { id: string?, pin: string? (write), n: json? }"])
    }

    @Test("a required property without a declaration is required in requests and optional in responses")
    func undeclared() throws {
        let schemas = "A: {required: [n, more], properties: {n: {}}}"
        for (paths, outline) in [
            (paths("A", nil), "struct A { n: json, more: json }"),
            (paths("A", "A"), "struct A { n: json, more: json }"),
            (paths(nil, "A"), "struct A { n: json, more: json? }"),
        ] {
            let lowered = try LoweredClient(schemas: schemas, paths: paths)
            #expect(lowered.outlines == ["A": outline])
            #expect(lowered.diagnostics.isEmpty == !outline.hasSuffix("? }"), "\(lowered.printed)")
        }
    }

    @Test(
        "a required property that nothing declares is reported once, and not where all that build on the schema declare it"
    )
    func undeclaredInBases() throws {
        func messages(_ schemas: String) throws -> [Diagnostic.Message] {
            try LoweredClient(schemas: schemas, paths: paths(nil, "A")).diagnostics.map(\.message)
        }
        let heir = "{allOf: [{$ref: '#/components/schemas/B'}, {properties: {nmae: {}}}]}"
        #expect(try messages("A: {required: [nmae], properties: {name: {}}}") == [.undeclaredProperty("nmae", "name")])
        let base = "\nB: {required: [nmae], properties: {id: {}}}"
        #expect(try messages("A: \(heir)" + base).isEmpty)
        let other = "\nC: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {}}}]}"
        #expect(try messages("A: \(heir)" + base + other).contains(.undeclaredProperty("nmae")))
    }

    @Test("payloads of webhooks and callbacks count as received", arguments: ["webhook", "callback"])
    func received(by kind: String) throws {
        let body = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"
        let answer = "responses: {'204': {description: d}}"
        let event = "{post: {\(body), \(answer)}}"
        let callbacks = kind == "callback" ? ", callbacks: {c: {'{$url}': \(event)}}" : ""
        let paths = "{/a: {post: {\(body)\(callbacks), \(answer)}}}"
        let more = kind == "webhook" ? "webhooks: {w: \(event)}" : ""
        let lowered = try LoweredClient(schemas: "A: \(Self.required)", paths: paths, more: more)
        #expect(
            lowered.outlines == ["A": "struct A { id: string, n: json }", "ARequest": "struct ARequest { n: json }"])
        #expect(lowered.client.webhooks?.events.map(\.type.outline) == ["A"])
        let optional = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths, more: more)
        #expect(optional.outlines["A"] == "struct A { id: string? (read), pin: string? (write), n: json? }")
    }

    @Test("null and absence are distinguished only if a request can send the property")
    func receivedNull() throws {
        let schemas = """
            A: {properties: {n: {type: [string, "null"]}, r: {type: [string, "null"], readOnly: true}}}
            B: {required: [n], properties: {n: {type: [string, "null"]}, a: {$ref: '#/components/schemas/A'}}}
            """
        let received = try LoweredClient(schemas: schemas, paths: paths(nil, "B"))
        #expect(received.outlines["A"] == "struct A { n: string?null, r: string?null }")
        #expect(received.outlines["B"] == "struct B { n: string|null, a: A? }")
        let both = try LoweredClient(schemas: schemas, paths: paths("A", "B"))
        #expect(both.outlines["A"] == "struct A { n: string?|null, r: string?null (read) }")
        let sent = try LoweredClient(schemas: schemas, paths: paths("B", nil))
        #expect(sent.outlines["A"] == "struct A { n: string?|null }")
    }

    @Test("received models keep unknown properties if the configuration says so, unless the schema forbids them")
    func unknownProperties() throws {
        let schemas = """
            A: {properties: {n: {type: string}, b: {$ref: '#/components/schemas/B'}, c: {properties: {x: {}}}}}
            B: {additionalProperties: false, properties: {n: {type: string}}}
            C: {properties: {n: {type: string}}, oneOf: [{$ref: '#/components/schemas/D'}, {$ref: '#/components/schemas/E'}]}
            D: {additionalProperties: {type: string}, required: [d], properties: {d: {type: string}}}
            E: {required: [e], properties: {e: {type: string}}}
            F: {required: [id], properties: {id: {type: string, readOnly: true}, n: {}}}
            """
        for (keeps, others) in [(false, ""), (true, ", others: json")] {
            func lowered(_ request: String?, _ response: String?) throws -> [String: String] {
                try LoweredClient(schemas: schemas, paths: paths(request, response)) {
                    $0.unknownProperties = keeps ? .keep : .drop
                }.outlines
            }
            let received = try lowered("A", "A")
            #expect(received["A"] == "struct A { n: string?, b: B?, c: A.C?\(others), struct C { x: json?\(others) } }")
            #expect(received["B"] == "struct B { n: string? }")
            #expect(try lowered("A", nil)["A"] == "struct A { n: string?, b: B?, c: A.C?, struct C { x: json? } }")
            // A value from a response can be passed to a request of another type.
            #expect(try lowered("F", "F")["FRequest"] == "struct FRequest { n: json?\(others) }")
            let union = try lowered(nil, "C")
            #expect(union["C"]?.contains("others") == false)
            #expect(union["D"] == "struct D { d: string, others: string }")
            #expect(union["E"] == "struct E { e: string\(others) }")
        }
    }

    @Test(
        "a union requires only keys that exist in its direction", arguments: ["response", "request", "both"])
    func union(direction: String) throws {
        let schemas = """
            Un: {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Bank'}]}
            Card: {required: [number, cvc, brand], properties: {number: {}, cvc: {type: string, writeOnly: true}, brand: {type: string, readOnly: true}}}
            Bank: {required: [iban], properties: {iban: {}}}
            """
        let (request, response) = (direction != "response", direction != "request")
        let lowered = try LoweredClient(
            schemas: schemas, paths: paths(request ? "Un" : nil, response ? "Un" : nil))
        if response {
            #expect(
                lowered.outlines["Un"] == "union Un { card(Card) [object +number +brand], bank(Bank) [object +iban] }")
        }
        if request {
            let (un, card) = response ? ("UnRequest", "CardRequest") : ("Un", "Card")
            #expect(
                lowered.outlines[un] == "union \(un) { card(\(card)) [object +number +cvc], bank(Bank) [object +iban] }"
            )
        }
    }

    @Test("one type is enough if none of the properties is required")
    func both() throws {
        let lowered = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths("A", "A"))
        #expect(lowered.outlines == ["A": "struct A { id: string? (read), pin: string? (write), n: json? }"])
    }

    @Test("two types are generated if one is required, also for all containing types")
    func split() throws {
        let schemas = """
            A: \(Self.required)
            B: {properties: {a: {$ref: '#/components/schemas/A'}, c: {$ref: '#/components/schemas/C'}}}
            C: {properties: {n: {}}}
            """
        let lowered = try LoweredClient(schemas: schemas, paths: paths("B", "B"))
        #expect(
            lowered.outlines == [
                "A": "struct A { id: string, n: json }", "ARequest": "struct ARequest { n: json }",
                "B": "struct B { a: A?, c: C? }", "BRequest": "struct BRequest { a: ARequest?, c: C? }",
                "C": "struct C { n: json? }",
            ]
        )
        let method = try #require(lowered.client.apis.first?.methods.first)
        #expect(method.arguments.map { "\($0.label.text): \($0.type.outline)" } == ["b: BRequest"])
        #expect(method.result.outline == "B")
    }
}
