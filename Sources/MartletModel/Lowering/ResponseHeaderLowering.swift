import MartletOpenAPI
import MartletSource

/// Lowers the headers of all responses to the properties of one type.
struct ResponseHeaderLowering {
    private let types: TypeLowering

    init(_ types: TypeLowering) { self.types = types }

    /// - Returns: `nil` when the document describes no response header.
    func headers(_ operations: [ResolvedOperation]) -> ResponseHeaders? {
        var found: [SpecText: [Named<Header>]] = [:]
        var names: [SpecText] = []
        var known: Set<Location> = []
        for header in operations.flatMap(\.operation.responses).flatMap(\.response.headers) {
            // Many operations can refer to the same response.
            guard known.insert(header.location).inserted else { continue }
            // The media type comes from the response's `content` (OpenAPI 3.2.0, 4.17.1).
            let key = SpecText(header.name.unencoded.lowercased())
            if key == "content-type" { continue }
            if found[key] == nil { names.append(key) }
            found[key, default: []].append(header)
        }
        guard !names.isEmpty else { return nil }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["headers"]))
        let given = allocator.names(names) { .member(Words(found[$0]?[0].name ?? $0)) }
        let properties = names.compactMap { key -> ResponseHeaders.Property? in
            guard let name = given[key], let headers = found[key] else { return nil }
            return property(name, headers)
        }
        return ResponseHeaders(name: types.name(forTopLevelType: .type("ResponseHeaders")), properties: properties)
    }

    /// The property for a header; text, when responses describe the header differently.
    private func property(_ name: Identifier, _ headers: [Named<Header>]) -> ResponseHeaders.Property {
        let uses = headers.map { use(of: $0.value, .shared($0.value.component ?? $0.name, "Header")) }
        let isSame = uses.allSatisfy { $0 == uses[0] }
        return ResponseHeaders.Property(
            name: name,
            header: headers[0].name,
            type: isSame ? uses[0].type : .string,
            isJSON: isSame && uses[0].isJSON,
            explode: headers[0].value.explode,
            isSecret: headers.contains { types.secrets.contains($0.value.content) },
            isDeprecated: headers.allSatisfy(\.value.isDeprecated),
            description: headers.lazy.compactMap(\.value.description).first
        )
    }

    private struct Use: Equatable {
        let type: TypeReference
        let isJSON: Bool
    }

    private func use(of header: Header, _ preferredName: Identifier) -> Use {
        switch header.content {
        case .schema(nil, _): Use(type: .string, isJSON: false)
        case .schema(let schema?, _):
            Use(type: types.use(of: schema, preferredName: preferredName, .response).type, isJSON: false)
        case .media(let media) where media.isJSON:
            Use(type: types.use(of: media.schema, preferredName: preferredName, .response).element, isJSON: true)
        case .media: Use(type: .string, isJSON: false)
        }
    }
}
