import Foundation
import MartletTestSupport
import Testing

/// The commands that are about templates.
extension MartletTests {
    @Test("templates are exported, replace built-in ones one by one, and are checked")
    func templates() throws {
        #expect(try martlet("templates", "export", "t").status == 0)
        let names = TemporaryFolder.files(below: folder.url.appendingPathComponent("t"))
        #expect(names.contains("Structure.mustache") && names.contains("Api.md.mustache"))
        #expect(folder.text(of: "t/README.md")?.contains("### Method\n") == true)
        try folder.write(
            "{{! martlet 3 }}\n// {{marker}}\n// mine\n{{#models}}{{name}}\n{{/models}}",
            to: "u/Models.swift.mustache"
        )
        let made = try martlet("generate", "api.yaml", "--module", "A", "--output", "out", "--templates", "u")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.isEmpty)
        #expect(folder.text(of: "out/Models/Kite.swift")?.hasSuffix("// mine\nKite\n") == true)
        try folder.write("{{nme}}", to: "u/Models.swift.mustache")
        let typo = try martlet("generate", "api.yaml", "--module", "A", "--output", "out", "--templates", "u")
        #expect(typo.status == 1)
        #expect(typo.errors.contains("Models.swift.mustache:1:1: error: "))
        try folder.write("", to: "u/Modles.swift.mustache")
        #expect(try martlet("generate", "api.yaml", "--module", "A", "--output", "out", "--templates", "u").status == 1)
    }

    @Test("templates diff shows what each template changes and for which version it was written")
    func templatesDiff() throws {
        _ = try martlet("templates", "export", "t")
        let same = try martlet("templates", "diff", "t")
        #expect(same.status == 0 && same.errors.isEmpty)
        #expect(same.output.contains("t/Wrapper.mustache: equal to the built-in template; written for version 3\n"))
        #expect(!same.output.contains("differs"))

        let old = try #require(folder.text(of: "t/Tags.mustache")).split(separator: "\n")
        try folder.write("{{! martlet 3 }}\n{{#tags}}{{.cell}}{{/tags}}\n", to: "u/Tags.mustache")
        try folder.write("{{name}}", to: "u/Mine.mustache")
        let own = try martlet("templates", "diff", "u")
        #expect(own.status == 0 && own.errors.isEmpty)
        let expected = """
            u/Mine.mustache: replaces no built-in template; does not say for which version it was written
            u/Tags.mustache: differs from the built-in template; written for version 3
            --- built-in/Tags.mustache
            +++ u/Tags.mustache
            @@ -1,2 +1,2 @@
             {{! martlet 3 }}
            -\(old[1])
            +{{#tags}}{{.cell}}{{/tags}}

            """
        #expect(own.output == expected)
    }

    @Test("templates diff ends with status 1 for removed keys and templates, and shows where they are used")
    func templatesDiffErrors() throws {
        let template = """
            {{! martlet 1 }}
            {{#propertes}}{{name.plain}}{{^-first}}, {{/-first}}{{/propertes}}
            {{kind.structure.members}}{{.comment}}{{name.shout}}
              {{> Metod}}
            """
        try folder.write(template, to: "u/Structure.mustache")
        let outcome = try martlet("templates", "diff", "u")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("written for version 1, and this is version 3\n"))
        let errors = outcome.errors.split(separator: "\n")
        #expect(errors.count == 3)
        #expect(
            errors[0]
                == "u/Structure.mustache:2:1: error: unknown key `propertes`; did you mean `properties`? [template]")
        #expect(errors[1] == "u/Structure.mustache:3:39: error: unknown key `shout` [template]")
        #expect(errors[2].hasPrefix("u/Structure.mustache:4:3: error: ") && errors[2].contains("`Method`"))
        try folder.write("{{#a}}", to: "u/Structure.mustache")
        let broken = try martlet("templates", "diff", "u")
        #expect(broken.status == 1 && broken.errors.contains("u/Structure.mustache:1:1: error: "))
        #expect(try martlet("templates", "diff", "none").status == 1)
    }

    @Test("templates context follows the given configuration")
    func configuredContext() throws {
        let configuration = """
            spec: api.yaml
            module: GlidersAPI
            names: {schemas: {Kite: Glider}}
            secrets: [Kite.tail]
            """
        try folder.write(configuration, to: "martlet.yaml")
        let outcome = try martlet("templates", "context", "api.yaml", "--config", "martlet.yaml")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["module"] as? String == "GlidersAPI")
        let model = try #require((object?["models"] as? [[String: Any]])?.first)
        #expect(model["name"] as? String == "Glider")
        let structure = (model["kind"] as? [String: Any])?["structure"] as? [String: Any]
        let properties = try #require(structure?["properties"] as? [[String: Any]])
        #expect(properties.map { $0["isSecret"] as? Bool } == [true])
        try folder.write("spec: api.yaml\nmodul: A\n", to: "martlet.yaml")
        #expect(try martlet("templates", "context", "api.yaml", "--config", "martlet.yaml").status == 2)
    }

    @Test("templates context prints JSON")
    func context() throws {
        let outcome = try martlet("templates", "context", "api.yaml")
        #expect(outcome.status == 0)
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let models = try #require(object?["models"] as? [[String: Any]])
        #expect(models.map { $0["name"] as? String } == ["Kite"])
        #expect(models[0]["description"] as? [String: String] == ["text": "A kite."])
    }

    @Test("a folder without templates is an error for templates diff and a warning for generate")
    func noTemplates() throws {
        try folder.write("", to: "t/Structure.mustach")
        let message = #"the folder "t" has no templates"#
        let diff = try martlet("templates", "diff", "t")
        #expect(diff.status == 1 && diff.errors.hasPrefix("error: \(message)"), "\(diff)")
        let run = try martlet("generate", "api.yaml", "--module", "A", "--output", "out", "--templates", "t")
        #expect(run.status == 0 && run.errors.hasPrefix("warning: \(message)"), "\(run)")
    }

    @Test("templates diff rejects the same first lines as generate")
    func malformedFront() throws {
        try folder.write("{{! martlet 3, for each apis: {{name}}.csv }}\n", to: "t/List.mustache")
        let diff = try martlet("templates", "diff", "t")
        #expect(diff.output == "t/List.mustache: replaces no built-in template; written for version 3\n")
        #expect(
            diff.status == 1 && diff.errors.hasPrefix("t/List.mustache:1:1: error: the first line is not"), "\(diff)")
        let run = try martlet("generate", "api.yaml", "--module", "A", "--output", "out", "--templates", "t")
        #expect(run.errors == diff.errors)
    }
}
