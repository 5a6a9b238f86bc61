import MartletOpenAPI
package import MartletSource

extension ShapeFinder {
    /// Reports the schemas whose values can be of types that build on them, although the discriminator that says so belongs
    /// to a schema that they build on in turn. Only where that one is used is the type a choice between all of them.
    func reportInheritedDiscriminators() {
        guard !descendants.isEmpty else { return }
        let members = Set(schemas.all.flatMap { $0.allOf + $0.oneOf + $0.anyOf })
        let used = Set(
            schemas.all.lazy.filter { !members.contains($0.id) }.compactMap { self.schemas.target(of: $0.id) })
        for (base, family) in descendants.sorted(by: { $0.key < $1.key }) {
            for schema in family where used.contains(schema) && descendants[schema] == nil {
                let heirs = heirs[schema, default: []].filter(schemas.isNamed)
                guard let heir = heirs.first, let name = schemas.componentName(of: schema),
                    let other = schemas.componentName(of: heir),
                    let root = schemas.componentName(of: base)
                else { continue }
                diagnostics.report(
                    .warning(.inheritedDiscriminator(name, other, root), at: schemas[schema].location))
            }
        }
    }
}

extension Diagnostic.Message {
    package static func inheritedDiscriminator(_ name: SpecText, _ heir: SpecText, _ root: SpecText) -> Self {
        Self(
            .discriminator,
            """
            values of \(name) can be \(heir) by the discriminator of \(root), but where the document refers to \(name), what \
            \(heir) adds to it is not kept
            """,
            hint: "refer to \(root), or to a schema with oneOf")
    }
}
