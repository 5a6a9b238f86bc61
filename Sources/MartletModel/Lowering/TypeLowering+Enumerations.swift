import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// The cases of a set of strings.
    ///
    /// - Returns: `nil` when the values are not strings: the type is then the one that the schema has without them.
    func enumeration(_ members: [Node], of schema: Schema) -> Enumeration? {
        guard schema.kind == .string || schema.kind == nil else {
            diagnostics.report(
                Unsupported("an enum of other values than strings", at: schema.location).warning(
                    "any value is accepted"
                )
            )
            return nil
        }
        var values: [SpecText] = []
        var known: Set<SpecText> = []
        for member in members {
            switch member.scalar {
            case .null where schema.isNullable: continue
            case .string(let text):
                if known.insert(text).inserted {
                    values.append(text)
                } else {
                    diagnostics.report(.warning(.repeatedMember(text), at: member.location))
                }
            default:
                diagnostics.report(.error(.illTypedMember, at: member.location))
            }
        }
        if values.isEmpty { diagnostics.report(.error(.emptyEnumeration, at: schema.location)) }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["unrecognized", "rawValue"]))
        let names = allocator.names(values) { value in
            let name = Identifier.member(Words(value))
            return ReservedWords.members.contains(name.text) ? name.suffixed("Value") : name
        }
        return Enumeration(cases: values.compactMap { value in names[value].map { .init(name: $0, value: value) } })
    }
}

extension Diagnostic.Message {
    package static let emptyEnumeration: Self = "an enum needs at least one value"
    package static let illTypedMember: Self = "this value is not of the schema's type, string; put quotes around it"
    package static func repeatedMember(_ text: SpecText) -> Self { "the enum has \(text) already; it counts once" }
}
