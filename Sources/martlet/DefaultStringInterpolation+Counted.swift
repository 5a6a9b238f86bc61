extension DefaultStringInterpolation {
    /// Appends a number and a noun, such as `1 file` or `2 files`.
    mutating func appendInterpolation(counted count: Int, _ noun: String) {
        appendInterpolation("\(count) \(noun)\(count == 1 ? "" : "s")")
    }
}
