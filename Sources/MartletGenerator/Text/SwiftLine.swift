/// A line of code to write: a range of the source, with its indentation.
struct SwiftLine {
    var indentation: Int
    let code: Range<Int>
    /// Whether a comma comes after the code.
    var hasComma = false
}
