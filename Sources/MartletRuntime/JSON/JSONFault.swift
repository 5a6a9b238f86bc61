/// Why a text is not JSON.
struct JSONFault: Error {
    /// What was expected, as "a comma".
    let expected: String
    /// Where, in bytes from the beginning.
    let position: Int
}
