import MartletTestSupport
import Testing

extension MartletTests {
    @Test("usage prints an include with which the client contains only what sources use")
    func usage() throws {
        try folder.write(
            """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            paths:
              /kites: {get: {operationId: listKites, tags: [Kites], responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}}}}
              /boats: {get: {operationId: listBoats, tags: [Boats], responses: {"204": {description: d}}}}
            components: {schemas: {Kite: {type: object}, Boat: {type: object}, Tail: {type: object}}}
            """,
            to: "big.yaml"
        )
        try folder.write("spec: big.yaml\nmodule: BigAPI\noutput: out\n", to: "martlet.yaml")
        try folder.write(
            "let k = client.kites.listKitesWithHTTPInfo(); var tail: Tail; listBoats()", to: "app/sub/a.swift")
        let outcome = try martlet("usage", "app", "--config", "martlet.yaml")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "include:\n  operations:\n    - \"listKites\"\n  schemas:\n    - \"Tail\"\n")
        try folder.write("spec: big.yaml\nmodule: BigAPI\noutput: out\n\(outcome.output)", to: "martlet.yaml")
        #expect(try martlet("generate").status == 0)
        #expect(
            files.filter { $0.hasPrefix("Models/") || $0.hasPrefix("APIs/") } == [
                "APIs/KitesApi.swift", "Models/Kite.swift", "Models/Tail.swift",
            ])
        #expect(try martlet("usage", "app", "out", "--config", "martlet.yaml").output == outcome.output)
        let report = try martlet("generate", "--report")
        #expect(report.output.contains("  Kites\n") && report.output.contains("  Tail\n"), "\(report)")
        #expect(try martlet("usage", "none", "--config", "martlet.yaml").status == 1)
        #expect(try martlet("usage", "app").output == outcome.output)
        try folder.write("spec: big.yaml\nmodule: BigAPI\noutput: out2\n", to: "other/martlet.yaml")
        let unclear = try martlet("usage", "app")
        #expect(unclear.status == 2 && unclear.errors.contains("there are 2 martlet.yaml files"), "\(unclear)")
    }
}
