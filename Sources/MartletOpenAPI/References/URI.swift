import MartletSource

/// A normalized URI without a fragment: without dot segments and percent-encoding (RFC 3986, section 6.2.2). Without a
/// scheme, it is the path of a file relative to the folder of the root document.
struct URI: Hashable {
    /// The scheme and authority, such as `https://h.example`; empty for a file.
    private let origin: String
    /// The percent-decoded path.
    let path: String

    /// Creates the URI of the file at a path.
    init(file path: String) {
        origin = ""
        self.path = Self.withoutDots(path)
    }

    /// Resolves a reference without a fragment (RFC 3986, section 5.2).
    ///
    /// - Returns: The URI; `nil` if the text has an invalid escape.
    init?(_ text: Substring, relativeTo base: URI) {
        guard let text = PercentDecoding.decoded(text) else { return nil }
        let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
        let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
        if let colon, colon < slash {
            (origin, path) = Self.absolute(scheme: text[...colon], text[colon...].dropFirst())
        } else if text.utf8.starts(with: "//".utf8) {
            (origin, path) = Self.absolute(scheme: base.origin.prefix { $0 != "/" }, text[...])
        } else if text.isEmpty {
            self = base
        } else {
            origin = base.origin
            path = Self.withoutDots(slash == text.startIndex ? text : FilePath.folder(of: base.path) + text)
        }
    }

    /// Whether the URI is the path of a file.
    var isFile: Bool { origin.isEmpty }

    /// The origin and path of a URI with a scheme. Scheme and host are case-insensitive (RFC 3986, section 6.2.2.1).
    private static func absolute(scheme: Substring, _ rest: Substring) -> (origin: String, path: String) {
        guard rest.utf8.starts(with: "//".utf8) else { return (scheme.lowercased(), withoutDots(String(rest))) }
        let authority = rest.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
        let path = rest.utf8[authority.endIndex...]
        return (scheme.lowercased() + "//" + Substring(authority).lowercased(), withoutDots(String(Substring(path))))
    }

    /// Removes dot segments from a path (RFC 3986, section 5.2.4).
    private static func withoutDots(_ path: String) -> String {
        var normalized = FilePath.normalized(path)
        while normalized.utf8.starts(with: "/../".utf8) { normalized = String(Substring(normalized.utf8.dropFirst(3))) }
        let isFolder = path.utf8.last == UInt8(ascii: "/") && normalized.utf8.last != UInt8(ascii: "/")
        return normalized + (isFolder ? "/" : "")
    }

    /// Compares bytes: a precomposed and a decomposed `é` are two paths.
    static func == (left: URI, right: URI) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }
    private var key: SpecText { SpecText(origin + path) }
}
