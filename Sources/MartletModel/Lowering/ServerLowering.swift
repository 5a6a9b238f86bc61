import MartletOpenAPI
package import MartletSource

/// Lowers the servers of the document, its paths and its operations to types inside the client's.
final class ServerLowering {
    private let diagnostics: DiagnosticCollector
    private var allocator = NameAllocator(reserved: ReservedWords.members)
    /// The sets so far, by the locations of their servers.
    private var known: [[Location]: Int] = [:]
    /// The servers of the document, followed by those of single operations.
    private(set) var sets: [ServerSet] = []

    init(_ servers: [Server], _ diagnostics: DiagnosticCollector) {
        self.diagnostics = diagnostics
        _ = set(of: servers, preferredName: Identifier.type("Server"))
    }

    /// The servers of an operation; `nil` when they are the document's.
    func set(of operation: ResolvedOperation, _ typeName: Identifier) -> ServerSet? {
        if operation.servers.isEmpty { return nil }
        let host = operation.servers[0].url.hostLabel.map { Identifier.shared($0, "Server") }
        let index = set(of: operation.servers, preferredName: host ?? typeName.suffixed("Server"))
        return index == 0 || sets[index].cases.isEmpty ? nil : sets[index]
    }

    private func set(of servers: [Server], preferredName: Identifier) -> Int {
        let key = servers.map(\.location)
        if let index = known[key] { return index }
        let cases = cases(of: servers.filter { check($0) })
        if let index = sets.firstIndex(where: { $0.cases.map(\.text) == cases.map(\.text) }) {
            known[key] = index
            return index
        }
        sets.append(ServerSet(name: allocator.name(preferredName), cases: cases))
        known[key] = sets.count - 1
        return sets.count - 1
    }

