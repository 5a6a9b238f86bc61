// Names of Vapor and of what generated code calls.
public struct Request: Sendable { public init() {} }
public struct Response: Sendable { public init() {} }
public struct HTTPHeaders: Sendable { public init() {} }
public struct HTTPMethod: Sendable { public init() {} }
public struct Client: Sendable { public init() {} }
public struct Operation: Sendable { public init() {} }
public struct LogEntry: Sendable { public init() {} }
public struct Credential: Sendable { public init() {} }
public struct Pages: Sendable { public init() {} }
public struct ApiClient: Sendable { public init() {} }
public struct ApiError: Error { public init() {} }
public struct ApiModel: Sendable { public init() {} }
public struct ApiResponse: Sendable { public init() {} }
public struct JSONPatch: Sendable { public init() {} }
public struct ObjectDecoder: Sendable { public init() {} }
public struct Redacted<Value: Sendable>: Sendable { public init() {} }
public struct ProblemDetails: Sendable { public init() {} }
public protocol Middleware: Sendable {}
