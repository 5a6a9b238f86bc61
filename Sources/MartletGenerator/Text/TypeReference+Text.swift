package import MartletModel

extension TypeReference {
    /// The type as Swift code.
    ///
    /// - Parameter scope: Where the code is placed.
    package func code(in scope: NameScope = .file) -> String {
        switch self {
        case .string: "String"
        case .boolean: "Bool"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint64: "UInt64"
        case .float: "Float"
        case .double: "Double"
        case .decimal: "Decimal"
        case .dateTime: "DateTime"
        case .date: "CalendarDate"
        case .uuid: "UUID"
        case .data: "Data"
        case .json: "JSONValue"
        case .file: "HTTPBody.File"
        case .body: "HTTPBody"
        case .parts: "HTTPBody.MultipartForm"
        case .custom(let name): name.code
        // The compiler's time doubles with each level of brackets.
        case .array(let element) where element.depth > 4: "Array<\(element.code(in: scope))>"
        case .dictionary(let value) where value.depth > 4: "Dictionary<String, \(value.code(in: scope))>"
        case .array(let element): "[\(element.code(in: scope))]"
        case .dictionary(let value): "[String: \(value.code(in: scope))]"
        case .optional(let wrapped): "\(wrapped.code(in: scope))?"
        case .named(let name): name.code(in: scope)
        }
    }

    /// The number of collections in each other.
    private var depth: Int {
        switch self {
        case .array(let element): 1 + element.depth
        case .dictionary(let value): 1 + value.depth
        case .optional(let wrapped): wrapped.depth
        default: 0
        }
    }

    /// The type as Markdown, with links to the pages of types that have one.
    func markdown(pages: Set<Identifier>, in scope: NameScope = .file) -> String {
        switch self {
        case .array(let element): "\\[\(element.markdown(pages: pages, in: scope))\\]"
        case .dictionary(let value): "\\[String: \(value.markdown(pages: pages, in: scope))\\]"
        case .optional(let wrapped): "\(wrapped.markdown(pages: pages, in: scope))?"
        case .named(let name) where pages.contains(name.path[0]) && name.path[0] != scope.path.first:
            "[\(name.code(in: scope))](\(name.path[0].text).md)"
        default: code(in: scope)
        }
    }
}

extension TypeName {
    /// The name as Swift code.
    func code(in scope: NameScope = .file) -> String {
        scope.code(self)
    }
}
