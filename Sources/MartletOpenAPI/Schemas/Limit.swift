package import MartletSource

/// A number that values don't go beyond: `minimum`, `maximum`, `exclusiveMinimum` or `exclusiveMaximum` (JSON Schema
/// 2020-12 Validation, 6.2).
package struct Limit: Sendable {
    package let value: Node
    /// Whether values don't reach the limit either.
    package let isExclusive: Bool

    package init(value: Node, isExclusive: Bool) {
        self.value = value
        self.isExclusive = isExclusive
    }
}

extension SchemaFields {
    mutating func limits() -> [Limit] {
        limits(.minimum, .exclusiveMinimum) + limits(.maximum, .exclusiveMaximum)
    }

    /// Up to OpenAPI 3.0, `exclusiveMaximum` is a flag for `maximum`.
    private mutating func limits(_ name: FieldName, _ exclusiveName: FieldName) -> [Limit] {
        let (limit, other) = (node(name), node(exclusiveName))
        var limits: [Limit] = []
        if let limit { limits.append(Limit(value: limit, isExclusive: other?.scalar == .bool(true))) }
        if let other, other.isNumber { limits.append(Limit(value: other, isExclusive: true)) }
        return limits
    }
}

extension Node {
    fileprivate var isNumber: Bool {
        switch scalar {
        case .integer, .number: true
        default: false
        }
    }
}
