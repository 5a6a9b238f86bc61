import MartletModel
import MartletSource

/// The parameters of a method, as they are declared, handed on and referred to.
struct MethodSignature {
    private let method: Method
    private let access: String
    /// Declarations, without the options.
    private let parameters: [String]

    /// - Parameter access: the modifier before declarations.
    init(_ method: Method, _ access: String) {
        self.method = method
        self.access = access
        parameters = method.arguments.map { argument in
            let label =
                argument.label == argument.variable
                ? argument.label.code : "\(argument.label.text) \(argument.variable.code)"
            return "\(label): \(argument.parameterType)"
        }
    }

    private static let options = "options: RequestOptions = .init()"

    /// The method's own name.
    var name: Identifier { method.name }

    /// The method as DocC refers to it.
    var reference: String {
        "\(method.name.text)(\((method.arguments.map(\.label.text) + ["options"]).map { "\($0):" }.joined()))"
    }

    /// The declaration of a function with the method's parameters and further ones.
    ///
    /// - Parameters:
    ///   - returns: the arrow and the type, if there is one.
    ///   - replaced: declarations in the place of the method's own, by their labels.
    func lines(
        _ name: Identifier,
        returns: String,
        replaced: [Identifier: String] = [:],
        more: (before: [String], after: [String]) = ([], []),
        effects: String = " async throws",
        isPrivate: Bool = false,
        hasOptions: Bool = true
    ) -> [String] {
        let own = zip(method.arguments, parameters).map { replaced[$0.label] ?? $1 }
        return Layout.list(
            "\(isPrivate ? "private " : access)func \(name.code)(",
            own + more.before + (hasOptions ? [Self.options] : []) + more.after,
            ")\(effects)\(returns) {",
            indentation: 4
        )
    }

    /// A call that hands the parameters on.
    ///
    /// - Parameter replaced: arguments in the place of the method's own, by their labels.
    func call(
        _ head: String,
        _ tail: String,
        replaced: [Identifier: String] = [:],
        hasOptions: Bool = true,
        indentation: Int = 8
    ) -> [String] {
        let own = method.arguments.map { replaced[$0.label] ?? "\($0.label.text): \($0.variable.code)" }
        return Layout.list(head, own + (hasOptions ? ["options: options"] : []), tail, indentation: indentation)
    }
}

extension Argument {
    /// The type, and what stands for the argument when it is left out.
    fileprivate var parameterType: String {
        let code = isNullable ? "Nullable<\(type.code())>" : type.code()
        switch defaultValue {
        case .text(let text): return "\(code) = \(SwiftLiteral.string(text))"
        case .member(let name, let isCall): return "\(code) = .\(name.text)\(isCall ? "()" : "")"
        case nil: return isRequired ? code : "\(code)? = nil"
        }
    }

    /// Whether null stands for an empty value.
    private var isNullable: Bool {
        if case .query(_, .style(_, _, _, let allowEmptyValue)) = place { allowEmptyValue } else { false }
    }
}

extension Content {
    /// The type of the value that comes back, as Swift spells it.
    var resultType: String {
        switch form {
        case .events: "ServerSentEvents<\(type.code())>"
        case .sequence: "JSONSequence<\(type.code())>"
        default: type.code()
        }
    }
}

extension Result {
    /// The type as Swift spells it; `nil` for none.
    var type: String? {
        switch kind {
        case .none: nil
        case .content(let content): content.resultType
        case .optional(let content): "\(content.resultType)?"
        case .choice(let choice): choice.name.code()
        }
    }

    /// Whether the result is bytes, which can as well go to a file.
    var isData: Bool {
        if case .content(let content) = kind { content.form == .bytes } else { false }
    }
}
