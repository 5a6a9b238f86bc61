public import Foundation

/// Recorded HTTP requests and responses, for replaying them without a network.
///
/// A recording contains no cookies, and no request headers except `Content-Type`. Credentials of the requests are
/// replaced wherever they occur, including the query. Bodies may contain other secrets: review a recording before you
/// commit it, and remove them.
public struct Recording: Sendable, Hashable, Codable {
    /// A recorded request and its response.
    public struct Exchange: Sendable, Hashable, Codable {
        /// The HTTP method of the request.
        public var method: String
        /// The path and query of the request, percent-encoded.
        public var target: String
        /// The `Content-Type` of the request; `nil` for none.
        public var contentType: String?
        /// The body of the request; `nil` for none, and for a body on disk.
        public var requestBody: Body?
        /// The status code of the response.
        public var statusCode: Int
        /// The header fields of the response, as `Name: value`.
        public var headers: [String]
        /// The body of the response.
        public var body: Body
    }

    /// A recorded body.
    public enum Body: Sendable, Hashable {
        /// A body in UTF-8.
        case text(String)
        /// Any other body.
        case bytes(Data)
    }

    /// The exchanges in the order of their responses.
    public var exchanges: [Exchange] = []

    /// Creates an empty recording.
    public init() {}

    /// Reads a recording from a file.
    /// - Throws: `CocoaError` if the file cannot be read; `DecodingError` if it is not a recording.
    public init(contentsOf file: URL) throws {
        self = try JSONDecoder().decode(Recording.self, from: Data(contentsOf: file))
    }

    /// Writes the recording to a file, as formatted JSON.
    /// - Throws: `CocoaError` if the file cannot be written.
    public func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: file, options: .atomic)
    }
}

extension Recording.Body: Codable {
    private enum Key: CodingKey { case text, base64 }

    /// Creates a body: text if the data is UTF-8, and bytes otherwise.
    init(_ data: Data) { self = String(data: data, encoding: .utf8).map { .text($0) } ?? .bytes(data) }

    /// The bytes of the body.
    var data: Data {
        switch self {
        case .text(let text): Data(text.utf8)
        case .bytes(let data): data
        }
    }

    /// Decodes `{"text": …}` or `{"base64": …}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            self = .text(text)
        } else {
            self = .bytes(try container.decode(Data.self, forKey: .base64))
        }
    }

    /// Encodes `{"text": …}` or `{"base64": …}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .text(let text): try container.encode(text, forKey: .text)
        case .bytes(let data): try container.encode(data, forKey: .base64)
        }
    }
}
