import Foundation
import MartletTestSupport
import Testing

/// Several configurations in one run.
extension MartletTests {
    @Test("two clients with one output folder are an error that names both, and nothing is written")
    func sharedOutput() throws {
        try folder.write("spec: ../api.yaml\nroot: ..\nmodule: AAPI\noutput: ../out\n", to: "a/martlet.yaml")
        let second = "spec: ../api.yaml\nroot: ..\nmodule: BAPI\nnamespace: B\noutput: "
        for output in ["../out", "./../a/../out/", folder.path("out")] {
            try folder.write("\(second)\(output)\n", to: "b/martlet.yaml")
            let run = try martlet("generate")
            let message = #"error: "a/martlet.yaml" and "b/martlet.yaml" have the same output folder"#
            #expect(run.status == 2 && run.errors.hasPrefix("b/martlet.yaml:5:9: \(message)"), "\(run)")
            #expect(run.output.isEmpty && files.isEmpty)
        }
        try folder.write("\(second)../out/b\n", to: "b/martlet.yaml")
        let run = try martlet("generate")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
        #expect(try martlet("generate", "--check").status == 0)
        let twice = try martlet("generate", "--config", "a/martlet.yaml", "--config", "a/martlet.yaml")
        #expect(twice.status == 0 && twice.errors.isEmpty, "\(twice)")
    }

    @Test("two clients of one module get a warning unless they have namespaces")
    func sharedModule() throws {
        let text = "spec: ../api.yaml\nroot: ..\nmodule: KitesAPI\n"
        try folder.write("\(text)output: ../out/a\n", to: "a/martlet.yaml")
        try folder.write("\(text)output: ../out/b\n", to: "b/martlet.yaml")
        let run = try martlet("generate")
        let message = #"warning: "a/martlet.yaml" and "b/martlet.yaml" make clients of one module, KitesAPI"#
        #expect(run.status == 0 && run.errors.hasPrefix("b/martlet.yaml:3:9: \(message)"), "\(run)")
        try folder.write("\(text)output: ../out/b\nnamespace: B\n", to: "b/martlet.yaml")
        #expect(try martlet("generate").errors.isEmpty)
    }

    @Test("clients of the build plugin are compared too, and their module is their folder's name")
    func pluginModules() throws {
        try folder.write("spec: ../../api.yaml\nroot: ../..\n", to: "Sources/kites-api/martlet.yaml")
        let text = "spec: ../api.yaml\nroot: ..\nmodule: kites_api\n"
        try folder.write("\(text)output: ../out\n", to: "Specs/martlet.yaml")
        let run = try martlet("generate")
        let files = #""Sources/kites-api/martlet.yaml" and "Specs/martlet.yaml""#
        let message = "\(files) make clients of one module, kites_api"
        #expect(run.status == 0 && run.errors.hasPrefix("Specs/martlet.yaml:3:9: warning: \(message)"), "\(run)")
        let lint = try martlet("lint", "--config", "Sources/kites-api/martlet.yaml")
        #expect(lint.status == 0, "\(lint)")
        try folder.write(text, to: "Specs/martlet.yaml")
        #expect(try martlet("generate").errors.contains("make clients of one module"))
    }

