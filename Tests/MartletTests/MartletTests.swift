import Foundation
import MartletTestSupport
import Testing

@Suite("The martlet command", .timeLimit(.minutes(2)))
struct MartletTests {
    let folder: TemporaryFolder

    /// The output and the exit status of a command.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    static let document = """
        openapi: 3.0.3
        info: {title: T, version: "1"}
        paths: {}
        components: {schemas: {Kite: {type: object, description: A kite., properties: {tail: {type: string}}}}}

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.document, to: "api.yaml")
    }

    /// Runs the command in the test's folder.
    func martlet(_ arguments: String..., input: String = "", executable: URL? = nil) throws -> Outcome {
        try martlet(arguments, input: input, executable: executable)
    }

    func martlet(
        _ arguments: [String],
        in place: String = "",
        input: String = "",
        executable: URL? = nil
    ) throws -> Outcome {
        try folder.write(input, to: ".input")
        try folder.write("", to: ".output")
        try folder.write("", to: ".errors")
        let process = Process()
        process.executableURL = executable ?? Repository.products.appendingPathComponent("martlet")
        process.currentDirectoryURL = place.isEmpty ? folder.url : folder.url.appendingPathComponent(place)
        process.arguments = arguments
        process.standardInput = FileHandle(forReadingAtPath: folder.path(".input"))
        process.standardOutput = FileHandle(forWritingAtPath: folder.path(".output"))
        process.standardError = FileHandle(forWritingAtPath: folder.path(".errors"))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: folder.text(of: ".output") ?? "",
            errors: folder.text(of: ".errors") ?? ""
        )
    }

    var files: [String] {
        TemporaryFolder.files(below: folder.url.appendingPathComponent("out"))
    }

    @Test(
        "help and version are printed",
        arguments: [
            ["--help"], ["help", "generate"], ["--version"], [], ["help", "init"], ["lint", "--help"],
        ])
    func help(arguments: [String]) throws {
        let outcome = try martlet(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("martlet"))
        #expect(outcome.errors.isEmpty)
    }

    @Test("the help of every command shows its usage and an example")
    func commands() throws {
        let lines = try martlet("help").output.split(separator: "\n")
        let usage = lines.filter { $0.hasPrefix("usage: martlet ") || $0.hasPrefix("       martlet ") }
        let names = Set(usage.compactMap { $0.dropFirst(15).split(separator: " ").first }).filter { !$0.hasPrefix("-") }
        #expect(names.count == 11)
        for name in names {
            let help = try martlet("help", String(name)).output
            #expect(help.hasPrefix("usage: martlet \(name)") && help.contains("\nexample"), "\(name)")
        }
    }

    @Test(
        "an invalid command line ends with status 2",
        arguments: [
            "fly", "generate", "generate api.yaml", "generate --config none.yaml",
            "generate api.yaml --module 1 --output o",
            "generate api.yaml --module A --output o --check --dry-run", "generate --bogus", "lint", "templates",
            "help x",
            "generate api.yaml --module", "generate api.yaml api.yaml --module A --output o",
            "lint x --diagnostics xml", "templates diff", "templates show t",
            "templates export t --config martlet.yaml", "init", "init -", "schema x", "completions", "completions csh",
            "diff api.yaml", "diff api.yaml api.yaml --fail-on x", "diff api.yaml api.yaml --format x", "explain",
            "explain Kite", "explain Kite api.yaml --config martlet.yaml",
        ]
    )
    func usage(line: String) throws {
        let outcome = try martlet(line.split(separator: " ").map(String.init))
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.hasPrefix("error: "))
    }

    @Test("a document generates the same files from standard input, and --check then succeeds")
    func generate() throws {
        let arguments = ["generate", "api.yaml", "--module", "KitesAPI", "--output", "out"]
        let made = try martlet(arguments)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output == "KitesAPI: 0 operations, 1 model, \(files.count) files changed\n")
        #expect(try martlet(arguments).output == "KitesAPI: 0 operations, 1 model, 0 files changed\n")
        #expect(files.contains("KitesClient.swift") && files.contains("docs/Kite.md"))
        let check = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out", "--check")
        #expect(check.status == 0 && check.output.isEmpty)
        let input = try martlet(
            "generate",
            "-",
            "--module",
            "KitesAPI",
            "--output",
            "out",
            input: Self.document
        )
        // The manifest and the summary say where the document comes from.
        #expect(input.status == 0 && input.output == "KitesAPI: 0 operations, 1 model, 2 files changed\n")
    }

    @Test("a run longer than a second shows its progress, unless a tool reads the output")
    func progress() throws {
        let command = "(sleep 1.3; cat api.yaml) | \"$0\" generate - --module KitesAPI --output out"
        let shell = URL(fileURLWithPath: "/bin/sh")
        let executable = Repository.products.appendingPathComponent("martlet").path
        let slow = try martlet("-c", command, executable, executable: shell)
        #expect(slow.errors == "KitesAPI: generating\n" && slow.status == 0, "\(slow)")
        let json = try martlet("-c", command + " --diagnostics json", executable, executable: shell)
        #expect(json.errors.isEmpty && json.status == 0, "\(json)")
    }

    @Test("output: . is the folder of the configuration, regardless of the current folder")
    func outputHere() throws {
        try folder.write(Self.document, to: "c/api.yaml")
        try folder.write("spec: api.yaml\nmodule: KitesAPI\noutput: .\n", to: "c/martlet.yaml")
        let outcome = try martlet(["generate", "--config", "c/martlet.yaml"])
        #expect(outcome.status == 0, "\(outcome)")
        let check = try martlet(["generate", "--config", "martlet.yaml", "--check"], in: "c")
        #expect(check.status == 0 && check.output.isEmpty, "\(check)")
    }

    @Test("--check lists stale, missing and surplus files, --dry-run lists changes, and neither writes")
    func check() throws {
        _ = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out")
        let before = files
        try folder.write(Self.document.replacingOccurrences(of: "Kite", with: "Glider"), to: "api.yaml")
        let check = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out", "--check")
        #expect(check.status == 1)
        #expect(check.output.contains("missing: out/Models/Glider.swift\n"))
        #expect(check.output.contains("stale: out/README.md\n"))
        #expect(check.output.contains("surplus: out/Models/Kite.swift\n"))
        #expect(check.output.contains("--- out/README.md\n+++ out/README.md (up to date)\n@@ -"))
        #expect(
            check.output.contains("\n-") && check.output.contains("(docs/Glider.md)")
        )
        let dry = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out", "--dry-run")
        #expect(dry.status == 0)
        #expect(dry.output.contains("would create: out/Models/Glider.swift\n"))
        #expect(files == before)
        let done = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out", "--verbose")
        #expect(done.output.contains("removed: out/Models/Kite.swift\n"))
        #expect(!files.contains("Models/Kite.swift") && files.contains("Models/Glider.swift"))
    }

    @Test("configurations below the folder are found, except in nested packages and hidden folders")
    func configurations() throws {
        for place in ["a", "a/b", "nested", ".hidden"] {
            try folder.write(Self.document, to: "\(place)/api.yaml")
            try folder.write("spec: api.yaml\nmodule: KitesAPI\noutput: out\n", to: "\(place)/martlet.yaml")
        }
        try folder.write("", to: "nested/Package.swift")
        #expect(try martlet("generate").status == 0)
        for (place, isThere) in [("a", true), ("a/b", true), ("nested", false), (".hidden", false)] {
            #expect((folder.text(of: "\(place)/out/KitesClient.swift") != nil) == isThere, "\(place)")
        }
        try folder.write("spec: api.yaml\nmodul: KitesAPI\n", to: "a/martlet.yaml")
        let outcome = try martlet("generate")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("a/martlet.yaml:2:1: error: \"modul\" is not a key"))
        #expect(outcome.errors.contains("`module`"))
    }

    @Test("an unsuitable configuration ends with status 2, and a document with errors with status 1")
    func statuses() throws {
        try folder.write(Self.document, to: "api.yaml")
        try folder.write("spec: api.yaml\nmodule: KitesAPI\noutput: out\nsecrets: [Kite.none]\n", to: "martlet.yaml")
        #expect(try martlet("generate").status == 2)
        #expect(try martlet("lint", "--config", "martlet.yaml").status == 2)
        try folder.write("openapi: 3.0.3\ninfo: 5\n", to: "api.yaml")
        try folder.write("spec: api.yaml\nmodule: KitesAPI\noutput: out\n", to: "martlet.yaml")
        #expect(try martlet("generate").status == 1)
        #expect(try martlet("lint", "--config", "martlet.yaml").status == 1)
    }

    @Test(
        "explain finds the place of a Swift name and the name for a JSON pointer, and suggests similar names")
    func explain() throws {
        let name = try martlet("explain", "Kite.tail", "api.yaml")
        #expect(name.status == 0, "\(name.errors)")
        #expect(name.output.hasPrefix("api.yaml:4:80: Kite.tail\n  the property \"tail\"\n  type: String?\n"))
        #expect(try martlet("explain", "tail", "api.yaml").output == name.output)
        #expect(try martlet("explain", "#/components/schemas/Kite/properties/tail", "api.yaml").output == name.output)
        let type = try martlet("explain", "/components/schemas/Kite/description", "api.yaml")
        #expect(type.status == 0 && type.output.contains(": Kite\n  the schema \"Kite\"\n"))
        #expect(type.errors.contains("note: "))
        let client = try martlet("explain", "Client", "api.yaml")
        #expect(client.output.hasPrefix("Client\n  the client of "), "\(client)")
        let mistyped = try martlet("explain", "Kite.tale", "api.yaml")
        #expect(mistyped.status == 1 && mistyped.errors.contains("did you mean `Kite.tail`?"))
        #expect(try martlet("explain", "#/components/schemas/Kit", "api.yaml").errors.contains("did you mean `Kite`?"))
    }

    @Test("diff compares with a file and a Git revision, and --fail-on decides the exit status")
    func diff() throws {
        try folder.write(Self.document.replacingOccurrences(of: "tail", with: "tale"), to: "new.yaml")
        let text = try martlet("diff", "api.yaml", "new.yaml")
        #expect(text.status == 0 && text.output.contains("breaking: Kite.tail: the property is gone\n"), "\(text)")
        #expect(try martlet("diff", "api.yaml", "new.yaml", "--fail-on", "breaking").status == 1)
        #expect(try martlet("diff", "api.yaml", "api.yaml", "--fail-on", "any").status == 0)
        _ = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out")
        let folded = try martlet("diff", "out", "new.yaml")
        #expect(folded.output.contains("breaking: Kite.tail: the property is gone\n"), "\(folded)")
        #expect(!folded.output.contains("old:"), "\(folded)")
        #expect(try martlet("diff", "out", "api.yaml", "--fail-on", "any").output == "nothing changed\n")
        try folder.write(Self.document.replacingOccurrences(of: "tail", with: "tale"), to: "api.yaml")
        let check = try martlet(
            "generate", "api.yaml", "--module", "KitesAPI", "--output", "out", "--check", "--diagnostics", "json")
        #expect(check.status == 1 && check.output.contains(#""isCurrent": false"#), "\(check)")
        #expect(
            check.output.contains(#""differences": {"#) && check.output.contains("-    public var tail"), "\(check)")
        let missing = try martlet("diff", "git:HEAD:none.yaml", "api.yaml")
        #expect(missing.status == 1 && missing.errors.contains("error: git can't read \"none.yaml\""), "\(missing)")
        #expect(missing.errors.contains("and says \"fatal: ") && !missing.errors.hasPrefix("fatal"), "\(missing)")
        let short = try martlet("diff", "git:HEAD", "api.yaml")
        #expect(short.status == 1 && short.errors.contains("git:REV:path"), "\(short)")
        let option = try martlet("diff", "git:--help:api.yaml", "api.yaml")
        #expect(option.status == 1 && option.errors.contains("there is no file"))
    }

    /// A document, the folder that `init` runs in, its argument, and the expected `martlet.yaml`.
    static let starters = [
        (
            "api.yaml", "", "api.yaml", "martlet.yaml",
            "spec: \"api.yaml\"\nmodule: KitesAPI\noutput: Sources/KitesAPI\n"
        ),
        (
            "Specs/api.yaml", "", "Specs/api.yaml", "Specs/martlet.yaml",
            "spec: \"api.yaml\"\nmodule: KitesAPI\noutput: ../Sources/KitesAPI\n"
        ),
        (
            "p/Specs/kites/api.yaml", "p", "Specs/kites/api.yaml", "p/Specs/kites/martlet.yaml",
            "spec: \"api.yaml\"\nmodule: KitesAPI\noutput: ../../Sources/KitesAPI\n"
        ),
        (
            "p/Sources/My-App/docs/api.yaml", "p/Sources/My-App/docs", "api.yaml", "p/Sources/My-App/martlet.yaml",
            "spec: \"docs/api.yaml\"\nmodule: My_App\nclient: KitesClient\naccess: internal\n"
        ),
    ]

    @Test(
        "init writes a suitable configuration, and describes the document",
        arguments: starters)
    func starter(document: String, place: String, argument: String, file: String, text: String) throws {
        let spec = """
            openapi: 3.0.3
            info: {title: Kites, version: "1"}
            servers: [{url: https://kites.example}]
            security: [{key: []}]
            paths:
              /kites: {get: {operationId: listKites, tags: [kites], responses: {"204": {description: None.}}}}
            components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}

            """
        try folder.write("", to: "p/Package.swift")
        try folder.write(spec, to: document)
        let outcome = try martlet(["init", argument], in: place)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        #expect(folder.text(of: file) == "# `martlet schema` has all keys.\n" + text)
        let found = """
            "Kites", version "1": 1 operation, 0 models
            1 group: kites (1)
            security: key (API key in a header)
            server: .default, "https://kites.example"
            paginated lists: none

            """
        #expect(outcome.output.hasPrefix(found))
        #expect(outcome.output.contains("MartletRuntime"))
        #expect(try martlet("generate", "--config", file, "--output", "out").status == 0)
        // A second run keeps the existing files.
        try folder.write("mine", to: file)
        #expect(try martlet(["init", argument], in: place).output.contains("kept: "))
        #expect(folder.text(of: file) == "mine")
    }

    @Test("init lists only the first of many groups")
    func manyGroups() throws {
        let paths = (1...9).map { "  /g\($0): {get: {tags: [group\($0)], responses: {'204': {description: d}}}}\n" }
        try folder.write(
            "openapi: 3.1.0\ninfo: {title: Many, version: '1'}\npaths:\n" + paths.joined(), to: "many.yaml")
        let output = try martlet("init", "many.yaml").output
        let groups = (1...6).map { "group\($0) (1)" }.joined(separator: ", ")
        #expect(output.contains("9 groups: \(groups) and 3 more\n"))
    }

    @Test("init reports errors of a document, and writes nothing")
    func brokenStarter() throws {
        try folder.write("openapi: 3.0.3\ninfo: 5\n", to: "bad.yaml")
        let outcome = try martlet("init", "bad.yaml")
        #expect(outcome.status == 1 && outcome.errors.contains("bad.yaml:2:7: error: "))
        #expect(folder.text(of: "martlet.yaml") == nil)
    }

    @Test("bash completes commands, actions and options")
    func completions() throws {
        try folder.write(try martlet("completions", "bash").output, to: "martlet.bash")
        for (line, expected) in [
            ("martlet le", ""), ("martlet li", "lint"), ("martlet templates ex", "export"),
            ("martlet generate --dr", "--dry-run"), ("martlet help in", "init"), ("martlet completions f", "fish"),
            ("martlet diff --fail-on ri", "risky"), ("martlet lint --config --", ""),
            ("martlet lint --diagnostics j", "json"),
        ] {
            let words = line.split(separator: " ")
            let script = """
                source martlet.bash; COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _martlet; echo "${COMPREPLY[*]}"
                """
            let bash = try martlet(["-c", script], executable: URL(fileURLWithPath: "/bin/bash"))
            #expect(bash.output == expected + "\n", "\(line): \(bash.errors)")
        }
        let fish = try martlet("completions", "fish").output
        #expect(fish.contains("-l dry-run\n") && fish.contains("-l format -r -f -a 'text markdown json'\n"))
        let zsh = try martlet("completions", "zsh").output
        #expect(zsh.contains("bashcompinit") && zsh.contains("compinit; }"))
    }

    @Test("the schema of the configuration is printed")
    func schema() throws {
        let outcome = try martlet("schema")
        #expect(outcome.status == 0)
        #expect(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) is [String: Any])
    }

    @Test("the executable generates the same bytes without anything else")
    func alone() throws {
        let executable = folder.url.appendingPathComponent("copy")
        try FileManager.default.copyItem(at: Repository.products.appendingPathComponent("martlet"), to: executable)
        _ = try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out")
        let check = try martlet(
            "generate",
            "api.yaml",
            "--module",
            "KitesAPI",
            "--output",
            "out",
            "--check",
            executable: executable
        )
        #expect(check.status == 0, "\(check)")
    }
}
