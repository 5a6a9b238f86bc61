import MartletOpenAPI
package import MartletSource

/// The settings for properties that servers don't send as documented.
final class Corrections {
    /// The settings, each with the schemas of the property that it names.
    private let settings: [(setting: ClientOptions.Correction, values: Set<SchemaID>)]
    /// The properties of named schemas, as `Schema.property`.
    private let names: [SpecText]
    /// The schemas of properties that a setting has changed anything of.
    private var changed: [ClientOptions.Correction.Kind: Set<SchemaID>] = [:]

    init(_ settings: [ClientOptions.Correction], _ schemas: SchemaGraph, _ paths: DocumentPaths) {
        names = settings.isEmpty ? [] : schemas.propertyNames
        self.settings = settings.compactMap { setting in
            let member = paths.member(setting.place.path)
            if member == nil, paths.isLeftOut(setting.place.path) { return nil }
            return (setting, member.map { schemas.values(of: $0.name, in: $0.schema) } ?? [])
        }
    }

    /// Whether a setting changes a property.
    ///
    /// - Parameter isNeeded: Whether the setting has an effect, because the document differs.
    func apply(_ kind: ClientOptions.Correction.Kind, to property: [SchemaID], isNeeded: Bool) -> Bool {
        guard isNeeded, !settings.isEmpty else { return false }
        let named = settings.filter { $0.setting.kind == kind && !$0.values.isDisjoint(with: property) }
        for setting in named { changed[kind, default: []].formUnion(setting.values) }
        return !named.isEmpty
    }

    /// Reports the settings that name no property, and those that change nothing once all types are known.
    func check(_ diagnostics: DiagnosticCollector) {
        for (setting, values) in settings {
            if values.isEmpty {
                diagnostics.report(
                    .error(.unknownCorrection(setting.place.path, among: names), at: setting.place.location))
            } else if changed[setting.kind, default: []].isDisjoint(with: values) {
                diagnostics.report(.warning(.needlessCorrection(setting), at: setting.place.location))
            }
        }
    }
}

extension SchemaGraph {
    /// The schemas of a property that a schema itself declares, also in a part without a name of its own.
    fileprivate func values(of property: SpecText, in schema: SchemaID) -> Set<SchemaID> {
        var open = [schema]
        var values: Set<SchemaID> = []
        while let id = open.popLast() {
            let schema = self[id]
            values.formUnion(schema.properties.filter { $0.name == property }.map(\.value))
            open += schema.allOf + schema.oneOf + schema.anyOf + schema.conditional + [schema.items].compactMap { $0 }
        }
        return values
    }
}

extension Diagnostic.Message {
    /// - Parameters:
    ///   - path: What a setting names.
    ///   - names: The properties of the document, as `Schema.property`.
    package static func unknownCorrection(_ path: SpecText, among names: [SpecText] = []) -> Self {
        Self(
            .configuration,
            path.memberPath.map {
                "the document has no schema \($0.schema) that itself declares a property \($0.member)"
            } ?? "the document has no property at \(path)",
            hint: NearMiss.hint(for: path, among: names))
    }

    package static func needlessCorrection(_ setting: ClientOptions.Correction) -> Self {
        let state = setting.kind == .optional ? "optional" : "nullable"
        return Self(
            .needlessSetting, "\(setting.place.path) is \(state) without this setting", hint: "remove it")
    }
}
