extension JSONValue {
    /// Whether this is a constant, or an array or object that contains nothing else. Null always counts as the
    /// constant; decoding rejects it where the type does not allow it.
    package func consists(of constant: JSONValue) -> Bool {
        switch self {
        case .null: true
        case .array(let elements): elements.allSatisfy { $0.consists(of: constant) }
        case .object(let members): members.values.allSatisfy { $0.consists(of: constant) }
        case .bool, .integer, .decimal, .number, .string: withWholeNumber == constant.withWholeNumber
        }
    }

    /// The same value; an integer if it is a number without a fraction: `1` and `1.0` are one number.
    package var withWholeNumber: JSONValue {
        if case .number(let value) = self, let whole = Int64(exactly: value) { .integer(whole) } else { self }
    }
}
