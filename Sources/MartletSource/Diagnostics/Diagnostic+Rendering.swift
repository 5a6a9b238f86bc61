extension Diagnostic: CustomStringConvertible {
    /// One line, `path:line:column: severity: text`, which editors and build servers make clickable; without a location
    /// `severity: text`.
    package var description: String { line("\(message)") }

    /// The same line with another text.
    package func line(_ text: Text) -> String { Self.line(severity, text, at: location) }

    fileprivate static func line(_ severity: Severity, _ text: Text, at location: Location?) -> String {
        let finding = "\(severity.rawValue): \(text.text)"
        guard let location else { return finding }
        return "\(VisibleText.visible(location.path)):\(location.position): " + finding
    }

    /// A JSON object on one line with the members `path`, `line`, `column`, `pointer`, `severity`, `rule`, `message`, `hint`
    /// and `notes`, in this order, without those that there is nothing to say for. Unlike in ``description``, the decoded
    /// `path` is the exact path.
    ///
    /// - Parameter pointer: The JSON pointer to the location, where it is known.
    package func json(pointer: SpecText? = nil) -> String {
        var members = location?.members ?? []
        if let pointer { members.append("\"pointer\":" + JSONText.string(pointer.raw(for: .literal))) }
        members.append("\"severity\":\"\(severity.rawValue)\"")
        if let rule = message.rule { members.append("\"rule\":\"\(rule.rawValue)\"") }
        members.append("\"message\":" + JSONText.string(message.summary))
        if let hint = message.hint { members.append("\"hint\":" + JSONText.string(hint)) }
        if !notes.isEmpty { members.append("\"notes\":[" + notes.map(\.json).joined(separator: ",") + "]") }
        return "{" + members.joined(separator: ",") + "}"
    }
}

extension Diagnostic.Note: CustomStringConvertible {
    /// One line, as of a diagnostic.
    package var description: String { Diagnostic.line(.note, text, at: location) }

    fileprivate var json: String {
        "{" + (location.members + ["\"message\":" + JSONText.string(text.text)]).joined(separator: ",") + "}"
    }
}

extension Location {
    /// The members of a JSON object.
    fileprivate var members: [String] {
        ["\"path\":" + JSONText.string(path), "\"line\":\(position.line)", "\"column\":\(position.column)"]
    }
}
