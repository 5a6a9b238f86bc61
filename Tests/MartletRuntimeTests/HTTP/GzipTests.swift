import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime

@Suite("gzip", .timeLimit(.minutes(1)))
struct GzipTests {
    /// The bytes in parts of a size, compressed, and decompressed by the command `gzip`.
    private func restored(_ data: Data, partSize: Int) async throws -> (compressed: Int, data: Data) {
        var encoder = GzipEncoder()
        var compressed = Data()
        for start in stride(from: 0, to: data.count, by: partSize) {
            compressed += encoder.add(data[start..<min(start + partSize, data.count)])
        }
        compressed += encoder.finish()
        let folder = try TemporaryFolder()
        try compressed.write(to: folder.url.appendingPathComponent("data.gz"))
        let gzip = try await ChildProcess.run("/bin/sh", ["-c", "gzip -d '\(folder.path("data.gz"))'"])
        #expect(gzip.isSuccess, "\(gzip.errors)")
        return (compressed.count, try Data(contentsOf: folder.url.appendingPathComponent("data")))
    }

    @Test("gzip decompresses what was compressed")
    func roundTrip() async throws {
        var generator = SystemRandomNumberGenerator()
        let noise = Data((0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
        // The rarest of these bytes would have codes of more than 15 bits.
        var skewed = Data()
        var (count, next) = (1, 1)
        for byte in UInt8(0)..<22 {
            skewed += Data(repeating: byte, count: count)
            (count, next) = (next, count + next)
        }
        let json = Data(String(repeating: #"{"id":17,"name":"a token","tags":["x","y"]},"#, count: 5000).utf8)
        let rows: [(data: Data, partSize: Int)] = [
            (Data(), 1), (Data("a".utf8), 1), (Data("ab".utf8), 1), (Data("abcabcabcabc".utf8), 5),
            (Data(0...255), 100), (Data(repeating: 7, count: 400_000), 70_000), (noise, 1 << 20), (noise, 9999),
            (skewed, 1000), (json, 1 << 20), (json, 1000),
        ]
        for row in rows {
            let (_, data) = try await restored(row.data, partSize: row.partSize)
            #expect(data == row.data, "\(row.data.count) bytes in parts of \(row.partSize)")
        }
        #expect(try await restored(json, partSize: 1 << 20).compressed < json.count / 50)
        #expect(try await restored(noise, partSize: 1 << 20).compressed < noise.count + noise.count / 500)
    }
}
