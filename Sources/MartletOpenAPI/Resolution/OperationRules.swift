package import MartletSource

/// Checks the rules of OpenAPI that concern several operations, or an operation and its path. Violations are warnings,
/// because the client can be generated in spite of them.
enum OperationRules {
    /// - Parameter others: The IDs of the operations that are left out.
    static func check(_ operations: [ResolvedOperation], others: [SpecText], _ diagnostics: DiagnosticCollector) {
        checkUniquePaths(operations, diagnostics)
        checkLinks(operations, others, diagnostics)
        for operation in operations { checkParameters(operation, diagnostics) }
    }

    /// Checks that no two paths differ only in the names of parameters (OpenAPI 3.2.0, 4.8.1).
    private static func checkUniquePaths(_ operations: [ResolvedOperation], _ diagnostics: DiagnosticCollector) {
        var first: [SpecText: PathTemplate] = [:]
        for operation in operations {
            let other = first.updateValue(operation.path, forKey: operation.path.shape)
            if let other, other != operation.path {
                diagnostics.report(
                    .warning(.samePath(operation.path.text, other.text), at: operation.operation.location)
                )
            }
        }
    }

    /// Checks that links lead to operations (OpenAPI 3.2.0, 4.20).
    private static func checkLinks(
        _ operations: [ResolvedOperation],
        _ others: [SpecText],
        _ diagnostics: DiagnosticCollector
    ) {
        // Operations share the links of a response that they refer to.
        var known: Set<Location> = []
        let links = operations.flatMap { $0.operation.responses.flatMap(\.response.links) }
        let unknown = links.filter { $0.value.operationID != nil && known.insert($0.value.location).inserted }
        if unknown.isEmpty { return }
        let ids = operations.compactMap(\.operation.operationID) + others
        let all = Set(ids)
        for link in unknown {
            guard let id = link.value.operationID, !all.contains(id) else { continue }
            diagnostics.report(.warning(.linkToNowhere(id, among: ids), at: link.value.location))
        }
    }

    private static func checkParameters(_ operation: ResolvedOperation, _ diagnostics: DiagnosticCollector) {
        let location = operation.operation.location
        let declared = operation.parameters.filter { $0.place == .path }
        let undeclared = operation.path.names.filter { name in !declared.contains { $0.name == name } }
        var known = Set(declared.map(\.name))
        for name in operation.path.names where known.insert(name).inserted {
            diagnostics.report(.warning(.undeclaredInPath(name), at: location))
        }
        let names = Set(operation.path.names)
        for parameter in declared {
            if !names.contains(parameter.name) {
                diagnostics.report(.warning(.notInPath(parameter.name, among: undeclared), at: parameter.location))
            }
            if !parameter.isRequired {
                diagnostics.report(.warning(.optionalInPath(parameter.name), at: parameter.location))
            }
        }
    }
}

extension Diagnostic.Message {
    static func linkToNowhere(_ id: SpecText, among ids: [SpecText]) -> Self {
        Self(
            .brokenReference, "the document has no operation with the operationId \(id) that this link leads to",
            hint: NearMiss.hint(for: id, among: ids))
    }

    package static func samePath(_ path: SpecText, _ other: SpecText) -> Self {
        Self(.duplicatePath, "the paths \(path) and \(other) differ only in the names of parameters")
    }

    package static func undeclaredInPath(_ name: SpecText) -> Self {
        Self(
            .pathParameter,
            "the path has the parameter \(name), which is not declared with \"in: path\"; it is treated as a string")
    }

    /// - Parameter others: The parameters of the path that are not declared.
    package static func notInPath(_ name: SpecText, among others: [SpecText] = []) -> Self {
        Self(
            .pathParameter, "the path does not contain the parameter \(name); it is left out",
            hint: NearMiss.hint(for: name, among: others))
    }

    package static func optionalInPath(_ name: SpecText) -> Self {
        Self(.pathParameter, "the path parameter \(name) must have \"required: true\"; it is treated as required")
    }
}
