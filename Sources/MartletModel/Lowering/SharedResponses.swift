import MartletOpenAPI
import MartletSource

/// The response components that operations use.
struct SharedResponses {
    /// The components that are used for failures.
    let failures: Set<SpecText>
    /// The responses that are used for successes and for failures. Their types have other names than those of responses
    /// that are used only for successes.
    private let both: [Response]

    init(_ operations: [ResolvedOperation]) {
        let failures = Set(operations.flatMap(\.operation.failures).compactMap(\.response.component))
        let successes = operations.flatMap(\.operation.successes).map(\.response)
        both = successes.filter { $0.component.map(failures.contains) ?? false }
        self.failures = failures
    }

    /// The name of the type of an inline schema in a component.
    func typeName(of component: SpecText) -> Identifier {
        failures.contains(component)
            ? .shared(component, "Error", unless: "Response") : .shared(component, "Response")
    }

    /// Warns about components that are used for successes and for failures, unless the configuration names their types:
    /// the second use may have changed the names.
    func report(
        _ schemas: SchemaGraph,
        _ paths: DocumentPaths,
        _ chosen: ChosenNames,
        _ diagnostics: DiagnosticCollector
    ) {
        var known: Set<SpecText> = []
        for response in both {
            guard let component = response.component, known.insert(component).inserted,
                let schema = response.content.first?.schema, !schemas.isNamed(schema), schemas[schema].reference == nil,
                chosen.types[schemas[schema].location] == nil
            else { continue }
            let name = typeName(of: component)
            let success = Identifier.shared(component, "Response")
            if name == success { continue }
            let line = paths.pointer(to: schemas[schema].location).map { path in
                Diagnostic.Message.NameLine(kind: .schemas, path: path, name: success)
            }
            diagnostics.report(
                .warning(.successAndFailure(component, SpecText(success.text), name, line), at: response.location))
        }
    }
}

extension Diagnostic.Message {
    static func successAndFailure(
        _ component: SpecText,
        _ success: SpecText,
        _ name: Identifier,
        _ line: NameLine?
    ) -> Self {
        Self(
            .nameClash, "\(success) is called \(name.text), because \(component) is a response to failures too",
            hint: line?.hint)
    }
}
