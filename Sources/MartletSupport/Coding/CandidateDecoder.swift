import MartletRuntime

/// Decodes a JSON value as one of several candidate types.
struct CandidateDecoder {
    private let decoder: any Decoder
    /// The properties; `nil` if the value is not an object.
    let object: ObjectDecoder?

    init(_ decoder: any Decoder) {
        self.decoder = decoder
        object = try? ObjectDecoder(decoder)
    }

    /// Returns the value decoded as a type, and the number of its misfits; `nil` if it does not match the type.
    func candidate<Value: Decodable>() -> (result: Value, misfits: Int)? {
        guard let node = decoder as? JSONNodeDecoder else { return try? Misfits.count { try decoded() } }
        return node.document.memory.value(at: node.index) {
            try? Misfits.count { try node.document.value(at: node.index) }
        }
    }

    /// Decodes the value as a type.
    /// - Throws: `DecodingError` if it is not of the type.
    func decoded<Value: Decodable>() throws -> Value { try decoder.singleValueContainer().decode(Value.self) }

    /// Records that the value matches none of a union's types.
    func noteUnrecognized(as union: any ApiModel.OpenUnion.Type) {
        guard let node = decoder as? JSONNodeDecoder else { return }
        node.document.memory.noteUnrecognized(at: node.index, as: union)
    }

    /// Whether a union was decoded from the value without matching any of its types.
    func isUnrecognized<Union: ApiModel.OpenUnion>(_ union: Union) -> Bool {
        if let node = decoder as? JSONNodeDecoder {
            return node.document.memory.isUnrecognized(at: node.index, as: Union.self)
        }
        return (try? decoded() as JSONValue).map { union == .unrecognized($0) } ?? false
    }

    /// Returns the number of properties other than those with the given names; 0 if `names` is `nil`.
    func count(besides names: [String]?) -> Int {
        guard let names, let object else { return 0 }
        return object.names.count { !names.contains($0) }
    }
}
