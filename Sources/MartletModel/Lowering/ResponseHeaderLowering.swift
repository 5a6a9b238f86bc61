import MartletOpenAPI
import MartletSource

/// Turns the headers of all responses into the properties of one type.
struct ResponseHeaderLowering {
    private let types: TypeLowering

    init(_ types: TypeLowering) { self.types = types }

    /// - Returns: `nil` when no response has a header that the document describes.
    func headers(_ operations: [ResolvedOperation]) -> ResponseHeaders? {
        var found: [SpecText: [Named<Header>]] = [:]
        var names: [SpecText] = []
        var known: Set<Location> = []
        for header in operations.flatMap(\.operation.responses).flatMap(\.response.headers) {
            // Many operations refer to one response.
            guard known.insert(header.location).inserted else { continue }
            // The content's type is stated elsewhere (4.17.1).
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

    /// Headers of one name that responses describe in different ways are text.
    private func property(_ name: Identifier, _ headers: [Named<Header>]) -> ResponseHeaders.Property {
        let uses = headers.map { use(of: $0.value, Identifier.type(Words($0.name)).suffixed("Header")) }
        let isSame = uses.allSatisfy { $0 == uses[0] }
        return ResponseHeaders.Property(
            name: name,
            header: headers[0].name,
            type: isSame ? uses[0].type : .string,
            isJSON: isSame && uses[0].isJSON,
            explode: headers[0].value.explode,
            isDeprecated: headers.allSatisfy(\.value.isDeprecated),
            description: headers.lazy.compactMap(\.value.description).first
        )
    }

    private struct Use: Equatable {
        let type: TypeReference
        let isJSON: Bool
    }

    private func use(of header: Header, _ wish: Identifier) -> Use {
        switch header.content {
        case .schema(nil, _): Use(type: .string, isJSON: false)
        case .schema(let schema?, _): Use(type: types.use(of: schema, wish: wish, .response).type, isJSON: false)
        case .media(let media) where media.isJSON:
            Use(type: types.use(of: media.schema, wish: wish, .response).element, isJSON: true)
        case .media: Use(type: .string, isJSON: false)
        }
    }
}
