import Foundation

/// Makes text from outside safe to show: replaces secrets, blanks control characters and limits the length.
package struct Redaction: Sendable {
    /// The text that replaces a secret.
    package static let placeholder = "<redacted>"

    /// The secrets in all forms that are searched for, longest first.
    private let secrets: [[UInt8]]

    /// Whether a secret starts with a byte, by the byte's value; rules out most positions of a text quickly.
    private let isFirstByte: [Bool]

    /// The names of JSON properties with secret values, such as properties with `format: password`.
    let properties: Set<String>

    /// Whether bodies are not shown at all.
    private(set) var hidesBodies = false

    /// Whether there is nothing to replace.
    var isEmpty: Bool { secrets.isEmpty && properties.isEmpty && !hidesBodies }

    /// The redaction for responses whose whole body is a secret.
    var hidingBodies: Redaction {
        var redaction = self
        redaction.hidesBodies = true
        return redaction
    }

    /// Creates a redaction.
    ///
    /// - Parameters:
    ///   - secrets: The values to replace; empty values are ignored.
    ///   - properties: The names of JSON properties with secret values.
    package init(secrets: [String], properties: Set<String> = []) {
        self.properties = properties
        guard !secrets.isEmpty else {
            self.secrets = []
            isFirstByte = []
            return
        }
        let forms = secrets.flatMap(\.secretForms).flatMap { UnescapedText.layers(of: Array($0.utf8)).map(\.bytes) }
        self.secrets = Set(forms).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var isFirstByte = Array(repeating: false, count: 256)
        for secret in self.secrets { isFirstByte[Int(secret[0])] = true }
        self.isFirstByte = isFirstByte
    }

    /// Returns at most `limit` bytes of a text, without its secrets.
    ///
    /// Secrets are replaced before the text is cut, so that a secret across the limit is not shown in part.
    /// - Parameters:
    ///   - text: UTF-8; ill-formed sequences become U+FFFD.
    ///   - limit: The maximum length of the result in bytes; a placeholder at the end may exceed it.
    func excerpt(of text: some Collection<UInt8>, limit: Int = 512) -> String {
        excerpt(of: text, hiding: [], limit: limit)
    }

    /// Returns an excerpt of a body, without the values of secret properties.
    func excerpt(ofBody body: Data) -> String {
        if hidesBodies { return Self.placeholder }
        if properties.isEmpty { return excerpt(of: body) }
        guard let document = try? JSONDocument(body) else {
            // A body that may be JSON is cut at the first name of a secret property.
            let names = properties.compactMap { body.range(of: Data("\"\($0)\"".utf8))?.upperBound }
            return excerpt(of: body, hiding: names.min().map { [$0 - body.startIndex..<body.count] } ?? [])
        }
        return excerpt(of: document.text, hiding: document.values(of: properties))
    }

    private func excerpt(of text: some Collection<UInt8>, hiding ranges: [Range<Int>], limit: Int = 512) -> String {
        // Nested escapes take up to 18 bytes for one byte: `\u0025\u0034\u0031` is `A`.
        let reach = 18 * (secrets.first?.count ?? 0)
        let end = limit + reach
        let scanned = Array(text.prefix(end + reach))
        var hidden = (ranges + secretRanges(in: scanned)).sorted { $0.lowerBound < $1.lowerBound }[...]
        var shown: [UInt8] = []
        var position = 0
        while position < min(end, scanned.count), shown.count < limit || UTF8.isContinuation(scanned[position]) {
            if let range = hidden.first, range.lowerBound <= position {
                hidden.removeFirst()
                guard range.upperBound > position else { continue }
                shown += Self.placeholder.utf8
                position = range.upperBound
            } else {
                shown.append(scanned[position])
                position += 1
            }
        }
        return String(decoding: shown, as: UTF8.self).blanked + (position < text.count ? "…" : "")
    }

    /// Whether a text contains a secret.
    func holdsSecret(_ text: String) -> Bool { !secretRanges(in: Array(text.utf8)).isEmpty }

    /// Returns the data with every secret replaced, and otherwise unchanged.
    package func replacingSecrets(in data: Data) -> Data {
        let bytes = Array(data)
        var result = Data()
        var position = 0
        for range in secretRanges(in: bytes).sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.upperBound > position {
            result += bytes[position..<max(position, range.lowerBound)]
            result += Data(Self.placeholder.utf8)
            position = range.upperBound
        }
        return result + bytes[position...]
    }

    /// Returns the text with every secret replaced.
    package func replacingSecrets(in text: String) -> String {
        String(decoding: replacingSecrets(in: Data(text.utf8)), as: UTF8.self)
    }

    /// Returns the ranges of all secrets in a text, escaped or not.
    private func secretRanges(in text: [UInt8]) -> [Range<Int>] {
        if secrets.isEmpty { return [] }
        return UnescapedText.layers(of: text).flatMap { layer in
            var ranges: [Range<Int>] = []
            var position = 0
            while position < layer.bytes.count {
                if isFirstByte[Int(layer.bytes[position])],
                    let secret = secrets.first(where: { layer.bytes[position...].starts(with: $0) })
                {
                    ranges.append(layer.place(of: position)..<layer.place(of: position + secret.count))
                    position += secret.count
                } else {
                    position += 1
                }
            }
            return ranges
        }
    }
}

extension Redaction: ApiModel.SelfRedacting {
    /// No properties: secrets are never shown.
    package var shownProperties: KeyValuePairs<String, Any> { [:] }
}

extension String {
    /// The secret and all equivalent forms: for a user and password in Base64 (RFC 7617, section 2), the password, and
    /// the Base64 text without padding and in the URL-safe alphabet (RFC 4648, section 5).
    fileprivate var secretForms: [String] {
        guard let data = Data(base64Encoded: self), let pair = String(data: data, encoding: .utf8),
            let colon = pair.firstIndex(of: ":")
        else { return [self] }
        let bare = String(prefix { $0 != "=" })
        let forURLs = bare.replacing("+", with: "-").replacing("/", with: "_")
        let password = pair[colon...].dropFirst()
        // Some APIs take a key as the user name, with an empty password.
        return [self, bare, forURLs, pair, String(password.isEmpty ? pair[..<colon] : password)]
    }

    /// The text with a space in place of each character that is invisible or changes the display of others: control,
    /// line break, bidirectional and other format characters (Unicode Technical Standard #55, section 3).
    fileprivate var blanked: String {
        var blanked = String.UnicodeScalarView()
        blanked.append(contentsOf: unicodeScalars.lazy.map { $0.isVisible ? $0 : " " })
        return String(blanked)
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        if isASCII { return value >= 0x20 && value != 0x7F }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: !properties.isDefaultIgnorableCodePoint
        }
    }
}
