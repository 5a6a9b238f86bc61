/// A value that shows only what it chooses to, however it is printed: interpolated, `print`ed, `dump`ed, walked with
/// `Mirror` or quoted in an error.
///
/// A type names what may be seen and gets every textual form from that. Adding a stored property to such a type shows
/// nothing new until it is listed.
public protocol SelfRedacting: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What may be seen, in the order in which it is shown.
    var shownProperties: KeyValuePairs<String, Any> { get }
}

extension SelfRedacting {
    /// `TypeName(label: value, …)` of the shown properties.
    public var description: String {
        "\(Self.self)(\(shownProperties.map { "\($0.key): \($0.value)" }.joined(separator: ", ")))"
    }

    /// The same text as ``CustomStringConvertible/description``.
    public var debugDescription: String { description }

    /// A mirror of the shown properties alone.
    public var customMirror: Mirror {
        Mirror(self, children: shownProperties, displayStyle: .struct, ancestorRepresentation: .suppressed)
    }
}
