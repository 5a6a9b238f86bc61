// Names of Alamofire, and members like those that the runtime once had.
public struct HTTPHeaders: Sendable { public init() {} }
public struct RetryPolicy: Sendable { public init() {} }
public struct RedirectPolicy: Sendable { public init() {} }
public struct MultipartForm: Sendable { public init() {} }
public struct RequestOptions: Sendable { public init() {} }
public struct URLSessionTransport: Sendable { public init() {} }
public struct OAuthTokens: Sendable { public init() {} }
public struct ServerSentEvents: Sendable { public init() {} }
public struct FormEncoding: Sendable { public init() {} }
public struct ParameterEncoder: Sendable { public init() {} }
public struct Indirect: Sendable { public init() {} }

extension String {
    public var percentEncoded: String { "of Session" }
    public var credential: String { "of Session" }
}

extension Sequence {
    public func rawSteps() -> Int { 7 }
}

extension Array {
    public var lowercased: Int { 8 }
    public static var patchKeys: Int { 9 }
}
