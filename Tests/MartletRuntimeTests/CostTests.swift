import Foundation
import MartletTestSupport
import MartletTesting
import Testing

@testable import MartletRuntime
@testable import MartletSupport

/// Work that takes minutes if its cost isn't proportional to its input; it would exceed the time limit.
@Suite("Cost of large and deep values", .serialized, .timeLimit(.minutes(1)))
struct CostTests {
    @Test("the time to build a body is proportional to its length")
    func body() {
        var body = HTTPBody()
        for number in 0..<200_000 { body.append(Data("part \(number)\n".utf8)) }
        #expect(body.count == body.data?.count)
        var form = HTTPBody.MultipartForm()
        for number in 0..<20_000 { form.append("field\(number)", "x") }
        #expect(form.body.data != nil)
    }

    @Test("the time to parse a form is proportional to the number of its members")
    func form() throws {
        var request = ApiClient.Request(.post, "/")
        let members = Dictionary(uniqueKeysWithValues: (0..<50_000).map { ("member\($0)", [$0]) })
        try request.setBody(form: members)
        #expect(request.body?.data?.split(separator: UInt8(ascii: "&")).count == 50_000)
        try request.setBody(form: ["list": Array(0..<50_000)])
        #expect(request.body?.data?.split(separator: UInt8(ascii: "&")).count == 50_000)
    }

    // MARK: - Unions in each other

    /// How often one of the parts has been decoded.
    static let decodings = Counter()

    /// A value of several types at once, each of which contains such a value.
    struct Overlap: Decodable {
        let first: First?
        let second: Second?
        let rest: JSONValue?

        init(from decoder: any Decoder) throws {
            var decoder = OverlapDecoder(decoder)
            first = decoder.part()
            second = decoder.part()
            rest = try decoder.rest()
        }

        var depth: Int { 1 + ((first?.inner ?? second?.inner)?.first?.depth ?? 0) }
    }

    struct First: Decodable {
        let inner: [Overlap]?

        init(from decoder: any Decoder) throws {
            CostTests.decodings.next()
            inner = try ObjectDecoder(decoder).optional("inner")
        }
    }

    struct Second: Decodable {
        let inner: [Overlap]?

        init(from decoder: any Decoder) throws {
            CostTests.decodings.next()
            inner = try ObjectDecoder(decoder).optional("inner")
            // Only the end shows whether it matches.
            let _: Int? = try ObjectDecoder(decoder).optional("number")
        }
    }

    @Test("nested unions are decoded once per alternative")
    func overlaps() throws {
        for end in ["{}", #"{"number":"x"}"#] {
            let before = Self.decodings.value
            let json = String(repeating: #"{"inner":["#, count: 40) + end + String(repeating: "]}", count: 40)
            let value = try JSONDocument.decode(Overlap.self, from: Data(json.utf8))
            #expect(value.depth == 41)
            #expect(Self.decodings.value - before == 82)
        }
    }

    // MARK: - Depth

    /// An object that may hold one of its own kind.
    struct Tree: Decodable {
        @IndirectOptional var inner: Tree?
        let overlap: [Overlap]?

        init(from decoder: any Decoder) throws {
            let object = try ObjectDecoder(decoder)
            _inner = IndirectOptional(wrappedValue: try object.optional("inner"))
            overlap = try object.optionalArray("overlap")
        }

        var depth: Int { 1 + (inner?.depth ?? 0) }
    }

    /// Does something on a thread with a stack of 512 KiB, as threads other than the main one have on Apple's systems.
    private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    @Test("the deepest permitted value can be decoded on a small stack")
    func smallStack() async {
        let objects = Data(
            (String(repeating: #"{"inner":"#, count: 127) + "{}" + String(repeating: "}", count: 127)).utf8)
        let overlaps = Data(
            (String(repeating: #"{"inner":["#, count: 63) + "{}" + String(repeating: "]}", count: 63)).utf8
        )
        let arrays = Data((String(repeating: "[", count: 128) + String(repeating: "]", count: 128)).utf8)
        let depths = await onSmallStack {
            [
                (try? JSONDocument.decode(Tree.self, from: objects))?.depth,
                (try? JSONDocument.decode(Overlap.self, from: overlaps))?.depth,
                (try? JSONDocument.decode(JSONValue.self, from: arrays)).map { _ in 128 },
            ]
        }
        #expect(depths == [128, 64, 128])
    }

    @Test("the depth is limited, and the limit is a setting")
    func bound() async throws {
        let body = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        let stub = StubTransport { _ in .json(body) }
        var configuration = try ApiClient(stub).configuration
        let error = try await ApiClient(configuration: configuration).failure(of: .list)
        #expect(error.kind == .decoding)
        #expect(error.message.contains("no more than 128 nested containers"))
        configuration.maxNestingDepth = 200
        _ = try await ApiClient(configuration: configuration).json(.list)
    }
}
