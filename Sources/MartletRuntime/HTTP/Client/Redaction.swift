import Foundation

/// Makes text that came from elsewhere fit to be shown: known secrets are replaced, control characters blanked, and
/// the length is bounded.
struct Redaction: Sendable {
    /// Stands wherever a secret would have stood.
    static let placeholder = "<redacted>"

    /// Longest first, so that a secret that begins with another one is replaced whole.
    private let secrets: [[UInt8]]

    /// - Parameter secrets: The values that must not be seen; empty ones are ignored.
    init(secrets: [String]) {
        self.secrets = secrets.filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    /// At most `limit` bytes of `bytes` as text.
    ///
    /// It replaces before it cuts: a secret across the limit must not leave its first half behind.
    /// - Parameters:
    ///   - bytes: UTF-8; ill-formed parts become U+FFFD.
    ///   - limit: Length of the result in bytes, a placeholder more at most.
    func excerpt(of bytes: some Collection<UInt8>, limit: Int = 512) -> String {
        var shown: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            guard shown.count < limit else { return String(decoding: shown, as: UTF8.self) + "…" }
            if let secret = secrets.first(where: { rest.starts(with: $0) }) {
                shown += Self.placeholder.utf8
                rest = rest.dropFirst(secret.count)
            } else {
                shown.append(byte < 0x20 || byte == 0x7F ? UInt8(ascii: " ") : byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// Whether a secret stands anywhere in a text.
    func holdsSecret(_ text: String) -> Bool {
        secrets.contains { secret in
            var rest = text.utf8[...]
            while rest.count >= secret.count {
                if rest.starts(with: secret) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }

    /// The same bytes with every secret replaced, and nothing else changed.
    func replacingSecrets(in data: Data) -> Data {
        secrets.reduce(into: data) { data, secret in
            var start = data.startIndex
            while let range = data.range(of: Data(secret), in: start..<data.endIndex) {
                data.replaceSubrange(range, with: Data(Self.placeholder.utf8))
                start = range.lowerBound + Self.placeholder.utf8.count
            }
        }
    }
}

extension Redaction: SelfRedacting {
    /// Nothing.
    var shownProperties: KeyValuePairs<String, Any> { [:] }
}
