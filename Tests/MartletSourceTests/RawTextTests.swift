import Foundation
import MartletSource
import MartletTestSupport
import Testing

/// The files that read the characters of the document's text, by use.
@Suite("Raw text of documents")
struct RawTextTests {
    /// The files that read raw text for each use, below `Sources`.
    static let files: [SpecText.Use: Set<String>] = [
        .literal: [
            "MartletGenerator/Comparison/DocumentSummary.swift", "MartletGenerator/Comparison/SummaryWriter.swift",
            "MartletGenerator/Text/SwiftLiteral.swift",
            "MartletGenerator/Usage/Generator+Usage.swift", "MartletSource/Diagnostics/Diagnostic+Rendering.swift",
            "MartletSource/Tree/EditableNode+JSON.swift", "martlet-dev/SamplesCommand.swift",
        ],
        .lines: [
            "MartletGenerator/Report/SizeReport.swift", "MartletGenerator/Text/LineText.swift",
        ],
        .template: [
            "MartletGenerator/Contexts/ContextBuilder.swift"
        ],
        .diagnostic: [
            "MartletSource/Diagnostics/Diagnostic+Text.swift", "MartletSource/NearMiss.swift",
            "martlet-dev/Outline.swift",
        ],
        .words: [
            "MartletGenerator/Contexts/ContextBuilder+Methods.swift", "MartletModel/Naming/NameAllocator.swift",
            "MartletModel/Naming/Words+Values.swift", "MartletModel/Naming/Words.swift",
        ],
        .grammar: [
            "MartletGenerator/Comparison/SummaryScope.swift",
            "MartletGenerator/Examples/ExampleExpression+Defaults.swift",
            "MartletGenerator/Explanation/Generator+Explanation.swift",
            "MartletGenerator/Overlay/JSONPath+Conditions.swift", "MartletGenerator/Overlay/Overlay+Checks.swift",
            "MartletGenerator/Overlay/Overlay.swift", "MartletModel/Lowering/CredentialLowering.swift",
            "MartletModel/Lowering/DocumentPaths.swift", "MartletModel/Lowering/OperationLowering.swift",
            "MartletModel/Lowering/MethodNames.swift", "MartletModel/Lowering/PaginationLowering.swift",
            "MartletModel/Lowering/ServerLowering.swift", "MartletModel/Selection/Glob.swift",
            "MartletOpenAPI/References/References.swift", "MartletOpenAPI/References/Resources.swift",
            "MartletOpenAPI/Resolution/SecurityRules.swift", "MartletSource/Tree/Node+Pointer.swift",
        ],
        .setting: [
            "MartletGenerator/Configuration/Configuration+Decoding.swift",
            "MartletGenerator/Configuration/ConfigurationKeys+Names.swift",
            "MartletGenerator/Configuration/ConfigurationKeys.swift",
        ],
        .key: [
            "MartletSource/SpecText+Digest.swift"
        ],
        .digits: [
            "MartletModel/Client/DecimalParts.swift", "MartletModel/Shapes/TypeReference+Bounds.swift",
            "MartletSource/Tree/EditableNode+JSON.swift", "martlet-dev/SamplesCommand.swift",
        ],
    ]

    static let sources = Repository.root.appendingPathComponent("Sources")

    @Test("every use of raw text is in a file that is listed for it", arguments: SpecText.Use.allCases)
    func uses(use: SpecText.Use) throws {
        let found = try Self.swiftFiles().filter { $0.text.contains("raw(for: .\(use.rawValue))") }.map(\.path)
        #expect(Set(found) == Self.files[use], "a use of raw text needs a reason: see SpecText.Use")
    }

    @Test("only tests read raw text without stating a use")
    func unnamedUses() throws {
        for (path, text) in try Self.swiftFiles() where !path.hasPrefix("MartletSource/SpecText") {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains(".unencoded") {
                // Templates select an encoding instead, and contain no SpecText.
                let isTemplate =
                    path.hasPrefix("MartletTemplates/") || path == "MartletGenerator/Contexts/TemplateValue+JSON.swift"
                #expect(isTemplate, "Sources/\(path):\(index + 1): use raw(for:), with the reason from SpecText.Use")
            }
        }
    }

    @Test("only listed files create text of a document from its bytes")
    func bytes() throws {
        let found = try Self.swiftFiles().filter { path, text in
            ["MartletOpenAPI/", "MartletModel/", "MartletGenerator/Contexts/"].contains(where: path.hasPrefix)
                && text.contains("String(decoding: ")
        }
        // The encoders of identifiers.
        #expect(
            found.map(\.path).sorted() == [
                "MartletModel/Naming/Identifier.swift", "MartletModel/Naming/LegibleText.swift",
                "MartletModel/Naming/Words.swift",
            ])
    }

    @Test("text of a document has no printable form", arguments: ["zqx", "a\nb", ""])
    func printed(text: String) {
        let text = SpecText(text)
        #expect(String(describing: text).contains("digest"))
        #expect(String(reflecting: [text]).contains("zqx") == false)
        #expect("\((text, Optional(text)))".contains("zqx") == false)
        #expect(String(describing: text) != String(describing: SpecText("other")))
    }

    private static func swiftFiles() throws -> [(path: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }.map {
            ($0, try String(contentsOf: sources.appendingPathComponent($0), encoding: .utf8))
        }
    }
}
