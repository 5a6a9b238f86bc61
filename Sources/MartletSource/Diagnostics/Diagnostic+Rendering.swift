extension Diagnostic: CustomStringConvertible {
    /// `path:line:column: severity: text`, the form that editors and build servers make clickable; without a location
    /// `severity: text`. Always one line.
    package var description: String {
        let finding = "\(severity.rawValue): \(message.text)"
        guard let location else { return finding }
        var line = ""
        VisibleText.append(location.path.unicodeScalars, to: &line)
        return line + ":\(location.position): " + finding
    }

    /// One JSON object on one line: `path`, `line`, `column`, `severity`, `message`, in this order; the first three are
    /// left out where there is no location. Unlike in ``description``, decoding `path` gives exactly the path.
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
