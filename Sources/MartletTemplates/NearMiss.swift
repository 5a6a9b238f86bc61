/// Finds the known name that an unknown one is probably a misspelling of.
package enum NearMiss {
    /// The greatest edit distance between a name and a suggestion.
    static let maximumDistance = 2

    /// The text to append to a message: `; did you mean …?` with the nearest name, or nothing if no name is near.
    package static func suggestion(for name: String, among names: some Sequence<String>) -> String {
        nearest(to: name, among: names).map { "; did you mean `\($0)`?" } ?? ""
    }

    /// The nearest name; of several equally near ones, the first. A name that shares no byte with `name` is not near,
    /// however short both are.
    private static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let limit = min(maximumDistance, name.utf8.count - 1)
        return names.lazy
            .map { (distance: distance(name, $0), name: $0) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// The Levenshtein distance, in bytes.
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        // The difference in length is a lower bound, and avoids the quadratic part.
        if abs(left.count - right.count) > maximumDistance { return .max }

        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = byte == other ? diagonal : diagonal + 1
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
