package import MartletSource

/// The keywords of schemas that JSON Schema doesn't have. Since OpenAPI 3.1 they are no mistake but annotations (JSON Schema
/// Core 2020-12, section 6.5), of which a generator knows nothing.
struct Annotations {
    private var counts: [SpecText: Int] = [:]
    /// Where each keyword stands first, in the order in which they were met.
    private var first: [(name: SpecText, location: Location)] = []

    mutating func add(_ entry: Entry) {
        counts[entry.keyText, default: 0] += 1
        if counts[entry.keyText] == 1 { first.append((entry.keyText, entry.key.location)) }
    }

    /// One note for each keyword.
    var notes: [Diagnostic] {
        first.map { .note(.unknownKeyword($0.name, count: counts[$0.name] ?? 1), at: $0.location) }
    }
}

extension Diagnostic.Message {
    /// - Parameter count: how many schemas have the keyword.
    package static func unknownKeyword(_ name: SpecText, count: Int) -> Self {
        let others: Self = count == 1 ? "" : " (\(count) schemas have it)"
        return "\(name) is not a keyword of JSON Schema; it is ignored\(others)"
    }
}
