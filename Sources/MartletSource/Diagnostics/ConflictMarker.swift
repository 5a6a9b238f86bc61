/// The lines that Git writes around the versions of a merge conflict.
enum ConflictMarker {
    /// Whether a line begins as such a line does.
    static func begins(_ line: some Collection<UInt8>) -> Bool {
        ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "].contains { line.starts(with: $0.utf8) }
    }
}

extension Diagnostic.Message {
    /// The document contains an unresolved merge conflict.
    static let conflictMarker = Self(
        .syntax, "this line is a conflict marker of Git",
        hint: "keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")
}
