extension ComparisonTests {
    /// The document that each row changes in one place.
    static let document = """
        openapi: 3.1.0
        info: {title: Kites, version: "1", description: All kites.}
        servers: [{url: "https://a.example", description: main}, {url: "https://b.example", description: spare}]
        paths:
          /kites/{id}:
            get:
              operationId: getKite
              tags: [Kites]
              summary: Get it.
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer, format: int32}}
                - {name: size, in: query, required: true, schema: {type: integer, format: int64}}
                - {name: color, in: query, schema: {type: string, enum: [red, blue]}}
                - {name: tags, in: query, schema: {type: array, items: {type: string}}}
                - {name: page, in: query, schema: {type: integer, default: 1}}
              security: [{key: []}]
              responses:
                "200": {description: The kite., content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
                "404": {description: None., content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
            delete: {operationId: deleteKite, tags: [Kites], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {"204": {description: Gone.}}}
          /kites:
            post:
              operationId: addKite
              tags: [Kites]
              security: [{oauth: [read]}, {key: []}]
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewKite"}}}}
              responses: {"201": {description: Made., headers: {X-Left: {schema: {type: integer}}}, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}}
          /a: {get: {operationId: countKites, tags: [Kites], responses: {"204": {description: d}}}, put: {operationId: readWind, tags: [Winds], responses: {"204": {description: d}}}}
          /b: {get: {operationId: weighKites, tags: [Kites], responses: {"204": {description: d}}}, put: {operationId: readCloud, tags: [Clouds], responses: {"204": {description: d}}}}
        webhooks: {kiteFlew: {post: {operationId: kiteFlew, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Flight"}}}}, responses: {"200": {description: d}}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            other: {type: http, scheme: basic}
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://t.example", scopes: {read: Read., write: Write.}}, password: {tokenUrl: "https://p.example", scopes: {}}}}
          schemas:
            Kite:
              type: object
              required: [name, wind]
              properties:
                name: {type: string}
                wind: {type: [string, "null"]}
                tail: {type: string, description: The tail.}
                knots: {type: [integer, "null"]}
                shape: {$ref: "#/components/schemas/Shape"}
                part: {$ref: "#/components/schemas/Part"}
                mood: {type: string, enum: [calm, wild]}
                moods: {type: array, items: {$ref: "#/components/schemas/Mood"}}
                seal: {type: string, const: wax}
                either: {$ref: "#/components/schemas/Either"}
            NewKite:
              type: object
              required: [title, kind]
              properties:
                title: {type: string}
                kind: {type: string, enum: [box, delta]}
                note: {type: string}
                brand: {type: string, const: acme}
                count: {type: integer, format: int32, default: 3}
                bound: {type: [string, "null"]}
                extra: {type: object, additionalProperties: {type: string}}
                size: {type: integer, minimum: 2}
                labels: {type: array, maxItems: 5, items: {type: string, minLength: 1}}
            Shape: {type: string, enum: [flat, round]}
            Part: {oneOf: [{$ref: "#/components/schemas/Line"}, {$ref: "#/components/schemas/Sail"}]}
            Line: {type: object, required: [length], properties: {length: {type: number}}}
            Sail: {type: object, required: [area], properties: {area: {type: number}}}
            Problem: {type: object, properties: {message: {type: string}}}
            Trouble: {type: object, properties: {code: {type: integer}}}
            Flight: {type: object, properties: {height: {type: number}}}
            Alias: {type: string}
            Mood: {type: string, enum: [calm, wild]}
            Either: {oneOf: [{$ref: "#/components/schemas/Problem"}, {$ref: "#/components/schemas/Trouble"}]}
            Both: {anyOf: [{$ref: "#/components/schemas/Problem"}, {$ref: "#/components/schemas/Flight"}]}
            Log: {type: object, properties: {stamp: {type: string, readOnly: true}}}

        """
}
