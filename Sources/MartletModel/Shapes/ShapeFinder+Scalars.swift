import MartletOpenAPI
package import MartletSource

extension ShapeFinder {
    /// The type of a string, Boolean or number, by its format (OpenAPI 3.2.0, 4.24.3.1, Data Type Format).
    func scalar(_ schema: MergedSchema) -> TypeReference {
        let kind = schema.types ?? schema.impliedTypes
        let formats = schema.schemas.filter { $0.format != nil }
        for source in formats.reversed() {
            guard let format = source.format, let type = self.formats.type(of: kind, format) else { continue }
            return type.isInteger && hasLargerValues(schema, than: type) ? integer(schema) : type
        }
        if let source = formats.last, let format = source.format, self.formats.hasUnsuitableType(format, of: kind) {
            diagnostics.report(.error(.unsuitableType(format), at: source.location))
        } else if let source = formats.last, let format = source.format, !FormatTable.plain.contains(format) {
            diagnostics.report(.warning(.unknownFormat(format), at: source.location))
        }
        switch kind {
        case .boolean: return .boolean
        case .number: return .double
        case .integer: return integer(schema)
        default: return isBase64(schema) ? .data : .string
        }
    }

    /// 64 bits by default: `Int` has 32 on watchOS, and real documents omit the format for times in milliseconds. A
    /// minimum, a maximum or a listed value beyond 64 bits selects a larger type.
    func integer(_ schema: MergedSchema) -> TypeReference {
        var type = TypeReference.int64
        for limit in schema.schemas.flatMap({ [$0.minimum, $0.maximum] }) + (schema.enumeration ?? []) {
            guard case .integer(let text) = limit?.scalar, Int64(text.unencoded) == nil else { continue }
            switch text {
            // The limits of 64 bits as JavaScript rounds them.
            case "9223372036854776000", "-9223372036854776000": continue
            case "18446744073709552000": type = .uint64
            default:
                if UInt64(text.unencoded) == nil { return .decimal }
                type = .uint64
            }
        }
        return type
    }

    /// Whether a listed value does not fit the type.
    private func hasLargerValues(_ schema: MergedSchema, than type: TypeReference) -> Bool {
        (schema.enumeration ?? []).contains { value in
            guard case .integer(let text) = value.scalar else { return false }
            return switch type {
            case .int32: Int32(text.unencoded) == nil
            case .int64: Int64(text.unencoded) == nil
            default: UInt64(text.unencoded) == nil
            }
        }
    }

    /// Whether text is base64-encoded (JSON Schema 2020-12 Validation, 8.3).
    private func isBase64(_ schema: MergedSchema) -> Bool {
        schema.schemas.contains { source in
            source.contentEncoding == "base64"
                || (source.contentEncoding == nil && source.contentMediaType == "application/octet-stream")
        }
    }

    /// The shape of values with several JSON types: a union with a variant for each.
    func severalTypes(_ types: Schema.Types, _ schema: MergedSchema) -> Shape {
        let kinds: [Schema.Types] = [.boolean, .integer, .number, .string, .array, .object]
        if types.isSuperset(of: [.boolean, .number, .string, .array, .object]), schema.properties.isEmpty {
            return .any
        }
        let variants = kinds.filter { types.contains($0) }.map {
            AppliedSchemas(schema.schemas.map(\.id), types: $0)
        }
        guard let owner = schema.schemas.last?.id else { return .any }
        return unionShape(owner, variants, isInclusive: false, allowsAnything: false).shape
    }
}

extension Diagnostic.Message {
    package static func unsuitableType(_ format: SpecText) -> Self {
        Self(
            .configuration,
            "the type that the configuration sets for the format \(format) does not fit values of this schema's type")
    }

    package static func unknownFormat(_ format: SpecText) -> Self {
        Self(
            .unknownFormat, "the format \(format) is unknown and ignored",
            hint: NearMiss.hint(for: format.unencoded, among: FormatTable.known.map(\.unencoded).sorted())
                ?? "set a Swift type for it with formats in the configuration")
    }
}
