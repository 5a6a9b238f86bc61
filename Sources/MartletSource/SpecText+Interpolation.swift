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

    /// Prevents the interpolation of the bytes of a text of a document into a `String`; see ``SpecText``.
    @available(*, deprecated, message: "text of a document leaves through an encoder only")
    package mutating func appendInterpolation(_ bytes: String.UTF8View) {}
}

extension SpecText {
    /// Builds a text from literal parts and texts of a document.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var text = ""

        /// Creates an empty text with room for the literal parts.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        /// Appends a literal part.
        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// Appends a text of a document.
        package mutating func appendInterpolation(_ part: SpecText) { text += part.characters }

        /// Appends a number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }

        /// Appends a text of martlet's own.
        package mutating func appendInterpolation(_ part: some StringProtocol) { text += part }
    }
}
