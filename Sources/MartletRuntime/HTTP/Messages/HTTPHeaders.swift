/// A list of header fields in the order in which they were added. Names are case-insensitive (RFC 9110, section 5.1)
/// and may occur more than once.
///
/// Descriptions do not contain the values of `Authorization`, `Proxy-Authorization`, `Cookie` and `Set-Cookie`, nor the
/// value of any header that carries a ``Credential``.
public struct HTTPHeaders: Sendable {
    /// A single field.
    package struct Field: Sendable {
        package let name: String
        package let value: String
        let isSecret: Bool
    }

    /// The fields in order.
    package private(set) var fields: [Field] = []

    /// Creates an empty list.
    public init() {}

    /// The values of a name, joined with `", "` (RFC 9110, section 5.3); `nil` if there are none. Setting a value
    /// replaces all fields of the name; setting `nil` removes them.
    public subscript(name: String) -> String? {
        get {
            guard let first = fields.firstIndex(where: { $0.name.matches(name) }) else { return nil }
            return fields[(first + 1)...].reduce(fields[first].value) { joined, field in
                field.name.matches(name) ? "\(joined), \(field.value)" : joined
            }
        }
        set {
            remove(name)
            if let newValue { append(name, newValue) }
        }
    }

    /// Returns the values of a name, one for each field, in order.
    public func values(of name: String) -> [String] { fields.filter { $0.name.matches(name) }.map(\.value) }

    /// The number of fields.
    public var count: Int { fields.count }

    /// Appends a field, keeping those of the same name.
    public mutating func append(_ name: String, _ value: String) {
        let isSecret = Self.secretNames.contains(where: name.matches)
        fields.append(Field(name: name, value: value, isSecret: isSecret))
    }

    /// Replaces all fields of a name with a single one whose value never appears in descriptions.
    mutating func setSecret(_ name: String, _ value: String) {
        remove(name)
        fields.append(Field(name: name, value: value, isSecret: true))
    }

    /// Returns the fields, with all values that contain a secret also excluded from descriptions, because a server may
    /// return a secret, and those of headers that the document declares as secrets.
    func hiding(_ redaction: Redaction) -> HTTPHeaders {
        if redaction.isEmpty { return self }
        var headers = self
        headers.fields = fields.map { field in
            let isSecret =
                field.isSecret || redaction.holdsSecret(field.value)
                || !redaction.properties.isEmpty && redaction.properties.contains(field.name.lowercased())
            return Field(name: field.name, value: field.value, isSecret: isSecret)
        }
        return headers
    }

    /// Adds all fields of `other`, replacing those of the same names.
    package mutating func replace(with other: HTTPHeaders) {
        for field in other.fields { remove(field.name) }
        fields += other.fields
    }

    /// The announced length of the body after content decoding; `nil` if there is none, and for an encoded body, whose
    /// `Content-Length` is the encoded length (RFC 9110, section 8.6).
    var bodyLength: Int? { self["Content-Encoding"] == nil ? self["Content-Length"].flatMap { Int($0) } : nil }

    /// The values that never appear in descriptions, and their parts after a prefix such as `Bearer`.
    package var secrets: [String] {
        fields.filter(\.isSecret).flatMap { field in
            [field.value]
                + (field.value.utf8.contains(0x20) ? field.value.split(separator: " ").suffix(1).map(String.init) : [])
        }
    }

    /// The names of fields that always carry credentials.
    private static let secretNames = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"]

    private mutating func remove(_ name: String) {
        fields.removeAll { $0.name.matches(name) }
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Creates a list from a literal, in the literal's order; a repeated name adds another field.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }
}

extension HTTPHeaders: Sequence {
    /// Returns an iterator over the fields in order, including the values of secret ones.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        fields.lazy.map { (name: $0.name, value: $0.value) }.makeIterator()
    }
}

extension HTTPHeaders: Hashable {
    /// Returns whether both lists have the same values in the same order for each name. The order of different names is
    /// ignored.
    public static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool { left.valuesByName == right.valuesByName }

    /// Hashes the values by name.
    public func hash(into hasher: inout Hasher) { hasher.combine(valuesByName) }

    private var valuesByName: [String: [String]] {
        Dictionary(grouping: fields) { $0.name.lowercased() }.mapValues { $0.map(\.value) }
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private var shown: [(name: String, value: String)] {
        fields.map { ($0.name, $0.isSecret ? Redaction.placeholder : $0.value) }
    }

    /// The fields, such as `["name": "value"]`, with secret values replaced.
    public var description: String { "[\(shown.map { "\"\($0.name)\": \"\($0.value)\"" }.joined(separator: ", "))]" }

    /// The same text as ``description``.
    public var debugDescription: String { description }

    /// A mirror of the fields, with secret values replaced.
    public var customMirror: Mirror {
        Mirror(self, children: shown.map { (label: $0.name, value: $0.value) }, displayStyle: .dictionary)
    }
}

extension String {
    /// Whether two field names are equal, ignoring case. For ASCII names, this bit distinguishes only the case of
    /// letters.
    func matches(_ other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { left, right in
                left == right
                    || (left ^ right == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(left | 0x20))
            }
    }
}
