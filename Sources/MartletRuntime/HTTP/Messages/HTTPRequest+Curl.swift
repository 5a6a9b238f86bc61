import Foundation

extension HTTPRequest {
    /// This request as a command line of `curl`, for a POSIX shell.
    ///
    /// - Parameter showingSecrets: Whether to show what may be secret: the values of the query, those of secret headers,
    ///   and the body. Otherwise they stand as `<redacted>`, and the body as its length.
    public func curl(showingSecrets: Bool = false) -> String {
        var words = ["curl", "--path-as-is", "--request", method.rawValue.quoted]
        for field in headers.fields {
            let value = field.isSecret && !showingSecrets ? Redaction.placeholder : field.value
            // curl sends a field without a value when a semicolon stands for the colon.
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
        words.append((showingSecrets ? url.absoluteString : url.withQueryNames).quoted)
        return words.joined(separator: " ")
    }
}

extension URL {
    /// The URL with the values of its query replaced, and without user and fragment.
    fileprivate var withQueryNames: String {
        guard let query = query(percentEncoded: true) else { return withoutSecrets }
        let fields = query.split(separator: "&").map { "\($0.prefix { $0 != "=" })=\(Redaction.placeholder)" }
        return "\(withoutSecrets)?\(fields.joined(separator: "&"))"
    }
}

extension String {
    /// This text as one word of a POSIX shell.
    fileprivate var quoted: String { "'\(replacingOccurrences(of: "'", with: #"'\''"#))'" }
}
