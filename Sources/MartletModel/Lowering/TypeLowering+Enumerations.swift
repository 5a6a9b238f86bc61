import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// The values of a type of its own.
    func enumeration(_ shape: EnumerationShape, in scope: TypeScope) -> Enumeration {
        var allocator = NameAllocator(
            reserved: ReservedWords.members.union(ReservedWords.types).union(Self.namesOfEnums),
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
        func plain(_ text: SpecText) -> Identifier { .member(Words(members[text]?.title ?? text)) }
        let uses = Dictionary(grouping: members.keys, by: plain).mapValues(\.count)
        func preferred(_ text: SpecText) -> Identifier {
            var name = plain(text)
            if uses[name] ?? 0 > 1, let told = text.withSigns { name = .member(Words(told)) }
            return Self.namesOfOptional.contains(name.text) ? name.suffixed("Value") : name.unreserved
        }
        let names = allocator.names(Array(members.keys), chosen: own, preferred)
        for (text, wanted) in own where names[text] != nil {
            chosen.check(.enumCases, wanted: wanted, given: names[text])
        }
        diagnostics.reportClashes(
            names,
            preferred: { own[$0] ?? preferred($0) },
            places: members.mapValues(\.value.location),
            kind: .enumCases,
            path: { self.path(to: $0, of: owners) }
        )
        let ordered = members.sorted { $0.value.value.location < $1.value.value.location }
        return ordered.compactMap { text, member -> Enumeration.Case? in
            guard let value = Literal(member.value, as: shape.rawValue) else {
                diagnostics.report(.warning(.valueWithoutLiteral(text), at: member.value.location))
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

extension TypeLowering {
    /// Names of an enum's own members, and those that mean an optional's cases where the enum is optional.
    private static let namesOfEnums: Set<String> = ["unrecognized", "rawValue", "knownCases", "none", "some"]
    private static let namesOfOptional: Set<String> = ["none", "some"]
}

extension SpecText {
    /// The text with words in place of the signs that tell values apart: `2-2` and `2+2`; `nil` without signs. Between letters,
    /// as in `top-left`, a hyphen only joins words.
    fileprivate var withSigns: SpecText? {
        let bytes = Array(utf8)
        let told = bytes.indices.flatMap { index -> [UInt8] in
            let isBeforeDigit = bytes.dropFirst(index + 1).first.map { (0x30...0x39).contains($0) } ?? false
            switch bytes[index] {
            case UInt8(ascii: "+"): return Array(" plus ".utf8)
            case UInt8(ascii: "-") where index == 0 || isBeforeDigit: return Array(" minus ".utf8)
            case UInt8(ascii: ".") where isBeforeDigit: return Array(" dot ".utf8)
            default: return [bytes[index]]
            }
        }
        return told == bytes ? nil : SpecText(decoding: told)
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
