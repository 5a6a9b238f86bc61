import Foundation

extension JSONDocument {
    /// Decodes an integer in any notation: `1e3` is an integer.
    /// - Throws: `DecodingError` if the value is not a number, has a fraction or is out of range.
    package func integer<Value: FixedWidthInteger>(at index: Int) throws -> Value {
        if let value: Value = wholeNumber(at: index) { return value }
        throw nodes[index].kind.isNumber ? unreadable(index) : mismatch(Value.self, index)
    }

    /// Decodes an `Int64`, as the generic function does.
    package func int64(at index: Int) throws -> Int64 { try digits(at: index) ?? integer(at: index) }

    /// Returns an integer; `nil` if the value is not an integer or is out of range.
    func wholeNumber<Value: FixedWidthInteger>(at index: Int) -> Value? {
        if let value = digits(at: index) { return Value(exactly: value) }
        guard nodes[index].kind.isNumber else { return nil }
        let text = text(of: nodes[index])
        if nodes[index].kind == .integer { return Value(text) }
        // Below this limit, doubles represent integers exactly.
        if let value = Double(text), abs(value) < 0x1p53 { return Value(exactly: value) }
        return Decimal(string: text).flatMap { Value($0.description) }
    }

    /// Returns an integer in plain digits; `nil` for any other text, and for more digits than an `Int64` can have.
    private func digits(at index: Int) -> Int64? {
        let node = nodes[index]
        guard node.kind == .integer else { return nil }
        var position = Int(node.start)
        let isNegative = bytes[position] == 0x2D
        if isNegative { position += 1 }
        guard Int(node.end) - position <= 18 else { return nil }
        var value: Int64 = 0
        while position < Int(node.end) {
            value = value &* 10 &+ Int64(bytes[position] &- 0x30)
            position += 1
        }
        return isNegative ? -value : value
    }

    /// Decodes a floating-point number.
    /// - Throws: `DecodingError` if the value is not a number or is out of range.
    package func floatingPoint<Value: BinaryFloatingPoint & LosslessStringConvertible>(at index: Int) throws -> Value {
        guard nodes[index].kind.isNumber else { throw mismatch(Value.self, index) }
        guard let value = Value(text(of: nodes[index])), value.isFinite else { throw unreadable(index) }
        return value
    }

    /// Decodes a decimal number.
    /// - Throws: `DecodingError` if the value is not a number or is out of range.
    func decimal(at index: Int) throws -> Decimal {
        guard nodes[index].kind.isNumber else { throw mismatch(Decimal.self, index) }
        guard let value = Decimal(string: text(of: nodes[index])), value.isFinite else { throw unreadable(index) }
        return value
    }
}
