import MartletTestSupport
import Testing

@testable import MartletSource

/// The YAML test suite, with every deviation named.
@Suite(
    .enabled(if: Shared.has("conformance/yaml/src"), "optional: the public test suites are not beside the repository"))
struct YAMLConformanceTests {
    /// A deviation from the suite.
    enum Deviation: String {
        /// libyaml 0.2.5 rejects a document that is valid.
        case libyamlRefuses
        /// libyaml 0.2.5 accepts a document that is not valid.
        case libyamlAccepts
        /// libyaml 0.2.5 reads another value.
        case libyamlDiffers
        /// martlet rejects keys that are mappings or sequences.
        case complexKey
        /// martlet rejects streams of several documents.
        case severalDocuments
        /// martlet rejects streams without a document.
        case noDocument
        /// martlet rejects tags other than those of JSON's types.
        case tag
    }

    @Test("every case of the suite has the expected or the listed result")
    func suite() throws {
        var deviations: [String: Deviation] = [:]
        let cases = try YAMLSuite.cases()
        try #require(cases.count > 400)
        for test in cases { deviations[test.id] = deviation(of: test) }
        #expect(deviations.filter { Self.known[$0.key] != $0.value } == [:], "not listed, or listed otherwise")
        #expect(Self.known.filter { deviations[$0.key] != $0.value } == [:], "listed, but no longer so")
    }

    /// The deviation of a test's result from the suite's; nil if there is none.
    private func deviation(of test: YAMLSuite.Case) -> Deviation? {
        let reading = Reading(test.yaml, path: "\(test.id).yaml")
        guard let refusal = reading.diagnostics.first?.message else {
            if test.mustFail { return .libyamlAccepts }
            guard let json = test.json else { return nil }
            return reading.value == Reading(json, path: "\(test.id).json").value ? nil : .libyamlDiffers
        }
        if test.mustFail { return nil }
        switch refusal {
        case .complexKey: return .complexKey
        case .secondDocument: return .severalDocuments
        case .emptyDocument: return .noDocument
        case _ where refusal.text.hasPrefix("the tag"): return .tag
        default: return .libyamlRefuses
        }
    }
}
