import Foundation
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletGenerator

/// Whether a byte of the output comes from a template.
@Suite("Share of the templates in the output")
struct TemplateShareTests {
    /// Many constructs, without descriptions.
    private static let document = """
        openapi: 3.1.0
        info: {title: Airport, version: "1"}
        servers: [{url: "https://{zone}.airport.example/v2", variables: {zone: {default: eu, enum: [eu, us]}}}]
        security: [{key: []}]
        paths:
          /flights:
            get:
              operationId: listFlights
              tags: [Flights]
              parameters:
                - {name: limit, in: query, schema: {type: integer}}
                - {name: offset, in: query, schema: {type: integer}}
                - {name: airline, in: query, schema: {type: array, items: {type: string}}}
                - {name: status, in: query, schema: {$ref: "#/components/schemas/FlightStatus"}}
                - {name: X-Request-ID, in: header, schema: {type: string, format: uuid}}
              responses:
                "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/FlightPage"}}}}
                "400": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
            post:
              operationId: createFlight
              tags: [Flights]
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: "#/components/schemas/Flight"}}}
              responses:
                "201": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Flight"}}}}
                "409": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
          /flights/{flightNumber}:
            parameters: [{name: flightNumber, in: path, required: true, schema: {type: string}}]
            get:
              operationId: getFlight
              tags: [Flights]
              responses:
                "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Flight"}}}}
                "404": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
            patch:
              operationId: patchFlight
              tags: [Flights]
              requestBody:
                required: true
                content:
                  application/json-patch+json:
                    schema: {type: array, items: {$ref: "#/components/schemas/PatchOperation"}}
              responses:
                "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Flight"}}}}
            delete:
              operationId: deleteFlight
              tags: [Flights]
              responses: {"204": {description: ""}}
          /flights/{flightNumber}/manifest:
            parameters: [{name: flightNumber, in: path, required: true, schema: {type: string}}]
            get:
              operationId: getManifest
              tags: [Flights]
              responses:
                "200": {description: "", content: {application/octet-stream: {schema: {type: string, format: binary}}}}
            put:
              operationId: sendManifest
              tags: [Flights]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [document]
                      properties: {document: {type: string, format: binary}, comment: {type: string}}
              responses: {"204": {description: ""}}
          /gates/{gate}/events:
            get:
              operationId: watchGate
              tags: [Gates]
              parameters: [{name: gate, in: path, required: true, schema: {type: string}}]
              responses:
                "200":
                  description: ""
                  content: {text/event-stream: {itemSchema: {type: object, properties: {data: {type: string}}}}}
          /gates/{gate}/assignment:
            put:
              operationId: assignGate
              tags: [Gates]
              parameters:
                - {name: gate, in: path, required: true, schema: {type: string}}
                - {name: dryRun, in: query, schema: {type: boolean}}
              requestBody:
                required: true
                content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Assignment"}}}
              responses:
                "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Assignment"}}}}
                "202": {description: ""}
        components:
          securitySchemes: {key: {type: apiKey, in: header, name: X-Airport-Key}}
          schemas:
            Flight:
              type: object
              required: [number, departure, status]
              properties:
                number: {type: string}
                departure: {type: string, format: date-time}
                arrival: {type: [string, "null"], format: date-time}
                status: {$ref: "#/components/schemas/FlightStatus"}
                aircraft: {$ref: "#/components/schemas/Aircraft"}
                seats: {type: integer, default: 180}
                codeShares: {type: array, items: {type: string}}
                remarks: {type: object, additionalProperties: {type: string}}
            FlightPage:
              type: object
              required: [items]
              properties:
                items: {type: array, items: {$ref: "#/components/schemas/Flight"}}
                total: {type: integer}
            FlightStatus: {type: string, enum: [scheduled, boarding, departed, delayed, cancelled]}
            Aircraft:
              oneOf: [{$ref: "#/components/schemas/Airplane"}, {$ref: "#/components/schemas/Helicopter"}]
              discriminator: {propertyName: kind, mapping: {plane: Airplane, heli: Helicopter}}
            Airplane:
              type: object
              required: [kind, engines]
              properties: {kind: {type: string}, engines: {type: integer}, wingspan: {type: number}}
            Helicopter:
              type: object
              required: [kind, rotors]
              properties: {kind: {type: string}, rotors: {type: integer}}
            Position: {type: array, prefixItems: [{type: number}, {type: number}], items: {type: number}}
            Reading: {oneOf: [{type: string}, {type: number}, {type: boolean}]}
            Labels: {type: object, additionalProperties: {type: string}}
            Delay: {anyOf: [{$ref: "#/components/schemas/Problem"}, {$ref: "#/components/schemas/Assignment"}]}
            Belt: {type: integer, enum: [1, 2, 3]}
            Route: {type: array, items: {$ref: "#/components/schemas/Route"}}
            Corner: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
            Search:
              oneOf:
                - {type: object, required: [city], properties: {city: {type: string}}}
                - {type: object, required: [code], properties: {code: {type: string, enum: [iata, icao]}}}
            Passenger:
              allOf:
                - {$ref: "#/components/schemas/Labels"}
                - type: object
                  properties:
                    seat: {oneOf: [{type: string}, {type: integer}]}
                    pin: {type: string, format: password, writeOnly: true}
            Assignment:
              type: object
              required: [flight]
              properties: {flight: {type: string}, from: {type: string, format: date-time}, position: {$ref: "#/components/schemas/Position"}}
            Problem:
              type: object
              required: [code, message]
              properties: {code: {type: integer}, message: {type: string}, details: {}}
            PatchOperation:
              type: object
              required: [op, path]
              properties: {op: {type: string}, path: {type: string}, value: {}}
        """

    @Test(
        "at most 40 % of a file comes from names, types and literals",
        arguments: ["APIs/", "Models/"]
    )
    func share(folder: String) throws {
        let collector = DiagnosticCollector()
        let source = SourceFile(path: "api.yaml", bytes: Array(Self.document.utf8))
        let configuration = Configuration(spec: "api.yaml", module: try #require(Identifier("AirportAPI")))
        let contexts = try #require(
            Generator.contexts(of: source, configuration, MemoryFiles(), [], collector)
        )
        #expect(collector.diagnostics.isEmpty)
        let templates = try ClientTemplates.builtIn(overriddenBy: nil)
        let emptied = try TemplateSet(
            sources: EmbeddedTemplates.sources.mapValues(Self.tags),
            encodings: TextEncoding.all
        )
        var all = 0
        var facts = 0
        for plan in contexts.plans(.filePerType, templates, collector) where plan.path.hasPrefix(folder) {
            var output = TextBuffer()
            try templates.set.render(plan.template, plan.scopes, into: &output)
            all += Self.size(SwiftLayout.laidOut(output.bytes))
            output.removeAll()
            try emptied.render(plan.template, plan.scopes, into: &output)
            facts += Self.size(output.bytes)
        }
        let share = Double(facts) / Double(all)
        #expect(all > 3000)
        #expect(share <= 0.4, "\(facts) of \(all) bytes of \(folder), \(Int(100 * share)) %, come from the contexts")
    }

    /// The tags of a template without the text between them.
    private static func tags(of template: String) -> String {
        var tags = ""
        var rest = template[...]
        while let start = rest.range(of: "{{"), let end = rest.range(of: "}}", range: start.upperBound..<rest.endIndex)
        {
            tags += rest[start.lowerBound..<end.upperBound]
            rest = rest[end.upperBound...]
        }
        return tags
    }

    /// The number of bytes other than spaces and line breaks.
    private static func size(_ text: [UInt8]) -> Int {
        text.count { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    }
}
