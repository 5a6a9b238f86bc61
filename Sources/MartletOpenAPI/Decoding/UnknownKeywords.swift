package import MartletSource

/// Collects the unknown keywords of schemas. Since OpenAPI 3.1 they are annotations instead of errors (JSON Schema
/// 2020-12 Core, 6.5), so each of them is reported once, as a note.
struct UnknownKeywords {
    /// The number of schemas with each keyword, and the keyword's first location.
    private var places: [SpecText: (count: Int, first: Location)] = [:]

    mutating func add(_ entry: Entry) {
        let location = entry.key.location
        let known = places[entry.keyText] ?? (0, location)
        places[entry.keyText] = (known.count + 1, min(known.first, location))
    }

    /// A note for each keyword, in the order of their first locations.
    var notes: [Diagnostic] {
        places.sorted { ($0.value.first, $0.key) < ($1.value.first, $1.key) }
            .map { .note(.unknownKeyword($0.key, count: $0.value.count), at: $0.value.first) }
    }
}

extension Diagnostic.Message {
    /// - Parameter count: The number of schemas with the keyword.
    package static func unknownKeyword(_ name: SpecText, count: Int) -> Self {
        let others: Self = count == 1 ? "" : " (\(count) schemas have it)"
        return "\(name) is not a keyword of JSON Schema; it is ignored\(others)"
    }
}
