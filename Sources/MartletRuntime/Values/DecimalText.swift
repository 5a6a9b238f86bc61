public import Foundation

/// A decimal number that is written as text, such as `"12.50"`: a string with the format `decimal` for which the
/// configuration sets the type `Decimal`.
public struct DecimalText: Hashable, Sendable {
    /// The number.
    public var value: Decimal

    /// Creates the text of a number.
    public init(_ value: Decimal = 0) { self.value = value }
}

extension DecimalText: Comparable {
    /// Returns whether a number is less than another.
    public static func < (left: DecimalText, right: DecimalText) -> Bool { left.value < right.value }
}

extension DecimalText: ExpressibleByIntegerLiteral {
    /// Creates the text of an integer.
    public init(integerLiteral value: Int) { self.init(Decimal(value)) }
}

extension DecimalText: LosslessStringConvertible {
    /// Creates a number from a text such as `12.50` or `1e3`; `nil` for any other text.
    public init?(_ description: String) {
        // `Decimal` also takes a text that only begins with a number.
        guard description.utf8.allSatisfy("+-.0123456789eE".utf8.contains), Double(description) != nil,
            let value = Decimal(string: description), value.isFinite
        else { return nil }
        self.init(value)
    }

    /// The number as text, such as `12.5`.
    public var description: String { value.description }
}

extension DecimalText: Codable {
    /// Decodes a string such as `"12.50"`, or a number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Decimal.self) {
            self.init(number)
        } else if let value = DecimalText(try container.decode(String.self)) {
            self = value
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a decimal number")
        }
    }

    /// Encodes a string such as `"12.5"`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
