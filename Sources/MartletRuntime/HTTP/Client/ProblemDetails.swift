import Foundation

/// What went wrong, in a form that many services share: `application/problem+json` (RFC 9457).
///
/// All members are optional, and one of another type than the RFC says is passed over, as it asks for.
public struct ProblemDetails: Decodable, Sendable, Hashable {
    /// A URI that names the kind of problem.
    public var type: String?
    /// The kind of problem, for people.
    public var title: String?
    /// The status code, as the origin of the response saw it.
    public var status: Int?
    /// This problem, for people.
    public var detail: String?
    /// A URI that names this problem.
    public var instance: String?
    /// All other members.
    public var extensions: [String: JSONValue] = [:]

    /// Reads any JSON object.
    /// - Throws: `DecodingError` for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: PropertyKey.self)
        func member<Value: Decodable>(_ name: String) -> Value? {
            try? container.decodeIfPresent(Value.self, forKey: PropertyKey(name))
        }
        type = member("type")
        title = member("title")
        status = member("status")
        detail = member("detail")
        instance = member("instance")
        let known: Set = ["type", "title", "status", "detail", "instance"]
        for key in container.allKeys where !known.contains(key.stringValue) {
            extensions[key.stringValue] = try? container.decode(JSONValue.self, forKey: key)
        }
    }
}

extension ApiError {
    /// The body as problem details; nil when the server does not say that it is such a body, or it is none.
    public var problem: ProblemDetails? {
        let type = headers["Content-Type"]?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        return type == "application/problem+json" ? decoded(ProblemDetails.self) : nil
    }
}
