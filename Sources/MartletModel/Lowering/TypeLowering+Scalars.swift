import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// The type of a string, boolean or number by its format (OpenAPI 3.0.3, section 4.4).
    func scalarType(of schema: Schema) -> TypeReference {
        switch (schema.kind, schema.format) {
        case (.boolean, nil): return .boolean
        // 64 bits where nothing else is said: `Int` has 32 on watchOS, and real documents leave the format out of
        // times in milliseconds.
        case (.integer, nil), (.integer, "int64"): return .int64
        case (.integer, "int32"): return .int32
        case (.number, nil), (.number, "double"): return .double
        case (.number, "float"): return .float
        case (.string, nil), (.string, "password"): return .string
        case (let kind, let format?):
            diagnostics.report(.warning(.unknownFormat(format), at: schema.location))
            return kind == .boolean ? .boolean : kind == .integer ? .int64 : kind == .number ? .double : .string
        case (_, nil): return .json
        }
    }
}

extension Diagnostic.Message {
    package static func unknownFormat(_ format: SpecText) -> Self {
        "the format \(format) is not supported yet; the value has the type that it would have without one"
    }
}
