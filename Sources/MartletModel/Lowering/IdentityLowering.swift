import MartletSource

/// Finds the models that are `Identifiable`: those with a required property `id` whose values are scalars.
struct IdentityLowering {
    private let index: DeclarationIndex

    init(_ index: DeclarationIndex) { self.index = index }

    /// The identifiable models, including those that are nested in others.
    func identifiableModels(in declarations: [Declaration]) -> Set<TypeName> {
        declarations.reduce(into: []) { models, declaration in
            models.formUnion(identifiableModels(in: declaration.nested))
            // A nested type of this name would take the place of the protocol's associated type.
            if case .structure(let structure) = declaration.kind, hasIdentity(structure),
                !declaration.nested.contains(where: { $0.name.last.text == "ID" })
            {
                models.insert(declaration.name)
            }
        }
    }

    private func hasIdentity(_ structure: Structure) -> Bool {
        structure.properties.contains { property in
            property.name.text == "id" && property.presence == .required && property.direction != .writeOnly
                && isScalar(property.type)
        }
    }

    private func isScalar(_ type: TypeReference) -> Bool {
        switch index.resolved(type) {
        case .string, .int32, .int64, .uint64, .decimal, .uuid: true
        case .named(let name): if case .enumeration = index[name]?.kind { true } else { false }
        default: false
        }
    }
}