    @Test("names of what only operations that are left out have are no mistake")
    func namesOfLeftOut() throws {
        try folder.write(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'204': {description: d}}}}
              /b:
                get:
                  operationId: b
                  servers: [{url: 'https://b.example'}]
                  parameters: [{$ref: '#/components/parameters/Limit'}, {name: "x y", in: header, required: true}]
                  responses: {'204': {description: d, headers: {X-Left: {schema: {type: string}}}}}
            components: {parameters: {Limit: {name: limit, in: query, schema: {type: integer}}}}

            """, to: "b.yaml")
        let start = "spec: b.yaml\nmodule: M\noutput: out\ninclude: {operations: [a]}\n"
        let names = "headers: {x-left: left}, servers: {'https://b.example': other}"
        try folder.write(
            "\(start)names: {\(names), parameters: {/components/parameters/Limit: most}}\n", to: "martlet.yaml")
        let run = try martlet("generate")
        #expect(run.status == 0 && !run.errors.contains("martlet.yaml"), "\(run)")
        try folder.write("\(start)names: {headers: {x-lift: left}}\n", to: "martlet.yaml")
        let unknown = #"martlet.yaml:5:19: error: the document has no response with a header "x-lift""#
        #expect(try martlet("generate").errors.contains(unknown))
    }

    @Test("init chooses a module name that no configuration nearby uses, and reports a missing Package.swift")
    func secondStarter() throws {
        for (place, module) in [("a", "TAPI"), ("b b", "T2API"), ("c", "T3API")] {
            try folder.write(Self.document, to: "\(place)/api.yaml")
            let run = try martlet("init", "\(place)/api.yaml")
            #expect(run.status == 0 && run.output.contains("No Package.swift was found"), "\(run)")
            #expect(run.output.contains("name: \"\(module)\""), "\(run)")
            let path = place == "a" || place == "c" ? "\(place)/martlet.yaml" : "'\(place)/martlet.yaml'"
            #expect(run.output.hasSuffix("Then run: martlet generate --config \(path)\n"), "\(run)")
            #expect(folder.text(of: "\(place)/martlet.yaml")?.contains("output: ../Sources/\(module)\n") == true)
        }
        let run = try martlet("generate")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
        try folder.write("", to: "Package.swift")
        try folder.write(Self.document, to: "d/api.yaml")
        #expect(try martlet("init", "d/api.yaml").output.contains("No Package.swift") == false)
    }

    @Test("init reports that an existing configuration was kept")
    func keptStarter() throws {
        try folder.write("spec: other.yaml\nmodule: OtherAPI\noutput: out\n", to: "martlet.yaml")
        let run = try martlet("init", "api.yaml")
        #expect(run.status == 0 && run.output.hasSuffix("\n\nkept: martlet.yaml, which was there before\n"), "\(run)")
        #expect(!run.output.contains("Package.swift"))
    }

    @Test("--report lists its formats, and writes only one page")
    func reportMistakes() throws {
        let wrong = try martlet("generate", "--report", "htm")
        #expect(wrong.status == 2 && wrong.errors.contains("\"htm\" is no file, and no format: --report takes html"))
        for place in ["a", "b"] {
            let text = "spec: ../api.yaml\nroot: ..\nmodule: \(place.uppercased())API\noutput: ../out/\(place)\n"
            try folder.write(text, to: "\(place)/martlet.yaml")
        }
        let both = try martlet("generate", "--report", "html")
        #expect(both.status == 2 && both.output.isEmpty && both.errors.contains("choose it with --config"), "\(both)")
        #expect(try martlet("generate", "--report").status == 0)
        #expect(try martlet("generate", "--report", "html", "--config", "a/martlet.yaml").status == 0)
    }

    @Test("generate names all missing options")
    func missingOptions() throws {
        #expect(try martlet("generate", "api.yaml").errors.hasPrefix("error: --output and --module are missing\n"))
        let run = try martlet("generate", "api.yaml", "--output", "out")
        #expect(run.errors.hasPrefix("error: --module is missing\n"))
    }

    @Test("an unreadable folder is an error that says so")
    func unreadableFolders() throws {
        // A link to itself can't be read by any user.
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("loop"), withDestinationPath: folder.path("loop"))
        let run = try martlet("templates", "diff", "loop")
        #expect(run.status == 1 && run.errors.hasPrefix("error: can't read the folder \"loop\": "), "\(run)")
        #expect(try martlet("templates", "diff", "none").errors == "error: there is no folder \"none\"\n")
        #expect(try martlet("names", "none", "api.yaml").errors == "error: there is no folder \"none\"\n")
        guard geteuid() != 0 else { return }
        try folder.write("spec: ../api.yaml\nmodule: AAPI\noutput: ../out\n", to: "a/martlet.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("a"))
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("a")) }
        #expect(try martlet("generate").errors.contains("warning: can't read the folder \"a\": "))
    }
}