    private func cases(of servers: [Server]) -> [ServerSet.Case] {
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["custom", "url"]))
        var types = NameAllocator(
            reserved: Set(ReservedWords.types.union(["Server"]).map { $0.lowercased() }),
            ignoresCase: true
        )
        var choices: [VariableKey: ServerSet.Choice] = [:]
        return servers.enumerated().map { index, server in
            let given = server.name.map { Identifier.member(Words($0)) }
            let preferredName = given ?? (index == 0 ? .member("default") : name(of: server))
            let name = allocator.name(preferredName ?? .member(Words("server")))
            let (url, variables) = pieces(of: server, name, &types, &choices)
            return ServerSet.Case(
                name: name,
                url: url,
                text: server.url,
                variables: variables,
                isRelative: server.url.isRelative,
                description: server.description
            )
        }
    }

    /// A case name from the server's description, if that has at most three words.
    private func name(of server: Server) -> Identifier? {
        guard let description = server.description else { return nil }
        let words = description.raw(for: .grammar).split(whereSeparator: \.isWhitespace)
        guard (1...3).contains(words.count) else { return nil }
        return .member(Words(description))
    }

    /// The URL, split at its variables.
    private func pieces(
        of server: Server,
        _ name: Identifier,
        _ types: inout NameAllocator,
        _ choices: inout [VariableKey: ServerSet.Choice]
    ) -> ([ServerSet.Piece], [ServerSet.Variable]) {
        var labels = NameAllocator(reserved: ReservedWords.members.union(["relativeTo", "base", "url"]))
        var indices: [SpecText: Int] = [:]
        var variables: [ServerSet.Variable] = []
        var pieces: [ServerSet.Piece] = []
        var rest = server.url.raw(for: .grammar)[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let key = SpecText(String(rest[rest.index(after: open)..<close]))
            let before = rest[..<open]
            if !before.isEmpty { pieces.append(.text(SpecText(String(before)))) }
            rest = rest[rest.index(after: close)...]
            if let index = indices[key] {
                pieces.append(.variable(index))
                continue
            }
            let variable = server.variables.first { $0.name == key }?.value
            indices[key] = variables.count
            pieces.append(.variable(variables.count))
            variables.append(
                ServerSet.Variable(
                    label: labels.name(.member(Words(key))),
                    type: variable.flatMap { choice(key, $0, name, &types, &choices) },
                    defaultValue: variable?.defaultValue ?? "",
                    description: variable?.description
                )
            )
            if variable == nil { diagnostics.report(.warning(.undeclaredVariable(key), at: server.location)) }
        }
        if !rest.isEmpty { pieces.append(.text(SpecText(String(rest)))) }
        return (pieces, variables)
    }

    /// The values that distinguish variables.
    private struct VariableKey: Hashable {
        let name: SpecText
        let values: [SpecText]
    }

    /// The enum of a variable with listed values; servers with the same variable share it.
    private func choice(
        _ key: SpecText,
        _ variable: ServerVariable,
        _ server: Identifier,
        _ types: inout NameAllocator,
        _ choices: inout [VariableKey: ServerSet.Choice]
    ) -> ServerSet.Choice? {
        if variable.values.isEmpty { return nil }
        var values: [SpecText] = []
        // A default that is not in the list is still a value.
        for value in variable.values + [variable.defaultValue] where !values.contains(value) { values.append(value) }
        let variableKey = VariableKey(name: key, values: values)
        if let choice = choices[variableKey] { return choice }
        let preferredName = Identifier.type(Words(key))
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let names = allocator.names(values) { .member(Words($0)) }
        let choice = ServerSet.Choice(
            name: types.name(
                preferredName, orElse: preferredName.prefixed(Identifier.type(Words(SpecText(server.text))).text)),
            cases: values.compactMap { value in names[value].map { (name: $0, value: value) } }
        )
        choices[variableKey] = choice
        return choice
    }

    /// Whether the URL can be used: HTTP or relative, and without user information, query and fragment.
    private func check(_ server: Server) -> Bool {
        let url = server.url.raw(for: .grammar).lowercased()
        let isLegible = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"@?#\"<>\\^`|".utf8.contains($0) }
        let isHTTP = url.hasPrefix("https://") || url.hasPrefix("http://") || url.hasPrefix("{")
        guard isLegible, isHTTP || server.url.isRelative else {
            diagnostics.report(.warning(.illegalServer(server.url), at: server.location))
            return false
        }
        if url.hasPrefix("http://"), !["localhost", "127."].contains(where: url.dropFirst(7).hasPrefix) {
            diagnostics.report(.warning(.plainServer(server.url), at: server.location))
        }
        return true
    }
}

extension SpecText {
    /// Whether the URL is a relative reference (RFC 3986, section 4.2).
    fileprivate var isRelative: Bool {
        let url = raw(for: .grammar)
        return !url.hasPrefix("{") && !url.lowercased().hasPrefix("http://") && !url.lowercased().hasPrefix("https://")
            && !(url.split(separator: "/").first ?? "").contains(":")
    }

    /// The first label of a host with at least three, unless it is a generic one: `upload` of `upload.box.com`.
    fileprivate var hostLabel: SpecText? {
        let parts = raw(for: .grammar).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return nil }
        let labels = parts[2].prefix { $0 != ":" }.split(separator: ".")
        guard let first = labels.first else { return nil }
        let isTelling = labels.count > 2 && !["www", "api"].contains(first)
        if isTelling || first.contains("{") { return SpecText(String(first)) }
        return SpecText(labels.filter { $0 != "www" && $0 != "api" }.joined(separator: " "))
    }
}

extension Diagnostic.Message {
    package static func illegalServer(_ url: SpecText) -> Self {
        Self(
            .server,
            "the server URL \(url) must begin with https:// and have no user, query or fragment; it is left out")
    }

    package static func plainServer(_ url: SpecText) -> Self {
        Self(
            .insecureServer, "the server URL \(url) is not encrypted; the client refuses it unless it's on this machine"
        )
    }

    package static func undeclaredVariable(_ name: SpecText) -> Self {
        Self(.server, "the variable \(name) of the server's URL is not declared; it is empty unless the caller sets it")
    }
}
