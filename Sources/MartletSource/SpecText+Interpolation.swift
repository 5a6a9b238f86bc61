extension DefaultStringInterpolation {
    /// Refuses to print text of a document; see ``SpecText``.
    ///
    /// Deprecated, which is an error where warnings are, and not unavailable: then the compiler would take the generic
    /// interpolation in its place and say nothing.
    @available(*, deprecated, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ text: SpecText) {}

    /// Refuses to print text of a document; see ``SpecText``.
    @available(*, deprecated, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ text: SpecText?) {}
}
