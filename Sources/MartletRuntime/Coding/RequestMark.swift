/// The entry in the `userInfo` of an encoder that tells models that they are encoded for a request.
package enum RequestMark {
    static let key = CodingUserInfoKey(rawValue: "martlet.request")

    /// The `userInfo` of such an encoder.
    package static var userInfo: [CodingUserInfoKey: any Sendable] { key.map { [$0: true] } ?? [:] }
}

extension [CodingUserInfoKey: Any] {
    /// Whether the encoder encodes a request.
    package var isForRequest: Bool { RequestMark.key.map { self[$0] != nil } ?? false }
}
