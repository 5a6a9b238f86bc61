package import MartletSource

/// The keywords of schemas that JSON Schema doesn't have. Since OpenAPI 3.1 they are no mistake but annotations (JSON Schema
/// Core 2020-12, section 6.5), of which a generator knows nothing.
struct Annotations {
    /// How many schemas have each keyword, and where it stands first.
    private var places: [SpecText: (count: Int, first: Location)] = [:]

    mutating func add(_ entry: Entry) {
        let location = entry.key.location
        let known = places[entry.keyText] ?? (0, location)
        places[entry.keyText] = (known.count + 1, min(known.first, location))
    }

    /// One note for each keyword, in the order of their places.
    var notes: [Diagnostic] {
        places.sorted { ($0.value.first, $0.key) < ($1.value.first, $1.key) }
            .map { .note(.unknownKeyword($0.key, count: $0.value.count), at: $0.value.first) }
    }
}

extension Diagnostic.Message {
    /// - Parameter count: how many schemas have the keyword.
    package static func unknownKeyword(_ name: SpecText, count: Int) -> Self {
        let others: Self = count == 1 ? "" : " (\(count) schemas have it)"
        return "\(name) is not a keyword of JSON Schema; it is ignored\(others)"
    }
}
