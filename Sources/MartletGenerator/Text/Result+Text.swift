import MartletModel

extension Content {
    /// The type of the returned value, as Swift code.
    func resultType(in scope: NameScope) -> String {
        switch form {
        case .events: "ServerSentEvents<\(type.code(in: scope))>"
        case .sequence: "JSONSequence<\(type.code(in: scope))>"
        default: type.code(in: scope)
        }
    }
}

extension Result {
    /// The type as Swift code; `nil` for no value.
    func type(in scope: NameScope = .file) -> String? {
        switch kind {
        case .none: nil
        case .content(let content): content.resultType(in: scope)
        case .optional(let content): "\(content.resultType(in: scope))?"
        case .choice(let choice): choice.name.code(in: scope)
        }
    }

    /// Whether the result is bytes, which can also be downloaded to a file.
    var isData: Bool {
        if case .content(let content) = kind { content.form == .bytes } else { false }
    }
}
