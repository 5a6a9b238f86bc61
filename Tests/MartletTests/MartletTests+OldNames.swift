import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    @Test("usage and explain recognize old names, and names as they are spelled in code")
    func oldNames() throws {
        try folder.write(
            """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            paths:
              /kites: {get: {operationId: listKites, tags: [Kites], responses: {"204": {description: d}}}}
              /boats: {get: {operationId: listBoats, tags: [Boats], parameters: [{name: size, in: query, schema: {type: string, enum: [s, l]}}], responses: {"204": {description: d}}}}
            """, to: "big.yaml")
        try folder.write("spec: big.yaml\nmodule: BigAPI\noutput: before\n", to: "martlet.yaml")
        #expect(try martlet("generate").status == 0)
        let settings = "spec: big.yaml\nmodule: BigAPI\noutput: out\nrenamed: before\n"
        try folder.write("\(settings)names: {operations: {listKites: fetchAll}}\n", to: "martlet.yaml")
        try folder.write("try await client.kites.listKites()", to: "app/a.swift")
        let old = try #require(
            try martlet("names", "before", "--config", "martlet.yaml").output.split(separator: "(").first)
        let name = String(old.split(separator: ".").last ?? "")
        try folder.write("try await client.kites.\(name)()", to: "app/a.swift")
        let usage = try martlet("usage", "app", "--config", "martlet.yaml")
        #expect(usage.output == "include:\n  operations:\n    - \"listKites\"\n", "\(usage)")
        let explained = try martlet("explain", String(old))
        #expect(explained.output.contains("the new name of \(old)\n"), "\(explained)")
        #expect(explained.output.contains("KitesApi.fetchAll\n"), "\(explained)")
        let new = try martlet("explain", "KitesApi.fetchAll").output
        for spelling in ["client.kites.fetchAll", "kites.fetchAll", "BigAPI.KitesApi.fetchAll"] {
            #expect(try martlet("explain", spelling).output == new, "\(spelling)")
        }
        let place = "/paths/~1boats/get/parameters/0"
        let parameter = try martlet("explain", "listBoats.size").output
        #expect(parameter.contains("settings: names.parameters, as \"\(place)\"\n"), "\(parameter)")
        let type = try martlet("explain", "\(place)/schema").output
        #expect(type.contains("settings: names.schemas, as \"\(place)/schema\"\n"), "\(type)")
        try folder.write("\(settings)names: {operations: {listKits: fetchAll}}\n", to: "martlet.yaml")
        #expect(try martlet("explain", "KitesApi").status == 2)
    }
}
