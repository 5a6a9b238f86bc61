import MartletOpenAPI
import MartletSource

/// Finds bodies that are a JSON Patch (RFC 6902) of the model that the method returns.
struct PatchLowering {
    private let declarations: DeclarationIndex

    private let shared: ClientOptions.SharedTypes?
    private let diagnostics: DiagnosticCollector

    /// - Parameter shared: The types that another client declares, for which this one can declare no conformance.
    init(
        _ declarations: DeclarationIndex,
        _ shared: ClientOptions.SharedTypes?,
        _ diagnostics: DiagnosticCollector
    ) {
        self.declarations = declarations
        self.shared = shared
        self.diagnostics = diagnostics
    }

    /// The patch, when the body is one, regardless of its media type, and the result is a model.
    func patch(of method: Method) -> Method.Patch? {
        guard case .content(let model) = method.result.kind, model.form == .json,
            declarations.structure(model.type) != nil
        else { return nil }
        for argument in method.arguments {
            guard case .body(let content) = argument.place, content.form == .json,
                case .array(let step) = declarations.resolved(content.type), isPatchStep(step)
            else { continue }
            if let shared, let name = declarations.resolved(model.type).name, shared.contains(name),
                !shared.patchable.contains(name)
            {
                diagnostics.report(.warning(.unpatchable(name, shared.module), at: method.location))
                return nil
            }
            let taken = Set(method.arguments.map(\.label.text))
            let label = ["patch", "steps"].first { !taken.contains($0) } ?? "patchSteps"
            return Method.Patch(
                model: declarations.resolved(model.type),
                argument: argument.label,
                label: .member(Words(SpecText(label)))
            )
        }
        return nil
    }

    /// Whether a type has the members of a JSON Patch operation: `op`, `path`, and possibly `value` and `from` (RFC
    /// 6902, section 4).
    private func isPatchStep(_ type: TypeReference) -> Bool {
        guard let structure = declarations.structure(type) else { return false }
        let names = Set(structure.properties.map(\.wireName))
        return names.isSuperset(of: ["op", "path"]) && names.isSubset(of: ["op", "path", "value", "from"])
    }

    /// The models that a patch can change: the patched ones and all models nested in them.
    func patchableModels(of methods: [Method]) -> Set<TypeName> {
        var found: Set<TypeName> = []
        var open = methods.compactMap(\.patch?.model)
        while let type = open.popLast() {
            switch declarations.resolved(type) {
            case .array(let element), .dictionary(let element), .optional(let element): open.append(element)
            case .named(let name):
                guard case .structure(let structure) = declarations[name]?.kind, found.insert(name).inserted else {
                    continue
                }
                open += structure.properties.map(\.type)
            default: continue
            }
        }
        return found
    }
}
