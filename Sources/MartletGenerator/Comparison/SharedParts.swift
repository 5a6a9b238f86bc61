import MartletSource

/// The objects and arrays of documents. Equal ones are written only once.
///
/// A line `=NAME JSON` gives a part a name, and `=NAME` outside of strings stands for it. The name is a hash of the part, so that
/// versions of the file differ only where the documents do.
struct SharedParts {
    /// JSON text with references to parts.
    struct Text: Hashable {
        /// The text without the references, as UTF-8.
        fileprivate var bytes: [UInt8] = []
        /// The references in their order, with their offsets in the text.
        fileprivate var references: [Reference] = []

        static func += (left: inout Text, right: String) { left.bytes += right.utf8 }
    }

    fileprivate struct Reference: Hashable {
        let offset: Int
        let part: Int
    }

    /// The minimum length in bytes of a part that gets a name.
    private static let minimumLength = 24
    /// The usual length in bytes of a reference: `=` and six characters.
    private static let referenceLength = 7

    private var parts: [Text] = []
    private var indices: [Text: Int] = [:]
    /// The number of places in different texts that contain each part.
    private var uses: [Int] = []

    /// Appends an object or an array to the surrounding text: a reference, or a copy if it is short.
    mutating func add(_ part: Text, to text: inout Text) {
        guard part.bytes.count + part.references.count * Self.referenceLength >= Self.minimumLength else {
            text.references += part.references.map { Reference(offset: $0.offset + text.bytes.count, part: $0.part) }
            text.bytes += part.bytes
            return
        }
        let index = indices[part] ?? parts.count
        if index == parts.count {
            indices[part] = index
            parts.append(part)
            uses.append(0)
            countUses(in: part)
        }
        text.references.append(Reference(offset: text.bytes.count, part: index))
    }

    /// Returns the lines of the named parts, and the given texts with references by name. A part comes after the parts
    /// that it contains.
    mutating func written(_ texts: [Text]) -> (lines: [String], texts: [String]) {
        for text in texts { countUses(in: text) }
        var lines: [String] = []
        var written: [[UInt8]] = []
        var names: Set<String> = []
        for (index, part) in parts.enumerated() {
            let bytes = Self.bytes(of: part, with: written)
            guard uses[index] > 1 else {
                written.append(bytes)
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let hash = String(StableHash.hash(text), radix: 36)
            let short = String(hash.suffix(6))
            let name = names.insert(short).inserted ? short : "\(hash)0\(index)"
            lines.append("=\(name) \(text)")
            written.append(Array("=\(name)".utf8))
        }
        return (lines, texts.map { String(decoding: Self.bytes(of: $0, with: written), as: UTF8.self) })
    }

    private mutating func countUses(in text: Text) {
        for reference in text.references { uses[reference.part] += 1 }
    }

    private static func bytes(of text: Text, with parts: [[UInt8]]) -> [UInt8] {
        var whole: [UInt8] = []
        var start = 0
        for reference in text.references {
            whole += text.bytes[start..<reference.offset]
            whole += parts[reference.part]
            start = reference.offset
        }
        return whole + text.bytes[start...]
    }
}
