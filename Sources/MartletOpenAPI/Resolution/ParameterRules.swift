package import MartletSource

/// What OpenAPI and HTTP demand of the parameters of a path or of an operation.
enum ParameterRules {
    /// The parameters that can be sent. Of several with the same name and place, which there must not be (4.9.1, 4.10.1), it
    /// is the first; a header whose name is no token (RFC 9110, section 5.1) is left out, unless the operation needs it.
    static func sendable(_ parameters: [Parameter], _ diagnostics: DiagnosticCollector) -> [Parameter] {
        var sendable: [Parameter] = []
        for parameter in parameters {
            if let other = sendable.first(where: { $0.isSame(as: parameter) }) {
                diagnostics.report(.warning(.repeatedParameter(parameter.name, other.location), at: parameter.location))
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
    /// Whether another parameter is in the same place under the same name, which for headers is the same in upper and
    /// lower case (4.12.2).
    func isSame(as other: Parameter) -> Bool {
        guard place == other.place else { return false }
        if place == .header { return name.unencoded.lowercased() == other.name.unencoded.lowercased() }
        return name == other.name
    }
}

extension Diagnostic.Message {
    package static func repeatedParameter(_ name: SpecText, _ first: Location) -> Self {
        "the parameter \(name) is declared twice; the declaration at line \(first.line) counts, this one doesn't"
    }

    package static func illegalHeader(_ name: SpecText) -> Self { "\(name) can't be the name of a header" }

    package static func headerLeftOut(_ name: SpecText) -> Self {
        "\(name) can't be the name of a header; the parameter is left out"
    }
}
