import Foundation
import MartletGenerator
import MartletTestSupport

/// The cost of building the client of a document in a package, and of building it again after a change.
struct PackageFigures {
    private let document: BenchDocument
    private let rounds: Int
    private let package: TemporaryFolder
    /// The files of the client, and those for the document with one more property.
    private let variants: [[GeneratedFile]]

    init(_ document: BenchDocument, rounds: Int) throws {
        self.document = document
        self.rounds = rounds
        package = try TemporaryFolder()
        variants = [try document.sources(), try document.withOneMoreProperty(in: package).sources()]
        let manifest = """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "Bench",
                platforms: [.macOS(.v13)],
                dependencies: [.package(name: "martlet", path: "\(Repository.root.path)")],
                targets: ["Runtime", "BenchAPI"].map {
                    .target(name: $0, dependencies: [.product(name: "MartletRuntime", package: "martlet")])
                }
            )

            """
        try package.write(manifest, to: "Package.swift")
        try package.write("import MartletRuntime\n", to: "Sources/Runtime/Runtime.swift")
        _ = try generate(0)
    }

    /// Measures and prints the results.
    func printAll() async throws {
        _ = try await build("Runtime")
        var clean: [ChildCost] = []
        var rebuilt: [ChildCost] = []
        var changedCount = 0
        for round in 0..<rounds {
            try removeProducts()
            clean.append(try await build("BenchAPI"))
            changedCount = try generate((round + 1) % 2)
            rebuilt.append(try await build("BenchAPI"))
        }
        guard changedCount > 0 else { throw BenchFailure("one more property makes no difference") }
        let name = document.name
        BenchTable.add("build", "CPU of a clean `swift build`, s; \(name)", Spread(clean.map(\.cpu)).text(digits: 1))
        BenchTable.add(
            "build",
            "peak of one of its processes, MB; \(name)",
            Spread(clean.map { $0.peakBytes / 1e6 }).text(digits: 0)
        )
        BenchTable.add(
            "rebuild",
            "CPU of `swift build` with one more property (files written: \(changedCount)) ÷ clean; \(name)",
            target: "≤ 0.1",
            "\(Spread(zip(rebuilt, clean).map { $0.cpu / $1.cpu }).text(digits: 3)); "
                + "\(Spread(rebuilt.map(\.cpu)).median.text(digits: 1)) s"
        )
    }

    /// Updates the files of the client.
    ///
    /// - Returns: The number of files that were written.
    private func generate(_ variant: Int) throws -> Int {
        let output = OutputFolder(path: package.path("Sources/BenchAPI"))
        let changes = try output.update(to: variants[variant])
        return changes.missing.count + changes.stale.count
    }

    private func build(_ target: String) async throws -> ChildCost {
        try await ChildCost.of(["swift", "build", "--target", target], folder: package.url)
    }

    /// Removes the build products of the client only.
    private func removeProducts() throws {
        let products = package.url.appendingPathComponent(".build/debug")
        let built = ["BenchAPI.build", "Modules"].flatMap { name in
            TemporaryFolder.files(below: products.appendingPathComponent(name)).map { "\(name)/\($0)" }
        }
        // The output file map would not be written again.
        for file in built where file.contains("BenchAPI.") && !file.hasSuffix("/output-file-map.json") {
            try FileManager.default.removeItem(at: products.appendingPathComponent(file))
        }
    }
}

extension BenchDocument {
    /// The document with one more property in its last schema that has properties, written to a folder.
    ///
    /// The document has to be a single file.
    fileprivate func withOneMoreProperty(in folder: TemporaryFolder) throws -> BenchDocument {
        var text = try String(contentsOfFile: path, encoding: .utf8)
        if let match = text.matches(of: /"properties"\s*:\s*\{(?=\s*")/).last {
            text.insert(contentsOf: #""addedByBench": {"type": "string"},"#, at: match.range.upperBound)
        } else if let match = text.matches(of: /\n *properties:\n( +)(?=\S)/).last {
            text.insert(contentsOf: "\(match.1)addedByBench: {type: string}\n", at: match.1.startIndex)
        }
        try folder.write(text, to: "changed/\((path as NSString).lastPathComponent)")
        return BenchDocument(path: folder.path("changed/\((path as NSString).lastPathComponent)"))
    }
}
