import MartletModel
import MartletSource

extension ConfigurationKeys {
    /// Decodes the key `names`.
    func names() -> ClientOptions.Names {
        var names = ClientOptions.Names()
        guard let value = node["names"] else { return names }
        guard value.kind == .mapping else {
            diagnostics.report(.error(.expectedNames, at: value.location))
            return names
        }
        for entry in value.entries {
            switch entry.keyText {
            case "schemas":
                for (name, identifier) in identifiers("schemas", in: value) {
                    names.schemas[name] = identifier.name
                    names.renames.append(.init(.schema, name, nil, at: identifier.location))
                }
            case "operations":
                for (name, identifier) in identifiers("operations", in: value) {
                    names.operations[name] = identifier.name
                    names.renames.append(.init(.operation, name, nil, at: identifier.location))
                }
            case "properties":
                names.properties = members("properties", .property, in: value, &names.renames)
            case "enumCases":
                names.enumCases = members("enumCases", .enumCase, in: value, &names.renames)
            default:
                diagnostics.report(.error(.expectedNames, at: entry.key.location))
            }
        }
        return names
    }

    /// Swift names by the names that they replace, each with its location.
    func identifiers(_ key: SpecText, in node: Node) -> [SpecText: (name: Identifier, location: Location)] {
        guard let value = node[key] else { return [:] }
        guard value.kind == .mapping else {
            diagnostics.report(.error(.expectedMapping(key), at: value.location))
            return [:]
        }
        var identifiers: [SpecText: (Identifier, Location)] = [:]
        for entry in value.entries {
            guard let identifier = Identifier(entry.value.text?.raw(for: .setting) ?? "") else {
                diagnostics.report(.error(.expectedIdentifier(entry.keyText), at: entry.value.location))
                continue
            }
            identifiers[entry.keyText] = (identifier, entry.key.location)
        }
        return identifiers
    }

    /// Names of members of schemas, written `Schema.member`.
    private func members(
        _ key: SpecText,
        _ kind: ClientOptions.Names.Rename.Kind,
        in node: Node,
        _ renames: inout [ClientOptions.Names.Rename]
    ) -> [SpecText: [SpecText: Identifier]] {
        var members: [SpecText: [SpecText: Identifier]] = [:]
        for (name, identifier) in identifiers(key, in: node).sorted(by: { $0.value.location < $1.value.location }) {
            guard let (schema, member) = Self.parts(of: name) else {
                diagnostics.report(.error(.expectedMember, at: identifier.location))
                continue
            }
            members[schema, default: [:]][member] = identifier.name
            renames.append(.init(kind, schema, member, at: identifier.location))
        }
        return members
    }

    /// The schema and the member in `Schema.member`, split at the first dot: the member can contain further ones, and
    /// schema names practically never contain any.
    static func parts(of name: SpecText) -> (schema: SpecText, member: SpecText)? {
        let parts = name.split { $0 == "." }
        return parts.flatMap { $0.isEmpty || $1.isEmpty ? nil : ($0, $1) }
    }
}
