/// A value in a JSON text, or the name of a member.
///
/// The nodes of a text form an array in the order of the text: a container precedes its contents, and a name precedes
/// its value.
struct JSONNode {
    enum Kind {
        case null, `true`, `false`
        /// A number without fraction and exponent.
        case integer
        /// Any other number.
        case number
        /// An ASCII string without escapes.
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
    /// The start of the text; of a string, after the quotation mark.
    let start: UInt32
    /// The end of the text; of a string, before the quotation mark.
    var end: UInt32
    /// The index of the node after this one and its contents.
    var next: UInt32
    /// The index of the enclosing container; the outermost value is its own container.
    let parent: UInt32
    /// The index among the elements of the container.
    let place: UInt32
}
