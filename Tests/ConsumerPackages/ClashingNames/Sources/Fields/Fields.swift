// Names of HTTPTypes and of an OpenAPI runtime.
public struct HTTPRequest: Sendable { public init() {} }
public struct HTTPResponse: Sendable { public init() {} }
public struct HTTPFields: Sendable { public init() {} }
public struct HTTPField: Sendable { public init() {} }
public struct HTTPBody: Sendable { public init() {} }
public struct Configuration: Sendable { public init() {} }
public struct Nullable<Value: Sendable>: Sendable { public init() {} }
public struct ServerSentEvent: Sendable { public init() {} }
public struct JSONSequence: Sendable { public init() {} }
public struct JSONValue: Sendable { public init() {} }
public struct CalendarDate: Sendable { public init() {} }
public struct DateTime: Sendable { public init() {} }
public struct DecimalText: Sendable { public init() {} }
public protocol Transport: Sendable {}
