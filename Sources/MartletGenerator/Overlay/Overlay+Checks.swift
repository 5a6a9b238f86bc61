import MartletOpenAPI
package import MartletSource
import MartletTemplates

extension Overlay {
    /// Reports keys of an object that the specification does not define, except extensions, and values that should be
    /// strings but are not.
    func checkKeys(of node: Node, among keys: [SpecText], texts: [SpecText]) {
        for entry in node.entries {
            let key = entry.keyText
            if texts.contains(key) {
                guard case .string? = entry.value.scalar else {
                    diagnostics.report(.warning(.notAText(key), at: entry.value.location))
                    continue
                }
            } else if !key.hasPrefix("x-"), !keys.contains(key) {
                diagnostics.report(.error(.unknownOverlayKey(key, among: keys), at: entry.key.location))
            }
        }
    }

    /// Reports actions that are listed twice: the specification's schema has `uniqueItems`.
    func checkRepetitions(_ actions: Node) {
        var first: [String: Location] = [:]
        for action in actions.elements {
            let text = EditableNode(action).json
            if let known = first[text] {
                diagnostics.report(.warning(.repeatedAction(known.position), at: action.location))
            } else {
                first[text] = action.location
            }
        }
    }

    /// Reports that `extends` names another document. A URL with a scheme is not compared, because it may be another
    /// location of the same document.
    func checkTarget(_ path: String) {
        guard let extends = root["extends"], let reference = extends.text?.raw(for: .grammar),
            !reference.contains(":"), path != "-"
        else { return }
        guard let file = PercentDecoding.decoded(reference.prefix { $0 != "#" && $0 != "?" }) else { return }
        let named = FilePath.normalized(
            FilePath.isAbsolute(file) ? file : FilePath.folder(of: extends.location.path) + file)
        let path = FilePath.normalized(path)
        let isSame =
            FilePath.isAbsolute(named) == FilePath.isAbsolute(path)
            ? named == path : FilePath.components(named).last == FilePath.components(path).last
        if !isSame { diagnostics.report(.warning(.otherDocument(reference, not: path), at: extends.location)) }
    }
}

extension Diagnostic.Message {
    package static let notAnOverlay = Self(
        .overlay, "this is not an overlay of version 1.0 or 1.1: the key overlay has to say so")
    package static let overlayWithoutInfo = Self(.overlay, "the overlay has no info with a title and a version")
    package static let overlayWithoutActions = Self(.overlay, "the overlay has no actions")
    package static let actionWithoutTarget = Self(.overlay, "the action has no target")
    package static let actionWithoutEffect = Self(
        .overlay, "the action changes nothing: it needs update, copy or remove: true")
    package static let overlookedChange = Self(.overlay, "this has no effect beside remove: true")
    package static let updateAndCopy = Self(
        .overlay, "an action can't have both update and copy", hint: "split it into two actions")
    package static let wrongRemove = Self(.overlay, "remove must be true or false")
    package static let removedRoot = Self(.overlay, "the document itself can't be removed")
    package static let mixedTargets = Self(
        .overlay, "the target must select only objects, only arrays or only scalars")
    package static let incompatibleUpdate = Self(
        .overlay,
        "this can't be merged with what is there: only objects with objects, arrays with arrays and scalars with scalars"
    )

    package static func tooManyVisits(_ limit: Int) -> Self {
        Self(
            .limit,
            "the target visits the values of the document more than \(limit) times each; name more keys on the way")
    }

    package static func tooManyNodes(_ limit: Int) -> Self {
        Self(.limit, "the overlay adds more than \(limit) values")
    }

    package static func notAText(_ key: SpecText) -> Self {
        Self(.overlay, "\(key) must be a string", hint: "put it in quotation marks")
    }

    package static func repeatedAction(_ first: Position) -> Self {
        Self(.overlay, "this repeats the action at \(first)")
    }

    package static func otherDocument(_ name: String, not path: String) -> Self {
        Self(.overlay, "the overlay extends \(quoted: name), but is applied to \(quoted: path)")
    }

    package static func ambiguousCopy(_ count: Int) -> Self {
        Self(.overlay, "copy must select exactly one node, not \(count)")
    }

    package static func notAPath(_ text: SpecText, from rest: String) -> Self {
        let message: Diagnostic.Text =
            rest.isEmpty
            ? "\(text) is not a whole JSONPath query (RFC 9535)"
            : "\(text) is not a JSONPath query (RFC 9535), from \(quoted: rest) on"
        return Self(
            .overlay, message,
            hint: rest.hasPrefix("-") ? "write a name with characters other than letters, digits and _ as ['…']" : nil)
    }

    package static func targetMissing(_ text: SpecText, _ suggestion: Diagnostic.Text?) -> Self {
        Self(.overlay, "\(text) selects nothing in the document", hint: suggestion)
    }

    package static func unknownOverlayKey(_ key: SpecText, among names: [SpecText]) -> Self {
        Self(
            .overlay, "\(key) is not a key that an overlay has here",
            hint: NearMiss.hint(for: key, among: names))
    }
}
