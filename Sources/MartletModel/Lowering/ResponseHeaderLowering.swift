import MartletOpenAPI
import MartletSource

/// Lowers the headers of all responses to the properties of one type.
struct ResponseHeaderLowering {
    private let types: TypeLowering

    init(_ types: TypeLowering) { self.types = types }

    /// - Returns: `nil` when the document describes no response header.
    func headers(_ operations: [ResolvedOperation]) -> ResponseHeaders? {
        var found: [SpecText: [(owner: SpecText, header: Named<Header>)]] = [:]
        var names: [SpecText] = []
        var known: Set<Location> = []
        for operation in operations {
            for header in operation.operation.responses.flatMap(\.response.headers) {
                // Many operations can refer to the same response.
                guard known.insert(header.location).inserted else { continue }
                // The media type comes from the response's `content` (OpenAPI 3.2.0, 4.17.1).
                let key = header.name.lowercased()
                if key == "content-type" { continue }
                if found[key] == nil { names.append(key) }
                found[key, default: []].append((operation.id, header))
            }
        }
        guard !names.isEmpty else { return nil }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["headers"]))
        let given = allocator.names(names) { .member(Words(found[$0]?[0].header.name ?? $0)) }
        let properties = names.flatMap { key -> [ResponseHeaders.Property] in
            guard let name = given[key], let headers = found[key] else { return [] }
            // Of several types, that of the operation that sorts first has the name.
            return self.properties(name, headers.sorted { $0.owner < $1.owner }.map(\.header), &allocator)
        }
        return ResponseHeaders(name: types.name(forTopLevelType: .type("ResponseHeaders")), properties: properties)
    }

    /// A property for each type that responses give a header.
    private func properties(
        _ name: Identifier,
        _ headers: [Named<Header>],
        _ allocator: inout NameAllocator
    ) -> [ResponseHeaders.Property] {
        var groups: [(use: Use, headers: [Named<Header>])] = []
        for header in headers {
            let use = use(of: header.value, .shared(header.value.component ?? header.name, "Header"))
            if let index = groups.firstIndex(where: { $0.use == use }) {
                groups[index].headers.append(header)
            } else {
                groups.append((use, [header]))
            }
        }
        return groups.enumerated().map { index, group in
            let headers = group.headers
            return ResponseHeaders.Property(
                name: index == 0 ? name : allocator.name(name.suffixed("As" + group.use.type.words.upperCamelCase)),
                header: headers[0].name,
                type: group.use.type,
                isJSON: group.use.isJSON,
                explode: headers[0].value.explode,
                isSecret: headers.contains { types.secrets.contains($0.value.content) },
                isDeprecated: headers.allSatisfy(\.value.isDeprecated),
                description: headers.lazy.compactMap(\.value.description).first
            )
        }
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
