import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates

/// `martlet generate`: generates clients.
struct GenerateCommand {
    static let options = Arguments.Options(
        values: ["config", "module", "output", "client", "templates", "shards", "diagnostics"],
        flags: ["check", "dry-run", "fixed-names", "plan", "strict", "verbose", "watch"],
        choices: ["report": ["html"]]
    )

    private let arguments: Arguments
    private let style: Terminal.Style
    private let isCheck: Bool
    private let isDryRun: Bool
    private let reportFormat: String?
    private let shards: Int?

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        isCheck = arguments.has("check")
        isDryRun = arguments.has("dry-run")
        reportFormat = try arguments.one("report")
        if [isCheck, isDryRun, arguments.has("report"), arguments.has("watch")].count(where: \.self) > 1 {
            throw UsageError("--check, --dry-run, --report and --watch can't be used together")
        }
        shards = try arguments.one("shards").map { text throws(UsageError) in
            guard let number = Int(text), Configuration.shardNumbers.contains(number) else {
                let range = Configuration.shardNumbers
                throw UsageError(
                    "--shards must be a number from \(range.lowerBound) to \(range.upperBound), not \(quoted: text)")
            }
            return number
        }
        if arguments.has("watch"), arguments.operands.contains("-") {
            throw UsageError("--watch needs a file, not standard input")
        }
    }

    func run() throws(UsageError) -> ExitStatus {
        if arguments.has("plan") { return try plan() }
        return arguments.has("watch") ? try runAndWatch() : try runJobs(nil)
    }

    /// - Parameter watched: Receives the files that are read.
    @discardableResult
    func runJobs(_ watched: WatchedFiles?) throws(UsageError) -> ExitStatus {
        let jobs =
            arguments.operands.isEmpty ? try configuredJobs(watched) : [try job(for: arguments.operands, watched)]
        guard let jobs else { return .usage }
        if reportFormat == "html", jobs.count > 1 {
            throw UsageError(
                "--report html makes the page of one client, not of \(jobs.count); choose it with --config")
        }
        var status = ExitStatus.done
        for job in jobs {
            let outcome = Terminal.announcing("\(job.configuration.module.text): generating", style) { run(job) }
            status = max(status, outcome)
        }
        return status
    }

    /// The jobs for the given configurations, or for those found below the current folder.
    ///
    /// - Returns: `nil` when one of them can't be used; the reasons have been reported.
    private func configuredJobs(_ watched: WatchedFiles?) throws(UsageError) -> [GenerationJob]? {
        let target = arguments.has("fixed-names") ? try identifier("module") : nil
        if let name = ["module", "client"].first(where: { !arguments.all($0).isEmpty }), target == nil {
            throw UsageError("--\(name) needs a SPEC; with --config, set it in the configuration file")
        }
        let named = arguments.all("config")
        let output = try arguments.one("output")
        if output != nil, named.count != 1 { throw UsageError("--output needs a SPEC or exactly one --config") }
        let templates = try arguments.one("templates")
        var jobs: [GenerationJob] = []
        var places = OutputPlaces()
        let search = DiagnosticCollector()
        let paths = named.isEmpty ? ConfigurationFile.find(below: ".", search) : named
        Terminal.report(search.diagnostics, style)
        for path in paths {
            let diagnostics = DiagnosticCollector()
            watched?.watch(path)
            var file = ConfigurationFile(path: path, target: target, diagnostics) { watched?.watch($0) }
            Terminal.report(diagnostics.diagnostics, style)
            if let shards { file?.configuration.shards = shards }
            if let owner = file?.configuration.shared?.owner {
                let files = RecordedFiles(files: owner.files, watched: watched)
                file?.configuration.shared?.owner = .init(owner.source, owner.configuration, files)
            }
            guard let file else { return nil }
            guard let folder = output ?? file.output else {
                if named.isEmpty {
                    places.add(file, at: path, output: nil)
                    continue
                }
                throw UsageError("\(quoted: path) has no key output; add it or use --output")
            }
            places.add(file, at: path, output: folder)
            jobs.append(
                GenerationJob(
                    configuration: file.configuration,
                    spec: file.spec,
                    output: folder,
                    templates: templates ?? file.templates,
                    root: file.root,
                    watched: watched
                )
            )
        }
        Terminal.report(places.diagnostics, style)
        if places.hasClash { return nil }
        if jobs.isEmpty { throw UsageError("no martlet.yaml with the key output was found; pass a SPEC or --config") }
        return jobs
    }

    /// Prints what the build plugin has to know.
    private func plan() throws(UsageError) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        guard let path = try arguments.one("config") else { throw UsageError("--plan needs a --config") }
        let file = ConfigurationFile(path: path, target: try identifier("module"), diagnostics)
        Terminal.report(diagnostics.diagnostics, style)
        guard let file else { return .usage }
        Terminal.print(file.plan.map { "\($0)\n" }.joined())
        return .done
    }

    private func job(for operands: [String], _ watched: WatchedFiles?) throws(UsageError) -> GenerationJob {
        let unknown = operands.first { $0 != "-" && !Disk().exists($0) }
        if arguments.has("report"), reportFormat == nil, let unknown {
            throw UsageError("\(quoted: unknown) is no file, and no format: --report takes html, or nothing")
        }
        guard operands.count == 1 else { throw UsageError("generate takes one SPEC, not \(operands.count)") }
        guard arguments.all("config").isEmpty else { throw UsageError("a SPEC and --config can't be used together") }
        let (output, module) = (try arguments.one("output"), try identifier("module"))
        guard let output, let module else {
            let missing = [("--output", output == nil), ("--module", module == nil)].filter(\.1).map(\.0)
            throw UsageError("\(missing.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") missing")
        }
        let configuration = Configuration(spec: operands[0], module: module, client: try identifier("client"))
        return GenerationJob(
            configuration: configuration,
            spec: operands[0],
            output: output,
            templates: try arguments.one("templates"),
            watched: watched
        )
    }

    private func identifier(_ option: String) throws(UsageError) -> Identifier? {
        guard let text = try arguments.one(option) else { return nil }
        guard let identifier = Identifier(text) else {
            let example = Identifier.type(Words(SpecText(text))).text
            throw UsageError("--\(option) must be a Swift name, not \(quoted: text)", hint: "for example \(example)")
        }
        guard identifier.code == text,
            !(option == "module" ? ReservedWords.modules : ReservedWords.types).contains(text)
        else {
            throw UsageError(
                "--\(option) can't be \(text), which Swift, Foundation or the runtime needs for something else")
        }
        return identifier
    }

    private func run(_ job: GenerationJob) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        do throws(Diagnostic) {
            var summary = ""
            let source = try job.source()
            let layout: Generator.FileLayout = arguments.has("fixed-names") ? .fixedNames : .filePerType
            let files = try job.files(of: source, layout, diagnostics) { summary = $0.summary }
            if arguments.has("strict") { diagnostics.restoreErrors() }
            Terminal.report(diagnostics.diagnostics, style)
            if diagnostics.hasErrors { return ExitStatus(diagnostics) }
            if arguments.has("report") {
                let report = job.report(source, files)
                Terminal.print((reportFormat == "html" ? report?.html : report?.text) ?? "")
                return .done
            }
            let folder = OutputFolder(path: job.output, records: Generator.records(source, job.configuration))
            if isCheck {
                let changes = try folder.changes(to: files)
                // The files that people read come first.
                let stale =
                    changes.stale.filter { !$0.path.hasPrefix(".") } + changes.stale.filter { $0.path.hasPrefix(".") }
                let differences = try differences(of: stale.prefix(Self.shownFiles), folder.path)
                if style == .json {
                    Terminal.report(folder.diagnostics(of: changes), style)
                    Terminal.print(verdict(changes, differences, folder.path))
                } else {
                    list(changes, folder.path, ("missing", "stale", "surplus"))
                    Terminal.print(differences.map(\.text).joined())
                }
                return changes.isEmpty ? .done : .failed
            }
            if isDryRun {
                list(try folder.changes(to: files), folder.path, ("would create", "would update", "would remove"))
            } else {
                let changes = try folder.update(to: files) { Terminal.report([$0], style) }
                if arguments.has("verbose") { list(changes, folder.path, ("created", "updated", "removed")) }
                let count = changes.missing.count + changes.stale.count + changes.surplus.count
                Terminal.print("\(job.configuration.module.text): \(summary), \(counted: count, "file") changed\n")
            }
            return .done
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }

    /// How many stale files `--check` shows the differences of.
    private static let shownFiles = 3

    private func differences(
        of files: some Sequence<GeneratedFile>,
        _ folder: String
    ) throws(Diagnostic) -> [(path: String, text: String)] {
        var differences: [(path: String, text: String)] = []
        for file in files {
            let path = "\(folder)/\(file.path)"
            let difference = LineDiff(from: try Disk().contents(of: path) ?? [], to: file.contents)
            differences.append((file.path, difference.unified(from: path, to: "\(path) (up to date)")))
        }
        return differences
    }

    /// What `--check` found, as a line of JSON.
    private func verdict(
        _ changes: OutputChanges,
        _ differences: [(path: String, text: String)],
        _ folder: String
    ) -> String {
        let lists = [
            ("missing", changes.missing.map(\.path)), ("stale", changes.stale.map(\.path)),
            ("surplus", changes.surplus),
        ]
        let members =
            ["\"output\": \(JSONText.string(folder))", "\"isCurrent\": \(changes.isEmpty)"]
            + lists.map { name, paths in "\"\(name)\": [\(paths.map(JSONText.string).joined(separator: ", "))]" }
        let texts = differences.map { "\(JSONText.string($0.path)): \(JSONText.string($0.text))" }
        return "{\((members + ["\"differences\": {\(texts.joined(separator: ", "))}"]).joined(separator: ", "))}\n"
    }

    private func list(_ changes: OutputChanges, _ folder: String, _ words: (String, String, String)) {
        let lines =
            changes.missing.map { (words.0, $0.path) } + changes.stale.map { (words.1, $0.path) }
            + changes.surplus.map { (words.2, $0) }
        Terminal.print(lines.map { "\($0): \(VisibleText.visible("\(folder)/\($1)"))\n" }.joined())
    }
}
