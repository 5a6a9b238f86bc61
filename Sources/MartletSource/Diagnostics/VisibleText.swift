/// Escapes text for output, so that every character is visible and neither terminals nor build servers act on it.
package enum VisibleText {
    /// A text with invisible characters as `<U+XXXX>`.
    package static func visible(_ text: some StringProtocol) -> String {
        var visible = ""
        append(text.unicodeScalars, to: &visible)
        return visible
    }

    /// Appends scalars to a text, invisible ones as `<U+XXXX>`.
    ///
    /// A `#` that follows a `#` is escaped as well, because some build servers take `##[` and `##vso[` anywhere in a
    /// line for a command.
    ///
    /// - Parameter inYAML: Whether the text is YAML in double quotes, which has escapes of its own.
    static func append(_ scalars: some Sequence<Unicode.Scalar>, inYAML: Bool = false, to text: inout String) {
        var previous: Unicode.Scalar = " "
        for scalar in scalars {
            if isInvisible(scalar) || (scalar == "#" && previous == "#") {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, (inYAML ? 8 : 4) - digits.count))
                text += inYAML ? "\\U\(zeros)\(digits)" : "<U+\(zeros)\(digits)>"
            } else {
                if inYAML, scalar == "\\" || scalar == "\"" { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
    }

    /// Whether a scalar has no visible glyph: controls, line breaks, bidirectional and zero-width characters, private
    /// and unassigned code points (Unicode general categories Cc, Cf, Zl, Zp, Co, Cn; property
    /// Default_Ignorable_Code_Point).
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
