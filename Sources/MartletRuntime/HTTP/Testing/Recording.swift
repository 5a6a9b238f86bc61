public import Foundation

/// Requests and their answers, to be played back without a network.
///
/// It has no header of a request but `Content-Type`, and no cookie. What was sent as a credential is replaced wherever it
/// stands, in the query too. Bodies may hold other secrets: look before you keep it, and change what should not be seen.
public struct Recording: Sendable, Hashable, Codable {
    /// One request and its answer.
    public struct Exchange: Sendable, Hashable, Codable {
        /// The method.
        public var method: String
        /// Path and query, percent-encoded.
        public var target: String
        /// The `Content-Type` of the request; nil for none.
        public var contentType: String?
        /// The body of the request; nil for none, and for one that is on disk.
        public var requestBody: Body?
        /// The status of the answer.
        public var statusCode: Int
        /// The headers of the answer, as `Name: value`.
        public var headers: [String]
        /// The body of the answer.
        public var body: Body
    }

    /// A body, as text where it is text.
    public enum Body: Sendable, Hashable {
        /// UTF-8.
        case text(String)
        /// Anything else.
        case bytes(Data)
    }

    /// The exchanges in the order in which the answers came.
    public var exchanges: [Exchange] = []

    /// A recording of nothing.
    public init() {}

    /// A recording that was written to a file.
    /// - Throws: `CocoaError` when there is no such file, `DecodingError` when it is no recording.
    public init(contentsOf file: URL) throws {
        self = try JSONDecoder().decode(Recording.self, from: Data(contentsOf: file))
    }

    /// Writes the recording to a file, as JSON that people can read and change.
    /// - Throws: `CocoaError` when the file cannot be written.
    public func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: file, options: .atomic)
    }
}

extension Recording.Body: Codable {
    private enum Key: CodingKey { case text, base64 }

    /// The bytes as text, where they are UTF-8.
    init(_ data: Data) { self = String(data: data, encoding: .utf8).map { .text($0) } ?? .bytes(data) }

    /// The bytes.
    var data: Data {
        switch self {
        case .text(let text): Data(text.utf8)
        case .bytes(let data): data
        }
    }

    /// Reads `{"text": …}` or `{"base64": …}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            self = .text(text)
        } else {
            self = .bytes(try container.decode(Data.self, forKey: .base64))
        }
    }

    /// Writes `{"text": …}` or `{"base64": …}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .text(let text): try container.encode(text, forKey: .text)
        case .bytes(let data): try container.encode(data, forKey: .base64)
        }
    }
}
