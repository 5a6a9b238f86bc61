import Foundation

/// A compressor that writes the gzip format (RFC 1952). Foundation has none on Linux.
struct GzipEncoder {
    private var output = DeflateOutput()
    /// The bytes before the current block that it may refer to.
    private var history: [UInt8] = []
    /// The bytes that have not been compressed yet.
    private var pending: [UInt8] = []
    private var checksum = CRC32()
    private var count: UInt32 = 0

    /// The number of bytes that are compressed at once.
    private static let blockSize = 1 << 17

    /// Starts a file without a name or a date.
    init() {
        // The magic number, deflate, no flags, no date, no hint, an unknown system.
        output.bytes = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    }

    /// Adds bytes.
    /// - Returns: The compressed bytes that are complete, which may be none.
    mutating func add(_ data: Data) -> Data {
        checksum.add(data)
        count &+= UInt32(truncatingIfNeeded: data.count)
        pending += data
        while pending.count >= Self.blockSize {
            compress(Array(pending.prefix(Self.blockSize)))
            pending.removeFirst(Self.blockSize)
        }
        return output.takeBytes()
    }

    /// Ends the file.
    /// - Returns: The remaining compressed bytes.
    mutating func finish() -> Data {
        if !pending.isEmpty { compress(pending) }
        pending = []
        // An empty block with the fixed codes is the last one.
        output.write(0b011, count: 3)
        output.write(0, count: 7)
        output.align()
        for number in [checksum.value, count] {
            for shift in stride(from: UInt32(0), to: 32, by: 8) { output.write(number >> shift & 0xFF, count: 8) }
        }
        return output.takeBytes()
    }

    private mutating func compress(_ block: [UInt8]) {
        DeflateBlock(block, after: history).write(to: &output)
        history = Array((history + block).suffix(DeflateBlock.maxDistance))
    }
}

/// The checksum of RFC 1952, section 8.
private struct CRC32 {
    private var state: UInt32 = 0xFFFF_FFFF

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    var value: UInt32 { ~state }

    mutating func add(_ data: Data) {
        var state = state
        Self.table.withUnsafeBufferPointer { table in
            for byte in data { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
        }
        self.state = state
    }
}

/// The bits of a compressed file, the lowest bit of each byte first (RFC 1951, section 3.1.1).
struct DeflateOutput {
    /// The complete bytes.
    var bytes: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    /// Writes the lowest bits of a number, at most 32.
    mutating func write(_ value: UInt32, count more: Int) {
        bits |= UInt64(value) << UInt64(count)
        count += more
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }

    /// Fills the last byte with zeros.
    mutating func align() {
        if count > 0 { write(0, count: 8 - count) }
    }

    /// Returns the complete bytes, and keeps the rest.
    mutating func takeBytes() -> Data {
        defer { bytes = [] }
        return Data(bytes)
    }
}
