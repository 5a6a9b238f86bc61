package import MartletSource

/// What OpenAPI demands of the operations of a document, taken together.
enum OperationRules {
    static func check(
        _ operations: [ResolvedOperation],
        _ schemes: [Named<SecurityScheme>],
        _ diagnostics: DiagnosticCollector
    ) {
        checkUniqueIDs(operations, diagnostics)
        checkUniquePaths(operations, diagnostics)
        let names = Set(schemes.map(\.name))
        var known: Set<Location> = []
        for operation in operations {
            checkParameters(operation, diagnostics)
            for requirement in operation.security where known.insert(requirement.location).inserted {
                for name in requirement.schemes where !names.contains(name) {
                    diagnostics.report(.error(.unknownScheme(name), at: requirement.location))
                }
            }
        }
    }

    /// `operationId` must be unique (4.7.10.1).
    private static func checkUniqueIDs(_ operations: [ResolvedOperation], _ diagnostics: DiagnosticCollector) {
        var first: [SpecText: Location] = [:]
        for operation in operations {
            guard let id = operation.operation.operationID else { continue }
            if let other = first.updateValue(operation.operation.location, forKey: id) {
                diagnostics.report(.error(.duplicateID(id, other), at: operation.operation.location))
            }
        }
    }

    /// Paths that differ in parameter names alone are the same path (4.7.8.1).
    private static func checkUniquePaths(_ operations: [ResolvedOperation], _ diagnostics: DiagnosticCollector) {
        var first: [String: PathTemplate] = [:]
        for operation in operations {
            let other = first.updateValue(operation.path, forKey: operation.path.shape)
            if let other, other != operation.path {
                diagnostics.report(
                    .error(.samePath(operation.path.text, other.text), at: operation.operation.location)
                )
            }
        }
    }

    private static func checkParameters(_ operation: ResolvedOperation, _ diagnostics: DiagnosticCollector) {
        let location = operation.operation.location
        let declared = operation.parameters.filter { $0.place == .path }
        for (index, name) in operation.path.names.enumerated() {
            if operation.path.names[..<index].contains(name) {
                diagnostics.report(.error(.repeatedInPath(name), at: location))
            } else if !declared.contains(where: { $0.name == name }) {
                diagnostics.report(.error(.undeclaredInPath(name), at: location))
            }
        }
        for parameter in declared {
            if !operation.path.names.contains(parameter.name) {
                diagnostics.report(.error(.notInPath(parameter.name), at: parameter.location))
            }
            if !parameter.isRequired {
                diagnostics.report(.error(.optionalInPath(parameter.name), at: parameter.location))
            }
        }
        for (index, parameter) in operation.parameters.enumerated() {
            let isRepeated = operation.parameters[..<index].contains {
                $0.name == parameter.name && $0.place == parameter.place
            }
            if isRepeated {
                diagnostics.report(.error(.repeatedParameter(parameter.name), at: parameter.location))
            }
            if parameter.place == .header, !parameter.name.isHeaderName {
                diagnostics.report(.error(.illegalHeader(parameter.name), at: parameter.location))
            }
        }
    }
}

extension SpecText {
    /// Whether the text is a `token`, as the names of headers are (RFC 9110, section 5.6.2).
    package var isHeaderName: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}

extension Diagnostic.Message {
    package static func duplicateID(_ id: SpecText, _ other: Location) -> Self {
        "the operationId \(id) is taken by the operation at line \(other.line)"
    }

    package static func samePath(_ path: SpecText, _ other: SpecText) -> Self {
        "the paths \(path) and \(other) differ in parameter names alone"
    }

    package static func repeatedInPath(_ name: SpecText) -> Self { "the path names the parameter \(name) twice" }

    package static func undeclaredInPath(_ name: SpecText) -> Self {
        "the path names the parameter \(name), which is not declared with \"in: path\""
    }

    package static func notInPath(_ name: SpecText) -> Self { "the path has no place for the parameter \(name)" }

    package static func optionalInPath(_ name: SpecText) -> Self {
        "the path parameter \(name) must have \"required: true\""
    }

    package static func repeatedParameter(_ name: SpecText) -> Self { "the parameter \(name) is declared twice" }
    package static func illegalHeader(_ name: SpecText) -> Self { "\(name) can't be the name of a header" }
    package static func unknownScheme(_ name: SpecText) -> Self { "the document has no security scheme \(name)" }
}
