import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    private static let whole = """
        openapi: 3.1.0
        info: {title: T, version: "1"}
        servers:
          - {url: "https://{region}.example/{base}", description: main, variables: {region: {default: eu, enum: [eu, us]}, base: {default: v1}}}
          - url: https://b.example
            description: spare
        security: [{api-key: []}]
        tags:
          - {name: kites, description: Kites.}
        paths:
          /kites:
            get:
              operationId: listKites
              tags: [kites]
              parameters: [{$ref: "#/components/parameters/Limit"}]
              responses:
                "200": {description: d, headers: {X-Left: {schema: {type: integer}}}, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
                "404": {$ref: "#/components/responses/None"}
              callbacks: {flown: {"{$request.query.url}": {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}, responses: {}}}}}
        webhooks:
          kiteFlew: {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}, responses: {}}}
        components:
          securitySchemes:
            api-key: {type: apiKey, in: header, name: X-Key}
          parameters:
            Limit: {name: limit, in: query, schema: {type: integer}}
          responses:
            None: {description: d, headers: {Retry: {$ref: "#/components/headers/Retry"}}}
          headers:
            Retry: {schema: {type: string}}
          schemas:
            Kite: {type: object, properties: {tail: {type: string}}}

        """

    @Test(
        "each kind of name leads to its place, and each kind of pointer to the name",
        arguments: [
            ("Client.Server", "4:5", "/servers/0"), ("Server.spare", "5:5", "/servers/1/url"),
            ("Client.Server.`default`.region", "4:77", "/servers/0/variables/region/default"),
            ("Server.Region.us", "4:77", ""), ("spare", "5:5", ""),
            ("Client.init(apiKey:)", "24:5", "/components/securitySchemes/api-key"),
            ("Credential.Scheme.apiKey", "24:5", "#/components/securitySchemes/api-key/name"),
            ("KitesApi", "9:5", "/tags/0/description"), ("client.kites.listKites", "12:5", "/paths/~1kites/get"),
            ("ResponseHeaders.xLeft", "17:43", "/paths/~1kites/get/responses/200/headers/X-Left"),
            ("ResponseHeaders.retry", "28:38", "/components/headers/Retry"),
            ("listKites.limit", "26:12", "/paths/~1kites/get/parameters/0"),
            ("kiteFlew", "21:14", "/webhooks/kiteFlew/post"), ("listKitesFlown", "19:52", ""),
            (
                "Kite", "32:11",
                "/paths/~1kites/get/responses/200/content/application~1json/schema"
            ),
        ]
    )
    func explanations(name: String, place: String, pointer: String) throws {
        try folder.write(Self.whole, to: "whole.yaml")
        let explained = try martlet("explain", name, "whole.yaml")
        #expect(explained.status == 0 && explained.output.contains("whole.yaml:\(place)"), "\(explained)")
        if pointer.isEmpty { return }
        let back = try martlet("explain", pointer, "whole.yaml")
        let subject = name.replacing("`", with: "").replacing("init(", with: "init.").prefix { !"(:)".contains($0) }
        let last = subject.split(separator: ".").last ?? ""
        #expect(back.status == 0 && back.output.contains("\(last)\n"), "\(pointer): \(back)")
    }
}
