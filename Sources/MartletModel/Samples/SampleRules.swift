import MartletOpenAPI
package import MartletSource

/// Checks whether the examples of a document fit their schemas as far as a client depends on it: whether they can be
/// decoded and encoded again without loss.
struct SampleRules {
    /// A fault of an example.
    private struct Problem {
        let diagnostic: Diagnostic
        /// Whether the value is valid all the same, and a client only does not keep all of it.
        let isLoss: Bool

        static func warning(_ message: Diagnostic.Message, at location: Location) -> Problem {
            Problem(diagnostic: .warning(message, at: location), isLoss: false)
        }

        static func loss(_ message: Diagnostic.Message, at location: Location) -> Problem {
            Problem(diagnostic: .warning(message, at: location), isLoss: true)
        }
    }

    private let finder: ShapeFinder

    init(_ finder: ShapeFinder) { self.finder = finder }

    /// The reason why an example doesn't fit; `nil` when it fits.
    func problem(of sample: Sample) -> Diagnostic? {
        if sample.value.isNull, sample.isNullable || sample.type == .json { return nil }
        return problem(of: sample.value, sample.schema, sample.direction, beside: [])?.diagnostic
    }

    /// Whether a value fits a schema.
    func fits(_ value: Node, _ schema: AppliedSchemas, _ direction: MessageDirection) -> Bool {
        problem(of: value, schema, direction) == nil
    }

    /// - Parameter others: Keys of the object that belong to other schemas.
    private func problem(
        of value: Node,
        _ schema: AppliedSchemas,
        _ direction: MessageDirection,
        beside others: Set<SpecText> = []
    ) -> Problem? {
        let found = finder.shape(of: schema)
        if value.isNull, found.isNullable { return nil }
        if case .string = value.scalar, schema.schemas.contains(where: finder.allowsAnyText) { return nil }
        switch found.shape {
        case .any: return nil
        case .reference(let target): return problem(of: value, AppliedSchemas(target), direction, beside: others)
        case .scalar(let type): return problem(of: value, type)
        case .enumeration(let shape):
            let isListed = shape.members.contains { $0.value.isEqual(to: value) || $0.value.text == value.text }
            return isListed ? nil : .warning(.exampleNotListed, at: value.location)
        case .array(let elements):
            guard value.kind == .sequence else { return mismatch(value, "an array") }
            guard let elements else { return nil }
            return value.elements.lazy.compactMap { problem(of: $0, elements, direction) }.first
        case .tuple(let tuple): return problem(of: value, tuple, direction)
        case .map(let values):
            guard value.kind == .mapping else { return mismatch(value, "an object") }
            guard let values else { return nil }
            return value.entries.lazy.compactMap { problem(of: $0.value, values, direction) }.first
        case .structure(let structure): return problem(of: value, structure, direction, beside: others)
        case .union(let union):
            var keys = others
            if let discriminator = finder.schemas[union.owner].discriminator { keys.insert(discriminator.propertyName) }
            // A value can fit several schemas of `anyOf`, each of which describes some of its keys.
            if union.isInclusive { keys.formUnion(union.variants.flatMap { finder.traits(of: $0).properties }) }
            if union.allowsAnything { return nil }
            var loss: Problem?
            for variant in union.variants {
                guard let problem = problem(of: value, variant, direction, beside: keys) else { return nil }
                loss = loss ?? (problem.isLoss ? problem : nil)
            }
            return loss ?? .warning(.exampleFitsNone, at: value.location)
        }
    }

    private func problem(of value: Node, _ tuple: TupleShape, _ direction: MessageDirection) -> Problem? {
        guard value.kind == .sequence else { return mismatch(value, "an array") }
        let elements = value.elements
        guard elements.count >= tuple.requiredCount else {
            return .warning(.exampleTooShort(tuple.requiredCount), at: value.location)
        }
        let known = zip(elements, tuple.elements).lazy.compactMap { problem(of: $0, $1, direction) }.first
        if let known { return known }
        let rest = elements.dropFirst(tuple.elements.count)
        switch tuple.rest {
        case .any: return nil
        case .none: return rest.isEmpty ? nil : .warning(.exampleTooLong, at: value.location)
        case .elements(let schema): return rest.lazy.compactMap { problem(of: $0, schema, direction) }.first
        }
    }

