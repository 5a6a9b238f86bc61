import MartletModel
package import MartletSource
import MartletTemplates

extension ConfigurationKeys {
    /// Decodes the key `pages`.
    func pages() -> [SpecText: PagesOption] {
        guard let value = node["pages"] else { return [:] }
        guard value.kind == .mapping else {
            diagnostics.report(.error(.expectedMapping("pages"), at: value.location))
            return [:]
        }
        var pages: [SpecText: PagesOption] = [:]
        for entry in value.entries { pages[entry.keyText] = pagesOption(entry) }
        return pages
    }

    private func pagesOption(_ entry: Entry) -> PagesOption? {
        let keys = ConfigurationKeys(entry.value, diagnostics)
        guard entry.value["kind"] != nil else {
            diagnostics.report(.error(.expectedPages(entry.keyText), at: entry.value.location))
            return nil
        }
        guard let kind: PagesOption.Kind = keys.choice("kind") else { return nil }
        for key in entry.value.entries where !Self.pagesNames.contains(key.keyText.unencoded) {
            diagnostics.report(.error(.unknownPagesKey(key.keyText, among: Self.pagesNames), at: key.key.location))
        }
        return PagesOption(
            kind: kind,
            parameter: keys.text("parameter").map { SpecText($0) },
            size: keys.text("size").map { SpecText($0) },
            items: keys.text("items").map { SpecText($0) },
            next: keys.text("next").map { SpecText($0) },
            location: entry.key.location
        )
    }

    private static let pagesNames = ["kind", "parameter", "size", "items", "next"]
}

extension Diagnostic.Message {
    package static func expectedPages(_ operation: SpecText) -> Self {
        Self(
            .configuration,
            "the entry \(operation) of pages must be a mapping whose key kind is none, offset, page, cursor or link"
        )
    }

    package static func unknownPagesKey(_ key: SpecText, among names: [String]) -> Self {
        Self(
            .configuration, "\(key) is not a key of an entry of pages",
            hint: NearMiss.hint(for: key.unencoded, among: names))
    }
}
