import MartletOpenAPI
package import MartletSource

extension ShapeFinder {
    /// The shape of a list of values; `nil` when the list adds nothing to the schema's type.
    func enumeration(_ members: [Node], _ schema: MergedSchema) -> NullableShape? {
        var isNullable = schema.isNullable
        var values: [EnumerationShape.Member] = []
        var known: Set<Scalar> = []
        let allNotes = schema.schemas.map(\.memberNotes)
        for member in members {
            if member.isNull {
                isNullable = true
            } else if let scalar = member.comparable, !known.insert(scalar).inserted {
                diagnostics.report(.warning(.repeatedMember(member.text ?? ""), at: member.location))
            } else {
                let notes = member.comparable.flatMap { scalar in allNotes.lazy.compactMap { $0[scalar] }.first }
                values.append(.init(value: member, title: notes?.name, description: notes?.description))
            }
        }
        // The only value is null.
        if values.isEmpty { return NullableShape(shape: .any) }
        reportIllTyped(values.map(\.value), schema)
        let types = schema.types ?? values.reduce(into: []) { $0.formUnion($1.value.type) }
        if let constant = values.first, values.count == 1, schema.schemas.contains(where: \.isConstant) {
            return constantShape(constant.value, types, schema).map { NullableShape(shape: $0, isNullable: isNullable) }
        }
        guard let rawValue = rawValue(of: types, values, schema) else { return nil }
        if rawValue.isNumber, !values.allSatisfy({ $0.value.isOf(types) }) { return nil }
        return NullableShape(
            shape: .enumeration(EnumerationShape(rawValue: rawValue, members: values)),
            isNullable: isNullable
        )
    }

    /// Reports values that are not of a type that one of the schemas states.
    private func reportIllTyped(_ values: [Node], _ schema: MergedSchema) {
        var stated: [Schema.Types] = []
        for types in schema.schemas.compactMap(\.types) where !types.isEmpty && !stated.contains(types) {
            stated.append(types)
        }
        for value in values {
            guard let types = stated.first(where: { !value.isOf($0) }) else { continue }
            diagnostics.report(.warning(.illTypedMember(value, types), at: value.location))
            illTyped.insert(value.location)
        }
    }

    /// The shape of a constant: a plain value of its type, because one value needs no enum.
    private func constantShape(_ value: Node, _ types: Schema.Types, _ schema: MergedSchema) -> Shape? {
        switch types.contains(value.type) ? value.type : types {
        case .string: .scalar(.string)
        case .boolean: .scalar(.boolean)
        case .integer where types != .number: .scalar(integer(schema))
        case .integer, .number: .scalar(.double)
        default: nil
        }
    }

    /// The raw type of an enumeration; `nil` for types with few values anyway, or without literals.
    private func rawValue(
        of types: Schema.Types,
        _ members: [EnumerationShape.Member],
        _ schema: MergedSchema
    ) -> Enumeration.RawValue? {
        switch types {
        case .string: return .string
        case .integer:
            let isSmall = schema.schemas.contains { $0.format == "int32" }
            let wide = members.map(\.value).filter {
                $0.integer != nil && Literal($0, as: isSmall ? .int32 : .int64) == nil
            }
            for value in wide {
                diagnostics.report(.warning(.valueBeyondType(value.text ?? ""), at: value.location))
            }
            if wide.contains(where: { Literal($0, as: .int64) == nil }) { return nil }
            return isSmall && wide.isEmpty ? .int32 : .int64
        case .number: return .double
        case .boolean: return nil
        case [.integer, .number]: return .double
        default:
            return types.isSubset(of: [.string, .boolean, .integer, .number]) ? .json : nil
        }
    }

    /// The values of several enumerations together.
    func mergedEnumeration(_ schemas: [SchemaID]) -> Shape {
        var members: [EnumerationShape.Member] = []
        var known: Set<Scalar?> = [.null]
        for id in schemas {
            let schema = self.schemas[self.schemas.resolved(id)]
            for value in schema.enumeration ?? [] where known.insert(value.comparable).inserted {
                members.append(
                    .init(
                        value: value,
                        title: schema.isConstant ? schema.title : nil,
                        description: schema.isConstant ? schema.description : nil
                    )
                )
            }
        }
        let types = members.reduce(into: Schema.Types()) { $0.formUnion($1.value.type) }
        let rawValue: Enumeration.RawValue =
            switch types {
            case .string: .string
            case .integer: .int64
            case .number, [.integer, .number]: .double
            default: .json
            }
        return .enumeration(EnumerationShape(rawValue: rawValue, members: members))
    }
}

extension Schema {
    /// What extensions say of the members of the enum.
    fileprivate var memberNotes: [Scalar: (name: SpecText?, description: SpecText?)] {
        var notes: [Scalar: (name: SpecText?, description: SpecText?)] = [:]
        for (index, member) in (enumeration ?? []).enumerated() {
            let name = memberNames.indices.contains(index) ? memberNames[index] : nil
            let description = memberDescriptions.indices.contains(index) ? memberDescriptions[index] : nil
            guard name != nil || description != nil, let scalar = member.comparable, notes[scalar] == nil else {
                continue
            }
            notes[scalar] = (name, description)
        }
        return notes
    }
}

extension Enumeration.RawValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .int32, .int64, .double: true
        case .string, .json: false
        }
    }
}

extension Node {
    /// Whether the value is of one of the types. Every integer is a number, and `1.0` is an integer (JSON Schema 2020-12
    /// Validation, 6.1.1).
    fileprivate func isOf(_ types: Schema.Types) -> Bool {
        types.contains(type) || types.contains(.integer) && integer != nil
            || types.contains(.number) && type == .integer
    }

    /// The scalar in one form for all numbers that are equal.
    var comparable: Scalar? {
        guard case .number(let text) = scalar, let parts = DecimalParts(text) else { return scalar }
        if let integer { return .integer(integer) }
        return .number(SpecText("\(parts.isNegative ? "-" : "")\(parts.digits)e\(parts.exponent)"))
    }
}

extension Diagnostic.Message {
    package static func valueBeyondType(_ text: SpecText) -> Self {
        Self(.enumValue, "the value \(text) does not fit the enum's type, which is replaced by a larger type")
    }

    /// A value of `enum` or `const` that isn't of the schema's type, so that no value fits both.
    static func illTypedMember(_ value: Node, _ types: Schema.Types) -> Self {
        let shown: Diagnostic.Text = value.text.map { "the value \($0)" } ?? "this value"
        let isText = value.type == .string
        let hint: Diagnostic.Text? =
            if types.contains(.string), value.kind == .scalar {
                "if it is text, put quotes around it"
            } else if isText, !types.isDisjoint(with: [.boolean, .integer, .number]) {
                "write numbers, true and false without quotes"
            } else { nil }
        return Self(.enumValue, "\(shown) is not of the schema's type", hint: hint)
    }

    package static func repeatedMember(_ text: SpecText) -> Self {
        Self(.enumValue, "the enum lists \(text) twice", hint: "remove one")
    }
}
