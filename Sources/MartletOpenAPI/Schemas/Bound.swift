package import MartletSource

/// A number that values don't go beyond: `minimum`, `maximum`, `exclusiveMinimum` or `exclusiveMaximum` (JSON Schema
/// 2020-12 Validation, 6.2).
package struct Bound: Sendable {
    package let value: Node
    /// Whether values don't reach it either.
    package let isExclusive: Bool

    package init(value: Node, isExclusive: Bool) {
        self.value = value
        self.isExclusive = isExclusive
    }
}

extension SchemaFields {
    mutating func bounds() -> [Bound] {
        bounds(.minimum, .exclusiveMinimum) + bounds(.maximum, .exclusiveMaximum)
    }

    /// Up to OpenAPI 3.0, `exclusiveMaximum` is a flag for `maximum`.
    private mutating func bounds(_ name: FieldName, _ exclusiveName: FieldName) -> [Bound] {
        let (bound, other) = (node(name), node(exclusiveName))
        for node in [bound, other] {
            guard let node, !node.isNumber, !node.isNull, !node.isFlag else { continue }
            context.report(.warning(.expected("a number", not: node.described), at: node.location))
        }
        var bounds: [Bound] = []
        if let bound { bounds.append(Bound(value: bound, isExclusive: other?.scalar == .bool(true))) }
        if let other, other.isNumber { bounds.append(Bound(value: other, isExclusive: true)) }
        return bounds
    }
}

extension Node {
    fileprivate var isFlag: Bool { if case .bool = scalar { true } else { false } }

    fileprivate var isNumber: Bool {
        switch scalar {
        case .integer, .number: true
        default: false
        }
    }
}
