package import MartletSource
import MartletTemplates

/// Changes of a document that another document lists (OpenAPI Overlay 1.0 and 1.1).
package struct Overlay {
    private let actions: [Node]
    private let diagnostics: DiagnosticCollector

    /// Reads an overlay.
    ///
    /// - Returns: `nil` if it isn't one; the reasons are reported.
    package init?(_ source: SourceFile, _ diagnostics: DiagnosticCollector) {
        let root: Node
        do throws(Diagnostic) {
            root = try DocumentReader.read(source, diagnostics: diagnostics)
        } catch {
            diagnostics.report(error)
            return nil
        }
        guard let version = root["overlay"]?.text, version.hasPrefix("1.0.") || version.hasPrefix("1.1.")
        else {
            diagnostics.report(.error(.notAnOverlay, at: root["overlay"]?.location ?? root.location))
            return nil
        }
        Self.checkKeys(of: root, among: ["overlay", "info", "extends", "actions"], diagnostics)
        for key in ["title", "version"] as [SpecText] where root["info"]?[key]?.text == nil {
            diagnostics.report(.error(.overlayWithoutInfo, at: root["info"]?.location ?? root.location))
        }
        guard let actions = root["actions"], actions.kind == .sequence, !actions.elements.isEmpty else {
            diagnostics.report(.error(.overlayWithoutActions, at: root["actions"]?.location ?? root.location))
            return nil
        }
        self.actions = Array(actions.elements)
        self.diagnostics = diagnostics
    }

    /// Applies the actions, one after the other.
    package func apply(to root: EditableNode) {
        for action in actions { apply(action, to: root) }
    }

    private func apply(_ action: Node, to root: EditableNode) {
        Self.checkKeys(of: action, among: ["target", "description", "update", "remove", "copy"], diagnostics)
        guard let target = action["target"], let text = target.text else {
            diagnostics.report(.error(.actionWithoutTarget, at: action.location))
            return
        }
        guard let matches = matches(text, at: target.location, in: root) else { return }
        if action["remove"]?.scalar == .bool(true) {
            for match in matches {
                guard let parent = match.parent else {
                    diagnostics.report(.error(.removedRoot, at: target.location))
                    continue
                }
                parent.remove(match.node)
            }
        } else if let update = action["update"] {
            for match in matches { append(EditableNode(update), to: match.node) }
        } else if let copy = action["copy"], let text = copy.text {
            guard let sources = self.matches(text, at: copy.location, in: root) else { return }
            guard sources.count == 1 else {
                diagnostics.report(.error(.ambiguousCopy(sources.count), at: copy.location))
                return
            }
            for match in matches { append(sources[0].node.copy(), to: match.node) }
        } else {
            diagnostics.report(.error(.actionWithoutEffect, at: action.location))
        }
    }

    /// Reports the keys of an object that the specification does not know, but for extensions.
    private static func checkKeys(of node: Node, among keys: [SpecText], _ diagnostics: DiagnosticCollector) {
        for entry in node.entries {
            let key = entry.keyText
            if key.hasPrefix("x-") || keys.contains(key) { continue }
            diagnostics.report(.error(.unknownOverlayKey(entry.keyText, among: keys), at: entry.key.location))
        }
    }

    /// What a query selects; `nil` if that is nothing, which is reported.
    private func matches(_ text: SpecText, at location: Location, in root: EditableNode) -> [JSONPath.Match]? {
        guard let path = JSONPath(text.raw(for: .grammar)) else {
            diagnostics.report(.error(.notAPath(text), at: location))
            return nil
        }
        let matches = path.matches(in: root)
        guard matches.isEmpty else { return matches }
        diagnostics.report(.error(.targetMissing(text, suggestion(for: path, in: root)), at: location))
        return nil
    }

    /// The near miss for the name in the first segment that selects nothing.
    private func suggestion(for path: JSONPath, in root: EditableNode) -> Diagnostic.Text? {
        let count = path.matchingSegments(in: root)
        guard count < path.segments.count, case .name(let name)? = path.segments[count].selectors.first else {
            return nil
        }
        let parents = JSONPath(segments: Array(path.segments[..<count])).matches(in: root).map(\.node)
        let keys = parents.flatMap { parent -> [SpecText] in
            guard case .mapping(let entries) = parent.content else { return [] }
            return entries.compactMap { $0.key.text }
        }
        return NearMiss.hint(for: SpecText(name), among: keys)
    }

    /// Adds an update to a target: an object is merged with an object, an array gets one more element, and a scalar is
    /// replaced (Overlay 1.1.0, 4.4.3.1, Action Object).
    private func append(_ update: EditableNode, to target: EditableNode) {
        if case .sequence(let elements) = target.content {
            target.content = .sequence(elements + [update])
        } else {
            merge(update, into: target)
        }
    }

    private func merge(_ update: EditableNode, into target: EditableNode) {
        switch (target.content, update.content) {
        case (.mapping(var entries), .mapping(let updates)):
            for (key, value) in updates {
                if let known = entries.first(where: { $0.key.text == key.text }) {
                    merge(value, into: known.value)
                } else {
                    entries.append((key, value))
                }
            }
            target.content = .mapping(entries)
        case (.sequence(let elements), .sequence(let updates)): target.content = .sequence(elements + updates)
        case (.scalar, .scalar): target.replace(with: update.origin)
        default: diagnostics.report(.error(.incompatibleUpdate, at: update.origin.location))
        }
    }
}

extension Diagnostic.Message {
    package static let notAnOverlay = Self(
        .overlay, "this is not an overlay of version 1.0 or 1.1: the key overlay has to say so")
    package static let overlayWithoutInfo = Self(.overlay, "the overlay has no info with a title and a version")
    package static let overlayWithoutActions = Self(.overlay, "the overlay has no actions")
    package static let actionWithoutTarget = Self(.overlay, "the action has no target")
    package static let actionWithoutEffect = Self(.overlay, "the action has none of update, remove: true and copy")
    package static let removedRoot = Self(.overlay, "the document itself can't be removed")
    package static let incompatibleUpdate = Self(
        .overlay,
        "this can't be merged with what is there: only objects with objects, arrays with arrays and scalars with scalars"
    )

    package static func ambiguousCopy(_ count: Int) -> Self {
        Self(.overlay, "copy must select one thing, not \(count)")
    }

    package static func notAPath(_ text: SpecText) -> Self {
        Self(.overlay, "\(text) is not a JSONPath query (RFC 9535), or calls a function, which is not supported")
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
