import MartletOpenAPI
package import MartletSource

/// Values of a discriminator without a mapping that are not the names of schemas. Without a mapping, the name selects a schema,
/// exactly as it is (OpenAPI 3.2.0, 4.25.3).
extension ShapeFinder {
    /// The value that a list for several schemas has in place of the name of one of them, in another spelling: the name itself
    /// is no valid value. `nil` without such a value.
    func member(of values: [Literal], spelledLike names: [SpecText], at location: Location) -> [Literal]? {
        guard let name = names.first else { return nil }
        let found = values.filter { $0.type == .string && $0.text.spells(name) }
        guard found.count == 1 else { return nil }
        diagnostics.report(.warning(.tagBesideName(found[0].text, name), at: location))
        return found
    }

    /// Reports the examples of a discriminator's property that select none of the schemas.
    func reportUnselectedExamples(of property: SpecText, _ union: UnionShape, _ index: Int, _ names: Set<SpecText>) {
        guard schemas.defaultMapping(of: union.owner) == nil,
            case .structure(let structure) = resolvedShape(of: union.variants[index]),
            let value = structure.properties.first(where: { $0.name == property })?.value
        else { return }
        let whole = union.variants[index].schemas + [union.owner]
        let examples =
            value.schemas.flatMap { schemas[$0].examples }
            + whole.flatMap { schemas[schemas.resolved($0)].examples }.compactMap { $0[property] }
        for example in examples {
            guard let text = example.text, !names.contains(text) else { continue }
            diagnostics.report(.warning(.unselectedExample(text), at: example.location))
        }
    }
}

extension Diagnostic.Message {
    package static func tagBesideName(_ tag: SpecText, _ name: SpecText) -> Self {
        Self(
            .discriminator,
            "without a mapping, the schema's name is its value, but \(name) is not in the enum; \(tag) is used",
            hint: "add a mapping to the discriminator")
    }

    package static func unselectedExample(_ tag: SpecText) -> Self {
        Self(
            .discriminator,
            """
            without a mapping, the values of the discriminator are the names of the schemas, and this example, \(tag), is none; a \
            value like it is unrecognized
            """,
            hint: "add a mapping to the discriminator")
    }
}
