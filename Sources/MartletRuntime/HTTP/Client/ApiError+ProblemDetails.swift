import Foundation

extension ApiError {
    /// The details of an error in the `application/problem+json` format (RFC 9457).
    ///
    /// All members are optional. As the RFC requires, a member with an unexpected type is ignored (RFC 9457, section
    /// 3.1).
    public struct ProblemDetails: Decodable, Sendable, Hashable {
        /// A URI that identifies the problem type.
        public var type: String?
        /// A summary of the problem type, for people.
        public var title: String?
        /// The status code that the origin server generated.
        public var status: Int?
        /// An explanation of this occurrence of the problem, for people.
        public var detail: String?
        /// A URI that identifies this occurrence of the problem.
        public var instance: String?
        /// All other members.
        public var extensions: [String: JSONValue] = [:]

        /// Decodes any JSON object.
        /// - Throws: `DecodingError` if the value is not an object.
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
}

extension ApiError {
    /// The body as problem details; `nil` if the response's media type is not `application/problem+json`, or the body
    /// is not valid.
    public var problem: ProblemDetails? {
        let type = headers["Content-Type"]?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        return type == "application/problem+json" ? decoded(ProblemDetails.self) : nil
    }
}
