/// Bodies that the service sends, made for these tests.
enum Payload {
    /// A token's secret, which no description may contain.
    static let secret = "api-9d4e1b7a-test-only-0123456789ab"

    /// A token with only its required members, and with further ones.
    static func token(_ members: String = "") -> String {
        """
        {"_id":"70a1b2c3d4e5f60718293a4b","ownerId":"70a1b2c3d4e5f60718293a40","memberId":"70a1b2c3d4e5f60718293a41",\
        "creationDate":1719000000123,"lastModified":1719000000456,\
        "_links":{"self":{"href":"/api/v2/tokens/70a1b2c3d4e5f60718293a4b","type":"application/json"}}\
        \(members.isEmpty ? "" : ",")\(members)}
        """
    }

    /// All sixteen properties of a token.
    static let full = token(
        """
        "_member":{"_id":"70a1b2c3d4e5f60718293a41","_links":{},"role":"writer","email":"ida@example.test",\
        "firstName":"Ida","lastName":"Lund"},"name":"nightly","description":"audits flags","customRoleIds":[],\
        "inlineRole":[{"effect":"allow","resources":["proj/*"],"actions":["*"]},{"effect":"deny"}],"role":"reader",\
        "token":"\(secret)","serviceToken":false,"defaultApiVersion":20240415,"lastUsed":0
        """
    )

    /// An error as the service sends it.
    static func error(_ code: String) -> String { #"{"code":"\#(code)","message":"about \#(code)"}"# }
}
