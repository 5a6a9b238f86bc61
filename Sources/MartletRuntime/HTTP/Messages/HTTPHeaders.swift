/// Header fields in the order in which they were added; names are compared without regard to case
/// (RFC 9110, section 5.1), and a name may occur more than once.
///
/// Values of `Authorization`, `Proxy-Authorization`, `Cookie` and `Set-Cookie`, and whatever a ``Credential`` was
/// put into, are left out of every description.
public struct HTTPHeaders: Sendable {
    /// One field as it was added.
    struct Field: Sendable {
        let name: String
        let value: String
        let isSecret: Bool
    }

    /// The fields in order.
    private(set) var fields: [Field] = []

    /// No fields.
    public init() {}

    /// The values of `name`, joined with `", "` (RFC 9110, section 5.3), or nil. Setting replaces them all; nil removes.
    public subscript(name: String) -> String? {
        get {
            let values = fields.lazy.filter { $0.name.matches(name) }.map(\.value)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            remove(name)
            if let newValue { append(name, newValue) }
        }
    }

    /// The values of `name`, one for each field, in order.
    public func values(of name: String) -> [String] { fields.filter { $0.name.matches(name) }.map(\.value) }

    /// How many fields there are.
    public var count: Int { fields.count }

    /// Adds a field and keeps those of the same name.
    public mutating func append(_ name: String, _ value: String) {
        let isSecret = Self.secretNames.contains(where: name.matches)
        fields.append(Field(name: name, value: value, isSecret: isSecret))
    }

    /// Replaces all values of `name` by one that no description shows.
    mutating func setSecret(_ name: String, _ value: String) {
        remove(name)
        fields.append(Field(name: name, value: value, isSecret: true))
    }

    /// The same fields, of which those are left out of descriptions too whose values hold a secret: a server may send one
    /// back.
    func hiding(_ redaction: Redaction) -> HTTPHeaders {
        var headers = self
        headers.fields = fields.map { field in
            let isSecret = field.isSecret || redaction.holdsSecret(field.value)
            return Field(name: field.name, value: field.value, isSecret: isSecret)
        }
        return headers
    }

    /// Takes over all fields of `other`; they replace those of the same names.
    mutating func replace(with other: HTTPHeaders) {
        for field in other.fields { remove(field.name) }
        fields += other.fields
    }

    /// The length that these headers announce for a body after content decoding; nil when they announce none, and for an
    /// encoded body, whose length they give before decoding (RFC 9110, section 8.6).
    var bodyLength: Int? { self["Content-Encoding"] == nil ? self["Content-Length"].flatMap { Int($0) } : nil }

    /// The values that no description shows, and what stands behind a prefix in them, as behind `Bearer`.
    var secrets: [String] {
        fields.filter(\.isSecret).flatMap { field in
            [field.value]
                + (field.value.contains(" ") ? field.value.split(separator: " ").suffix(1).map(String.init) : [])
        }
    }

    /// The fields that carry credentials wherever they come from.
    private static let secretNames = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"]

    private mutating func remove(_ name: String) {
        fields.removeAll { $0.name.matches(name) }
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal; a repeated name is a repeated field.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }
}

extension HTTPHeaders: Sequence {
    /// The fields in order, secret ones with their true values.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        fields.lazy.map { (name: $0.name, value: $0.value) }.makeIterator()
    }
}

extension HTTPHeaders: Hashable {
    /// Whether both have the same values in the same order under each name; the order among names means nothing.
    public static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool { left.valuesByName == right.valuesByName }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(valuesByName) }

    private var valuesByName: [String: [String]] {
        Dictionary(grouping: fields) { $0.name.lowercased() }.mapValues { $0.map(\.value) }
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private var shown: [(name: String, value: String)] {
        fields.map { ($0.name, $0.isSecret ? Redaction.placeholder : $0.value) }
    }

    /// `["name": "value", …]` with secret values replaced.
    public var description: String { "[\(shown.map { "\"\($0.name)\": \"\($0.value)\"" }.joined(separator: ", "))]" }

    /// The same text as ``description``.
    public var debugDescription: String { description }

    /// The fields with secret values replaced.
    public var customMirror: Mirror {
        Mirror(self, children: shown.map { (label: $0.name, value: $0.value) }, displayStyle: .dictionary)
    }
}

extension String {
    /// Whether two field names are the same name. They are ASCII, of which the letters alone differ in this bit.
    func matches(_ other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { left, right in
                left == right
                    || (left ^ right == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(left | 0x20))
            }
    }
}
