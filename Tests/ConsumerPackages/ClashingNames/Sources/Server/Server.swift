public struct Request: Sendable { public init() {} }
public struct Response: Sendable { public init() {} }
public struct HTTPHeaders: Sendable { public init() {} }
public struct Client: Sendable { public init() {} }
public struct ObjectDecoder: Sendable { public init() {} }
public struct Redacted<Value: Sendable>: Sendable { public init() {} }
