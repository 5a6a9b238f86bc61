import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// The values of a type of its own.
    func enumeration(_ shape: EnumerationShape, in scope: TypeScope) -> Enumeration {
        var allocator = NameAllocator(
            reserved: ReservedWords.cases.union(ReservedWords.types),
            allowsCapitals: true
        )
        return Enumeration(rawValue: shape.rawValue, cases: cases(of: shape, &allocator, owners: scope.owners))
    }

    /// The cases of an enumeration, beside what else has names in the type.
    ///
    /// - Parameter owners: The schemas of the enumeration, and of the union that it is part of.
    func cases(
        of shape: EnumerationShape,
        _ allocator: inout NameAllocator,
        owners: [SchemaID]
    ) -> [Enumeration.Case] {
        let own = owners.reduce(into: [SpecText: Identifier]()) { names, owner in
            names.merge(chosen.enumCases[schemas.resolved(owner)] ?? [:]) { first, _ in first }
        }
        // Names are allocated by text, so each text occurs once: 1 and "1" are two values with one text.
        var members: [SpecText: EnumerationShape.Member] = [:]
        for member in shape.members {
            var text = member.value.caseText(shape.rawValue)
            while members[text] != nil { text = SpecText("\(text) value") }
            members[text] = member
        }
        func preferred(_ text: SpecText) -> Identifier {
            Identifier.member(members[text]?.title.map { Words($0) } ?? Words(value: text)).avoiding(
                ReservedWords.cases)
        }
        let names = allocator.names(
            Array(members.keys), chosen: own, orElse: { .member(Words(spellingOut: $0)) }, preferred)
        for (text, wanted) in own where names[text] != nil {
            chosen.check(.enumCases, wanted: wanted, given: names[text])
        }
        diagnostics.reportClashes(
            names,
            preferred: { own[$0] ?? preferred($0) },
            places: members.mapValues(\.value.location),
            kind: .enumCases,
            path: { self.path(to: $0, of: owners) },
            in: allocator
        )
        let ordered = members.sorted { $0.value.value.location < $1.value.value.location }
        return ordered.compactMap { text, member -> Enumeration.Case? in
            guard let value = Literal(member.value, as: shape.rawValue) else {
                diagnostics.report(.warning(.valueWithoutLiteral(member.value.text ?? text), at: member.value.location))
                return nil
            }
            return names[text].map {
                Enumeration.Case(
                    name: $0,
                    value: value,
                    description: member.description,
                    location: member.value.location
                )
            }
        }
    }
}

extension Node {
    /// The text that the case is named after. The decimal point of a number is part of the name.
    fileprivate func caseText(_ rawValue: Enumeration.RawValue) -> SpecText {
        switch (rawValue, scalar) {
        case (.int32, .number), (.int64, .number): integer ?? text ?? ""
        case (_, .number(let text)): text.replacing(".", with: " point ")
        default: text ?? ""
        }
    }
}

extension Diagnostic.Message {
    package static func valueWithoutLiteral(_ text: SpecText) -> Self {
        Self(.enumValue, "the value \(text) does not fit the enum's type and gets no case")
    }
}
