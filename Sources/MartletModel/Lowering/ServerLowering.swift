import MartletOpenAPI
package import MartletSource

/// Lowers the servers of the document, its paths and its operations to types inside the client's.
final class ServerLowering {
    private let diagnostics: DiagnosticCollector
    private let chosen: ChosenNames
    /// The sets so far, by the locations of their servers.
    private var known: [[Location]: Int] = [:]
    /// The sets so far, by the URLs of their cases.
    private var indices: [[SpecText]: Int] = [:]
    /// The servers of the document, followed by those of single operations.
    private(set) var sets: [ServerSet] = []

    /// The names of the sets of single operations, by their URLs.
    private var names: [SpecText: Identifier] = [:]

    /// - Parameters:
    ///   - document: The whole document: names don't depend on the selection.
    ///   - selected: The document that the selection leaves.
    init(
        _ document: ResolvedDocument,
        _ selected: ResolvedDocument,
        _ types: TypeLowering,
        _ diagnostics: DiagnosticCollector
    ) {
        self.diagnostics = diagnostics
        chosen = types.chosen
        let own = Identifier.type("Server")
        _ = set(of: selected.servers, name: own)
        var allocator = NameAllocator(reserved: ReservedWords.members.union([own.text]))
        let owners = Dictionary(document.operations.sorted { $0.id < $1.id }.map { ($0.servers.text, $0) }) {
            first, _ in
            first
        }.filter { $0.key != document.servers.text && !$0.key.isEmpty }
        var wanted: [SpecText: Identifier] = [:]
        for servers in document.operations.map(\.servers) {
            if let first = servers.first, let name = chosen.serverSets[first.location] { wanted[servers.text] = name }
        }
        func preferred(_ urls: SpecText) -> Identifier {
            guard let operation = owners[urls], let server = operation.servers.first else { return own }
            return wanted[urls] ?? server.url.hostLabel.map { .shared($0, "Server") }
                ?? (types.operationNames[operation.id] ?? .type(Words(operation.id))).suffixed("Server")
        }
        names = allocator.names(owners.keys.sorted(), chosen: wanted, preferred)
        for (urls, name) in wanted { chosen.check(.servers, wanted: name, given: names[urls]) }
        let places = owners.compactMapValues { $0.servers.first?.location }
        diagnostics.reportClashes(
            of: Set(selected.operations.map(\.servers.text)), names, preferred: preferred, places: places,
            kind: .servers,
            path: { urls in places[urls].flatMap { types.paths.pointer(to: $0) }?.without(suffix: "/0") })
    }

    /// The servers of an operation; `nil` when they are the document's.
    func set(of operation: ResolvedOperation) -> ServerSet? {
        guard let name = names[operation.servers.text] else { return nil }
        let index = set(of: operation.servers, name: name)
        return index == 0 || sets[index].cases.isEmpty ? nil : sets[index]
    }

    private func set(of servers: [Server], name: Identifier) -> Int {
        let key = servers.map(\.location)
        if let index = known[key] { return index }
        let cases = cases(of: servers.filter { check($0) })
        let urls = cases.map(\.text)
        let index = indices[urls] ?? sets.count
        if index == sets.count { sets.append(ServerSet(name: name, cases: cases)) }
        known[key] = index
        indices[urls] = index
        return index
    }

    private func cases(of servers: [Server]) -> [ServerSet.Case] {
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["custom", "url"]))
        var types = NameAllocator(
            reserved: Set(ReservedWords.types.union(["Server"]).map { $0.lowercased() }),
            ignoresCase: true
        )
        var choices: [VariableKey: ServerSet.Choice] = [:]
        let names = names(of: servers, &allocator)
        return servers.enumerated().map { index, server in
            let name = names[index] ?? .member("server")
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

    /// The names by the index of the server. Those of the configuration go before all others, which don't depend on the order
    /// in the document.
    private func names(of servers: [Server], _ allocator: inout NameAllocator) -> [Int: Identifier] {
        var names: [Int: Identifier] = [:]
        let order = servers.indices.sorted { first, second in
            let (left, right) = (servers[first].url, servers[second].url)
            let isLeft = first == 0 || chosen.servers[left] != nil
            let isRight = second == 0 || chosen.servers[right] != nil
            return isLeft == isRight ? left < right : isLeft
        }
        for index in order {
            let server = servers[index]
            let wanted = chosen.servers[server.url]
            let given = server.name.map { Identifier.member(Words($0)) }
            let preferred = wanted ?? given ?? (index == 0 ? .member("default") : name(of: server))
            let name = allocator.name(preferred, at: server.location)
            names[index] = name
            chosen.check(.servers, wanted: wanted, given: name)
            if wanted == nil, name != preferred, let other = allocator.place(of: preferred) {
                let line = Diagnostic.Message.NameLine(kind: .servers, path: server.url, name: name)
                let owner: Diagnostic.Text = "\(servers.first { $0.location == other }?.url ?? "")"
                diagnostics.report(.warning(.nameClash(server.url, name, owner, other, line), at: server.location))
            }
        }
        return names
    }

    /// A case name from the server's description, if that has at most three words, else from its host.
    private func name(of server: Server) -> Identifier {
        let words = server.description?.raw(for: .grammar).split(whereSeparator: \.isWhitespace) ?? []
        let text = (1...3).contains(words.count) ? server.description : server.url.hostLabel
        return .member(Words(text ?? "server"))
    }

    /// The URL, split at its variables.
    private func pieces(
        of server: Server,
        _ name: Identifier,
        _ types: inout NameAllocator,
        _ choices: inout [VariableKey: ServerSet.Choice]
    ) -> ([ServerSet.Piece], [ServerSet.Variable]) {
        var labels = NameAllocator(reserved: ReservedWords.members.union(["relativeTo", "base", "url"]))
        let declared = Dictionary(server.variables.map { ($0.name, $0.value) }) { first, _ in first }
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
            let variable = declared[key]
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
        var known: Set<SpecText> = []
        // A default that is not in the list is still a value.
        let values = (variable.values + [variable.defaultValue]).filter { known.insert($0).inserted }
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
        if !isHTTP, server.url.looksLikeHost {
            diagnostics.report(.warning(.serverWithoutScheme(server.url), at: server.location))
        }
        if url.hasPrefix("http://"), !["localhost", "127."].contains(where: url.dropFirst(7).hasPrefix) {
            diagnostics.report(.warning(.plainServer(server.url), at: server.location))
        }
        return true
    }
}

extension [Server] {
    /// The URLs, which distinguish sets of servers.
    fileprivate var text: SpecText { reduce("") { SpecText("\($0)\($1.url) ") } }
}

extension SpecText {
    /// Whether the URL is a relative reference (RFC 3986, section 4.2).
    fileprivate var isRelative: Bool {
        let url = raw(for: .grammar)
        return !url.hasPrefix("{") && !url.lowercased().hasPrefix("http://") && !url.lowercased().hasPrefix("https://")
            && !(url.split(separator: "/").first ?? "").contains(":")
    }

    /// Whether a relative URL begins as the name of a host does.
    fileprivate var looksLikeHost: Bool {
        let first = raw(for: .grammar).prefix { $0 != "/" }
        return first.contains(".") && !first.hasPrefix(".") && !first.hasSuffix(".")
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

    package static func serverWithoutScheme(_ url: SpecText) -> Self {
        Self(
            .server, "the server URL \(url) is relative because it has no scheme",
            hint: "if it begins with a host, write https:// before it")
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
