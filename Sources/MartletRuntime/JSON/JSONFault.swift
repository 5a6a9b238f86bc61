/// The reason why a text is not JSON.
struct JSONFault: Error {
    /// The expected syntax, such as "a comma".
    let expected: String
    /// The position in bytes from the start.
    let position: Int
}
