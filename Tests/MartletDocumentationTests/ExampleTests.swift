import Foundation
import MartletGenerator
import MartletSource
import MartletTestSupport
import Testing

@Suite("Examples in the documentation")
struct ExampleTests {
    @Test(
        "every Swift program in the generated pages compiles",
        arguments: [("LaunchDarklyAPI", 25), ("OperationsAPI", 50), ("PetstoreAPI", 20), ("SchemasAPI", 20)]
    )
    func programsCompile(module: String, atLeast count: Int) async throws {
        let programs = try Self.examples(of: module).filter { !$0.isManifest }
        #expect(programs.count >= count)
        var source = ""
        for line in Set(programs.flatMap(\.lines).filter { $0.hasPrefix("import ") }).sorted() { source += line + "\n" }
        for (index, program) in programs.enumerated() {
            source += "// \(program.place)\nfunc example\(index)() async throws {\n"
            source += program.lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
            source += "\n}\n"
        }
        let output = try await Self.compile(
            source,
            "-swift-version",
            "6",
            "-I",
            Self.modules
        )
        #expect(output == nil, "\(output ?? "")")
    }

    @Test("every Swift program in the README and in the articles compiles")
    func articlesCompile() async throws {
        let programs = try Self.listings("swift").filter(\.isProgram)
        #expect(programs.count >= 20)
        let folder = try TemporaryFolder()
        for (index, program) in programs.enumerated() {
            // Each in a file of its own, because each imports what it needs.
            let (imports, body) = (program.lines.filter(Self.isImport), program.lines.filter { !Self.isImport($0) })
            let lines = imports + ["// \(program.place)", "func example\(index)() async throws {"] + body + ["}"]
            try folder.write(lines.joined(separator: "\n"), to: "Example\(index).swift")
        }
        // MartletCurl's own C module, which SwiftPM passes like this too.
        let map = Repository.products.appendingPathComponent("CMartletCurl.build/module.modulemap").path
        let standIns = try await Self.standIns()
        let output = try await Self.compile(
            folder,
            "-swift-version",
            "6",
            "-I",
            Self.modules,
            "-I",
            standIns.url.path,
            "-Xcc",
            "-fmodule-map-file=\(map)"
        )
        #expect(output == nil, "\(output ?? "")")
    }

    @Test("the README's document becomes a client with which the README's call compiles")
    func firstCallCompiles() async throws {
        let texts = try CodeBlock.all("yaml", in: Self.readme, relativeTo: Repository.root).map(\.lines)
        let call = try #require(try Self.firstCall).lines
        let folder = try TemporaryFolder()
        try folder.write(texts[0].joined(separator: "\n"), to: "openapi.yaml")
        try folder.write(texts[1].joined(separator: "\n"), to: "martlet.yaml")
        try folder.write((["func call() async throws {"] + call + ["}"]).joined(separator: "\n"), to: "Call.swift")
        let generator = try await ChildProcess.run(
            "martlet",
            ["generate", "--config", "martlet.yaml", "--output", "Client"],
            folder: folder.url
        )
        #expect(generator.isSuccess && generator.errors.isEmpty, "\(generator.errors)")
        let output = try await Self.compile(folder, "-swift-version", "6", "-I", Self.modules)
        #expect(output == nil, "\(output ?? "")")
    }

    @Test("every Package.swift in the README and in the articles compiles as a manifest")
    func manifestsCompile() async throws {
        let manifests = try Self.listings("swift").filter(\.isManifest)
        #expect(manifests.count >= 2)
        let library = try Self.toolchain().appendingPathComponent("lib/swift/pm/ManifestAPI")
        for manifest in manifests {
            let source = manifest.lines.joined(separator: "\n")
            let output = try await Self.compile(source, "-package-description-version", "6.1.0", "-I", library.path)
            #expect(output == nil, "\(manifest.place): \(output ?? "")")
        }
    }

    @Test("every template in the articles is part of a consumer package")
    func templatesAreTried() throws {
        let folder = Repository.root.appendingPathComponent("Tests/ConsumerPackages/OverridesTemplates/Templates")
        let listings = try Self.listings("mustache")
        #expect(listings.count >= 4)
        for listing in listings {
            // Introduced by the file's name: "…, `ModelExtras.mustache`:".
            let name = try #require(listing.introduction.split(separator: "`").dropLast().last, "\(listing.place)")
            let file = try String(contentsOf: folder.appendingPathComponent(String(name)), encoding: .utf8)
            #expect(listing.lines.joined(separator: "\n") + "\n" == file, "\(listing.place)")
        }
    }

    @Test("every martlet.yaml in the README and in the articles is valid")
    func configurationsDecode() throws {
        // The jobs of CI systems are run by Tests/ConsumerPackages/run.
        let configurations = try Self.listings("yaml").filter { listing in
            !listing.lines.contains { $0.hasPrefix("openapi:") } && !listing.place.contains("ContinuousIntegration.md")
        }
        #expect(configurations.count >= 6)
        for listing in configurations {
            let isWhole = listing.lines.contains { $0.hasPrefix("spec:") }
            let lines = (isWhole ? [] : ["spec: openapi.yaml", "module: SomeAPI"]) + listing.lines
            let diagnostics = DiagnosticCollector()
            let source = SourceFile(path: listing.place, bytes: Array(lines.joined(separator: "\n").utf8))
            let configuration = Configuration(
                try DocumentReader.read(source, diagnostics: diagnostics),
                diagnostics
            )
            #expect(configuration != nil, "\(diagnostics.diagnostics)")
        }
    }

