import MartletSource

/// The objects and arrays of documents. Equal ones are written only once.
///
/// A line `=NAME JSON` gives a part a name, and `=NAME` outside of strings stands for it. The name is a hash of the part, so that
/// versions of the file differ only where the documents do.
struct SharedParts {
    /// The character before the index of a part in a text; `;` ends the index. JSON text doesn't contain this
    /// character.
    private static let mark = UInt8(1)
    /// The minimum length in bytes of a part that gets a name.
    private static let minimumLength = 24

    private var parts: [String] = []
    private var indices: [String: Int] = [:]
    /// The number of places in different texts that contain each part.
    private var uses: [Int] = []

    /// Returns the reference to an object or an array for the surrounding text.
    mutating func reference(to text: String) -> String {
        if text.utf8.count < Self.minimumLength { return text }
        if let known = indices[text] { return "\u{1}\(known);" }
        let index = parts.count
        indices[text] = index
        parts.append(text)
        uses.append(0)
        countUses(in: text)
        return "\u{1}\(index);"
    }

    /// Returns the lines of the named parts, and the given texts with references by name. A part comes after the parts
    /// that it contains.
    mutating func written(_ texts: [String]) -> (lines: [String], texts: [String]) {
        for text in texts { countUses(in: text) }
        var lines: [String] = []
        var written: [String] = []
        var names: Set<String> = []
        for (index, part) in parts.enumerated() {
            let text = Self.text(part, with: written)
            guard uses[index] > 1 else {
                written.append(text)
                continue
            }
            let hash = String(StableHash.hash(text), radix: 36)
            let short = String(hash.suffix(6))
            let name = names.insert(short).inserted ? short : "\(hash)0\(index)"
            lines.append("=\(name) \(text)")
            written.append("=\(name)")
        }
        return (lines, texts.map { Self.text($0, with: written) })
    }

    private mutating func countUses(in text: String) {
        for piece in text.utf8.split(separator: Self.mark, omittingEmptySubsequences: false).dropFirst() {
            if let index = Self.index(piece) { uses[index] += 1 }
        }
    }

    /// The index at the beginning of a piece of text that follows a mark.
    private static func index(_ piece: Substring.UTF8View) -> Int? {
        Int(Substring(piece.prefix { $0 != UInt8(ascii: ";") }))
    }

    private static func text(_ text: String, with parts: [String]) -> String {
        let pieces = text.utf8.split(separator: mark, omittingEmptySubsequences: false)
        var whole = String(Substring(pieces[0]))
        for piece in pieces.dropFirst() {
            if let index = index(piece) { whole += parts[index] }
            whole += Substring(piece.drop { $0 != UInt8(ascii: ";") }.dropFirst())
        }
        return whole
    }
}
