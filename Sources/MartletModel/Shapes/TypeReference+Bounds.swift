import MartletOpenAPI
package import MartletSource

extension TypeReference {
    /// Whether the type holds all numbers up to a bound; true for types without numbers.
    func holds(_ bound: Bound) -> Bool {
        guard let number = bound.value.number else { return true }
        if self == .float { return bound.value.text.flatMap { Float($0) }?.isFinite ?? true }
        guard isInteger else { return true }
        if holds(number.integerPart) || Self.roundedLimits[self, default: []].contains(number) { return true }
        return bound.isExclusive && number.integerPart.predecessor.map(holds) ?? false
    }

    /// Whether a type of integers holds an integer.
    func holds(_ digits: SpecText) -> Bool {
        switch self {
        case .int32: Int32(digits) != nil
        case .int64: Int64(digits) != nil
        case .uint64: UInt64(digits) != nil
        default: true
        }
    }

    /// The number of a floating-point type that is nearest to a number; `nil` for a number that would become infinite or
    /// zero, and for other types.
    package func nearest(_ text: SpecText) -> String? {
        switch self {
        case .float: Self.nearest(text, as: Float.self)
        case .double: Self.nearest(text, as: Double.self)
        default: nil
        }
    }

    private static func nearest<Value: BinaryFloatingPoint & LosslessStringConvertible>(
        _ text: SpecText, as type: Value.Type
    ) -> String? {
        guard let value = Value(text), value.isFinite, !value.isZero || DecimalParts(text)?.digits.isEmpty == true
        else { return nil }
        return value.description
    }

    /// Whether a literal of the type can be exactly a number. A fraction is as near to it as the type comes.
    func isExact(_ number: DecimalParts) -> Bool {
        if self == .decimal { return number.terms != nil }
        guard let integer = number.integer, [.float, .double].contains(self) else { return true }
        return nearest(integer).flatMap { DecimalParts(SpecText($0)) } == number
    }

    /// The limits of 64 bits as JavaScript rounds them.
    private static let roundedLimits: [TypeReference: [DecimalParts?]] = [
        .int64: [DecimalParts("9223372036854776000"), DecimalParts("-9223372036854776000")],
        .uint64: [DecimalParts("18446744073709552000")],
    ]
}

extension SpecText {
    /// The integer that is nearer to zero by one, if that differs in the last digit alone, as where a type ends.
    fileprivate var predecessor: SpecText? {
        guard let digit = raw(for: .digits).last?.wholeNumberValue, digit > 0 else { return nil }
        return SpecText(raw(for: .digits).dropLast() + String(digit - 1))
    }
}
