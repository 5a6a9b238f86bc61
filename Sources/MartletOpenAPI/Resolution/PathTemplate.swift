package import MartletSource

/// A path with parameters in braces (OpenAPI 3.2.0, 4.8.2, Path Templating).
package struct PathTemplate: Hashable, Sendable {
    /// The path as written.
    package let text: SpecText
    /// The path for requests: without a fragment, and with percent-encoding of characters that the path of a URL can't
    /// contain (RFC 3986, section 3.3). A query, which some documents have here, is kept.
    package let request: SpecText
    /// The names of the parameters in the order of the path.
    package let names: [SpecText]
    /// The path without the names of the parameters, which should be unique in a document.
    package let shape: SpecText

    /// Parses a path; `nil` if it is invalid, which is reported.
    init?(_ key: SpecText, at location: Location, _ diagnostics: DiagnosticCollector) {
        guard key.utf8.first == UInt8(ascii: "/") else {
            diagnostics.report(.error(.pathWithoutSlash(key), at: location))
            return nil
        }
        guard !key.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            diagnostics.report(.error(.pathWithControls(key), at: location))
            return nil
        }
        if key.utf8.split(separator: UInt8(ascii: "/")).contains(where: {
            [".", ".."].contains(SpecText(decoding: $0))
        }) {
            diagnostics.report(.error(.pathWithDots(key), at: location))
            return nil
        }
        var names: [SpecText] = []
        var request: [UInt8] = []
        var shape: [UInt8] = []
        var nameStart: Int?
        var isPlain = true
        let bytes = key.utf8.prefix { $0 != UInt8(ascii: "#") }
        for byte in bytes {
            switch (byte, nameStart) {
            case (UInt8(ascii: "{"), nil):
                request.append(byte)
                nameStart = request.count
            case (UInt8(ascii: "}"), let start?) where start < request.count:
                names.append(SpecText(decoding: request[start...]))
                request.append(byte)
                shape += Array("{}".utf8)
                nameStart = nil
            case (UInt8(ascii: "{"), _), (UInt8(ascii: "}"), _):
                diagnostics.report(.error(.unbalancedPath(key), at: location))
                return nil
            case (_, nil) where !Self.isPathByte(byte):
                isPlain = false
                let escape = "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                request += Array(escape.utf8)
                shape += Array(escape.utf8)
            default:
                request.append(byte)
                if nameStart == nil { shape.append(byte) }
            }
        }
        guard nameStart == nil else {
            diagnostics.report(.error(.unbalancedPath(key), at: location))
            return nil
        }
        if !isPlain { diagnostics.report(.warning(.escapedPath(key), at: location)) }
        if let name = Self.parameterOfFramework(key) {
            diagnostics.report(.warning(.frameworkParameter(key, name), at: location))
        }
        if bytes.count < key.utf8.count {
            diagnostics.report(.warning(.pathWithFragment(key), at: location))
            shape = Array(key.utf8)
        }
        for (index, name) in names.enumerated() where names[..<index].contains(name) {
            diagnostics.report(.warning(.repeatedInPath(key, name), at: location))
        }
        text = key
        self.request = SpecText(decoding: request)
        self.names = names
        self.shape = SpecText(decoding: shape)
    }

    /// The name of a parameter that is written as in routes of server frameworks: `/:id`.
    private static func parameterOfFramework(_ key: SpecText) -> SpecText? {
        let segments = key.utf8.split(separator: UInt8(ascii: "/"))
        let names = segments.filter { $0.first == UInt8(ascii: ":") && $0.count > 1 }.map { $0.dropFirst() }
        return names.first { $0.allSatisfy(isNameByte) }.map { SpecText(decoding: $0) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether a byte is allowed in a path or query: a `pchar`, `/`, `%` or `?` (RFC 3986, sections 3.3 and 3.4).
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "/%-._~!$&'()*+,;=:@?".utf8.contains(byte)
        }
    }
}

extension Diagnostic.Message {
    package static func pathWithoutSlash(_ key: SpecText) -> Self {
        let isURL = ["https://", "http://"].contains(where: key.hasPrefix)
        return Self(
            .pathTemplate, "the path \(key) must begin with a slash",
            hint: isURL ? "the host belongs in servers" : nil)
    }
    package static func unbalancedPath(_ key: SpecText) -> Self {
        Self(.pathTemplate, "the path \(key) has unbalanced or empty braces")
    }

    package static func pathWithControls(_ key: SpecText) -> Self {
        Self(.pathTemplate, "the path \(key) has control characters, which no server expects there")
    }

    package static func pathWithDots(_ key: SpecText) -> Self {
        Self(
            .pathTemplate,
            "the path \(key) has a segment . or .., which is gone before a request is sent (RFC 3986, 5.2.4)",
            hint: "write the path that it leads to")
    }

    package static func repeatedInPath(_ key: SpecText, _ name: SpecText) -> Self {
        Self(.pathTemplate, "the path \(key) has the parameter \(name) twice; both places get the same value")
    }

    package static func escapedPath(_ key: SpecText) -> Self {
        Self(
            .pathTemplate,
            "the path \(key) has characters that are not allowed in the path of a URL; they are percent-encoded",
            hint: key.utf8.contains(UInt8(ascii: "<")) ? "OpenAPI writes a parameter in braces" : nil)
    }

    package static func frameworkParameter(_ key: SpecText, _ name: SpecText) -> Self {
        Self(
            .pathTemplate, "the path \(key) has a segment that begins with a colon, which is sent unchanged",
            hint: "OpenAPI writes a parameter as {\(unquoted: name)}")
    }

    package static func pathWithFragment(_ key: SpecText) -> Self {
        Self(
            .pathTemplate,
            "the path \(key) has a fragment, which is never sent to a server; it is left out of the request")
    }
}