    @Test("every Swift listing in the README and in the articles is compiled by another test")
    func everyListingIsCompiled() throws {
        let call = try Self.firstCall?.place
        for listing in try Self.articles.flatMap({ try CodeBlock.all(in: $0, relativeTo: Repository.root) }) {
            switch listing.language {
            case "swift":
                let isCompiled = listing.isProgram || listing.isManifest || listing.place == call
                #expect(try isCompiled || Self.isGenerated(listing), "\(listing.place)")
            case "yaml", "mustache", "sh", "": break
            default: Issue.record("no test knows listings in \(listing.language): \(listing.place)")
            }
        }
    }

    @Test("every link to a file in the README and in the articles has a target")
    func linksLeadSomewhere() throws {
        for page in Self.articles {
            let text = try String(contentsOf: page, encoding: .utf8)
            for match in text.matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/) {
                let target = page.deletingLastPathComponent().appendingPathComponent(String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page.lastPathComponent): \(match.1)")
            }
        }
    }

    @Test("the README has at most 200 lines")
    func length() throws {
        let text = try String(contentsOf: Self.readme, encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 201)
    }

    private static let readme = Repository.root.appendingPathComponent("README.md")
    private static let modules = Repository.products.appendingPathComponent("Modules").path

    /// Whether a line is an import, or belongs to the condition of one.
    private static func isImport(_ line: String) -> Bool {
        line.drop { $0 == " " }.hasPrefix("import ") || line.hasPrefix("#if canImport(") || line == "#endif"
    }

    /// The README and the articles of the DocC catalogues.
    private static var articles: [URL] {
        let sources = Repository.root.appendingPathComponent("Sources")
        let pages = TemporaryFolder.files(below: sources).filter { $0.contains(".docc/") && $0.hasSuffix(".md") }
        return [readme] + pages.map { sources.appendingPathComponent($0) }
    }

    /// The listings of the README and of the articles in a language.
    private static func listings(_ language: String) throws -> [CodeBlock] {
        try articles.flatMap { try CodeBlock.all(language, in: $0, relativeTo: Repository.root) }
    }

    /// The README's first listing in Swift, a call of a client of its first document.
    private static var firstCall: CodeBlock? {
        get throws { try CodeBlock.all("swift", in: readme, relativeTo: Repository.root).first }
    }

    /// Whether a listing is a part of a checked-in client, apart from its indentation, and so is compiled there.
    private static func isGenerated(_ listing: CodeBlock) throws -> Bool {
        let folder = Repository.root.appendingPathComponent("Generated")
        let text = bare(listing.lines)
        return try TemporaryFolder.files(below: folder).filter { $0.hasSuffix("Client.swift") }.contains { path in
            let file = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            return bare(file.components(separatedBy: "\n")).contains(text)
        }
    }

    /// Lines without their indentation.
    private static func bare(_ lines: [String]) -> String {
        lines.map { $0.drop { $0 == " " } }.joined(separator: "\n")
    }

    /// The examples in all pages of a module.
    private static func examples(of module: String) throws -> [CodeBlock] {
        let generated = Repository.root.appendingPathComponent("Generated/\(module)")
        let docs = try FileManager.default.contentsOfDirectory(
            at: generated.appendingPathComponent("docs"),
            includingPropertiesForKeys: nil
        )
        let pages = [generated.appendingPathComponent("README.md")] + docs.sorted { $0.path < $1.path }
        return try pages.flatMap { try CodeBlock.all("swift", in: $0, relativeTo: Repository.root) }
    }

    /// The folder `usr` of the toolchain.
    private static func toolchain() throws -> URL {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let compiler = search.split(separator: ":").map { URL(fileURLWithPath: "\($0)/swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(compiler).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// A folder with the modules that stand for those of other packages.
    private static func standIns() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let compiler = try toolchain().appendingPathComponent("bin/swiftc").path
        for (module, source) in StandIns.sources {
            try folder.write(source, to: "\(module).swift")
            let arguments = ["-swift-version", "6", "-parse-as-library", "-module-name", module, "-emit-module"]
            let output = ["-emit-module-path", folder.path("\(module).swiftmodule"), folder.path("\(module).swift")]
            let run = try await ChildProcess.run(compiler, arguments + output, timeout: .seconds(60))
            try #require(run.isSuccess, "\(run.errors)")
        }
        return folder
    }

    /// Type-checks a program of one file.
    private static func compile(_ source: String, _ arguments: String...) async throws -> String? {
        let folder = try TemporaryFolder()
        try folder.write(source, to: "Examples.swift")
        return try await compile(folder, arguments)
    }

    private static func compile(_ folder: TemporaryFolder, _ arguments: String...) async throws -> String? {
        try await compile(folder, arguments)
    }

    /// Type-checks the Swift files of a folder as one module.
    ///
    /// - Returns: What the compiler says, or `nil` when it is content.
    private static func compile(_ folder: TemporaryFolder, _ arguments: [String]) async throws -> String? {
        let files = TemporaryFolder.files(below: folder.url).filter { $0.hasSuffix(".swift") }
        let compiler = try await ChildProcess.run(
            try toolchain().appendingPathComponent("bin/swiftc").path,
            ["-typecheck", "-parse-as-library"] + arguments + files.map(folder.path),
            timeout: .seconds(300)
        )
        return compiler.isSuccess ? nil : compiler.errors
    }
}
