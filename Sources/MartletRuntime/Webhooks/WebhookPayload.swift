public import Foundation

/// Reads what an API sends of its own accord. Generated webhooks and callbacks decode themselves with it.
public enum WebhookPayload {
    /// The value of a body that was delivered.
    ///
    /// - Parameter name: The webhook, for the error.
    /// - Throws: ``ApiError`` of kind `decoding` when it is not what the document says.
    public static func decoded<Payload: Decodable>(_ body: Data, of name: String) throws -> Payload {
        do {
            return try JSONDocument.decode(Payload.self, from: body)
        } catch {
            let reason = (error as? DecodingError)?.sentence(about: body) ?? error.localizedDescription
            let text = Redaction(secrets: []).excerpt(of: reason.utf8)
            throw ApiError(.decoding, "the webhook \(name) has an unexpected body: \(text)", underlying: error)
        }
    }
}
