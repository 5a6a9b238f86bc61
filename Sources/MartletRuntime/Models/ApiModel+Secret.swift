extension ApiModel {
    /// A value that never appears in descriptions, dumps or logs, for generated types that contain a secret.
    public protocol Secret: SelfRedacting {}
}

extension ApiModel.Secret {
    /// No properties: the value is never shown.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// The text `<redacted>`.
    public var description: String { Redaction.placeholder }
}