    private func problem(
        of value: Node,
        _ structure: StructureShape,
        _ direction: MessageDirection,
        beside others: Set<SpecText>
    ) -> Problem? {
        guard value.kind == .mapping else { return mismatch(value, "an object") }
        var names = others
        let shared = others.union(structure.unions.flatMap { finder.traits(of: $0).properties })
        for property in structure.properties {
            names.insert(property.name)
            let propertyDirection = finder.direction(of: property.value)
            guard let member = value[property.name] else {
                if property.isRequired, propertyDirection == .both {
                    return .warning(.exampleLacks(property.name), at: value.location)
                }
                continue
            }
            switch (propertyDirection, direction) {
            case (.readOnly, .request), (.writeOnly, .response):
                return .loss(.exampleOneWay(property.name), at: member.location)
            default: break
            }
            if member.isNull, property.isNullable { continue }
            // Another schema describes some of the keys of a property that both have.
            let foreign = shared.contains(property.name) ? Set(member.entries.map(\.keyText)) : []
            if let problem = problem(of: member, property.value, direction, beside: foreign) { return problem }
        }
        // Each union describes some of the keys.
        if structure.unions.count > 1 || structure.allowsAdditional, !structure.unions.isEmpty {
            names.formUnion(value.entries.map(\.keyText))
        }
        let unionProblem = structure.unions.lazy.compactMap { problem(of: value, $0, direction, beside: names) }.first
        if let unionProblem { return unionProblem }
        guard structure.unions.isEmpty else { return nil }
        for entry in value.entries where !names.contains(entry.keyText) {
            switch structure.additional {
            case .any: continue
            case .values(let schema): if let problem = problem(of: entry.value, schema, direction) { return problem }
            case .none: return .loss(.exampleHasMore(entry.keyText), at: entry.key.location)
            }
        }
        return nil
    }

    private func problem(of value: Node, _ type: TypeReference) -> Problem? {
        switch (type, value.scalar) {
        case (.string, .string), (.boolean, .bool), (.json, _): return nil
        case (.custom(let name), _): return problem(of: value, custom: name)
        case (.int32, _), (.int64, _), (.uint64, _):
            guard let digits = value.integer else { return mismatch(value, "an integer") }
            return type.holds(digits) ? nil : mismatch(value, type == .int32 ? "32 bits" : "64 bits")
        case (.float, .integer(let text)), (.float, .number(let text)), (.double, .integer(let text)),
            (.double, .number(let text)):
            return type.nearest(text) != nil ? nil : mismatch(value, "a finite number")
        case (.decimal, .integer), (.decimal, .number): return nil
        case (.dateTime, .string(let text)):
            return TextFormats.isDateTime(text) ? nil : mismatch(value, "a date and time")
        case (.date, .string(let text)): return TextFormats.isDate(text) ? nil : mismatch(value, "a date")
        case (.uuid, .string(let text)): return TextFormats.isUUID(text) ? nil : mismatch(value, "a UUID")
        case (.data, .string(let text)):
            return TextFormats.bytes(base64: text) != nil ? nil : mismatch(value, "base 64")
        case (.string, _), (.dateTime, _), (.date, _), (.uuid, _), (.data, _): return mismatch(value, "a string")
        case (.boolean, _): return mismatch(value, "true or false")
        default: return mismatch(value, "a number")
        }
    }

    /// - Parameter name: A type that the configuration sets for a format.
    private func problem(of value: Node, custom name: Identifier) -> Problem? {
        if name.text == "Int" { return value.integer == nil ? mismatch(value, "an integer") : nil }
        guard case .string(let text) = value.scalar else { return mismatch(value, "a string") }
        switch name.text {
        case "Date": return TextFormats.isDateTime(text) ? nil : mismatch(value, "a date and time")
        case "DecimalText": return DecimalParts(text) == nil ? mismatch(value, "a decimal number") : nil
        default: return nil
        }
    }

    private func mismatch(_ value: Node, _ expected: String) -> Problem {
        .warning(.exampleMismatch(expected), at: value.location)
    }
}

extension ShapeFinder {
    /// Whether one of a schema's alternatives is plain text. An enum beside it, which is open, has its place.
    fileprivate func allowsAnyText(_ id: SchemaID) -> Bool {
        let schema = schemas[schemas.resolved(id)]
        return (schema.oneOf + schema.anyOf).contains { member in
            let value = AppliedSchemas(member)
            guard case .scalar(.string) = resolvedShape(of: value) else { return false }
            return constants(of: value) == nil
        }
    }
}

extension Diagnostic.Message {
    package static func exampleMismatch(_ expected: String) -> Self {
        Self(.example, "the example does not fit its schema, which requires \(expected) here")
    }

    package static let exampleNotListed = Self(.example, "the example is not one of the values in its schema's enum")
    package static let exampleFitsNone = Self(.example, "the example fits none of the alternatives of its schema")
    package static let exampleTooLong = Self(.example, "the example has more elements than its schema allows")
    package static func exampleTooShort(_ count: Int) -> Self {
        Self(.example, "the example needs at least \(count) elements")
    }

    package static func exampleLacks(_ name: SpecText) -> Self {
        Self(.example, "the example does not fit its schema, which requires \(name)")
    }

    package static func exampleHasMore(_ name: SpecText) -> Self {
        Self(.example, "the example has \(name), which its schema does not declare; a client leaves it out")
    }

    package static func exampleOneWay(_ name: SpecText) -> Self {
        Self(.example, "the example has \(name), which is readOnly or writeOnly and belongs to the other direction")
    }
}
