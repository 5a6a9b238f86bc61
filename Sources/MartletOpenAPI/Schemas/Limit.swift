package import MartletSource

/// A keyword that restricts values without changing their type (JSON Schema 2020-12 Validation, 6.2 to 6.5). Servers check
/// it; the client does not.
package struct Limit: Hashable, Sendable {
    package let keyword: FieldName
    /// The value as it is written.
    package let value: SpecText
    /// How deep inside arrays and dictionaries the restricted values are.
    package var depth = 0

    /// The keywords whose greater values allow less.
    package static let minima: [FieldName] = [
        .minimum, .exclusiveMinimum, .minLength, .minItems, .minProperties, .minContains,
    ]
    /// The keywords whose greater values allow more.
    package static let maxima: [FieldName] = [
        .maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxProperties, .maxContains,
    ]
    static let keywords = minima + maxima + [.multipleOf, .pattern, .uniqueItems]
}

extension [Limit] {
    /// A limit from below and one from above that leave no value; `nil` if there are none.
    var crossed: (least: Limit, most: Limit)? {
        guard count > 1 else { return nil }
        for (least, most) in zip(Limit.minima, Limit.maxima) {
            guard let least = first(where: { $0.keyword == least }), let most = first(where: { $0.keyword == most }),
                let lower = Double(least.value), let upper = Double(most.value), lower > upper
            else { continue }
            return (least, most)
        }
        return nil
    }
}
