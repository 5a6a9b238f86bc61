extension JSONDocument {
    /// The description of a value of the right type that Swift cannot represent.
    package static let unreadable = "the number does not fit or the string is malformed"

    /// The error for a missing member of an object.
    package func missing(_ name: String, _ object: Int) -> DecodingError {
        .keyNotFound(
            PropertyKey(name),
            .init(codingPath: path(to: object), debugDescription: "there is no member of this name")
        )
    }

    /// The error for a value of another type.
    func mismatch(_ type: any Any.Type, _ index: Int) -> DecodingError {
        let context = DecodingError.Context(codingPath: path(to: index), debugDescription: "it is not of this type")
        return isNull(at: index) ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    /// The error for a value of the right type that Swift cannot represent.
    func unreadable(_ index: Int) -> DecodingError { corrupted(index, Self.unreadable) }

    /// The error for a string in the wrong format.
    func corrupted(_ index: Int, _ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(to: index), debugDescription: reason))
    }

    /// The error for a text that is not JSON.
    func notJSON(_ fault: JSONFault) -> DecodingError {
        let lines = text[..<fault.position].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let place = "line \(lines.count), column \((lines.last?.count ?? 0) + 1)"
        return .dataCorrupted(
            .init(codingPath: [], debugDescription: "not valid JSON at \(place), where \(fault.expected) was expected")
        )
    }

    /// Returns the path of a value.
    func path(to index: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var index = index
        while index > 0 {
            let container = Int(nodes[index].parent)
            if nodes[container].kind == .array {
                path.append(ElementIndex(Int(nodes[index].place)))
            } else {
                path.append(PropertyKey((try? string(at: index - 1)) ?? ""))
            }
            index = container
        }
        return path.reversed()
    }
}
