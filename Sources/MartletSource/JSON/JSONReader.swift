/// Reads JSON (RFC 8259) into a tree, without recursion.
struct JSONReader {
    /// The bytes of the document.
    let bytes: [UInt8]
    /// Builds the tree.
    var builder: TreeBuilder
    /// The index of the next byte.
    var offset = 0
    /// The number of UTF-8 continuation bytes in the current line before `offset`. With it, the column is found without
    /// scanning the line.
    var continuationBytes = 0
    private var lineStart = 0
    private var line: UInt32 = 1

    /// Reads a file. Errors that don't prevent reading are reported to the collector.
    ///
    /// - Throws: The error that stops reading.
    static func read(
        _ file: SourceFile,
        options: ReaderOptions,
        diagnostics: DiagnosticCollector
    ) throws(Diagnostic) -> Node {
        let builder = TreeBuilder(file, options: options, diagnostics: diagnostics)
        var reader = JSONReader(bytes: file.bytes, builder: builder)
        try reader.readDocument()
        return reader.builder.finish()
    }

    /// Creates a reader that skips a byte order mark (RFC 8259, section 8.1).
    private init(bytes: [UInt8], builder: TreeBuilder) {
        self.bytes = bytes
        self.builder = builder
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            offset = 3
            lineStart = 3
        }
    }

    /// The byte at `offset`; `nil` at the end.
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// The position of `offset`.
    var position: Position {
        Position(line: line, column: UInt32(truncatingIfNeeded: offset - lineStart - continuationBytes) &+ 1)
    }

    /// An error at `offset`. At the end of the document, the message begins with the fact that it ends too early.
    func failure(_ message: Diagnostic.Message) -> Diagnostic {
        let isMarker = offset == lineStart && ConflictMarker.begins(bytes[offset...])
        if let marker = isMarker ? position : ConflictMarker.first(in: bytes) {
            return builder.error(.conflictMarker, at: marker)
        }
        return builder.error(offset < bytes.count ? message : .unfinishedJSON(message), at: position)
    }

    /// Reads the whole document.
    private mutating func readDocument() throws(Diagnostic) {
        skipWhiteSpace()
        if next == nil { throw builder.error(.emptyDocument, at: .start) }
        try readValue()
        while let (form, children) = builder.innermost {
            skipWhiteSpace()
            if form == .mapping {
                try readEntry(isFirst: children == 0)
            } else {
                try readElement(isFirst: children == 0)
            }
        }
        skipWhiteSpace()
        if next != nil { throw failure(.trailingJSON) }
    }

    /// Reads an element of an array with the comma before it, or the end of the array.
    private mutating func readElement(isFirst: Bool) throws(Diagnostic) {
        if try readEnd(UInt8(ascii: "]"), isFirst: isFirst, expecting: .expectedElementEnd) { return }
        try readValue()
    }

    /// Reads a member of an object with the comma before it, or the end of the object.
    private mutating func readEntry(isFirst: Bool) throws(Diagnostic) {
        if try readEnd(UInt8(ascii: "}"), isFirst: isFirst, expecting: .expectedEntryEnd) { return }
        guard next == UInt8(ascii: "\"") else {
            // Single quotes, and curly ones, which begin with this byte in UTF-8.
            let isQuoted = next == UInt8(ascii: "'") || next == 0xE2
            throw failure(next == UInt8(ascii: "}") ? .trailingComma : isQuoted ? .otherQuotes : .expectedKey)
        }
        try readString()
        skipWhiteSpace()
        guard next == UInt8(ascii: ":") else { throw failure(.expectedColon) }
        offset += 1
        skipWhiteSpace()
        try readValue()
    }

    /// Reads the end of an object or array, or the comma before the next child.
    ///
    /// - Returns: Whether the object or array has ended.
    private mutating func readEnd(
        _ end: UInt8,
        isFirst: Bool,
        expecting message: Diagnostic.Message
    ) throws(Diagnostic) -> Bool {
        if next == end {
            offset += 1
            try builder.close()
            return true
        }
        if isFirst { return false }
        guard next == UInt8(ascii: ",") else { throw failure(next == UInt8(ascii: "/") ? .comment : message) }
        offset += 1
        skipWhiteSpace()
        return false
    }

    /// Reads a scalar, or the beginning of an object or array.
    private mutating func readValue() throws(Diagnostic) {
        switch next {
        case UInt8(ascii: "\""):
            try readString()
        case UInt8(ascii: "{"):
            try builder.open(.mapping, at: position)
            offset += 1
        case UInt8(ascii: "["):
            try builder.open(.sequence, at: position)
            offset += 1
        default:
            try readPlain()
        }
    }

    /// Skips spaces, tabs and line breaks: CR, LF and CRLF (RFC 8259, section 2).
    private mutating func skipWhiteSpace() {
        while let byte = next {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                offset += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                offset += 1
                if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") { offset += 1 }
                line &+= 1
                lineStart = offset
                continuationBytes = 0
            default:
                return
            }
        }
    }
}
