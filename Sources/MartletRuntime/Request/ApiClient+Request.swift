import Foundation

extension ApiClient {
    /// The request of an operation: its path and parameters, body and security requirements. ``ApiClient`` adds the
    /// server, credentials and defaults when it sends the request.
    public struct Request: Sendable {
        /// The operation. It identifies the request in messages, because parameter values may be secrets.
        package let operation: Operation

        /// The security requirements: one of the inner lists must be satisfied, with all of its schemes.
        package private(set) var security: [[Credential.Scheme]]

        /// The media types of the responses that the document describes; empty if it describes none with a body.
        package let accept: [String]

        /// The statuses for which the document defines a result; `nil` for any from 200 to 299.
        package private(set) var successStatuses: [Int]?

        /// The name of the header that identifies repeated requests to the server; `nil` if the operation has none.
        package let idempotencyHeader: String?

        /// The server of the operation; `nil` for the client's server.
        package private(set) var server: ServerURL?

        /// The path with the parameters set so far, percent-encoded.
        package var path: String

        /// The components of the query in order, percent-encoded.
        package var query: [String] = []

        /// The headers of the operation.
        package var headers = HTTPHeaders()

        /// The body; `nil` for none.
        package var body: HTTPBody?

        /// The values of parameters and of the body that never appear in descriptions, logs or errors.
        package var secrets: [String] = []

        /// Whether the body of a successful response never appears in descriptions, logs or errors.
        package let hidesResult: Bool

        /// Whether the caller left the optional body out.
        package var leavesBodyOut = false

        /// Creates a request without parameters and body.
        ///
        /// - Parameters:
        ///   - method: The HTTP method.
        ///   - path: The path template of the document, such as `/api/v2/tokens/{id}`.
        ///   - operationID: The `operationId`; `nil` for the method and the path.
        ///   - security: The security requirements: one of the inner lists must be satisfied, with all of its schemes.
        ///     An empty inner list allows calls without credentials; an empty outer list requires none.
        ///   - accept: The media types for the `Accept` header, one of which the response must have; empty to send no
        ///     such header.
        ///   - success: The statuses for which the document defines a result; `nil` for any from 200 to 299. If there
        ///     is only one, every other status from 200 to 299 is treated like it.
        ///   - idempotencyHeader: The name of the header that identifies repeated requests to the server, such as
        ///     `Idempotency-Key`. Each call gets a unique key that all its attempts share; a call with a key may be
        ///     retried whatever its method.
        ///   - hidesResult: Whether the result is a secret, which never appears in descriptions, logs or errors.
        public init(
            _ method: HTTPRequest.Method,
            _ path: String,
            operationID: String? = nil,
            security: [[Credential.Scheme]] = [],
            accept: [String] = ["application/json"],
            success: [Int]? = nil,
            idempotencyHeader: String? = nil,
            hidesResult: Bool = false
        ) {
            operation = Operation(id: operationID ?? "\(method.rawValue) \(path)", method: method, path: path)
            self.path = path
            self.security = security
            self.accept = accept
            successStatuses = success
            self.idempotencyHeader = idempotencyHeader
            self.hidesResult = hidesResult
            headers["Accept"] = accept.isEmpty ? nil : accept.joined(separator: ", ")
        }

        /// The HTTP method.
        package var method: HTTPRequest.Method { operation.method }

        /// Returns the request with one more status that is a success.
        func accepting(status: Int) -> Request {
            var request = self
            request.successStatuses?.append(status)
            return request
        }

        /// Returns the request with other security requirements: all of these schemes.
        func requiring(_ schemes: [Credential.Scheme]) -> Request {
            var request = self
            request.security = [schemes]
            return request
        }

        /// Sets the server of the operation, which replaces the client's server for this request.
        public mutating func setServer(_ url: URL?) { server = ServerURL(url: url) }

        /// The URL of a server; `nil` if the text was not a valid URL.
        package struct ServerURL: Sendable {
            package let url: URL?
        }
    }
}

extension ApiClient.Request {
    /// - Throws: An error if a cookie contains a semicolon, which would end it, or a control character (RFC 6265,
    ///   section 4.1.1).
    package static func checkCookie(_ text: String) throws {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ";") }) else {
            throw ApiError(.invalidRequest, "a cookie must not contain a semicolon or a control character")
        }
    }

    /// The error for a value that `JSONEncoder` cannot encode.
    package static let unencodableBody =
        "the body cannot be encoded as JSON; it may contain NaN or an infinite number"
}

extension ApiClient.Request: ApiModel.SelfRedacting {
    /// The method and the path template; parameters and body may be secrets.
    public var shownProperties: KeyValuePairs<String, Any> { ["method": method.rawValue, "path": operation.path] }

    /// The operation, such as `GET /api/v2/tokens/{id}`, for errors and logs.
    public var description: String { operation.description }
}
