/// The value of a scalar by YAML's core schema, which includes JSON's values (YAML 1.2.2, 10.3.2).
package enum Scalar: Hashable, Sendable {
    /// Null.
    case null
    /// True or false.
    case bool(Bool)
    /// An integer of any size as decimal digits, with `-` before them if it is negative: `+5` is `5`, `014` is `14`,
    /// `-0` is `0`, `0o14` is `12` and `0x1F` is `31`.
    case integer(SpecText)
    /// Any other number in JSON's syntax, with the digits and the exponent as in the document: `+1.10` is `1.10`, `.5`
    /// is `0.5`, `5.` is `5.0`. Numbers that JSON doesn't have are `.inf`, `-.inf` and `.nan`.
    case number(SpecText)
    /// A string.
    case string(SpecText)
}
