extension Diagnostic: CustomStringConvertible {
    /// One line, `path:line:column: severity: text`, which editors and build servers make clickable; without a location
    /// `severity: text`.
    package var description: String {
        let finding = "\(severity.rawValue): \(message.text)"
        guard let location else { return finding }
        return "\(VisibleText.visible(location.path)):\(location.position): " + finding
    }

    /// A JSON object on one line with the members `path`, `line`, `column`, `severity` and `message`, in this order.
    /// Without a location, the first three are absent. Unlike in ``description``, the decoded `path` is the exact path.
    package var json: String {
        var members: [String] = []
        if let location {
            members.append("\"path\":" + JSONText.string(location.path))
            members.append("\"line\":\(location.position.line)")
            members.append("\"column\":\(location.position.column)")
        }
        members.append("\"severity\":\"\(severity.rawValue)\"")
        members.append("\"message\":" + JSONText.string(message.text))
        return "{" + members.joined(separator: ",") + "}"
    }
}
