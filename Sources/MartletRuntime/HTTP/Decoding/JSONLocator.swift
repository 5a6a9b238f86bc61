import Foundation

/// Finds values in a JSON text by their paths, for errors to quote and for lenient decoding to leave out.
///
/// It takes the text for valid, as a decoder that named the path has found it, and UTF-8; what it does not understand it
/// does not find. No recursion, so that depth does not matter.
struct JSONLocator {
    private let bytes: [UInt8]

    /// A locator of values in `data`.
    init(_ data: Data) { bytes = Array(data) }

    /// The text of a stretch of the bytes.
    subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Where the value at a path is; nil when there is none.
    func range(of path: some Sequence<any CodingKey>) -> Range<Int>? {
        var start = skipSpace(0)
        for key in path {
            let next =
                if let index = key.intValue {
                    elements(at: start).dropFirst(index).first
                } else {
                    members(at: start).first { name($0.name) == key.stringValue }?.value
                }
            guard let next else { return nil }
            start = next.lowerBound
        }
        let end = skipValue(start)
        return start < end ? start..<end : nil
    }

    /// Where the elements of an array are, in order; none when there is no array.
    func elements(at start: Int) -> [Range<Int>] {
        guard byte(start) == UInt8(ascii: "[") else { return [] }
        var elements: [Range<Int>] = []
        var position = skipSpace(start + 1)
        while let first = byte(position), first != UInt8(ascii: "]") {
            let end = skipValue(position)
            guard end > position else { break }
            elements.append(position..<end)
            position = skipSeparator(end)
        }
        return elements
    }

    /// Where the names and values of an object are, in order; none when there is no object.
    func members(at start: Int) -> [(name: Range<Int>, value: Range<Int>)] {
        guard byte(start) == UInt8(ascii: "{") else { return [] }
        var members: [(name: Range<Int>, value: Range<Int>)] = []
        var position = skipSpace(start + 1)
        while byte(position) == UInt8(ascii: "\"") {
            let name = position..<skipValue(position)
            let value = skipSpace(skipSpace(name.upperBound) + 1)
            let end = skipValue(value)
            guard end > value else { break }
            members.append((name, value..<end))
            position = skipSeparator(end)
        }
        return members
    }

    /// The name that stands in quotes in a range.
    func name(_ range: Range<Int>) -> String {
        let raw = bytes[range].dropFirst().dropLast()
        guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
        return (try? JSONDecoder().decode(String.self, from: Data(bytes[range]))) ?? ""
    }

    private func byte(_ position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private func skipSpace(_ position: Int) -> Int {
        var position = position
        while let byte = byte(position), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
        return position
    }

    private func skipSeparator(_ position: Int) -> Int {
        let position = skipSpace(position)
        return byte(position) == UInt8(ascii: ",") ? skipSpace(position + 1) : position
    }

    /// The end of the value that begins at a position.
    private func skipValue(_ start: Int) -> Int {
        var position = start
        var depth = 0
        while let byte = byte(position) {
            switch byte {
            case UInt8(ascii: "\""): position = skipString(position)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return position }
                depth -= 1
                position += 1
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                guard depth > 0 else { return position }
                position += 1
                continue
            default:
                position += 1
                continue
            }
            // A string or a bracket has ended here.
            if depth == 0 { return position }
        }
        return position
    }

    private func skipString(_ start: Int) -> Int {
        var position = start + 1
        while let byte = byte(position), byte != UInt8(ascii: "\"") {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(position + 1, bytes.count)
    }
}
