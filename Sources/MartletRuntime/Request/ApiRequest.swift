import Foundation

/// A request as an operation of the document describes it: a path template filled in, parameters, a body, and what
/// security it needs. ``ApiClient`` adds server, credentials and defaults when it sends it.
public struct ApiRequest: Sendable {
    /// The method.
    let method: HTTPMethod

    /// The path as the document has it; it stands for the operation in texts, for values may be secrets.
    let template: String

    /// What the operation needs: all schemes of any one inner list.
    let security: [[SecurityScheme]]

    /// The media types of the answers that the document describes; empty when it describes none with a body.
    let accept: [String]

    /// The success statuses that the document lists; nil for any from 200 to 299.
    let successStatuses: [Int]?

    /// The header that lets the server tell a repeated request from a new one; nil when it has none.
    let idempotencyHeader: String?

    /// Where the operation is served; nil for where the client's others are.
    private(set) var server: ServerURL?

    /// The path with the parameters set so far, percent-encoded.
    var path: String

    /// Parts of the query in order, percent-encoded.
    var query: [String] = []

    /// The operation's own headers.
    var headers = HTTPHeaders()

    /// The body; nil for none.
    var body: HTTPBody?

    /// Whether the operation takes a body and this request leaves it out.
    var leavesBodyOut = false

    /// A request without parameters and body.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The template as the document has it, as `/api/v2/tokens/{id}`.
    ///   - security: What the operation needs: all schemes of any one inner list. An empty inner list allows a call
    ///     without credentials; no list at all asks for none.
    ///   - accept: The media types for the `Accept` header, which the answer's own has to be one of; empty to send no
    ///     such header.
    ///   - success: The success statuses that the document lists; nil when any from 200 to 299 will do.
    ///   - idempotencyHeader: The header that lets the server tell a repeated request from a new one, as
    ///     `Idempotency-Key`. Each call gets a key of its own, and all its attempts carry the same one; with it, any
    ///     method may be tried again.
    public init(
        _ method: HTTPMethod,
        _ path: String,
        security: [[SecurityScheme]] = [],
        accept: [String] = ["application/json"],
        success: [Int]? = nil,
        idempotencyHeader: String? = nil
    ) {
        self.method = method
        self.template = path
        self.path = path
        self.security = security
        self.accept = accept
        successStatuses = success
        self.idempotencyHeader = idempotencyHeader
        headers["Accept"] = accept.isEmpty ? nil : accept.joined(separator: ", ")
    }

    /// Sends this request elsewhere than the client's others: where the document says that the operation is served.
    public mutating func setServer(_ url: URL?) { server = ServerURL(url: url) }

    /// A URL, or text that was to be one.
    struct ServerURL: Sendable {
        let url: URL?
    }
}

extension ApiRequest: SelfRedacting {
    /// Method and template; parameters and body may be secrets.
    public var shownProperties: KeyValuePairs<String, Any> { ["method": method.rawValue, "path": template] }

    /// `GET /api/v2/tokens/{id}`, for errors and logs.
    public var description: String { "\(method.rawValue) \(template)" }
}
