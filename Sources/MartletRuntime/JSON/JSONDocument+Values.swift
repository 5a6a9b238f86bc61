import Foundation

extension JSONDocument {
    /// Decodes a value of any type.
    ///
    /// The Foundation types that decoders handle specially are decoded here; all other types decode themselves.
    package func value<Value: Decodable>(at index: Int) throws -> Value {
        let isFoundational =
            Value.self == URL.self || Value.self == Data.self || Value.self == Decimal.self || Value.self == Date.self
        return isFoundational ? try foundationalValue(at: index) : try Value(from: JSONNodeDecoder(self, index))
    }

    /// A separate function, because the metadata for a cast is looked up even if the cast is not reached.
    @inline(never)
    private func foundationalValue<Value>(at index: Int) throws -> Value {
        let value: Any =
            if Value.self == URL.self {
                try url(at: index)
            } else if Value.self == Data.self {
                try data(at: index)
            } else if Value.self == Date.self {
                try (value(at: index) as DateTime).date
            } else {
                try decimal(at: index)
            }
        guard let value = value as? Value else { throw mismatch(Value.self, index) }
        return value
    }

    /// Whether the value is `null`.
    package func isNull(at index: Int) -> Bool { nodes[index].kind == .null }

    /// Decodes `true` or `false`.
    package func bool(at index: Int) throws -> Bool {
        switch nodes[index].kind {
        case .true: return true
        case .false: return false
        default: throw mismatch(Bool.self, index)
        }
    }

    /// Decodes any JSON value.
    func jsonValue(at index: Int) throws -> JSONValue {
        switch nodes[index].kind {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .ascii, .unicode, .escaped: return .string(try string(at: index))
        case .integer, .number:
            if let value: Int64 = wholeNumber(at: index) { return .integer(value) }
            return JSONValue(number: try floatingPoint(at: index)) { try? decimal(at: index) }
        case .array: return .array(try elements(of: index).map { try jsonValue(at: $0) })
        case .object:
            let members = try members(of: index).map { (try string(at: $0.name), try jsonValue(at: $0.value)) }
            return .object(Dictionary(members) { first, _ in first })
        }
    }

    private func url(at index: Int) throws -> URL {
        guard let url = URL(string: try string(at: index)) else { throw corrupted(index, "not a URL") }
        return url
    }

    /// Decodes bytes from Base64, or else from its URL-safe form, which counts as a misfit: a union prefers a type that
    /// declares the text.
    private func data(at index: Int) throws -> Data {
        let text = try string(at: index)
        if let data = Data(base64Encoded: text) { return data }
        guard let data = Data(urlSafeBase64: text) else { throw corrupted(index, "not in Base64") }
        Misfits.note()
        return data
    }
}

extension Data {
    /// Decodes Base64 in the URL-safe alphabet or the standard one, with or without padding (RFC 4648, sections 3.2 and
    /// 5). Many documents, such as those made from Google's discovery format, use `format: byte` for it.
    fileprivate init?(urlSafeBase64 text: String) {
        let digits = text.replacing("-", with: "+").replacing("_", with: "/")
        // No byte is encoded in a single digit.
        guard digits.utf8.count % 4 != 1 else { return nil }
        self.init(base64Encoded: digits + String(repeating: "=", count: -digits.utf8.count & 3))
    }
}
