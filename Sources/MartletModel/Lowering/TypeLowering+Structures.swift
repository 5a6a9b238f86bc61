import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// The properties of an object.
    ///
    /// - Parameter scope: The scope for nested types.
    func structure(_ shape: StructureShape, in scope: inout TypeScope) -> Structure {
        for property in shape.properties { propertyValues.formUnion(property.value.all) }
        let properties = shape.properties.filter { $0.isIncluded(finder.direction(of: $0.value), scope.direction) }
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let chosen = scope.owners.reduce(into: [SpecText: Identifier]()) { names, owner in
            names.merge(self.chosen.properties[schemas.resolved(owner)] ?? [:]) { first, _ in first }
        }
        let names = allocator.names(properties.map(\.name), chosen: chosen) { Identifier.member(Words($0)).unreserved }
        for (name, wanted) in chosen where names[name] != nil {
            self.chosen.check(.properties, wanted: wanted, given: names[name])
        }
        diagnostics.reportClashes(
            names,
            preferred: { chosen[$0] ?? Identifier.member(Words($0)).unreserved },
            places: Dictionary(properties.map { ($0.name, $0.location) }) { first, _ in first },
            kind: .properties,
            path: { self.path(to: $0, of: scope.owners) }
        )
        reportUndeclared(properties, isSent: scope.direction.contains(.request))
        // Their types take names in an order that another order in the document doesn't change.
        var lowered: [SpecText: Property] = [:]
        for property in properties.sorted(by: { ($0.rank(finder), $0.name) < ($1.rank(finder), $1.name) }) {
            lowered[property.name] = names[property.name].map {
                self.property(property, $0, in: &scope)
            }
        }
        let additional = additionalProperties(keptProperties(of: shape, scope), &allocator, in: &scope)
        let unions = shape.unions.map { union in flattenedUnion(union, &allocator, in: &scope) }
        let keys = [properties.map(\.name)] + unions.map(\.keys)
        let sharedName = allocator.name(.member(Words("shared properties")))
        let isShared = sharesKeys(keys, beside: shape.unions.map { finder.traits(of: $0) })
        let added = [additional?.name, isShared ? sharedName : nil].compactMap(\.self)
        for property in properties where chosen[property.name] == nil {
            guard let own = names[property.name], let other = added.first(where: { $0.isNumbered(own) }) else {
                continue
            }
            let line = path(to: property.name, of: scope.owners).map { path in
                Diagnostic.Message.NameLine(kind: .properties, path: path, name: own)
            }
            let clash = Diagnostic.Message.nameClash(
                SpecText(own.text), other, "\(property.name)", property.location, line)
            diagnostics.report(.warning(clash, at: property.location))
        }
        return Structure(
            properties: properties.compactMap { lowered[$0.name] },
            additionalProperties: additional,
            sharedKeys: unions.isEmpty ? [] : sharedKeys(keys),
            refusesOthers: shape.isClosed && shape.isInUnion,
            sharedName: isShared ? sharedName : nil,
            flattenedUnions: unions,
            nested: scope.declarations.sorted { $0.location < $1.location }
        )
    }

    /// Reports the required properties that no schema declares, unless another schema does that builds on this one.
    ///
    /// - Parameter isSent: Whether requests have the type: there, such a property stays required.
    private func reportUndeclared(_ properties: [StructureShape.Property], isSent: Bool) {
        let declared = properties.filter(\.isDeclared).map(\.name)
        for property in properties where !property.isDeclared && !property.isDeclaredByHeirs {
            let meant =
                diagnostics.mayCompare(with: declared.count)
                ? NearMiss.misspelled(property.name, among: declared) : nil
            if !isSent || !property.isRequired {
                diagnostics.report(.warning(.undeclaredProperty(property.name, meant), at: property.location))
            } else if let meant {
                diagnostics.report(.warning(.misspelledRequired(property.name, meant), at: property.location))
            }
        }
    }

    /// The path of a member of a type in the configuration.
    func path(to member: SpecText, of owners: [SchemaID]) -> SpecText? {
        owners.lazy.compactMap { self.paths.path(to: $0) }.first.map { SpecText("\($0).\(member)") }
    }

    private func property(
        _ property: StructureShape.Property,
        _ name: Identifier,
        in scope: inout TypeScope
    ) -> Property {
        scope.preferredName = .init(property.name)
        let use = use(of: property.value, in: &scope)
        let facts = property.value.schemas.map { schemas[$0] }
        let schema = facts.last
        let resolved = schema.map { schemas[schemas.resolved($0.id)] }
        let direction = finder.direction(of: property.value)
        // In a type for both directions, a property for one of them can be absent. A response should have no write-only
        // property; if it has, the value is kept.
        let isOneWay =
            direction != .both && scope.direction == .both || direction == .writeOnly && scope.direction == .response
        // A typing error in `required` must not make every response invalid.
        let isTrusted = property.isDeclared || scope.direction.contains(.request)
        let isRequired = property.isRequired && !isOneWay && isTrusted
        let isNullable = use.isNullable || property.isNullable && use.type != .json
        let onlyValue = finder.onlyValue(of: property.value)
        let tag =
            scope.path.count == 1 && isRequired
            ? scope.enclosingSchema.flatMap { statedTags.value(of: property.name, in: $0) } : nil
        let inner = facts.compactMap { finder.annotated(by: $0) }
        let stated = finder.statedDefault(of: property.value) ?? inner.lazy.compactMap(\.defaultValue).first
        for node in [onlyValue, stated].compactMap(\.self) where !finder.illTyped.contains(node.location) {
            if !isExpressible(node, as: property.value, use.type, scope.direction) {
                diagnostics.report(.warning(.unfitDefault, at: node.location))
            } else if isRequired, onlyValue == nil, !finder.hasExpression(for: node, of: property.value) {
                diagnostics.report(.warning(.unstatedDefault, at: node.location))
            }
        }
        return Property(
            name: name,
            wireName: property.name,
            type: use.type,
            format: schema?.format ?? resolved?.format,
            presence: presence(
                isRequired, isNullable, isReceived: direction == .readOnly || scope.direction == .response),
            direction: isOneWay ? direction : .both,
            isSecret: secrets.contains(property.value),
            isDeprecated: facts.contains(where: \.isDeprecated),
            hasUniqueItems: facts.contains(where: \.hasUniqueItems),
            limits: property.value.aspect == .anySchema ? [] : limits(of: property.value.schemas),
            description: (schema?.description ?? inner.last?.description ?? schema?.title).flatMap { text in
                text.spells(property.name) ? nil : text
            },
            defaultValue: (onlyValue ?? stated).flatMap { sendable($0) } ?? tag.map { .string($0) },
            isConstant: onlyValue != nil,
            isConstantByDefault: onlyValue.map { value in
                stated.map(value.isEqual) ?? false || statedTags.tells(property.value)
            } ?? false,
            constant: finder.constant(of: property.value),
            example: (schema?.examples.first ?? resolved?.examples.first).map { values.value(of: $0) },
            location: property.location
        )
    }

    /// The value of a default or a constant; `nil` if it is too long, which is reported.
    func sendable(_ value: Node) -> Value? {
        guard values.isLong(value) else { return values.value(of: value) }
        diagnostics.report(.warning(.longDefault(ValueCache.maximumDefault), at: value.location))
        return nil
    }

    /// - Parameter isReceived: Whether only responses have the property, so that it does not matter whether the server leaves
    ///   out the key or sends null.
    private func presence(_ isRequired: Bool, _ isNullable: Bool, isReceived: Bool) -> Property.Presence {
        switch (isRequired, isNullable) {
        case (true, false): .required
        case (true, true): .requiredNullable
        case (false, false): .optional
        case (false, true): isReceived ? .optionalOrNull : .optionalNullable
        }
    }

    /// Whether a default fits its schema, and an expression in Swift can state it. Objects are not checked: many documents
    /// have `{}` as the default of any object.
    func isExpressible(
        _ value: Node,
        as schema: AppliedSchemas,
        _ type: TypeReference,
        _ direction: MessageDirection
    ) -> Bool {
        if value.isNull || value.kind == .mapping { return true }
        if let number = value.number, !type.isExact(number) { return false }
        return SampleRules(finder).fits(value, schema, direction)
    }

    /// The further properties of a type. Those of an object with unions are kept by the types of these.
    private func keptProperties(of shape: StructureShape, _ scope: TypeScope) -> StructureShape.Additional {
        let isSplit = scope.enclosingSchema.map { directions.split.contains($0) } ?? false
        guard case .none = shape.additional, options.unknownProperties == .keep, !shape.isClosed, shape.unions.isEmpty,
            scope.direction.contains(.response) || isSplit
        else { return shape.additional }
        return .any
    }

    private func additionalProperties(
        _ additional: StructureShape.Additional,
        _ allocator: inout NameAllocator,
        in scope: inout TypeScope
    ) -> Structure.AdditionalProperties? {
        let type: TypeReference
        var isSecret = false
        switch additional {
        case .none: return nil
        case .any: type = .json
        case .values(let values):
            scope.preferredName = .init(.type(Words("additional property")))
            type = use(of: values, in: &scope).element
            isSecret = secrets.contains(values)
        }
        let name = allocator.name(.member(Words("additional properties")))
        return .init(name: name, value: type, isSecret: isSecret)
    }

    /// The property for a union that is encoded in the same JSON object.
    private func flattenedUnion(
        _ union: AppliedSchemas,
        _ allocator: inout NameAllocator,
        in scope: inout TypeScope
    ) -> Structure.FlattenedUnion {
        scope.preferredName = .init(.type(Words("variant")))
        let type = use(of: union, in: &scope).type
        var preferredName = Identifier.member(Words("variant"))
        if case .named(let name) = type { preferredName = .member(Words(SpecText(name.last.text))) }
        return Structure.FlattenedUnion(
            name: allocator.name(preferredName),
            type: type,
            keys: finder.traits(of: union).properties
        )
    }
}

