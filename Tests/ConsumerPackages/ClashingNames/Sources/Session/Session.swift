public struct HTTPHeaders: Sendable { public init() {} }
public struct FormEncoding: Sendable { public init() {} }
public struct ParameterEncoder: Sendable { public init() {} }
public struct Indirect: Sendable { public init() {} }

extension String {
    public var percentEncoded: String { "of Session" }
}

extension Sequence {
    public func rawSteps() -> Int { 7 }
}
