import MartletModel
import MartletOpenAPI
import MartletSource

extension ContextBuilder {
    /// The comment above a method.
    ///
    /// - Parameter page: the page that has its whole description, if there is one.
    func documentation(for method: Method, page: String?) -> [String] {
        var lines = DocumentationComment.lines([method.summary, method.description], indentation: 4, page: page)
        if let variantOf = method.variantOf {
            let types = method.result.contentTypes.map { "`\($0.unencoded)`" }.joined(separator: ", ")
            if !lines.isEmpty { lines.append("///") }
            lines += own("Asks for \(types), where `\(variantOf.text)` asks for something else.")
        }
        if !lines.isEmpty { lines.append("///") }
        if !method.arguments.isEmpty {
            lines.append("/// - Parameters:")
            for argument in method.arguments {
                lines += DocumentationComment.item(
                    "  - \(argument.label.text):",
                    argument.description ?? argument.placeDescription,
                    indentation: 4
                )
            }
            lines += DocumentationComment.item("  - options:", "Settings for this call alone.", indentation: 4)
        } else {
            lines += DocumentationComment.item("- Parameter options:", "Settings for this call alone.", indentation: 4)
        }
        if method.result.type != nil {
            lines += DocumentationComment.item("- Returns:", method.result.description, indentation: 4)
        }
        return lines + DocumentationComment.item("- Throws:", SpecText(failures(of: method)), indentation: 4)
    }

    private func failures(of method: Method) -> String {
        let typed = method.failures.compactMap { failure in
            failure.type.map { "``\($0.code())`` for \(failure.status.text)" }
        }
        if typed.isEmpty { return "``ApiError`` or `CancellationError`." }
        return "``ApiError``, with a body of \(typed.joined(separator: ", ")); `CancellationError`."
    }
}

extension Argument {
    /// What to say of an argument that the document doesn't describe.
    var placeDescription: SpecText {
        switch place {
        case .path(let name, _): SpecText("The parameter `\(name.unencoded)` of the path.")
        case .query(let name, _): SpecText("The parameter `\(name.unencoded)` of the query.")
        case .header(let name, _): SpecText("The header `\(name.unencoded)`.")
        case .cookie(let name, _): SpecText("The cookie `\(name.unencoded)`.")
        case .queryString: "The whole query."
        case .body, .bodyChoice: "The body of the request."
        case .contentType: "The media type of the body."
        case .server: "Where the operation is served."
        }
    }
}

extension StatusPattern {
    /// `404`, `4XX` or `any other status`.
    var text: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "any other status"
        }
    }
}
