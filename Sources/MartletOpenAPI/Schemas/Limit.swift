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
