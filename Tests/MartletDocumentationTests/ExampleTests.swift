import Foundation
import MartletTestSupport
import Testing

@Suite("Examples in the documentation")
struct ExampleTests {
    @Test(
        "every Swift program in the READMEs and pages compiles",
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
            Repository.products.appendingPathComponent("Modules").path
        )
        #expect(output == nil, "\(output ?? "")")
    }

    @Test("every Package.swift in the README is a manifest")
    func manifestsCompile() async throws {
        let manifests = try CodeBlock.all(in: Self.readme, relativeTo: Repository.root).filter(\.isManifest)
        #expect(!manifests.isEmpty)
        let library = try Self.toolchain().appendingPathComponent("lib/swift/pm/ManifestAPI")
        for manifest in manifests {
            let source = manifest.lines.joined(separator: "\n")
            let output = try await Self.compile(source, "-package-description-version", "6.1.0", "-I", library.path)
            #expect(output == nil, "\(manifest.place): \(output ?? "")")
        }
    }

    @Test("every template in the README is one of a package that compiles with it")
    func templatesAreTried() throws {
        let folder = Repository.root.appendingPathComponent("Tests/ConsumerPackages/OverridesTemplates/Templates")
        let listings = try CodeBlock.all("mustache", in: Self.readme, relativeTo: Repository.root)
        #expect(listings.count >= 4)
        for listing in listings {
            // Introduced by the file's name: "…, `ModelExtras.mustache`:".
            let name = try #require(listing.introduction.split(separator: "`").dropLast().last, "\(listing.place)")
            let file = try String(contentsOf: folder.appendingPathComponent(String(name)), encoding: .utf8)
            #expect(listing.lines.joined(separator: "\n") + "\n" == file, "\(listing.place)")
        }
    }

    private static let readme = Repository.root.appendingPathComponent("README.md")

    /// The examples in all pages of a module; for the first one, those of martlet's README too.
    private static func examples(of module: String) throws -> [CodeBlock] {
        let generated = Repository.root.appendingPathComponent("Generated/\(module)")
        let docs = try FileManager.default.contentsOfDirectory(
            at: generated.appendingPathComponent("docs"),
            includingPropertiesForKeys: nil
        )
        let pages =
            (module == "LaunchDarklyAPI" ? [readme] : []) + [generated.appendingPathComponent("README.md")]
            + docs.sorted { $0.path < $1.path }
        return try pages.flatMap { try CodeBlock.all(in: $0, relativeTo: Repository.root) }
    }

    /// The folder `usr` of the toolchain.
    private static func toolchain() throws -> URL {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let compiler = search.split(separator: ":").map { URL(fileURLWithPath: "\($0)/swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(compiler).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// Type-checks a program.
    ///
    /// - Returns: what the compiler says, or `nil` when it is content.
    private static func compile(_ source: String, _ arguments: String...) async throws -> String? {
        let folder = try TemporaryFolder()
        try folder.write(source, to: "Examples.swift")
        let compiler = try await ChildProcess.run(
            try toolchain().appendingPathComponent("bin/swiftc").path,
            ["-typecheck", "-parse-as-library"] + arguments + [folder.path("Examples.swift")],
            timeout: .seconds(300)
        )
        return compiler.isSuccess ? nil : compiler.errors
    }
}
