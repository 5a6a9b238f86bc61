/// Writes text so that a reader sees every character that is there, and nothing that reads the output acts on it.
enum VisibleText {
    /// Appends scalars, the invisible ones as `<U+XXXX>`.
    ///
    /// A `#` right after a `#` is written so too: some build servers take `##[` and `##vso[` anywhere in a line as a
    /// command.
    static func append(_ scalars: some Sequence<Unicode.Scalar>, to text: inout String) {
        var previous: Unicode.Scalar = " "
        for scalar in scalars {
            if isInvisible(scalar) || (scalar == "#" && previous == "#") {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
            } else {
                text.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
    }

    /// Whether a scalar has no picture of its own: controls, line breaks, bidirectional and zero-width characters,
    /// private and unassigned code points (Unicode general categories Cc, Cf, Zl, Zp, Co, Cn; property
    /// Default_Ignorable_Code_Point).
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
