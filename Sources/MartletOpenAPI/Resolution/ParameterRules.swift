package import MartletSource

/// Checks the rules of OpenAPI and HTTP for the parameters of a path or an operation.
enum ParameterRules {
    /// The parameters that can be sent. Duplicates, which OpenAPI doesn't allow (OpenAPI 3.2.0, 4.9.1 and 4.10.1), are
    /// left out. So are headers whose name isn't a token (RFC 9110, section 5.1), which is an error if the header is
    /// required.
    static func sendable(_ parameters: [Parameter], _ diagnostics: DiagnosticCollector) -> [Parameter] {
        var sendable: [Parameter] = []
        for parameter in parameters {
            if let other = sendable.first(where: { $0.isSame(as: parameter) }) {
                diagnostics.report(
                    .warning(
                        .repeatedParameter(parameter.name, other.location), at: parameter.location,
                        notes: [.init(.firstHere, at: other.location)]))
            } else if parameter.place != .header || parameter.name.isToken {
                sendable.append(parameter)
            } else if parameter.isRequired {
                diagnostics.report(.error(.illegalHeader(parameter.name), at: parameter.location))
            } else {
                diagnostics.report(.warning(.headerLeftOut(parameter.name), at: parameter.location))
            }
        }
        return sendable
    }
}

extension Parameter {
    /// Whether another parameter has the same place and name (OpenAPI 3.2.0, 4.12). Names of headers are
    /// case-insensitive (OpenAPI 3.2.0, 4.12.2.1).
    func isSame(as other: Parameter) -> Bool {
        guard place == other.place else { return false }
        if place == .header { return name.unencoded.lowercased() == other.name.unencoded.lowercased() }
        return name == other.name
    }
}

extension Diagnostic.Message {
    package static func repeatedParameter(_ name: SpecText, _ first: Location) -> Self {
        Self(
            .duplicateParameter,
            "the parameter \(name) is already declared at line \(first.line); this declaration is ignored")
    }

    package static func illegalHeader(_ name: SpecText) -> Self {
        Self(.headerName, "\(name) is not a valid name of a header")
    }

    package static func headerLeftOut(_ name: SpecText) -> Self {
        Self(.headerName, "\(name) is not a valid name of a header; the parameter is left out")
    }
}
