public import Foundation

/// A value that can stand in a path, a query or a header.
public protocol ParameterValue: Sendable {
    /// The value as text, not yet encoded for the place where it lands.
    var parameterText: String { get }
}

extension String: ParameterValue {
    /// The string itself.
    public var parameterText: String { self }
}

extension Bool: ParameterValue {
    /// `true` or `false`.
    public var parameterText: String { self ? "true" : "false" }
}

extension ParameterValue where Self: LosslessStringConvertible {
    /// The value as Swift writes it, in decimal digits.
    public var parameterText: String { description }
}

extension ParameterValue where Self: RawRepresentable, RawValue: ParameterValue {
    /// The text of the raw value.
    public var parameterText: String { rawValue.parameterText }
}

extension Int: ParameterValue {}
extension Int32: ParameterValue {}
extension Int64: ParameterValue {}
extension UInt64: ParameterValue {}
extension Double: ParameterValue {}
extension Float: ParameterValue {}

extension UUID: ParameterValue {
    /// The UUID in lower-case hexadecimal (RFC 9562, section 4).
    public var parameterText: String { uuidString.lowercased() }
}

extension Decimal: ParameterValue {
    /// The number in decimal digits.
    public var parameterText: String { description }
}

extension JSONValue: ParameterValue {
    /// A string itself, a number, `true`, `false` or `null`; an array or an object as JSON.
    public var parameterText: String {
        switch self {
        case .null: "null"
        case .bool(let value): value.parameterText
        case .integer(let value): value.parameterText
        case .decimal(let value): value.parameterText
        case .number(let value): value.parameterText
        case .string(let value): value
        case .array, .object: (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }
}
