extension DecodingError {
    /// What is wrong and where, as `items[1]._id is missing`.
    var sentence: String {
        switch self {
        case .keyNotFound(let key, let context): "\((context.codingPath + [key]).text) is missing"
        case .valueNotFound(_, let context): "\(context.codingPath.text) is null"
        case .typeMismatch(let type, let context): "\(context.codingPath.text) is not of type \(type)"
        case .dataCorrupted(let context): "\(context.codingPath.text): \(context.debugDescription)"
        @unknown default: "it is not what the document says"
        }
    }
}

extension [any CodingKey] {
    /// The path as it would be written in a program: `items[1]._id`.
    fileprivate var text: String {
        guard !isEmpty else { return "the body" }
        return reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
