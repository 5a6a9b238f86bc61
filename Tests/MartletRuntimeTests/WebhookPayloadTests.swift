import Foundation
import MartletRuntime
import MartletSupport
import Testing

@Suite("Webhook bodies")
struct WebhookPayloadTests {
    @Test("a body is decoded as the documented model")
    func decoded() throws {
        let token: Token = try WebhookPayload.decoded(Data(#"{"_id":"1"}"#.utf8), of: "made")
        #expect(token == Token(id: "1"))
    }

    @Test(
        "an undecodable body is an error with the webhook and the path, and without the body",
        arguments: [
            // Tests print their arguments, so the secret is inserted later.
            (#"{"_id":"1","created":"SECRET"}"#, "created"), (#"{"x":"SECRET"}"#, "_id"), ("SECRET", ""), ("", ""),
        ]
    )
    func wrong(body: String, place: String) throws {
        let error = try #require(throws: ApiError.self) {
            let _: Token = try WebhookPayload.decoded(Data(body.replacing("SECRET", with: secret).utf8), of: "made")
        }
        #expect(error.kind == .decoding)
        #expect(error.message.hasPrefix("the webhook made has an unexpected body: "))
        #expect(error.message.contains(place) || place.isEmpty)
        #expect(!allTexts(of: error).contains(secret))
    }

    @Test("errors contain no value of a secret property")
    func secretProperty() throws {
        let error = try #require(throws: ApiError.self) {
            let _: [String: Int] = try WebhookPayload.decoded(
                Data(#"{"pin":"90210123"}"#.utf8),
                of: "made",
                secretProperties: ["pin"]
            )
        }
        #expect(error.message == "the webhook made has an unexpected body: pin is not of type Int")
    }
}
