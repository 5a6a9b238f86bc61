import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Limits of size", .timeLimit(.minutes(2)))
    struct SizeLimitTests {
        /// The result of a separate process for an endless body, and its memory in excess of that for a small one.
        private func probe(
            _ carrier: Carrier,
            _ answer: CannedResponse,
            _ options: [String] = []
        ) async throws -> (first: String, growthMiB: Int) {
            func run(_ answer: CannedResponse, _ options: [String]) async throws -> (first: String, peakKiB: Int) {
                let server = try LoopbackServer(answer)
                defer { server.stop() }
                let probe = try await ChildProcess.run("MartletProbe", [carrier.rawValue, "\(server.url)"] + options)
                #expect(probe.isSuccess, "\(probe.errors)")
                let peak = probe.lines.last.flatMap { Int($0.split(separator: " ")[1]) }
                return (try #require(probe.lines.first), try #require(peak))
            }
            let small = try await run(CannedResponse(200, body: "{}"), [])
            let large = try await run(answer, options)
            return (large.first, (large.peakKiB - small.peakKiB) / 1024)
        }

        private static let ok = Data("HTTP/1.1 200 OK\r\n".utf8)
        private static let flood = CannedResponse.Step.flood(Data(repeating: 0x61, count: 1 << 16), times: 1 << 14)

        @Test(
            "R42 a response of a gigabyte ends at the limit, announced or not, without using memory",
            arguments: Carrier.all
        )
        func gigabyte(carrier: Carrier) async throws {
            for head in ["\r\n", "Content-Length: 1073741824\r\n\r\n"] {
                let answer = CannedResponse([.write(Self.ok + Data(head.utf8)), Self.flood])
                let (first, growth) = try await probe(carrier, answer)
                #expect(first.hasPrefix("responseTooLarge 0 unknown "), "\(first)")
                #expect(growth < 64, "\(growth) MiB")
            }
        }

        @Test("R66 the limit also applies to errors", arguments: Carrier.all)
        func errors(carrier: Carrier) async throws {
            let answer = CannedResponse([.write(Data("HTTP/1.1 500 E\r\n\r\n".utf8)), Self.flood])
            let server = try LoopbackServer(answer)
            defer { server.stop() }
            #expect(try await carrier.client(server.url).failure(of: .list).kind == .responseTooLarge)
            let stream = try await #require(throws: ApiError.self) {
                _ = try await carrier.client(server.url).stream(.list, options: .init())
            }
            #expect(stream.kind == .responseTooLarge)
            try await server.untilIdle()
        }

        @Test("a body of exactly the limit is accepted, and one byte more is rejected", arguments: Carrier.all)
        func exact(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "[1,2]"))
            defer { server.stop() }
            #expect(try await carrier.client(server.url) { $0.maxResponseBytes = 5 }.json(.list) == [1, 2])
            let error = try await carrier.client(server.url) { $0.maxResponseBytes = 4 }.failure(of: .list)
            #expect(error.kind == .responseTooLarge)
        }

        /// Ten gigabytes of zeros in ten megabytes: blocks of a million zeros that do not refer to each other.
        private static let bomb = CannedResponse([
            .write(ok + Data("Content-Encoding: gzip\r\n\r\n".utf8) + bytes("1f8b0800000000000203000000ffff")),
            .flood(
                bytes("ecc101010000008220ffaf6e484001") + Data(count: 968) + bytes("af060000ffff"),
                times: 10_000
            ),
        ])

        @Test(
            "R43 a body that decompresses to ten gigabytes ends at the limit, without using memory",
            arguments: Carrier.all)
        func bomb(carrier: Carrier) async throws {
            let (first, growth) = try await probe(carrier, Self.bomb)
            #expect(first.hasPrefix("responseTooLarge 0 unknown "), "\(first)")
            #expect(growth < 64, "\(growth) MiB")
        }

        /// Encoded bodies, with the expected content; nil for an error.
        static let encoded: [(encoding: String, hex: String, body: String?)] = [
            ("gzip", "1f8b0800000000000203ab564a54b232ac0500afac1b5600000000", nil),
            ("gzip", "7b7d7b7d7b7d7b7d7b7d7b7d", nil), ("identity", "7b7d", "{}"), ("unheard-of", "7b7d", nil),
        ]

        @Test("R43 a body that does not match its content encoding is an error", arguments: Carrier.all, encoded)
        func badEncoding(carrier: Carrier, sample: (encoding: String, hex: String, body: String?)) async throws {
            let body = bytes(sample.hex)
            let answer = CannedResponse(
                200,
                headers: [("Content-Encoding", sample.encoding)],
                bytes: body,
                contentType: nil
            )
            if let text = sample.body {
                #expect(try await carrier.response(from: answer).rawBody == Data(text.utf8))
            } else {
                #expect(try await carrier.failure(from: answer).kind == .transport)
            }
        }

        @Test("R43 a body with one or two content encodings is decoded", arguments: Carrier.all)
        func goodEncoding(carrier: Carrier) async throws {
            let once = bytes("1f8b0800000000000203ab564a54b232ac0500afac1b5607000000")
            let answer = CannedResponse(200, headers: [("Content-Encoding", "gzip")], bytes: once, contentType: nil)
            #expect(try await carrier.response(from: answer).rawBody == Data(#"{"a":1}"#.utf8))
            // Packed twice and labelled once: what is inside stays packed.
            let twice = bytes(
                "1f8b080000000000020393efe660000126e6d5615e219b8cd6b032ac5f231dc60e1402007bad05a81b000000"
            )
            for (encoding, body) in [("gzip", once), ("gzip, gzip", Data(#"{"a":1}"#.utf8))] {
                let answer = CannedResponse(
                    200,
                    headers: [("Content-Encoding", encoding)],
                    bytes: twice,
                    contentType: nil
                )
                #expect(try await carrier.response(from: answer).rawBody == body)
            }
        }

        @Test("R43 a hundred nested content encodings are an error", arguments: Carrier.all)
        func nested(carrier: Carrier) async throws {
            let encoding = Array(repeating: "gzip", count: 100).joined(separator: ", ")
            let answer = CannedResponse(
                200,
                headers: [("Content-Encoding", encoding)],
                bytes: Data([1]),
                contentType: nil
            )
            #expect(try await carrier.failure(from: answer).kind == .transport)
        }

        /// `{}` in the encodings that some builds of libcurl know.
        static let optional = [("br", "8b00807b7d03"), ("zstd", "28b52ffd20021100007b7d")]

        @Test(
            "R43 br and zstd are decoded if libcurl supports them, and are an error otherwise",
            arguments: Carrier.all,
            optional
        )
        func optionalEncoding(carrier: Carrier, sample: (encoding: String, hex: String)) async throws {
            let body = bytes(sample.hex)
            let answer = CannedResponse(
                200,
                headers: [("Content-Encoding", sample.encoding)],
                bytes: body,
                contentType: nil
            )
            let response = try? await carrier.response(from: answer)
            #expect(response == nil || response?.rawBody == Data("{}".utf8))
        }

        @Test(
            "a streamed gigabyte uses no memory, even with a slow reader",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
        )
        func streamed() async throws {
            let answer = CannedResponse([.write(Self.ok + Data("\r\n".utf8)), Self.flood])
            let (first, growth) = try await probe(.curl, answer, ["--stream", "read"])
            #expect(first == "200 1073741824")
            #expect(growth < 64, "\(growth) MiB")
            let part = CannedResponse.Step.flood(Data(count: 1 << 16), times: 1 << 8)
            let slow = try await probe(
                .curl,
                CannedResponse([.write(Self.ok + Data("\r\n".utf8)), part]),
                ["--stream", "slow"]
            )
            #expect(slow.first == "200 16777216")
            #expect(slow.growthMiB < 16, "\(slow.growthMiB) MiB")
        }

        @Test("a file of 256 megabytes is sent while it is read, without using memory", arguments: Carrier.all)
        func upload(carrier: Carrier) async throws {
            let folder = try TemporaryFolder()
            try folder.write("", to: "large")
            let file = try FileHandle(forWritingTo: folder.url.appendingPathComponent("large"))
            try file.truncate(atOffset: 1 << 28)
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let arguments = [carrier.rawValue, "\(server.url)", "--method", "PUT", "--timeout", "60"]
            let small = try await ChildProcess.run("MartletProbe", arguments)
            let large = try await ChildProcess.run(
                "MartletProbe",
                arguments + ["--file", folder.path("large")],
                timeout: .seconds(60)
            )
            #expect(large.lines.first == "200 2", "\(large.lines)\(large.errors)")
            #expect(server.requests.last?.bodyCount == (1 << 28) + 2)
            #expect(server.requests.last?.values(of: "Content-Length") == ["\((1 << 28) + 2)"])
            #expect(try peakMiB(large) - peakMiB(small) < 32)
        }

        private func peakMiB(_ probe: ChildProcess) throws -> Int {
            try #require(probe.lines.last.flatMap { Int($0.split(separator: " ")[1]) }) / 1024
        }
    }
}

/// Bytes in hexadecimal.
private func bytes(_ hex: String) -> Data {
    Data(stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) })
}
