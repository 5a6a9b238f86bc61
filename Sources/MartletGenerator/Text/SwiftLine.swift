/// A line of code to write: a part of the source after some spaces.
struct SwiftLine {
    var indentation: Int
    let code: Range<Int>
    /// Whether a comma comes after the code.
    var hasComma = false
}
