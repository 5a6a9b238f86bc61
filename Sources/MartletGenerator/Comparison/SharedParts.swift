import MartletSource

/// The objects and arrays of documents, each of which is written once, however often it is there.
///
/// A line `=NAME JSON` gives a part a name, and `=NAME` outside of strings stands for it. The name is a hash of the part, so that
/// versions of the file differ only where the documents do.
struct SharedParts {
    enum Piece: Hashable {
        case text(String)
        /// The index of a part.
        case part(Int)
    }

    /// The text of an object or an array, with the parts in it.
    struct Pieces: Hashable {
        private(set) var all: [Piece] = []

        mutating func add(_ piece: Piece) {
            if case .text(let text) = piece { add(text) } else { all.append(piece) }
        }

        mutating func add(_ text: String) {
            guard case .text(var whole)? = all.last else {
                all.append(.text(text))
                return
            }
            // Taken out, so that it is not copied.
            all.removeLast()
            whole += text
            all.append(.text(whole))
        }
    }

    /// Shorter parts are not worth a name.
    private static let minimumLength = 24

    private var parts: [Pieces] = []
    private var indices: [Pieces: Int] = [:]
    /// How many different parts have the part in them.
    private var uses: [Int] = []
    private var lengths: [Int] = []
    private var names: [String] = []
    private var takenNames: Set<String> = []

    /// The part that some pieces make.
    mutating func part(_ pieces: Pieces) -> Piece {
        if let known = indices[pieces] { return .part(known) }
        let index = parts.count
        var (length, digest) = (0, "")
        for piece in pieces.all {
            switch piece {
            case .text(let text):
                length += text.utf8.count
                digest += text
            case .part(let inner):
                uses[inner] += 1
                length += lengths[inner]
                digest += "=\(names[inner])"
            }
        }
        let hash = String(StableHash.hash(digest), radix: 36)
        let short = String(hash.suffix(6))
        let name = takenNames.insert(short).inserted ? short : "\(hash)0\(index)"
        indices[pieces] = index
        parts.append(pieces)
        uses.append(0)
        lengths.append(length)
        names.append(name)
        return .part(index)
    }

    /// The texts of some pieces, and the lines that they need before them.
    mutating func texts(of roots: [Piece]) -> [String] {
        for case .part(let index) in roots { uses[index] += 1 }
        return roots.map { root in
            if case .part(let index) = root { return text(of: parts[index]) }
            return text(of: root)
        }
    }

    /// The lines of the parts that have a name; a part comes after those in it.
    var lines: [String] {
        parts.indices.filter(isShared).map { "=\(names[$0]) \(text(of: parts[$0]))" }
    }

    private func isShared(_ index: Int) -> Bool { uses[index] > 1 && lengths[index] >= Self.minimumLength }

    private func text(of pieces: Pieces) -> String { pieces.all.map(text).joined() }

    private func text(of piece: Piece) -> String {
        switch piece {
        case .text(let text): text
        case .part(let index): isShared(index) ? "=\(names[index])" : text(of: parts[index])
        }
    }
}
