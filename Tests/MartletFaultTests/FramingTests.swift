import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Malformed framing of responses", .timeLimit(.minutes(1)))
    struct FramingTests {
        static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        static let ok = "HTTP/1.1 200 OK\r\n"

        /// Chunks, with the expected body; nil for an error.
        static let chunks: [(String, String?)] = [
            ("3\r\nabc\r\n0\r\n\r\n", "abc"), ("3;a=b\r\nabc\r\n0;c\r\n\r\n", "abc"), ("0\r\n\r\n", ""),
            ("3\r\nab", nil), ("3\r\nabc\r\n", nil), ("zz\r\nabc\r\n0\r\n\r\n", nil), ("-1\r\n\r\n", nil),
            ("ffffffffffffffffff\r\nabc", nil), ("3\r\nabcdef\r\n0\r\n\r\n", nil), ("", nil),
        ]

        @Test(
            "R32 truncated or invalid chunks are an error; chunk extensions are ignored",
            arguments: Carrier.all,
            chunks
        )
        func chunkFraming(carrier: Carrier, sample: (bytes: String, body: String?)) async throws {
            let answer = CannedResponse(Self.chunked + sample.bytes)
            if let body = sample.body {
                #expect(try await carrier.response(from: answer).rawBody == Data(body.utf8))
            } else {
                #expect(try await carrier.failure(from: answer).kind == .transport)
            }
        }

        @Test("R32 trailers are skipped", arguments: Carrier.all)
        func trailers(carrier: Carrier) async throws {
            let answer = CannedResponse(Self.chunked + "3\r\nabc\r\n0\r\nX-Trailer: 1\r\n\r\n", ending: .keepAlive)
            let server = try LoopbackServer(answer)
            defer { server.stop() }
            let probe = try await ChildProcess.run("MartletProbe", [carrier.rawValue, "\(server.url)"])
            #expect(!probe.hasHung)
            withKnownIssue(Carrier.knownFault) {
                #expect(probe.isSuccess)
                #expect(probe.lines.first == "200 3")
            } when: {
                carrier.hasFaultsUntil64
            }
        }

        /// Heads with lengths that contradict each other or make no sense, and the body by libcurl's rule; nil for an error.
        static let lengths: [(String, String?)] = [
            ("Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "abc"),
            ("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "abc"), ("Content-Length: -1\r\n\r\nabc", nil),
            ("Content-Length: 0x3\r\n\r\nabc", nil), ("Content-Length: abc\r\n\r\nabc", nil),
            ("Content-Length: 18446744073709551616\r\n\r\nabc", "abc"), ("\r\nabc", "abc"),
        ]

        @Test("R33 invalid lengths neither hang nor allocate", arguments: Carrier.all, lengths)
        func oddLengths(carrier: Carrier, sample: (rest: String, body: String?)) async throws {
            let answer = CannedResponse(Self.ok + sample.rest)
            let response = try? await carrier.response(from: answer)
            if let body = sample.body {
                #expect(response?.rawBody == Data(body.utf8))
            } else {
                // libcurl rejects most invalid numbers, and reads the valid beginning of some.
                #expect([nil, Data()].contains(response?.rawBody))
            }
        }

        @Test("R33 contradictory lengths do not hang", arguments: Carrier.all)
        func twoLengths(carrier: Carrier) async throws {
            let answer = CannedResponse(
                Self.ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
                ending: .keepAlive
            )
            let count = try? await carrier.response(from: answer).rawBody.count
            #expect([nil, 2, 3].contains(count))
        }

        @Test("R34 a status line without a reason phrase is valid", arguments: Carrier.all)
        func noReason(carrier: Carrier) async throws {
            for line in ["HTTP/1.1 200 \r\n", "HTTP/1.0 200 OK\r\n", "HTTP/1.1 200 Any reason at all\r\n"] {
                let answer = CannedResponse("\(line)Content-Length: 1\r\n\r\nx")
                #expect(try await carrier.response(from: answer).rawBody == Data("x".utf8))
            }
            let bare = CannedResponse("HTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx")
            if carrier.isFoundationNetworking {
                // L8
                #expect(try await carrier.failure(from: bare).kind == .transport)
            } else {
                #expect(try await carrier.response(from: bare).statusCode == 200)
            }
        }

        @Test(
            "R34 a response that is not HTTP/1.1 is an error",
            arguments: Carrier.all,
            [
                "hello", "\r\n\r\n", "HTTP/3 200 OK\r\nContent-Length: 1\r\n\r\nx", "HTTP/1.1 099 X\r\n\r\n",
                "HTTP/1.1 1000 X\r\n\r\n", "HTTP/1.1 -1 X\r\n\r\n", "HTTP/1.1 abc X\r\n\r\n", "ICY 200 OK\r\n\r\n",
                "\u{16}\u{3}\u{1}\0\u{5}\u{1}\0\0\u{1}\0", String(repeating: "\u{1}", count: 100_000),
            ]
        )
        func noHTTP(carrier: Carrier, bytes: String) async throws {
            let error = try await carrier.failure(from: CannedResponse(bytes))
            #expect(error.kind == .transport)
            #expect(error.delivery == .unknown)
        }

        /// Header lines, with the expected value of `X`; nil for an error.
        static let fields: [(line: String, value: String?)] = [
            ("X: 1", "1"), ("X:", ""), ("X:\t1", "1"), ("X:  1  ", "1"), ("X: 1\r\n 2", "1 2"), ("X: a:b", "a:b"),
            ("X", nil), ("X: a\0b", nil),
        ]

        @Test("R35 malformed header lines are tolerated or an error", arguments: Carrier.all, fields)
        func oddFields(carrier: Carrier, sample: (line: String, value: String?)) async throws {
            let answer = CannedResponse("\(Self.ok)\(sample.line)\r\nContent-Length: 0\r\n\r\n", ending: .keepAlive)
            if let value = sample.value {
                #expect(try await carrier.response(from: answer).headers["x"] == value)
            } else {
                #expect(try await carrier.failure(from: answer).kind == .transport)
            }
        }

        @Test(
            "R35 only FoundationNetworking loses a response whose header line has no space after the colon",
            arguments: Carrier.all,
            ["Retry-After:5", "Retry-After : 5"]
        )
        func noSpace(carrier: Carrier, line: String) async throws {
            let answer = CannedResponse("\(Self.ok)\(line)\r\nContent-Length: 0\r\n\r\n", ending: .keepAlive)
            if carrier.hasFaultsUntil64 {
                #expect(try await carrier.failure(from: answer).kind == .transport)
            } else {
                #expect(try await carrier.response(from: answer).headers["retry-after"] == "5")
            }
        }

        @Test(
            "R35 a header that is not UTF-8 is read as ISO 8859-1, except by FoundationNetworking",
            arguments: Carrier.all
        )
        func latin1(carrier: Carrier) async throws {
            let bytes = Data("\(Self.ok)X: ".utf8) + [0xE9, 0xFF] + Data("\r\nContent-Length: 0\r\n\r\n".utf8)
            let answer = CannedResponse(bytes: bytes, ending: .keepAlive)
            if carrier.isFoundationNetworking {
                #expect(try await carrier.failure(from: answer).kind == .transport)
            } else {
                #expect(try await carrier.response(from: answer).headers["x"] == "éÿ")
            }
        }

        @Test("R35 a header that occurs a hundred times is kept or joined", arguments: Carrier.all)
        func duplicates(carrier: Carrier) async throws {
            let lines = String(repeating: "X: 1\r\n", count: 100)
            let answer = CannedResponse("\(Self.ok)\(lines)Content-Length: 0\r\n\r\n", ending: .keepAlive)
            let headers = try await carrier.response(from: answer).headers
            #expect(headers["x"] == Array(repeating: "1", count: 100).joined(separator: ", "))
        }

        @Test("R36 ten thousand headers, or one of ten megabytes, are an error", arguments: Carrier.all)
        func tooManyHeaders(carrier: Carrier) async throws {
            let many = (0..<10_000).map { "X-\($0): 1\r\n" }.joined()
            let error = try await carrier.failure(from: CannedResponse("\(Self.ok)\(many)Content-Length: 0\r\n\r\n"))
            #expect(error.kind == .responseTooLarge)
            #expect(error.message.contains("more than 1000 header fields"))
            let long = CannedResponse("\(Self.ok)X: \(String(repeating: "y", count: 10_000_000))\r\n\r\n")
            #expect([.transport, .responseTooLarge].contains(try await carrier.failure(from: long).kind))
        }

        @Test("R37 a thousand interim responses are skipped", arguments: Carrier.all)
        func interim(carrier: Carrier) async throws {
            let interim = String(repeating: "HTTP/1.1 100 C\r\n\r\nHTTP/1.1 103 E\r\nLink: </a>\r\n\r\n", count: 500)
            let answer = CannedResponse("\(interim)\(Self.ok)X: 1\r\nContent-Length: 1\r\n\r\nx")
            let response = try await carrier.response(from: answer)
            #expect(response.statusCode == 200)
            #expect(response.headers["Link"] == nil)
            #expect(response.rawBody == Data("x".utf8))
        }

        @Test("R37 an endless sequence of interim responses is an error", arguments: Carrier.all)
        func endlessInterim(carrier: Carrier) async throws {
            let line = Data("HTTP/1.1 103 E\r\nLink: </\(String(repeating: "a", count: 900))>\r\n\r\n".utf8)
            let server = try LoopbackServer(CannedResponse([.flood(line, times: 1_000_000)]))
            defer { server.stop() }
            let error = try await carrier.client(server.url) { $0.timeout = .seconds(2) }.failure(of: .list)
            #expect([.responseTooLarge, .timeout, .transport].contains(error.kind))
            try await server.untilIdle()
        }

        @Test("R38 statuses without a body have none, whatever the server sends", arguments: Carrier.all)
        func withoutBody(carrier: Carrier) async throws {
            let noContent = CannedResponse("HTTP/1.1 204 N\r\nContent-Length: 3\r\n\r\nabc")
            #expect(try await carrier.response(from: noContent).rawBody.isEmpty)
            let reset = CannedResponse("HTTP/1.1 205 R\r\nContent-Length: 0\r\n\r\n", ending: .keepAlive)
            #expect(try await carrier.response(from: reset).statusCode == 205)
            let notModified = CannedResponse("HTTP/1.1 304 N\r\nContent-Length: 9\r\n\r\n", ending: .keepAlive)
            #expect(try await carrier.failure(from: notModified).kind == .notModified)

            let server = try LoopbackServer(CannedResponse("\(Self.ok)Content-Length: 9\r\n\r\n", ending: .keepAlive))
            defer { server.stop() }
            let head: ApiResponse<Void> = try await carrier.client(server.url).send(
                ApiClient.Request(.head, "/"),
                options: .init()
            )
            #expect(head.rawBody.isEmpty)
            #expect(head.headers["Content-Length"] == "9")
        }

        @Test("R38 an empty success is a decoding error if a body is required", arguments: Carrier.all)
        func emptyBody(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200))
            defer { server.stop() }
            let error = try await #require(throws: ApiError.self) {
                _ = try await carrier.client(server.url).json(.list)
            }
            #expect(error.kind == .decoding)
        }
    }
}
