public import Foundation

/// Reads what an API sends of its own accord. Generated webhooks and callbacks decode themselves with it.
public enum WebhookPayload {
    /// The value of a body that was delivered.
    ///
    /// - Parameters:
    ///   - name: The webhook, for the error.
    ///   - secretProperties: The names of JSON properties whose values the error must not show.
    /// - Throws: ``ApiError`` of kind `decoding` when it is not what the document says.
    public static func decoded<Payload: Decodable>(
        _ body: Data,
        of name: String,
        secretProperties: [String] = []
    ) throws -> Payload {
        do {
            return try JSONDocument.decode(Payload.self, from: body)
        } catch {
            let reason = Redaction(secrets: [], properties: Set(secretProperties)).reason(of: error, in: body)
            throw ApiError(.decoding, "the webhook \(name) has an unexpected body: \(reason)", underlying: error)
        }
    }
}
