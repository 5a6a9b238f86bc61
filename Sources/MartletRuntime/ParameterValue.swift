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
extension Double: ParameterValue {}
extension Float: ParameterValue {}

extension UUID: ParameterValue {
    /// The UUID in lower-case hexadecimal (RFC 9562, section 4).
    public var parameterText: String { uuidString.lowercased() }
}
