/// A request method (RFC 9110, section 9). Case matters: `GET` and `get` are two methods.
public struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    /// The method as it stands in the request line; must be a token of RFC 9110, section 5.6.2.
    public let rawValue: String

    /// A method by its name; `ApiClient` refuses to send one that is not a token.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `GET`
    public static let get = HTTPMethod(rawValue: "GET")
    /// `POST`
    public static let post = HTTPMethod(rawValue: "POST")
    /// `PUT`
    public static let put = HTTPMethod(rawValue: "PUT")
    /// `PATCH`
    public static let patch = HTTPMethod(rawValue: "PATCH")
    /// `DELETE`
    public static let delete = HTTPMethod(rawValue: "DELETE")
    /// `HEAD`
    public static let head = HTTPMethod(rawValue: "HEAD")
    /// `OPTIONS`
    public static let options = HTTPMethod(rawValue: "OPTIONS")
    /// `TRACE`
    public static let trace = HTTPMethod(rawValue: "TRACE")

    /// Whether a body is refused. RFC 9110 gives one no meaning here, and URLSession fails or drops it.
    var forbidsBody: Bool { [.get, .head, .trace].contains(self) }

    /// Whether a request without a body still says so, with `Content-Type: application/json` and
    /// `Content-Length: 0`. LaunchDarkly's reset endpoint answers 415 without the former.
    var announcesEmptyBody: Bool { [.post, .put, .patch].contains(self) }
}