extension Identifier {
    /// Whether the name is another one with a number.
    fileprivate func isNumbered(_ other: Identifier) -> Bool {
        text.hasPrefix(other.text) && Int(text.dropFirst(other.text.count)) != nil
    }
}

extension Diagnostic.Message {
    package static let unfitDefault = Self(
        .defaultValue,
        """
        the default or constant does not fit its schema, or its Swift type can't hold it exactly; the client does not send it
        """)

    package static let unstatedDefault = Self(
        .defaultValue,
        "Swift has no non-failing expression for this default; each call has to pass the value")

    package static func misspelledRequired(_ name: SpecText, _ meant: SpecText) -> Self {
        Self(
            .required, "the required property \(name) is not among the properties", hint: NearMiss.hint(naming: meant))
    }

    package static func undeclaredProperty(_ name: SpecText, _ meant: SpecText? = nil) -> Self {
        Self(
            .required, "the required property \(name) is not among the properties; it is optional here",
            hint: meant.map { NearMiss.hint(naming: $0) })
    }
}

extension ShapeFinder {
    /// The first default that the schemas of a value state, or those that they refer to or list in `allOf`.
    fileprivate func statedDefault(of value: AppliedSchemas) -> Node? {
        guard value.schemas.count == 1 else { return firstDefault(of: value.schemas) }
        var id = value.schemas[0]
        // Most schemas stand alone.
        if schemas[id].allOf.isEmpty, schemas.target(of: id) == nil { return schemas[id].defaultValue }
        // What is found at the end of a chain of references is kept for all schemas of the chain.
        var chain: [SchemaID] = []
        while knownDefaults[id] == nil, schemas[id].defaultValue == nil, schemas[id].allOf.isEmpty,
            let target = schemas.target(of: id), chain.count < schemas.all.count
        {
            chain.append(id)
            id = target
        }
        let found = knownDefaults[id] ?? firstDefault(of: [id])
        for id in chain + [id] { knownDefaults[id] = .some(found) }
        return found
    }

    private func firstDefault(of ids: [SchemaID]) -> Node? {
        var ids = ids
        var known = Set(ids)
        var index = 0
        while index < ids.count {
            if let value = schemas[ids[index]].defaultValue { return value }
            let more = [schemas.target(of: ids[index])].compactMap(\.self) + schemas[ids[index]].allOf
            ids += more.filter { known.insert($0).inserted }
            index += 1
        }
        return nil
    }
}

extension SpecText {
    /// Whether the text has only the words of a name: the title `Shelf Id` of `shelf_id`.
    func spells(_ name: SpecText) -> Bool {
        Words(self).screamingSnakeCase == Words(name).screamingSnakeCase
    }
}

extension StructureShape.Property {
    /// The priority in the choice of names for types, lower first: that of a list's elements is made from the list's.
    fileprivate func rank(_ finder: ShapeFinder) -> Int {
        if case .array = finder.resolvedShape(of: value) { 1 } else { 0 }
    }

    /// Whether a type for this direction includes the property.
    fileprivate func isIncluded(_ direction: Property.Direction, _ directions: MessageDirection) -> Bool {
        direction != .readOnly || directions.contains(.response)
    }
}
