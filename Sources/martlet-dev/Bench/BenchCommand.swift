import Foundation
import MartletTestSupport

/// `martlet-dev bench [--compile] [--rounds N] [SPEC...]`: the cost of generation, of compiling its output and of the
/// client, as a table. Needs a release build, including `martlet`.
///
/// Without arguments it measures documents that it makes itself, and some real ones if the corpus is present.
struct BenchCommand {
    /// Large documents of the corpus.
    private static let real = [
        "launchdarkly-api-client-go.yaml", "launchdarkly-ld-openapi.json", "box.json", "discord.json",
    ].map { "../shared/corpus/real/\($0)" }

    private var paths: [String] = []
    private var rounds = 5
    private var compiles = false

    /// Runs the command with the arguments after its name.
    static func run(_ words: [String]) async throws {
        do {
            try await BenchCommand(words).run()
        } catch let failure as BenchFailure {
            FileHandle.standardError.write(Data("\(failure)\n".utf8))
            exit(1)
        }
    }

    private init(_ words: [String]) throws {
        var words = words[...]
        while let word = words.popFirst() {
            switch word {
            case "--compile": compiles = true
            case "--rounds":
                guard let count = words.popFirst().flatMap({ Int($0) }), count > 0 else {
                    throw BenchFailure("--rounds needs a number")
                }
                rounds = count
            default: paths.append(word)
            }
        }
    }

    private func run() async throws {
        #if DEBUG
            throw BenchFailure("only what is built for release can be measured: swift run -c release martlet-dev bench")
        #else
            let folder = try TemporaryFolder()
            let generation = GenerationFigures(rounds: rounds, martlet: try Self.currentMartlet(), folder: folder)
            BenchTable.begin()
            let coding = CodingFigures(rounds: rounds)
            try await coding.printAll()
            if let debug = Self.debugProduct("martlet-dev") { try await coding.printDebug(debug) }
            try await RequestFigures(rounds: rounds).printAll()
            if paths.isEmpty {
                try await measureFake(generation, folder)
            } else {
                for document in paths.map(BenchDocument.init(path:)) {
                    try await generation.printAll(of: document)
                    if compiles { try await measureCompiler(document) }
                }
            }
        #endif
    }

    /// The path of the `martlet` executable to measure.
    ///
    /// - Throws: `BenchFailure` when it is missing, or older than the modules that it consists of.
    private static func currentMartlet() throws -> String {
        let products = Repository.products
        let martlet = products.appendingPathComponent("martlet")
        let advice = "run swift build -c release --product martlet"
        guard let date = date(of: martlet) else { throw BenchFailure("there is no \(martlet.path); \(advice)") }
        for module in ["MartletGenerator", "MartletModel", "MartletOpenAPI", "MartletSource", "MartletTemplates"] {
            let folder = products.appendingPathComponent("\(module).build")
            let objects = TemporaryFolder.files(below: folder).filter { $0.hasSuffix(".o") }
            let dates = objects.compactMap { Self.date(of: folder.appendingPathComponent($0)) }
            if let newest = dates.max(), newest > date {
                throw BenchFailure("\(martlet.path) is older than \(module); \(advice)")
            }
        }
        return martlet.path
    }

    /// The path of the debug build of an executable; `nil` if there is none.
    private static func debugProduct(_ name: String) -> String? {
        let path = Repository.products.deletingLastPathComponent().appendingPathComponent("debug/\(name)").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private static func date(of file: URL) -> Date? {
        try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
    }

    private func measureFake(_ generation: GenerationFigures, _ folder: TemporaryFolder) async throws {
        let typical = try BenchDocument(operations: 350, in: folder)
        let large = try BenchDocument(operations: 1000, in: folder)
        for document in [try BenchDocument(operations: 50, in: folder), typical, large] {
            try await generation.printAll(of: document)
        }
        for path in Self.real where FileManager.default.fileExists(atPath: path) {
            try await generation.printAll(of: BenchDocument(path: path))
        }
        try await generation.printGrowth(from: typical, to: try BenchDocument(operations: 700, in: folder))
        try await generation.printGrowth(from: large, to: try BenchDocument(operations: 2000, in: folder))
        if let debug = Self.debugProduct("martlet") { try await generation.printDebug(debug, of: typical) }
        try await generation.printAll(of: try BenchDocument(operations: 4000, in: folder))
        if compiles { try await measureCompiler(typical) }
    }

    private func measureCompiler(_ document: BenchDocument) async throws {
        try await CompileFigures(document, rounds: rounds).printAll()
        try await PackageFigures(document, rounds: rounds).printAll()
    }
}
