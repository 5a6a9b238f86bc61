/// A block of compressed data with dynamic Huffman codes (RFC 1951, section 3.2.7).
struct DeflateBlock {
    /// A byte, or a reference to earlier bytes.
    private struct Symbol {
        /// The byte, or the length of the earlier bytes.
        let value: UInt16
        /// The distance back to the earlier bytes; 0 for a byte.
        let distance: UInt16
    }

    private var symbols: [Symbol] = []

    /// The maximum distance of a reference.
    static let maxDistance = 1 << 15 - 1
    private static let lengths = 3...258
    /// The maximum number of earlier positions that are tried for a reference.
    private static let maxTries = 32
    private static let endOfBlock = 256

    /// Finds the bytes of a block that occur earlier in the block, or in the bytes before it.
    init(_ block: [UInt8], after history: [UInt8]) {
        let bytes = history + block
        symbols.reserveCapacity(block.count / 3)
        // The last position of each hash of three bytes, and for each position the previous one with the same hash.
        var last = [Int32](repeating: -1, count: 1 << 15)
        var previous = [Int32](repeating: -1, count: bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            func note(_ place: Int) {
                guard place + 2 < bytes.count else { return }
                let hash = Self.hash(bytes, place)
                previous[place] = last[hash]
                last[hash] = Int32(place)
            }
            for place in 0..<history.count { note(place) }
            var place = history.count
            while place < bytes.count {
                var length = 0
                var distance = 0
                if place + 2 < bytes.count {
                    let limit = min(Self.lengths.upperBound, bytes.count - place)
                    var candidate = Int(last[Self.hash(bytes, place)])
                    var tries = 0
                    while candidate >= 0, place - candidate <= Self.maxDistance, tries < Self.maxTries, length < limit {
                        var count = 0
                        while count < limit, bytes[candidate + count] == bytes[place + count] { count += 1 }
                        if count > length { (length, distance) = (count, place - candidate) }
                        candidate = Int(previous[candidate])
                        tries += 1
                    }
                }
                if length >= Self.lengths.lowerBound {
                    symbols.append(Symbol(value: UInt16(length), distance: UInt16(distance)))
                } else {
                    symbols.append(Symbol(value: UInt16(bytes[place]), distance: 0))
                    length = 1
                }
                for _ in 0..<length {
                    note(place)
                    place += 1
                }
            }
        }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let value = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
        return Int((value &* 0x9E37_79B1) >> 17)
    }

    /// Writes the block, which is not the last one.
    func write(to output: inout DeflateOutput) {
        var counts = [Int](repeating: 0, count: 286)
        var distanceCounts = [Int](repeating: 0, count: 30)
        counts[Self.endOfBlock] = 1
        for symbol in symbols {
            counts[Self.code(symbol).code] += 1
            if symbol.distance > 0 { distanceCounts[Self.distance(symbol).code] += 1 }
        }
        let code = HuffmanCode(counts, maxLength: 15)
        let distanceCode = HuffmanCode(distanceCounts, maxLength: 15)
        output.write(0b100, count: 3)
        Self.write([code, distanceCode], to: &output)
        for symbol in symbols {
            let (number, extra, bits) = Self.code(symbol)
            code.write(number, to: &output)
            output.write(extra, count: bits)
            guard symbol.distance > 0 else { continue }
            let (distance, more, count) = Self.distance(symbol)
            distanceCode.write(distance, to: &output)
            output.write(more, count: count)
        }
        code.write(Self.endOfBlock, to: &output)
    }

    /// Writes the lengths of the two codes, which are compressed themselves. Only runs of zeros are shortened.
    private static func write(_ codes: [HuffmanCode], to output: inout DeflateOutput) {
        let minima = [257, 1]
        let used = zip(codes, minima).map { code, minimum in
            max(minimum, (code.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
        }
        let lengths = zip(codes, used).flatMap { code, count in code.lengths[..<count] }
        var items: [(symbol: Int, extra: UInt32, bits: Int)] = []
        var place = 0
        while place < lengths.count {
            let zeros = min(138, lengths[place...].prefix { $0 == 0 }.count)
            switch zeros {
            case 11...: items.append((18, UInt32(zeros - 11), 7))
            case 3...: items.append((17, UInt32(zeros - 3), 3))
            default: items.append((Int(lengths[place]), 0, 0))
            }
            place += zeros >= 3 ? zeros : 1
        }
        var counts = [Int](repeating: 0, count: 19)
        for item in items { counts[item.symbol] += 1 }
        let code = HuffmanCode(counts, maxLength: 7)
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        output.write(UInt32(used[0] - 257), count: 5)
        output.write(UInt32(used[1] - 1), count: 5)
        output.write(UInt32(order.count - 4), count: 4)
        for symbol in order { output.write(UInt32(code.lengths[symbol]), count: 3) }
        for item in items {
            code.write(item.symbol, to: &output)
            output.write(item.extra, count: item.bits)
        }
    }

    /// Returns the code of a byte or of a length, with its extra bits (RFC 1951, section 3.2.5).
    private static func code(_ symbol: Symbol) -> (code: Int, extra: UInt32, bits: Int) {
        let value = Int(symbol.value)
        if symbol.distance == 0 { return (value, 0, 0) }
        if value == lengths.upperBound { return (285, 0, 0) }
        let rest = value - lengths.lowerBound
        if rest < 8 { return (257 + rest, 0, 0) }
        let bits = rest.bitWidth - 1 - rest.leadingZeroBitCount - 2
        return (257 + 4 * (bits + 1) + (rest >> bits & 3), UInt32(rest & (1 << bits - 1)), bits)
    }

    /// Returns the code of a distance, with its extra bits.
    private static func distance(_ symbol: Symbol) -> (code: Int, extra: UInt32, bits: Int) {
        let rest = Int(symbol.distance) - 1
        if rest < 4 { return (rest, 0, 0) }
        let bits = rest.bitWidth - 1 - rest.leadingZeroBitCount - 1
        return (2 * (bits + 1) + (rest >> bits & 1), UInt32(rest & (1 << bits - 1)), bits)
    }
}
