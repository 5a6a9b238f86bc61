import MartletModel
import MartletSource

/// The changes in a new document, for people and for programs.
package struct ChangeReport: Sendable {
    /// A step of a semantic version (semver.org, 2.0.0).
    package enum Step: String, Sendable {
        case none, patch, minor, major
    }

    /// The worst changes first, otherwise in the order of the client's parts.
    package let changes: [Change]

    package init(_ changes: [Change]) {
        self.changes = Change.Impact.allCases.reversed().flatMap { impact in changes.filter { $0.impact == impact } }
    }

    /// The step that the version of the generated client has to make.
    package var step: Step {
        switch changes.first?.impact {
        case nil: .none
        case .documentation: .patch
        case .compatible, .risky: .minor
        case .breaking: .major
        }
    }

    /// How many changes there are of each kind, and what follows for the version.
    private var summary: String {
        if changes.isEmpty { return "nothing changed" }
        let counts = Change.Impact.allCases.reversed().compactMap { impact -> String? in
            let count = changes.count { $0.impact == impact }
            return count == 0 ? nil : "\(count) \(impact.name)"
        }
        return "\(counts.joined(separator: ", ")): the next version is a \(step.rawValue) one"
    }

    /// Lines for a terminal.
    package var text: String {
        let parts = changes.filter { $0.impact != .documentation }.map { change in
            let lines =
                ["\(change.impact.name): \(change.subject): \(change.text.text)"] + change.effects.map { "  \($0)" }
                + change.locations.map { "  \($0)" }
            return lines.map { "\($0)\n" }.joined()
        }
        // These are many and need no explanation.
        let documentation = changes.filter { $0.impact == .documentation }.map { change in
            let place = change.new.map { Diagnostic.Text(" (\($0))").text } ?? ""
            return "\(change.impact.name): \(change.subject): \(change.text.text)\(place)\n"
        }
        return (parts + [documentation.joined(), "\(summary)\n"]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// A list for a pull request.
    package var markdown: String {
        var text = "\(summary.prefix(1).uppercased())\(summary.dropFirst())\n"
        for impact in Change.Impact.allCases.reversed() {
            let changes = changes.filter { $0.impact == impact }
            if changes.isEmpty { continue }
            text += "\n## \(impact.name.prefix(1).uppercased())\(impact.name.dropFirst())\n\n"
            for change in changes {
                let effects = change.effects.map { "  - \(MarkdownText.inline(SpecText($0)))\n" }.joined()
                let places = change.locations.map { MarkdownText.code(SpecText($0)) }.joined(separator: ", ")
                text +=
                    "- \(MarkdownText.code(SpecText(change.subject))): \(MarkdownText.inline(SpecText(change.text.text)))"
                text += "\(places.isEmpty ? "" : " (\(places))")\n\(effects)"
            }
        }
        return text
    }

    /// One JSON object.
    package var json: String {
        let items = changes.map { change in
            var members = [
                "\"impact\": \(JSONText.string(change.impact.name))", "\"subject\": \(JSONText.string(change.subject))",
                "\"text\": \(JSONText.string(change.text.text))",
            ]
            for (name, effect) in [("source", change.source), ("wire", change.wire)] {
                guard let effect else { continue }
                let impact = JSONText.string(effect.impact.name)
                members.append(
                    "\"\(name)\": {\"impact\": \(impact), \"reason\": \(JSONText.string(effect.reason.text))}")
            }
            for (name, location) in [("old", change.old), ("new", change.new)] {
                guard let location else { continue }
                let path = JSONText.string(location.path)
                members.append(
                    "\"\(name)\": {\"path\": \(path), \"line\": \(location.line), \"column\": \(location.column)}")
            }
            return "    {\(members.joined(separator: ", "))}"
        }
        let list = items.isEmpty ? "[]" : "[\n\(items.joined(separator: ",\n"))\n  ]"
        return "{\n  \"step\": \"\(step.rawValue)\",\n  \"changes\": \(list)\n}\n"
    }
}

extension Change.Impact {
    package var name: String {
        switch self {
        case .documentation: "documentation"
        case .compatible: "compatible"
        case .risky: "risky"
        case .breaking: "breaking"
        }
    }
}

extension Change {
    fileprivate var effects: [String] {
        [("source", source), ("wire", wire)].compactMap { name, effect in
            effect.map { "\(name), \($0.impact.name): \($0.reason.text)" }
        }
    }

    fileprivate var locations: [String] {
        [("old", old), ("new", new)].compactMap { name, location in
            location.map { Diagnostic.Text("\(name): \($0)").text }
        }
    }
}
