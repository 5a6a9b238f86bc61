import Foundation

extension HTTPRequest {
    /// Returns the request as a `curl` command line for a POSIX shell.
    ///
    /// - Parameter showingSecrets: Whether to show values that may be secret: the values of the query and of secret
    ///   headers, and the body. Otherwise, values are replaced with `<redacted>`, and the body with its length.
    public func curl(showingSecrets: Bool = false) -> String {
        var words = ["curl", "--path-as-is", "--request", method.rawValue.quoted]
        for field in headers.fields {
            let value = field.isSecret && !showingSecrets ? Redaction.placeholder : field.value
            // In curl's syntax, a semicolon in place of the colon sends a field without a value.
            words += ["--header", (value.isEmpty ? "\(field.name);" : "\(field.name): \(value)").quoted]
        }
        if let body {
            let data = showingSecrets ? body.data.flatMap { String(data: $0, encoding: .utf8) } : nil
            if let file = body.file, showingSecrets {
                words += ["--data-binary", "@\(file.path)".quoted]
            } else {
                words += ["--data-raw", (data ?? "<\(body)>").quoted]
            }
        }
        words.append((showingSecrets ? url.absoluteString : shownURL + url.queryNames).quoted)
        return words.joined(separator: " ")
    }
}

extension URL {
    /// The query after its question mark, with its values replaced; empty if there is none.
    fileprivate var queryNames: String {
        guard let query = query(percentEncoded: true) else { return "" }
        let fields = query.split(separator: "&").map { "\($0.prefix { $0 != "=" })=\(Redaction.placeholder)" }
        return "?\(fields.joined(separator: "&"))"
    }
}

extension String {
    /// The text quoted as a single word of a POSIX shell.
    fileprivate var quoted: String { "'\(replacingOccurrences(of: "'", with: #"'\''"#))'" }
}
