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
            members.append("\"path\":" + Self.jsonString(location.path))
            members.append("\"line\":\(location.position.line)")
            members.append("\"column\":\(location.position.column)")
        }
        members.append("\"severity\":\"\(severity.rawValue)\"")
        members.append("\"message\":" + Self.jsonString(message.text))
        return "{" + members.joined(separator: ",") + "}"
    }

    /// A JSON string (RFC 8259 section 7), with whatever is invisible as `\uXXXX`.
    private static func jsonString(_ text: String) -> String {
        var encoded = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                encoded += "\\"
                encoded.unicodeScalars.append(scalar)
            } else if VisibleText.isInvisible(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    encoded += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                }
            } else {
                encoded.unicodeScalars.append(scalar)
            }
        }
        return encoded + "\""
    }
}
