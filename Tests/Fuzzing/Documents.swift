import MartletGenerator
import MartletModel
import MartletOpenAPI
import MartletSource

/// Tries bytes as a document. What must hold stops the process where it doesn't, which the fuzzer reports as a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    Target.chosen(from: ["tree": tryTree, "client": tryClient])(bytes)
    return 0
}

/// Bytes become a tree, or there is an error in a line that the document has.
private func tryTree(_ bytes: [UInt8]) {
    let lines = UInt32(bytes.count(where: { $0 == 0x0A || $0 == 0x0D })) + 1
    for path in ["api.yaml", "api.json", "-"] {
        let collector = DiagnosticCollector()
        do throws(Diagnostic) {
            let root = try DocumentReader.read(SourceFile(path: path, bytes: bytes), diagnostics: collector)
            check(root, lines)
        } catch {
            collector.report(error)
        }
        for diagnostic in collector.diagnostics {
            let line = diagnostic.location?.position.line ?? 0
            guard (1...lines).contains(line), !diagnostic.description.isEmpty else {
                fatalError("a diagnostic stands in line \(line) of \(lines)")
            }
        }
    }
}

private func check(_ node: Node, _ lines: UInt32) {
    guard node.location.position.line <= lines else { fatalError("a node stands behind the document") }
    for element in node.elements { check(element, lines) }
    for entry in node.entries {
        guard node[entry.keyText] != nil else { fatalError("a key is not found") }
        check(entry.value, lines)
    }
}

/// Bytes become the files of a client, or there is an error.
private func tryClient(_ bytes: [UInt8]) {
    guard let module = Identifier("FuzzedAPI"), let templates = try? ClientTemplates.builtIn(overriddenBy: nil) else {
        fatalError("there are no templates")
    }
    func run(_ layout: Generator.FileLayout) -> [GeneratedFile] {
        let collector = DiagnosticCollector()
        let files = Generator.run(
            SourceFile(path: "api.yaml", bytes: bytes),
            Configuration(spec: "api.yaml", module: module),
            files: NoFiles(),
            layout: layout,
            templates: templates,
            diagnostics: collector
        )
        guard files.isEmpty == collector.hasErrors else { fatalError("an error goes with files, or neither is there") }
        return files
    }
    let files = run(.filePerType)
    guard files.isEmpty == run(.fixedNames).isEmpty else { fatalError("a layout decides whether there is a client") }
    guard Set(files.map { $0.path.lowercased() }).count == files.count else { fatalError("two files have one name") }
}

/// Documents have no other files here.
private struct NoFiles: SourceFiles {
    func file(at path: String) throws(Diagnostic) -> SourceFile {
        throw .error(.init(ofRun: "there is no file"), at: nil)
    }
    func identity(of path: String) -> String { path }
}
