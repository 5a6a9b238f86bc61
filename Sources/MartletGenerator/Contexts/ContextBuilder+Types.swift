import MartletModel
import MartletTemplates

extension ContextBuilder {
    /// A type that templates can take apart, to spell it in another language: `{{#typeKind.array}}`.
    ///
    /// A kind with an element or wrapped type has that type's `typeKind` as its value; a declared type has its name.
    func typeKind(of type: TypeReference) -> TemplateValue {
        let (kind, value): (String, TemplateValue) =
            switch type {
            case .string: ("string", true)
            case .boolean: ("boolean", true)
            case .int32: ("int32", true)
            case .int64: ("int64", true)
            case .uint64: ("uint64", true)
            case .float: ("float", true)
            case .double: ("double", true)
            case .decimal: ("decimal", true)
            case .dateTime: ("dateTime", true)
            case .date: ("date", true)
            case .uuid: ("uuid", true)
            case .data: ("data", true)
            case .json: ("json", true)
            case .file: ("file", true)
            case .body: ("body", true)
            case .parts: ("parts", true)
            case .custom(let name): ("custom", .name(name))
            case .array(let element): ("array", ["typeKind": typeKind(of: element)])
            case .dictionary(let value): ("dictionary", ["typeKind": typeKind(of: value)])
            case .optional(let wrapped): ("optional", ["typeKind": typeKind(of: wrapped)])
            case .named(let name): ("named", .string(name.code()))
            }
        return .choice(TemplateChoice(kind, value, among: Self.typeKinds))
    }

    private static let typeKinds = [
        "string", "boolean", "int32", "int64", "uint64", "float", "double", "decimal", "dateTime", "date", "uuid",
        "data", "json", "file", "body", "parts", "custom", "array", "dictionary", "optional", "named",
    ]
}
