import MartletModel

extension Content {
    /// The type of the returned value, as Swift code.
    var resultType: String {
        switch form {
        case .events: "ServerSentEvents<\(type.code())>"
        case .sequence: "JSONSequence<\(type.code())>"
        default: type.code()
        }
    }
}

extension Result {
    /// The type as Swift code; `nil` for no value.
    var type: String? {
        switch kind {
        case .none: nil
        case .content(let content): content.resultType
        case .optional(let content): "\(content.resultType)?"
        case .choice(let choice): choice.name.code()
        }
    }

    /// Whether the result is bytes, which can also be downloaded to a file.
    var isData: Bool {
        if case .content(let content) = kind { content.form == .bytes } else { false }
    }
}
