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

    /// The success statuses that the document lists; nil for any from 200 to 299.
    let successStatuses: [Int]?

    /// The header that lets the server tell a repeated request from a new one; nil when it has none.
    let idempotencyHeader: String?

    /// The path with the parameters set so far, percent-encoded.
    private(set) var path: String

    /// `name=value` pairs in order, percent-encoded.
    private(set) var query: [String] = []

    /// The operation's own headers.
    private(set) var headers = HTTPHeaders()

    /// The body; nil for none.
    private(set) var body: Data?

    /// A request without parameters and body.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The template as the document has it, as `/api/v2/tokens/{id}`.
    ///   - security: What the operation needs: all schemes of any one inner list. An empty inner list allows a call
    ///     without credentials; no list at all asks for none.
    ///   - accept: The value of the `Accept` header; nil to send none.
    ///   - success: The success statuses that the document lists; nil when any from 200 to 299 will do.
    ///   - idempotencyHeader: The header that lets the server tell a repeated request from a new one, as
    ///     `Idempotency-Key`. Each call gets a key of its own, and all its attempts carry the same one; with it, any
    ///     method may be tried again.
    public init(
        _ method: HTTPMethod,
        _ path: String,
        security: [[SecurityScheme]] = [],
        accept: String? = "application/json",
        success: [Int]? = nil,
        idempotencyHeader: String? = nil
    ) {
        self.method = method
        self.template = path
        self.path = path
        self.security = security
        successStatuses = success
        self.idempotencyHeader = idempotencyHeader
        headers["Accept"] = accept
    }

    /// Puts a value into the path where the template says `{name}`, percent-encoded to be one segment.
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` for `""`, `"."` and `".."`: they would address another resource
    ///   (`DELETE /tokens/` is not `DELETE /tokens/{id}`), for HTTP libraries remove dot segments.
    public mutating func setPath(_ name: String, _ value: some ParameterValue) throws {
        let text = value.parameterText
        guard !["", ".", ".."].contains(text) else { throw Self.unusablePathParameter(name) }
        path = path.replacingOccurrences(of: "{\(name)}", with: text.percentEncoded)
    }

    /// Adds `name=value` to the query, percent-encoded; nil adds nothing.
    public mutating func addQuery(_ name: String, _ value: (some ParameterValue)?) {
        guard let value else { return }
        query.append("\(name.percentEncoded)=\(value.parameterText.percentEncoded)")
    }

    /// Adds `name=a&name=b` to the query, which is `style: form` with `explode: true` (OpenAPI, Style Values); nil and
    /// an empty array add nothing.
    public mutating func addQuery(_ name: String, _ values: [some ParameterValue]?) {
        for value in values ?? [] { addQuery(name, value) }
    }

    /// Sets a header; nil sets nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when the header cannot be sent as it stands. The error does not
    ///   quote the value.
    public mutating func setHeader(_ name: String, _ value: (some ParameterValue)?) throws {
        guard let value else { return }
        headers[name] = value.parameterText
        try headers.validate()
    }

    /// Makes the JSON form of `value` the body; nil makes none. Keys are sorted, so that equal values are equal bytes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form, as for NaN.
    public mutating func setBody(json value: (some Encodable)?) throws {
        guard let value else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        do {
            body = try encoder.encode(value)
        } catch {
            throw ApiError(.invalidRequest, Self.unencodableBody, underlying: error)
        }
        headers["Content-Type"] = "application/json"
    }

    /// A parameter that would make the path another one.
    static func unusablePathParameter(_ name: String) -> ApiError {
        ApiError(.invalidRequest, "the path parameter \(name) must not be empty, \".\" or \"..\"")
    }

    /// A value that `JSONEncoder` refuses.
    static let unencodableBody = "the body has no JSON form; it may hold NaN or an infinite number"
}

extension ApiRequest: SelfRedacting {
    /// Method and template; parameters and body may be secrets.
    public var shownProperties: KeyValuePairs<String, Any> { ["method": method.rawValue, "path": template] }

    /// `GET /api/v2/tokens/{id}`, for errors and logs.
    public var description: String { "\(method.rawValue) \(template)" }
}
