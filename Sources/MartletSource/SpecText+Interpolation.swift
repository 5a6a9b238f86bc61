extension DefaultStringInterpolation {
    /// Prevents the interpolation of text of a document into a `String`; see ``SpecText``.
    ///
    /// The method is deprecated instead of unavailable, because the compiler would silently use the generic
    /// interpolation in place of an unavailable one.
    @available(*, deprecated, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ text: SpecText) {}

    /// Prevents the interpolation of text of a document into a `String`; see ``SpecText``.
    @available(*, deprecated, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ text: SpecText?) {}
}
