import MartletModel

extension TypeReference {
    /// The type as Swift spells it.
    var code: String {
        switch self {
        case .string: "String"
        case .boolean: "Bool"
        case .int32: "Int32"
        case .int64: "Int64"
        case .float: "Float"
        case .double: "Double"
        case .json: "JSONValue"
        case .array(let element): "[\(element.code)]"
        case .dictionary(let value): "[String: \(value.code)]"
        case .named(let name): name.code
        }
    }

    /// The type in Markdown, with links to the pages of those that have one.
    func markdown(pages: Set<Identifier>) -> String {
        switch self {
        case .array(let element): "\\[\(element.markdown(pages: pages))\\]"
        case .dictionary(let value): "\\[String: \(value.markdown(pages: pages))\\]"
        case .named(let name) where pages.contains(name): "[\(name.text)](\(name.text).md)"
        default: code
        }
    }
}
