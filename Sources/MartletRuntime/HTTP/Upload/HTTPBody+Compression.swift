import Foundation

extension HTTPBody {
    /// The content encoding in which the bodies of requests are sent.
    public enum Compression: Sendable, Hashable {
        /// Bodies are sent as they are.
        case none
        /// Bodies are compressed with gzip (RFC 9110, section 8.4.1.3). Use it only if the server accepts compressed
        /// requests; most servers answer with status 415.
        ///
        /// A body in memory is sent as it is if compression does not make it shorter. Files and streams are compressed
        /// while they are sent, so that their length is not known in advance. A request with its own `Content-Encoding`
        /// header is not changed.
        case gzip
    }

    /// Returns the compressed body; `nil` if that is not shorter.
    func compressed() -> HTTPBody? {
        guard let data else {
            let stream = ByteStream(count: nil, isRepeatable: isRepeatable) { send in
                var encoder = GzipEncoder()
                try await write { data in
                    let part = encoder.add(data)
                    if !part.isEmpty { try await send(part) }
                }
                try await send(encoder.finish())
            }
            return HTTPBody(stream: stream, contentType: contentType)
        }
        var encoder = GzipEncoder()
        let compressed = encoder.add(data) + encoder.finish()
        return compressed.count < data.count ? HTTPBody(compressed, contentType: contentType) : nil
    }
}
