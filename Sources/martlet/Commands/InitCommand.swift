import MartletGenerator
import MartletModel
import MartletSource

/// `martlet init`: writes a `martlet.yaml` for a document, and says what the document contains.
struct InitCommand {
    static let options = Arguments.Options(values: ["diagnostics"], flags: [])

    private let spec: String
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        style = try arguments.style()
        guard arguments.operands.count == 1, arguments.operands[0] != "-" else {
            throw UsageError("init takes one SPEC, which must be a file")
        }
        spec = arguments.operands[0]
    }

    func run() -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        do throws(Diagnostic) {
            let client = Generator.client(
                try SourceFile.reading(spec),
                Configuration(spec: spec, module: .type("API")),
                files: ConfinedFiles(besides: spec),
                diagnostics: diagnostics
            )
            Terminal.report(diagnostics.diagnostics, style)
            guard let client, !diagnostics.hasErrors else { return .failed }
            let starter = StarterConfiguration(spec: spec, name: Words(client.title))
            let path = "\(starter.folder)martlet.yaml"
            let isNew = try Disk().create(Array(starter.text.utf8), at: path)
            Terminal.print(client.findings.map { "\($0.text)\n" }.joined())
            Terminal.print(
                isNew
                    ? "\ncreated: \(path)\n\n\(starter.instructions)" : "\nkept: \(path), which was there before\n")
            return .done
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }
}

extension Client {
    /// What the document contains, a line each. Messages, because they quote text of the document.
    fileprivate var findings: [Diagnostic.Text] {
        var lines: [Diagnostic.Text] = ["\(title), version \(version): \(summary)"]
        let groups = apis.map {
            "\($0.accessor?.text ?? "without a tag") (\($0.methods.count { $0.variantOf == nil }))"
        }
        if !groups.isEmpty { lines.append(counted(groups, "group")) }
        let security = credentials.map { "\($0.name.text) (\($0.kind.summary))" }
        lines.append("security: \(security.isEmpty ? "none" : security.joined(separator: ", "))")
        for server in servers.first?.cases ?? [] { lines.append("server: .\(server.name.text), \(server.text)") }
        let lists = apis.flatMap { api in
            api.methods.filter { $0.pagination != nil }.map { method in
                [api.accessor, method.name].compactMap(\.?.text).joined(separator: ".")
            }
        }
        lines.append(lists.isEmpty ? "paginated lists: none" : counted(lists, "paginated list"))
        return lines
    }

    /// A count, and as many names as fit into a line: `12 groups: books (3), authors (2) and 10 more`.
    private func counted(_ names: [String], _ noun: String) -> Diagnostic.Text {
        var length = 0
        let shown = names.prefix {
            length += $0.count + 2
            return length <= 80
        }
        let rest = names.count - shown.count
        let end = rest > 0 ? " and \(rest) more" : ""
        return "\("\(counted: names.count, noun)"): \(shown.joined(separator: ", "))\(end)"
    }
}

extension Credential.Kind {
    /// The kind in a few words.
    fileprivate var summary: String {
        switch self {
        case .header: "API key in a header"
        case .query: "API key in the query"
        case .cookie: "API key in a cookie"
        case .basic: "user name and password"
        case .bearer: "bearer token"
        case .http: "HTTP authentication"
        case .mutualTLS: "client certificate"
        }
    }
}
