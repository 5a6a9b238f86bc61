import MartletOpenAPI
package import MartletSource

extension ShapeFinder {
    /// The type of a string, Boolean or number, by its format (OpenAPI 3.2.0, 4.24.3.1, Data Type Format).
    func scalar(_ schema: MergedSchema) -> TypeReference {
        let kind = schema.types ?? schema.impliedTypes
        let formats = schema.schemas.filter { $0.format != nil }
        for source in formats.reversed() {
            guard let format = source.format, let type = self.formats.type(of: kind, format) else { continue }
            return self.type(type, of: format, holding: schema)
        }
        if let source = formats.last, let format = source.format, self.formats.hasUnsuitableType(format, of: kind) {
            diagnostics.report(.error(.unsuitableType(format), at: source.location))
        } else if let source = formats.last, let format = source.format, !FormatTable.plain.contains(format) {
            diagnostics.report(
                .warning(
                    FormatTable.isMisplaced(format) ? .misplacedFormat(format) : .unknownFormat(format),
                    at: source.location)
            )
        }
        switch kind {
        case .boolean: return .boolean
        case .number: return .double
        case .integer: return integer(schema)
        default: return isBase64(schema) ? .data : .string
        }
    }

    /// 64 bits by default: `Int` has 32 on watchOS, and real documents omit the format for times in milliseconds. A
    /// limit or a listed value beyond 64 bits selects a larger type.
    func integer(_ schema: MergedSchema) -> TypeReference {
        let bounds = schema.bounds + schema.listedValues
        return [TypeReference.int64, .uint64].first { bounds.allSatisfy($0.holds) } ?? .decimal
    }

    /// The type of a format, or a larger one if that doesn't hold what the schema's limits allow: which of the two is wrong,
    /// is unknown, and a larger type holds every value.
    private func type(_ type: TypeReference, of format: SpecText, holding schema: MergedSchema) -> TypeReference {
        let beyond = schema.bounds.filter { !type.holds($0) }
        for bound in beyond {
            diagnostics.report(.warning(.limitBeyondFormat(format), at: bound.value.location))
        }
        guard !beyond.isEmpty || !schema.listedValues.allSatisfy(type.holds) else { return type }
        return type.isInteger ? type == .uint64 ? .decimal : integer(schema) : .double
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

extension MergedSchema {
    /// The bounds of all schemas.
    fileprivate var bounds: [Bound] { schemas.flatMap(\.bounds) }

    /// The listed values.
    fileprivate var listedValues: [Bound] { (enumeration ?? []).map { Bound(value: $0, isExclusive: false) } }
}

extension Diagnostic.Message {
    package static func limitBeyondFormat(_ format: SpecText) -> Self {
        Self(.unknownFormat, "values of the format \(format) don't reach this limit; a larger type is used")
    }

    package static func unsuitableType(_ format: SpecText) -> Self {
        Self(
            .configuration,
            "the type that the configuration sets for the format \(format) does not fit values of this schema's type")
    }

    package static func misplacedFormat(_ format: SpecText) -> Self {
        Self(.unknownFormat, "the format \(format) is not one for values of this type; it is ignored")
    }

    package static func unknownFormat(_ format: SpecText) -> Self {
        Self(
            .unknownFormat, "the format \(format) is unknown and ignored",
            hint: NearMiss.hint(for: format, among: FormatTable.known.sorted())
                ?? "set a Swift type for it with formats in the configuration")
    }
}
