import MartletModel
package import MartletSource

/// Checks that additions to a document rename nothing.
package struct Stability {
    private let input: Generator.Input
    private let signatures: ClientSignatures
    private let warnings: Set<String>

    /// What a grown document changes.
    package struct Renames {
        /// The signatures of the old client that the new one lacks, without those that a warning about a clash of names is
        /// about.
        package internal(set) var silent: [String] = []
        /// Those that a warning is about.
        package internal(set) var warned: [String] = []
    }

    /// - Returns: `nil` when a client can't be made of the document.
    package init?(_ input: Generator.Input) {
        self.input = input
        guard let (client, warnings) = Self.client(input, input.source) else { return nil }
        signatures = ClientSignatures(client)
        self.warnings = warnings
    }

    /// - Returns: `nil` when a client can't be made of the grown document.
    package func renames(in grown: SourceFile) -> Renames? {
        guard let (client, warnings) = Self.client(input, grown) else { return nil }
        let told = Set(warnings.subtracting(self.warnings).flatMap(Self.names))
        var renames = Renames()
        for line in signatures.missing(in: ClientSignatures(client)) {
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
            if told.isDisjoint(with: words) { renames.silent.append(line) } else { renames.warned.append(line) }
        }
        return renames
    }

    /// The names that a warning is about: those of what it quotes.
    private static func names(_ warning: String) -> [String] {
        warning.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .flatMap { part -> [String] in
                let words = Words(SpecText(String(part.element)))
                // A server is called after a part of its URL.
                let labels = part.element.contains("://") ? part.element.split { !$0.isLetter && !$0.isNumber } : []
                // A name that Swift uses itself gets a suffix.
                return [words.upperCamelCase, words.lowerCamelCase, words.upperCamelCase + "Model"]
                    + labels.map(String.init)
            }
    }

    private static func client(_ input: Generator.Input, _ source: SourceFile) -> (Client, Set<String>)? {
        let diagnostics = DiagnosticCollector()
        let client = Generator.client(source, input.configuration, files: input.files, diagnostics: diagnostics)
        guard let client, !diagnostics.hasErrors else { return nil }
        return (client, Set(diagnostics.diagnostics.map(\.message.text).filter { $0.contains(" is called ") }))
    }
}
