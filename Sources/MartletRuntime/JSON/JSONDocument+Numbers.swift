import Foundation

extension JSONDocument {
    /// Decodes an integer in any notation: `1e3` is an integer.
    /// - Throws: `DecodingError` if the value is not a number, has a fraction or is out of range.
    package func integer<Value: FixedWidthInteger>(at index: Int) throws -> Value {
        if let value: Value = wholeNumber(at: index) { return value }
        throw nodes[index].kind.isNumber ? unreadable(index) : mismatch(Value.self, index)
    }

    /// Returns an integer; `nil` if the value is not an integer or is out of range.
    func wholeNumber<Value: FixedWidthInteger>(at index: Int) -> Value? {
        let node = nodes[index]
        switch node.kind {
        case .integer: return Value(digits: text(of: node))
        case .number:
            let text = String(decoding: text(of: node), as: UTF8.self)
            // Below this limit, doubles represent integers exactly.
            if let value = Double(text), abs(value) < 0x1p53 { return Value(exactly: value) }
            return Decimal(string: text).flatMap { Value($0.description) }
        default: return nil
        }
    }

    /// Decodes a floating-point number.
    /// - Throws: `DecodingError` if the value is not a number or is out of range.
    package func floatingPoint<Value: BinaryFloatingPoint & LosslessStringConvertible>(at index: Int) throws -> Value {
        guard nodes[index].kind.isNumber else { throw mismatch(Value.self, index) }
        let text = String(decoding: text(of: nodes[index]), as: UTF8.self)
        guard let value = Value(text), value.isFinite else { throw unreadable(index) }
        return value
    }

    /// Decodes a decimal number.
    /// - Throws: `DecodingError` if the value is not a number or is out of range.
    func decimal(at index: Int) throws -> Decimal {
        guard nodes[index].kind.isNumber else { throw mismatch(Decimal.self, index) }
        let text = String(decoding: text(of: nodes[index]), as: UTF8.self)
        guard let value = Decimal(string: text), value.isFinite else { throw unreadable(index) }
        return value
    }
}

extension FixedWidthInteger {
    /// Creates an integer from decimal digits with an optional minus sign; `nil` if it is out of range.
    fileprivate init?(digits: ArraySlice<UInt8>) {
        let isNegative = digits.first == UInt8(ascii: "-")
        var value: Self = 0
        for byte in isNegative ? digits.dropFirst() : digits {
            let digit = Self(truncatingIfNeeded: byte &- UInt8(ascii: "0"))
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = sum
        }
        self = value
    }
}
