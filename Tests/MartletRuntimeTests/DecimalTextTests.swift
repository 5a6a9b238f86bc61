import Foundation
import MartletRuntime
import Testing
import MartletSupport
import MartletTesting

@Suite("DecimalText")
struct DecimalTextTests {
    @Test("text and numbers are decoded, and text is encoded", arguments: ["12.50", "-0.1", "1e3", ".5", "+7"])
    func coding(text: String) throws {
        let value = try #require(Decimal(string: text))
        let decoded = try JSONDecoder().decode([DecimalText].self, from: Data("[\"\(text)\"]".utf8))
        #expect(decoded.map(\.value) == [value])
        let written = String(decoding: try JSONEncoder().encode(decoded), as: UTF8.self)
        #expect(written == "[\"\(value.description)\"]")
        #expect(try JSONDecoder().decode([DecimalText].self, from: Data("[12.5]".utf8))[0].value == 12.5)
    }

    @Test(
        "any other text is an error", arguments: ["", "a", "12a", "1 2", "1,5", "0x10", "inf", "nan", "--1", "1e", "."])
    func fault(text: String) {
        #expect(DecimalText(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([DecimalText].self, from: Data("[\"\(text)\"]".utf8))
        }
    }

    @Test("a parameter is sent as text")
    func parameter() async throws {
        let stub = StubTransport { _ in .json("1") }
        var request = ApiClient.Request(.get, "/{price}")
        try request.setPath("price", DecimalText(12.5))
        try request.addQuery("max", [DecimalText(1), DecimalText(2.5)])
        _ = try await ApiClient(stub).json(request)
        #expect(stub.requests.first?.url.absoluteString == "https://api.example.com/12.5?max=1&max=2.5")
    }
}
