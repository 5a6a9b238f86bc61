/// The documents of known corpora that martlet rejects, and why: they violate the standard so that no client can be
/// generated. An entry that is no longer needed fails the corpus command.
enum CorpusRefusals {
    /// Reasons by the end of the path.
    private static let reasons: [(path: String, reason: String)] = [
        ("hey-api__3.1.x-type-invalid.json", "the type invalid is none of JSON Schema's"),
        ("mermade__malicious-rapid7-js.json", "a path has braces that don't match, so it can't be requested"),
        ("oai__3.2-security-scheme-object-examples.yaml", "it refers to another host"),
        ("openapi-generator__3_0-kotlin-reserved_words.yaml", "a response refers to a schema, which is none"),
        ("openapi-generator__3_0-unsigned-test.yaml", "it refers to a schema that is not there"),
        ("swagger-parser__issue-1119.yaml", "it is not UTF-8"),
        ("TS29571_CommonData.yaml", "it refers to #/componentss, which is not there"),
    ]

    /// The reason to reject a document; `nil` for documents that have to succeed.
    static func reason(for path: String) -> String? {
        reasons.first { path.hasSuffix($0.path) }?.reason
    }
}
