import Foundation
import MartletSource
import MartletTestSupport
import Testing

/// The JSON parsing test suite: `y_` must be accepted, `n_` refused, `i_` may be either.
@Suite(
    .enabled(
        if: Shared.has("conformance/json/test_parsing"),
        "optional: the public test suites are not beside the repository"))
struct JSONConformanceTests {
    /// Valid JSON that martlet rejects: names that are not unique (RFC 8259, section 4, leaves this to the reader).
    private static let refused = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

    @Test("every document of the suite is accepted or rejected as its name says")
    func parsing() throws {
        let files = try Shared.files(in: "conformance/json/test_parsing")
        try #require(files.count > 300)
        for file in files {
            let name = file.lastPathComponent
            let reading = Reading(bytes: Array(try Data(contentsOf: file)), path: name)
            let accepted = reading.diagnostics.isEmpty
            switch name.prefix(2) {
            case "y_": #expect(accepted == !Self.refused.contains(name), "\(name): \(reading.report)")
            case "n_": #expect(!accepted, "\(name)")
            default: continue
            }
        }
    }
}
