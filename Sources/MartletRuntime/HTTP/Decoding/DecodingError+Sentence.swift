import Foundation

extension DecodingError {
    /// Returns a description of the error, with its location and the JSON there, such as `items[1]._id is missing among
    /// "name", "role"`.
    ///
    /// A successful response may contain a secret that the configuration does not know, such as a new token. For
    /// objects, therefore, only the names of members are shown. Strings are not shown where a string is expected, or
    /// under a name that suggests a secret. Of a secret property, only the name is shown.
    ///
    /// - Parameters:
    ///   - data: The JSON text.
    ///   - redaction: Replaces secrets in values before they are cut; it does not apply to the rest of the description.
    func sentence(about data: Data, _ redaction: Redaction) -> String {
        let place = path.text(hiding: redaction.properties)
        let isSecret = redaction.hidesBodies || path.contains { redaction.properties.contains($0.stringValue) }
        let document = isSecret ? nil : try? JSONDocument(data)
        switch self {
        case .keyNotFound where isSecret: return "\(place) lacks a member"
        case .keyNotFound(let key, let context):
            let there = document?.names(at: context.codingPath).map { " among \($0)" } ?? ""
            return "\((context.codingPath + [key]).text) is missing\(there)"
        case .valueNotFound: return "\(place) is null"
        case .typeMismatch(let type, let context):
            let isScalar = type == Bool.self || type is any Numeric.Type
            let there = document?.fragment(at: context.codingPath, showsText: isScalar, redaction)
            return "\(place) is not of type \(type)\(there.map { ": \($0)" } ?? "")"
        case .dataCorrupted where isSecret: return "\(place) does not match the document"
        case .dataCorrupted(let context):
            let there = document?.fragment(at: context.codingPath, showsText: true, redaction)
            let fragment = context.codingPath.isEmpty ? "" : there.map { ": \($0)" } ?? ""
            return "\(place): \(context.debugDescription)\(fragment)"
        @unknown default: return "it does not match the document"
        }
    }

    /// The path of the error; if something is missing, the path of its container.
    var path: [any CodingKey] {
        switch self {
        case .keyNotFound(_, let context), .valueNotFound(_, let context), .typeMismatch(_, let context),
            .dataCorrupted(let context):
            context.codingPath
        @unknown default: []
        }
    }
}

extension [any CodingKey] {
    /// The path in the syntax of a program: `items[1]._id`.
    var text: String { text(hiding: []) }

    /// Returns the path without names inside of secret properties.
    ///
    /// - Parameter secretProperties: The names of secret properties.
    func text(hiding secretProperties: Set<String>) -> String {
        guard !isEmpty else { return "the body" }
        var text = ""
        var isSecret = false
        for key in self {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                let name = isSecret ? Redaction.placeholder : key.stringValue
                text += text.isEmpty ? name : ".\(name)"
                isSecret = isSecret || secretProperties.contains(key.stringValue)
            }
        }
        return text
    }

    /// Whether a name in the path suggests a secret.
    fileprivate var soundsSecret: Bool {
        contains { key in
            let name = key.stringValue.lowercased()
            return ["token", "secret", "passw", "key", "credential", "auth"].contains(where: name.contains)
        }
    }
}

extension JSONDocument {
    /// Returns the names of an object's first members; `nil` if there is no object.
    fileprivate func names(at path: [any CodingKey]) -> String? {
        guard let index = node(at: path) else { return nil }
        let names = members(of: index).map { String(decoding: text(in: range(of: $0.name)), as: UTF8.self) }
        return names.isEmpty ? nil : names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    }

    /// Returns a short excerpt of the value at a path; `nil` if it must not be shown or does not exist.
    fileprivate func fragment(
        at path: [any CodingKey],
        showsText: Bool,
        _ redaction: Redaction
    ) -> String? {
        guard let index = node(at: path) else { return nil }
        switch nodes[index].kind {
        case .object: return "{\(names(at: path) ?? "")}"
        case .array: return "an array of \(elements(of: index).count)"
        case let kind where kind.isString && !showsText: return "a text"
        // A top-level scalar has no name that indicates whether it is a secret.
        case _ where path.isEmpty || path.soundsSecret: return nil
        default: return redaction.excerpt(of: text(in: range(of: index)), limit: 40)
        }
    }
}

extension Redaction {
    /// Returns why a body could not be decoded, without secrets.
    package func reason(of error: any Error, in body: Data) -> String {
        let sentence = (error as? DecodingError)?.sentence(about: body, self)
        return excerpt(of: (sentence ?? error.localizedDescription).utf8)
    }
}
