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
        let chosen = types.chosen.headers
        func preferred(_ key: SpecText) -> Identifier {
            chosen[key] ?? .member(Words(found[key]?.map(\.header.name).min() ?? key))
        }
        let given = allocator.names(names, chosen: chosen, preferred)
        for name in names { types.chosen.check(.headers, wanted: chosen[name], given: given[name]) }
        types.diagnostics.reportClashes(
            given, preferred: preferred, places: found.compactMapValues { $0.first?.header.location }, kind: .headers)
        let properties = names.flatMap { key -> [ResponseHeaders.Property] in
            guard let name = given[key], let headers = found[key] else { return [] }
            // Of several types, that of the operation that sorts first has the name.
            return self.properties(name, headers.sorted { $0.owner < $1.owner }.map(\.header), &allocator)
        }
        return ResponseHeaders(
            name: types.name(
                forAddedType: .type("ResponseHeaders"), "the type of the response headers",
                at: found[names[0]]?.first?.header.location),
            properties: properties)
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
            let chosen = headers.lazy.compactMap { types.chosen.headerPlaces[$0.location] }.first
            let other = chosen ?? name.suffixed("As" + group.use.type.words.upperCamelCase)
            let own = index == 0 && chosen == nil ? name : allocator.name(other)
            types.chosen.check(.headers, wanted: chosen, given: own)
            if index > 0, chosen == nil {
                let line = types.paths.pointer(to: headers[0].location).map { path in
                    Diagnostic.Message.NameLine(kind: .headers, path: path, name: own)
                }
                let clash = Diagnostic.Message.nameClash(
                    headers[0].name, own, "\(groups[0].headers[0].name)", groups[0].headers[0].location, line)
                types.diagnostics.report(.warning(clash, at: headers[0].location))
            }
            return ResponseHeaders.Property(
                name: own,
                header: headers[0].name,
                type: group.use.type,
                isJSON: group.use.isJSON,
                explode: headers[0].value.explode,
                isSecret: headers.contains { types.secrets.contains($0.value.content) },
                isDeprecated: headers.allSatisfy(\.value.isDeprecated),
                description: headers.lazy.compactMap(\.value.description).first,
                locations: headers.flatMap { [$0.location, $0.value.location] }
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
