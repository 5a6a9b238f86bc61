extension ApiModel {
    /// A type whose textual representations contain only selected properties: interpolation, `print`, `dump`, `Mirror`
    /// and quotations in errors.
    ///
    /// A conforming type lists the properties to show, and all textual representations are derived from the list. A new
    /// stored property is not shown until it is listed.
    public protocol SelfRedacting: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
        /// The properties to show, in order.
        var shownProperties: KeyValuePairs<String, Any> { get }
    }
}

extension ApiModel.SelfRedacting {
    /// The shown properties as `TypeName(label: value, …)`.
    public var description: String {
        "\(Self.self)(\(shownProperties.map { "\($0.key): \($0.value)" }.joined(separator: ", ")))"
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror of the shown properties only.
    public var customMirror: Mirror {
        Mirror(self, children: shownProperties, displayStyle: .struct, ancestorRepresentation: .suppressed)
    }
}
