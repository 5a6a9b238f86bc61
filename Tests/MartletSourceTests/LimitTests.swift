import Testing

@testable import MartletSource

struct LimitTests {
    @Test("128 levels are read", arguments: ["api.yaml", "api.json"])
    func deep(path: String) throws {
        let text = String(repeating: #"{"a":["#, count: 64) + String(repeating: "]}", count: 64)
        #expect(Reading(text, path: path).diagnostics == [])
    }

    @Test("129 levels are an error at the bracket that is too many", arguments: ["api.yaml", "api.json"])
    func tooDeep(path: String) throws {
        let text = String(repeating: "[", count: 129) + String(repeating: "]", count: 129)
        let reading = Reading(text, path: path)
        #expect(reading.messages == [.tooDeep(128)])
        #expect(reading.positions == [Position(line: 1, column: 129)])
    }

    @Test(
        "a hundred thousand levels are an error in every notation",
        arguments: ["[", "[\n", "{\"a\":", "{\"a\":\n", "- ", "[{\"a\":"],
        ["api.yaml", "api.json", "-"]
    )
    func abyss(unit: String, path: String) {
        let reading = Reading(String(repeating: unit, count: 100_000), path: path)
        #expect(reading.root == nil)
        #expect(reading.diagnostics.count == 1)
        if !(unit == "- " && path == "api.json") { #expect(reading.messages == [.tooDeep(128)]) }
    }

    @Test("block nesting that is too deep is an error at its line")
    func blocks() {
        let text = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        let reading = Reading(text)
        #expect(reading.messages == [.tooDeep(128)])
        #expect(reading.positions == [Position(line: 129, column: 129)])
    }

    @Test("a document longer than the limit is not read at all")
    func bytes() {
        #expect(Reading("a: 12", options: ReaderOptions(bytes: 5)).diagnostics == [])
        let reading = Reading("a: [12", options: ReaderOptions(bytes: 5))
        #expect(reading.messages == [.tooLong(6, limit: 5)])
        #expect(reading.positions == [.start])
    }
}
