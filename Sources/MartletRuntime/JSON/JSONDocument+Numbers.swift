import Foundation

extension JSONDocument {
    /// A whole number, however it is written: `1e3` is one.
    /// - Throws: `DecodingError` when it is no number, has a fraction or does not fit.
    func integer<Value: FixedWidthInteger>(at index: Int) throws -> Value {
        if let value: Value = wholeNumber(at: index) { return value }
        throw nodes[index].kind.isNumber ? unreadable(index) : mismatch(Value.self, index)
    }

    /// A whole number; nil when it is none or does not fit.
    func wholeNumber<Value: FixedWidthInteger>(at index: Int) -> Value? {
        let node = nodes[index]
        switch node.kind {
        case .integer: return Value(digits: text(of: node))
        case .number:
            let text = String(decoding: text(of: node), as: UTF8.self)
            // Up to there, doubles tell whole numbers apart.
            if let value = Double(text), abs(value) < 0x1p53 { return Value(exactly: value) }
            return Decimal(string: text).flatMap { Value($0.description) }
        default: return nil
        }
    }

    /// A number.
    /// - Throws: `DecodingError` when it is none, or beyond what the type has.
    func floatingPoint<Value: BinaryFloatingPoint & LosslessStringConvertible>(at index: Int) throws -> Value {
        guard nodes[index].kind.isNumber else { throw mismatch(Value.self, index) }
        let text = String(decoding: text(of: nodes[index]), as: UTF8.self)
        guard let value = Value(text), value.isFinite else { throw unreadable(index) }
        return value
    }

    /// A number to base 10.
    /// - Throws: `DecodingError` when it is none, or beyond what the type has.
    func decimal(at index: Int) throws -> Decimal {
        guard nodes[index].kind.isNumber else { throw mismatch(Decimal.self, index) }
        let text = String(decoding: text(of: nodes[index]), as: UTF8.self)
        guard let value = Decimal(string: text), value.isFinite else { throw unreadable(index) }
        return value
    }
}

extension FixedWidthInteger {
    /// The number of some digits to base 10, behind a minus sign or not; nil when it does not fit.
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
