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
            guard let kind = ClientOptions.Names.Kind(rawValue: entry.keyText) else {
                let message = Diagnostic.Message.wrongWord(
                    rule: .configuration, entry.keyText, "a key of names",
                    among: ClientOptions.Names.Kind.allCases.map(\.rawValue))
                diagnostics.report(.error(message, at: entry.key.location))
                continue
            }
            let identifiers = identifiers(entry.keyText, in: value)
            for (path, identifier) in identifiers.sorted(by: { $0.value.location < $1.value.location }) {
                if [.properties, .enumCases].contains(kind), !Self.isMember(path) {
                    diagnostics.report(.error(.expectedMember(path), at: identifier.location))
                    continue
                }
                names.settings.append(.init(kind, path, identifier.name, at: identifier.location))
            }
        }
        return names
    }

    /// Swift names by the names that they replace, each with its location.
    func identifiers(_ key: SpecText, in node: Node) -> [SpecText: (name: Identifier, location: Location)] {
        var identifiers: [SpecText: (Identifier, Location)] = [:]
        for entry in entries(key, in: node) {
            guard let identifier = Identifier(entry.value.text?.raw(for: .setting) ?? "") else {
                diagnostics.report(.error(.unusableValue(entry.value, for: entry.keyText), at: entry.value.location))
                continue
            }
            identifiers[entry.keyText] = (identifier, entry.key.location)
        }
        return identifiers
    }

    /// Whether a path can be one of a property or a value: `Schema.member`, or a JSON pointer.
    static func isMember(_ path: SpecText) -> Bool {
        path.isPointerPath || path.memberPath != nil
    }
}
