import MartletGenerator
import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates
import MartletTestSupport

/// The CPU time of each stage of one generation, in seconds.
///
/// Contexts and rendering can't be run separately: their time is that of the whole pipeline minus that of the earlier
/// stages.
struct StageTimes {
    /// The stages, in order.
    private(set) var stages: [(name: String, cpu: Double)] = []
    private(set) var operationCount = 0
    private var clock = ProcessUsage.own.cpu

    /// Generates the client of a document, stage by stage.
    init(_ document: BenchDocument) throws {
        let configuration = document.configuration
        let diagnostics = DiagnosticCollector()
        let source = try SourceFile.reading(document.path)
        let files = ConfinedFiles(besides: document.path)
        _ = lap()
        let root = try DocumentReader.read(
            source,
            diagnostics: diagnostics
        )
        add("read", lap())
        guard let version = SpecificationVersion(of: root, diagnostics) else { return }
        let context = DecodingContext(version, References(root, files, diagnostics), diagnostics)
        guard let contents = Document.resolved(root, context) else { return }
        let resolved = ResolvedDocument(contents, context)
        add("resolve", lap())
        let options = ClientOptions(module: configuration.module, clientName: configuration.client)
        let client = ClientLowering(resolved, options, diagnostics).client()
        add("lower", lap())
        operationCount = client.apis.flatMap(\.methods).filter { $0.variantOf == nil }.count
        let before = stages.reduce(0) { $0 + $1.cpu }
        _ = lap()
        let generated = try document.files(configuration)
        add("contexts and rendering", lap() - before)
        let folder = try TemporaryFolder()
        _ = lap()
        let output = OutputFolder(path: folder.path("BenchAPI"))
        _ = try output.update(to: generated)
        add("write", lap())
    }

    private mutating func add(_ name: String, _ cpu: Double) { stages.append((name, cpu)) }

    /// The CPU time in seconds since the previous call.
    private mutating func lap() -> Double {
        let now = ProcessUsage.own.cpu
        defer { clock = now }
        return now - clock
    }
}
