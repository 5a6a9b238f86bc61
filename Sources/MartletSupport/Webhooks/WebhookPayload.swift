public import Foundation
import MartletRuntime

/// Decodes webhook and callback requests that an API sends, for generated webhook and callback types.
public enum WebhookPayload {
    /// Decodes the body of a delivered request.
    ///
    /// - Parameters:
    ///   - body: The body of the request.
    ///   - name: The name of the webhook, for error messages.
    ///   - secretProperties: The names of JSON properties whose values never appear in the error.
    /// - Throws: ``ApiError`` of kind `decoding` if the body does not match the document.
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
