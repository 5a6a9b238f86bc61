import MartletModel
import MartletOpenAPI
package import MartletSource

extension Generator {
    /// The setting `include` for what Swift sources use of a client; too much rather than too little.
    ///
    /// A method is used if its name and that of its API are in the sources, and a type if its name is.
    ///
    /// - Returns: Lines of YAML; `nil` if the document has an error, which is reported.
    package static func usage(
        of identifiers: SwiftIdentifiers,
        in input: Input,
        diagnostics: DiagnosticCollector
    ) -> String? {
        var words = identifiers.all
        var options = input.configuration.clientOptions
        let overlays = input.configuration.overlaySources
        guard
            let document = document(input.source, overlays: overlays, files: input.files, diagnostics: diagnostics),
            !diagnostics.hasErrors
        else { return nil }
        let client = ClientLowering(document, options, diagnostics).client()
        // Deprecated old names refer to the same declarations as the new ones.
        for line in renames(input) where line.plainOld.lastName.map(words.contains) ?? false {
            if let name = line.plainNew.lastName { words.insert(name) }
        }
        let apis = client.apis.filter { api in
            words.contains(api.name.text) || api.accessor.map { words.contains($0.text) } ?? true
        }
        let operations = apis.flatMap(\.methods).filter { $0.names.contains(where: words.contains) }.map(\.operation)
        options.selection.included = operations.map { .init(.operations, Glob($0), at: nil) }
        let needed =
            operations.isEmpty ? [] : ClientLowering(document, options, diagnostics).client().declarations.map(\.name)
        let components = Dictionary(
            document.schemas.named.filter(\.isComponent).map { (document.schemas[$0.id].location, $0.names[0]) },
            uniquingKeysWith: { first, _ in first }
        )
        let more = client.declarations.filter { words.contains($0.name.last.text) && !needed.contains($0.name) }
        let lists = [
            ("operations", unique(operations)), ("schemas", unique(more.compactMap { components[$0.location] })),
        ]
        if lists.allSatisfy(\.1.isEmpty) { return "# The sources use nothing of the client.\n" }
        return "include:\n"
            + lists.filter { !$0.1.isEmpty }.map { name, texts in
                "  \(name):\n" + texts.map { "    - \(JSONText.string($0.raw(for: .literal)))\n" }.joined()
            }.joined()
    }

    private static func unique(_ texts: [SpecText]) -> [SpecText] {
        var known: Set<SpecText> = []
        return texts.filter { known.insert($0).inserted }
    }
}

extension String {
    /// The part after the last dot.
    fileprivate var lastName: String? { split(separator: ".").last.map { String($0) } }
}

extension Method {
    /// The names of the operation's methods.
    fileprivate var names: [String] {
        LocalNames.api.names(of: name)
    }
}
