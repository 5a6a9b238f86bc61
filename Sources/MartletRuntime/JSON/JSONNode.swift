/// A value in a JSON text, or the name of a member.
///
/// The nodes of a text stand in one array in the order in which they are written: a container before what it holds, a
/// name before its value.
struct JSONNode {
    enum Kind: UInt8 {
        case null, `true`, `false`
        /// A number without a fraction and an exponent.
        case integer
        /// Any other number.
        case number
        /// A string of ASCII alone, without escapes.
        case ascii
        /// A string without escapes.
        case unicode
        /// A string with escapes.
        case escaped
        case array, object

        var isString: Bool { self == .ascii || self == .unicode || self == .escaped }
        var isNumber: Bool { self == .integer || self == .number }
    }

    let kind: Kind
    /// Where the text begins: of a string behind its quotation mark.
    let start: UInt32
    /// Where the text ends: of a string before its quotation mark.
    var end: UInt32
    /// The node behind it and all that it holds.
    var next: UInt32
    /// The container around it; the outermost value is its own.
    let parent: UInt32
    /// Its place among the elements of the container.
    let place: UInt32
}
