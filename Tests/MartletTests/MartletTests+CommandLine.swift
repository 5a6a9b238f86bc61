import Foundation
import MartletTestSupport
import Testing

/// Mistakes in the command line.
extension MartletTests {
    static let commandLines: [(words: String, message: String)] = [
        ("generate api.yaml --out out --module A", #"unknown option "--out"; did you mean --output?"#),
        ("generate api.yaml -o out --module A", #"unknown option "-o"; did you mean --output?"#),
        ("generate --spec api.yaml", #"unknown option "--spec"; pass the document without an option"#),
        (
            "generate api.yaml --module pets-api --output out",
            #"--module must be a Swift name, not "pets-api"; for example PetsAPI"#
        ),
        (
            "generate api.yaml --module Swift --output out",
            "--module can't be Swift, which Swift, Foundation or the runtime needs for something else"
        ),
        (
            "generate api.yaml --module A --client class --output out",
            "--client can't be class, which Swift, Foundation or the runtime needs for something else"
        ),
        (
            "generate api.yaml --module A --output out --shards 0",
            #"--shards must be a number from 1 to 256, not "0""#
        ),
        (
            "generate api.yaml --module A --output out --report pdf",
            #""pdf" is no file, and no format: --report takes html, or nothing"#
        ),
        ("diff api.yaml api.yaml --format html", #"--format must be text, markdown or json, not "html""#),
        ("diff api.yaml api.yaml --fail-on all", #"--fail-on must be breaking, risky or any, not "all""#),
        (
            "templates exprot T",
            "templates takes export DIR, diff DIR or context SPEC; did you mean `export`?"
        ),
        ("-v", #"unknown command "-v"; did you mean `--version`?"#),
        ("version", #"unknown command "version"; did you mean `--version`?"#),
        ("--verison", #"unknown command "--verison"; did you mean `--version`?"#),
    ]

    @Test("a mistake in the command line is named, with what to write instead", arguments: commandLines.indices)
    func commandLine(index: Int) throws {
        let words = Self.commandLines[index].words.split(separator: " ").map { String($0) }
        let run = try martlet(words)
        let isCommand = ["generate", "diff", "templates"].contains(words[0])
        let note =
            isCommand
            ? "`martlet help \(words[0])` shows the options, with examples" : "`martlet --help` shows the commands"
        #expect(run.status == 2 && files.isEmpty)
        #expect(run.errors == "error: \(Self.commandLines[index].message)\nnote: \(note)\n")
    }

    static let paths: [(words: String, message: String)] = [
        (
            "lint https://example.com/api.yaml",
            """
            error: "https://example.com/api.yaml" is a URL, and martlet never fetches documents; save the document and name \
            the file, for example with curl -o openapi.yaml
            """
        ),
        ("lint .", #"error: "." is a folder, not a file"#),
        (
            "generate api.yaml --module A --output api.yaml",
            #"error: can't create the folder "api.yaml", because there is a file of that name"#
        ),
        (
            "generate --config api.yaml",
            """
            api.yaml:1:1: error: this is an OpenAPI document, not a configuration; pass it without --config, or name it as \
            spec in a martlet.yaml [configuration]
            """
        ),
    ]

    @Test("a path to something else than what is expected is named, with what it is", arguments: paths.indices)
    func path(index: Int) throws {
        let run = try martlet(Self.paths[index].words.split(separator: " ").map { String($0) })
        #expect(run.status != 0 && run.errors == "\(Self.paths[index].message)\n", "\(run)")
    }

    @Test("a URL for the document of a configuration is an error in its place")
    func remoteDocument() throws {
        try folder.write("spec: https://example.com/api.yaml\nmodule: A\noutput: out\n", to: "martlet.yaml")
        let run = try martlet("generate")
        let message = #"martlet.yaml:1:7: error: "https://example.com/api.yaml" is a URL, and martlet never fetches"#
        #expect(run.status == 2 && run.errors.hasPrefix(message), "\(run)")
    }

    @Test("schemas that refer to each other in a very long chain end no process", arguments: ["anyOf", "oneOf"])
    func longChain(keyword: String) throws {
        let schemas = (0..<3_000).map {
            "A\($0): {\(keyword): [{$ref: '#/components/schemas/A\($0 + 1)'}, {type: 'null'}]}"
        }
        try folder.write(
            "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {\n"
                + (schemas + ["A3000: {type: string}"]).joined(separator: ",\n") + "}}\n", to: "chain.yaml")
        let run = try martlet("lint", "chain.yaml")
        #expect(run.status == 0, "\(run.status)")
    }
}
