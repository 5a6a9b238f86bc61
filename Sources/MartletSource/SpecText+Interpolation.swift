extension DefaultStringInterpolation {
    /// Refuses to print text of a document; see ``SpecText``.
    @available(*, unavailable, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ text: SpecText) {}

    /// Refuses to print text of a document; see ``SpecText``.
    @available(*, unavailable, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ text: SpecText?) {}
}
