import Foundation
import MartletRuntime

extension HTTPRequest {
    /// The parts of a request that identify it in a recording.
    struct Recorded: Equatable {
        var target: String
        var contentType: String?
        var body: Recording.Body?
    }

    /// Returns the recorded parts of this request. Credentials in the query are replaced, and so is the boundary of a
    /// multipart form, which is unique to each request.
    /// - Parameter redaction: Replaces secrets everywhere else.
    func recorded(_ redaction: Redaction) -> Recorded {
        var contentType = headers["Content-Type"]
        var body = body?.data
        if let boundary = contentType.flatMap({ MediaType.parameter("boundary", of: $0) }), !boundary.isEmpty {
            contentType = contentType?.replacingOccurrences(of: boundary, with: Self.recordedBoundary)
            body = body?.replacing(Array(boundary.utf8), with: Array(Self.recordedBoundary.utf8))
        }
        let query = url.queryPairs.map { name, text in
            secretQueryNames.contains(String(name)) ? "\(name)=\(Redaction.placeholder)" : String(text)
        }
        let target = url.path(percentEncoded: true) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        return Recorded(
            target: redaction.replacingSecrets(in: target),
            contentType: contentType,
            body: body.map { Recording.Body(redaction.replacingSecrets(in: $0)) }
        )
    }

    /// A redaction that replaces the credentials of this request wherever they occur, including without their prefix
    /// and as encoded in a query.
    var recordedRedaction: Redaction {
        let inQuery = url.queryPairs.filter { secretQueryNames.contains(String($0.name)) }.flatMap { name, text in
            let value = String(text.dropFirst(name.count + 1))
            return [value, value.removingPercentEncoding ?? value]
        }
        return Redaction(secrets: headers.secrets + inQuery + secrets)
    }

    /// The boundary of all multipart forms in recordings.
    private static let recordedBoundary = "boundary"
}
