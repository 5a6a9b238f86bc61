/// What a scalar means by the core schema of YAML 1.2 (section 10.3.2), of which JSON is a part.
package enum Scalar: Hashable, Sendable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// An integer of any size as decimal digits, with `-` before them when negative: `+5` is `5`, `014` is `14`, `-0`
    /// is `0`, `0o14` is `12` and `0x1F` is `31`.
    case integer(SpecText)
    /// Any other number, as JSON writes numbers, the digits and the exponent as in the document: `+1.10` is `1.10`,
    /// `.5` is `0.5`, `5.` is `5.0`. What JSON has no form for is `.inf`, `-.inf` or `.nan`.
    case number(SpecText)
    /// Text.
    case string(SpecText)
}
