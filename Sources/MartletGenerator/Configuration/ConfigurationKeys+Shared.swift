import MartletModel
package import MartletSource

extension ConfigurationKeys {
    /// Decodes the key `shared`.
    func shared() -> SharedSetting? {
        guard let value = node["shared"] else { return nil }
        let keys = ConfigurationKeys(value, diagnostics)
        let unknown = value.entries.filter { entry in !Self.sharedNames.contains { entry.keyText == SpecText($0) } }
        for entry in unknown {
            diagnostics.report(
                .error(.unknownSharedKey(entry.keyText, among: Self.sharedNames), at: entry.key.location))
        }
        guard unknown.isEmpty else { return nil }
        guard let schemas = value["schemas"], value["from"] != nil else {
            diagnostics.report(.error(.expectedShared, at: value.location))
            return nil
        }
        let patterns = patterns(.schemas, in: schemas, else: .expectedShared)
        guard let path = keys.text("from"), !patterns.isEmpty else {
            if schemas.elements.isEmpty { diagnostics.report(.error(.expectedShared, at: schemas.location)) }
            return nil
        }
        return SharedSetting(path: path, patterns: patterns)
    }

    private static let sharedNames = ["from", "schemas"]
}

extension Diagnostic.Message {
    package static let expectedShared = Self(
        .configuration,
        """
        shared must be a mapping with the keys from, the path of the other client's configuration, and schemas, a sequence of \
        patterns
        """)

    package static func unknownSharedKey(_ key: SpecText, among names: [String]) -> Self {
        Self(.configuration, "\(key) is not a key of shared", hint: NearMiss.hint(for: key, among: names))
    }
}
