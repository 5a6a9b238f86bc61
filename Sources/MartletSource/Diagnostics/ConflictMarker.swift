/// The lines that Git writes around the versions of a merge conflict.
enum ConflictMarker {
    /// Whether a line begins as such a line does.
    static func begins(_ line: some Collection<UInt8>) -> Bool {
        ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "].contains { line.starts(with: $0.utf8) }
    }

    /// The position of the first line that begins a conflict; `nil` if there is none. Where a marker is in the middle of a
    /// value, the readers notice it later, or not at all.
    static func first(in bytes: [UInt8]) -> Position? {
        let mark = "<<<<<<< ".utf8
        let offset = bytes.withUnsafeBufferPointer { bytes in
            bytes.indices.first { index in
                bytes[index] == UInt8(ascii: "<") && (index == 0 || bytes[index - 1] == UInt8(ascii: "\n"))
                    && bytes[index...].starts(with: mark)
            }
        }
        return offset.map { Position(offset: $0, in: bytes) }
    }
}

extension Diagnostic.Message {
    /// The document contains an unresolved merge conflict.
    static let conflictMarker = Self(
        .syntax, "this line is a conflict marker of Git",
        hint: "keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")
}
