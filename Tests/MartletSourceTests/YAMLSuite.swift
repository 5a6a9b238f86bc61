import Foundation
import MartletSource
import MartletTestSupport
import Testing

/// The YAML test suite in its source form: files that hold one test or several.
enum YAMLSuite {
    /// One test.
    struct Case {
        /// The name of the file, followed by `/` and a number from the second test of a file on.
        let id: String
        /// The document.
        let yaml: String
        /// The document's value as JSON; nil if the suite has none.
        let json: String?
        /// Whether the document must be rejected.
        let mustFail: Bool
    }

    /// All tests, by id, except those that the suite itself skips.
    static func cases() throws -> [Case] {
        try Shared.files(in: "conformance/yaml/src").flatMap(cases)
    }

    private static func cases(of file: URL) throws -> [Case] {
        let name = file.deletingPathExtension().lastPathComponent
        let reading = Reading(bytes: Array(try Data(contentsOf: file)), path: file.lastPathComponent)
        let tests = try #require(reading.root, "\(reading.report)").elements
        if tests.first?["skip"] != nil { return [] }
        // A test inherits the fields of the previous one in the same file.
        var yaml: String?
        var json: String?
        return try tests.enumerated().map { number, test in
            yaml = test["yaml"]?.text?.unencoded ?? yaml
            if let field = test["json"] { json = field.scalar == .null ? nil : field.text?.unencoded }
            return Case(
                id: number == 0 ? name : "\(name)/\(number)",
                yaml: invisible(try #require(yaml)),
                json: json,
                mustFail: test["fail"]?.scalar == .bool(true)
            )
        }
    }

    /// Turns the pictures that the suite uses into the characters that they stand for.
    private static func invisible(_ text: String) -> String {
        text.replacingOccurrences(of: "␣", with: " ")
            .replacingOccurrences(of: "—*»", with: "\t", options: .regularExpression)
            .replacingOccurrences(of: "⇔", with: "\u{FEFF}")
            .replacingOccurrences(of: "↵", with: "")
            .replacingOccurrences(of: "∎\n", with: "")
            .replacingOccurrences(of: "←", with: "\r")
    }
}
