import Foundation
public import MartletRuntime

extension HTTPResponse {
    /// Returns a response without a body.
    public static func status(_ statusCode: Int) -> HTTPResponse { HTTPResponse(statusCode: statusCode) }

    /// Returns a response with a JSON text.
    public static func json(_ text: String, statusCode: Int = 200) -> HTTPResponse {
        HTTPResponse(statusCode: statusCode, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
    }

    /// Returns a response with a value as JSON, such as a model.
    /// - Throws: `EncodingError` if the value cannot be encoded as JSON, such as NaN.
    public static func json(_ value: some Encodable, statusCode: Int = 200) throws -> HTTPResponse {
        HTTPResponse(
            statusCode: statusCode,
            headers: ["Content-Type": "application/json"],
            body: try JSONEncoder.stubs.encode(value.withLowercasedUUIDs)
        )
    }

    /// Returns a response with JSON values, one per line, which a ``JSONSequence`` reads.
    /// - Throws: `EncodingError` if a value cannot be encoded as JSON, such as NaN.
    public static func lines(_ values: [some Encodable]) throws -> HTTPResponse {
        var body = Data()
        for value in values { body += try JSONEncoder.stubs.encode(value.withLowercasedUUIDs) + Data("\n".utf8) }
        return HTTPResponse(statusCode: 200, headers: ["Content-Type": "application/jsonl"], body: body)
    }

    /// Returns a response with server-sent events. Data of type `String` is sent as it is, and all other data as JSON.
    /// - Throws: `EncodingError` if the data of an event cannot be encoded as JSON, such as NaN.
    public static func events<Payload: Codable & Sendable>(_ events: [ServerSentEvents<Payload>.Event]) throws
        -> HTTPResponse
    {
        var text = ""
        for event in events {
            let json = { String(decoding: try JSONEncoder.stubs.encode(event.data.withLowercasedUUIDs), as: UTF8.self) }
            let data = try event.data as? String ?? json()
            text += "event: \(event.name)\n"
            if let id = event.id { text += "id: \(id)\n" }
            if let retry = event.retry { text += "retry: \(Int64(retry.boundedSeconds * 1000))\n" }
            for line in data.split(separator: "\n", omittingEmptySubsequences: false) { text += "data: \(line)\n" }
            text += "\n"
        }
        return HTTPResponse(statusCode: 200, headers: ["Content-Type": "text/event-stream"], body: Data(text.utf8))
    }
}

extension JSONEncoder {
    /// The encoder of bodies, which includes read-only properties.
    fileprivate static var stubs: JSONEncoder {
        let encoder = JSONEncoder.martlet
        encoder.userInfo = [:]
        return encoder
    }
}
