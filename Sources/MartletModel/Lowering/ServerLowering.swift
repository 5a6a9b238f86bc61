import MartletOpenAPI
package import MartletSource

/// Turns the document's servers into cases of the client's `Server`.
struct ServerLowering {
    private let declared: [Server]
    private let diagnostics: DiagnosticCollector

    init(_ servers: [Server], _ diagnostics: DiagnosticCollector) {
        declared = servers
        self.diagnostics = diagnostics
    }

    func servers() -> [ServerCase] {
        let usable = declared.filter { check($0) }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["custom", "url"]))
        return usable.enumerated().map { index, server in
            let wish = index == 0 ? Identifier("default") : server.name.map { .member(Words($0)) } ?? name(of: server)
            return ServerCase(
                name: allocator.name(wish ?? .member(Words("server"))),
                url: server.url,
                description: server.description
            )
        }
    }

    /// What a description calls the server, if it does so in at most three words.
    private func name(of server: Server) -> Identifier? {
        guard let description = server.description else { return nil }
        let words = description.unencoded.split(whereSeparator: \.isWhitespace)
        guard (1...3).contains(words.count) else { return nil }
        return .member(Words(description))
    }

    /// Whether the URL can be used as it is: absolute, over HTTP, without user information, query or fragment.
    private func check(_ server: Server) -> Bool {
        let url = server.url.unencoded
        if url.contains("{") || url.utf8.first == UInt8(ascii: "/") || url.utf8.first == UInt8(ascii: ".") {
            let unsupported = Unsupported("a server URL that is relative or has variables", at: server.location)
            diagnostics.report(unsupported.warning("use .custom(URL) in its place"))
            return false
        }
        let lowercased = url.lowercased()
        guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"@?#\"<>\\^`|".utf8.contains($0) })
        else {
            diagnostics.report(.warning(.illegalServer(server.url), at: server.location))
            return false
        }
        if lowercased.hasPrefix("http://") {
            diagnostics.report(.warning(.plainServer(server.url), at: server.location))
        }
        return true
    }
}

extension Diagnostic.Message {
    package static func illegalServer(_ url: SpecText) -> Self {
        "the server URL \(url) must begin with https:// and have no user, query or fragment; it is left out"
    }

    package static func plainServer(_ url: SpecText) -> Self {
        "the server URL \(url) is not encrypted; the client refuses it unless it's on this machine"
    }
}
