package import MartletSource
import MartletTemplates

/// Changes of a document that another document lists (OpenAPI Overlay 1.0 and 1.1).
///
/// In contrast to version 1.1, an action whose target selects nothing is an error: the target is mistyped, or the
/// document has been corrected since.
package struct Overlay {
    let root: Node
    let diagnostics: DiagnosticCollector

    /// The number of nodes that an overlay may still add. Copies of copies would soon exhaust the memory.
    private static let maximumNodes = ReaderOptions().aliasedNodes

    /// Reads an overlay.
    ///
    /// - Returns: `nil` if it isn't one; the reasons are reported.
    package init?(_ source: SourceFile, _ diagnostics: DiagnosticCollector) {
        do throws(Diagnostic) {
            root = try DocumentReader.read(source, diagnostics: diagnostics)
        } catch {
            diagnostics.report(error)
            return nil
        }
        self.diagnostics = diagnostics
        guard let version = root["overlay"]?.text, version.hasPrefix("1.0.") || version.hasPrefix("1.1.")
        else {
            diagnostics.report(.error(.notAnOverlay, at: root["overlay"]?.location ?? root.location))
            return nil
        }
        checkKeys(of: root, among: ["overlay", "info", "extends", "actions"], texts: ["extends"])
        for key in ["title", "version"] as [SpecText] where root["info"]?[key]?.text == nil {
            diagnostics.report(.error(.overlayWithoutInfo, at: root["info"]?.location ?? root.location))
        }
        if let info = root["info"] {
            let keys: [SpecText] = ["title", "version", "description"]
            checkKeys(of: info, among: keys, texts: keys)
        }
        guard let actions = root["actions"], actions.kind == .sequence, !actions.elements.isEmpty else {
            diagnostics.report(.error(.overlayWithoutActions, at: root["actions"]?.location ?? root.location))
            return nil
        }
        checkRepetitions(actions)
    }

    /// Applies the actions, one after the other.
    package func apply(to document: EditableNode) {
        checkTarget(document.origin.location.path)
        var room = Self.maximumNodes
        for action in root["actions"].map({ Array($0.elements) }) ?? [] where room >= 0 {
            apply(action, to: document, &room)
        }
    }

    private func apply(_ action: Node, to document: EditableNode, _ room: inout Int) {
        checkKeys(
            of: action, among: ["target", "description", "update", "remove", "copy"], texts: ["description"])
        guard let target = action["target"] else {
            diagnostics.report(.error(.actionWithoutTarget, at: action.location))
            return
        }
        guard let matches = matches(target, in: document) else { return }
        let (update, copy) = (action["update"], action["copy"])
        let removal = action["remove"]
        if let removal, removal.scalar != .bool(true), removal.scalar != .bool(false) {
            diagnostics.report(.error(.wrongRemove, at: removal.location))
        } else if removal?.scalar == .bool(true) {
            for other in [update, copy].compactMap({ $0 }) {
                diagnostics.report(.warning(.overlookedChange, at: other.location))
            }
            remove(matches, at: target.location)
        } else if let copy {
            guard update == nil else {
                diagnostics.report(.error(.updateAndCopy, at: copy.location))
                return
            }
            guard let sources = self.matches(copy, in: document) else { return }
            guard sources.count == 1 else {
                diagnostics.report(.error(.ambiguousCopy(sources.count), at: copy.location))
                return
            }
            // Changes by the action itself must not be copied.
            add(sources[0].node.copy(), to: matches, at: copy.location, target.location, &room)
        } else if let update {
            add(EditableNode(update), to: matches, at: update.location, target.location, &room)
        } else {
            diagnostics.report(.warning(.actionWithoutEffect, at: action.location))
        }
    }

    private func remove(_ matches: [JSONPath.Match], at location: Location) {
        for match in matches {
            guard let parent = match.parent else {
                diagnostics.report(.error(.removedRoot, at: location))
                continue
            }
            parent.remove(match.node)
        }
    }

    /// Adds an update to all targets, which must be of the same kind (Overlay 1.1.0, Action Object).
    private func add(
        _ value: EditableNode,
        to matches: [JSONPath.Match],
        at location: Location,
        _ target: Location,
        _ room: inout Int
    ) {
        guard let first = matches.first, matches.allSatisfy({ $0.node.hasSameKind(as: first.node) }) else {
            diagnostics.report(.error(.mixedTargets, at: target))
            return
        }
        room -= value.count * matches.count
        if room < 0 {
            diagnostics.report(.error(.tooManyNodes(Self.maximumNodes), at: location))
            return
        }
        let height = value.height
        for match in matches {
            guard match.depth + height <= ReaderOptions().depth else {
                diagnostics.report(.error(.tooDeep(ReaderOptions().depth), at: location))
                return
            }
            append(value.copy(), to: match.node)
        }
    }

    /// What a query selects; `nil` if that is nothing, which is reported.
    private func matches(_ query: Node, in document: EditableNode) -> [JSONPath.Match]? {
        let text = query.text ?? ""
        let path: JSONPath
        do throws(JSONPath.Rest) {
            path = try JSONPath(text.raw(for: .grammar))
        } catch {
            diagnostics.report(.error(.notAPath(text, from: error.text), at: query.location))
            return nil
        }
        guard let matches = try? path.matches(in: document) else {
            diagnostics.report(.error(.tooManyVisits(JSONPath.Evaluation.limit), at: query.location))
            return nil
        }
        if !matches.isEmpty { return matches }
        diagnostics.report(.error(.targetMissing(text, suggestion(for: path, in: document)), at: query.location))
        return nil
    }

    /// The near miss for the name in the first segment that selects nothing.
    private func suggestion(for path: JSONPath, in root: EditableNode) -> Diagnostic.Text? {
        let (matches, count) = path.longestMatch(in: root)
        guard count < path.segments.count, case .name(let name)? = path.segments[count].selectors.first else {
            return nil
        }
        let keys = matches.flatMap { match -> [SpecText] in
            guard case .mapping(let entries) = match.node.content else { return [] }
            return entries.compactMap { $0.key.text }
        }
        return NearMiss.hint(for: SpecText(name), among: keys)
    }

    /// Adds an update to a target: an object is merged with an object, an array gets the elements of an array, or one
    /// more element, and a scalar is replaced (Overlay 1.1.0, Action Object). Version 1.0 appends any value to an array
    /// as one element; elements of arrays in an OpenAPI document are never arrays.
    private func append(_ update: EditableNode, to target: EditableNode) {
        switch (target.content, update.content) {
        case (.sequence(let elements), .scalar), (.sequence(let elements), .mapping):
            target.content = .sequence(elements + [update])
        default: merge(update, into: target)
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
