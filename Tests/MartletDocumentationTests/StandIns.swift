/// The declarations of packages that examples use and that this one does not depend on, as they are there.
enum StandIns {
    /// By the name of the module.
    static let sources = ["Logging": logging, "Metrics": metrics, "Tracing": tracing]

    /// swift-log 1.
    private static let logging = """
        public struct Logger: Sendable {
            public typealias Metadata = [String: MetadataValue]
            public struct Message: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, Sendable {
                public init(stringLiteral value: String) {}
            }
            public enum MetadataValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, Sendable {
                case string(String)
                public init(stringLiteral value: String) { self = .string(value) }
            }
            public init(label: String) {}
            public func debug(
                _ message: @autoclosure () -> Message, metadata: @autoclosure () -> Metadata? = nil,
                source: @autoclosure () -> String? = nil, file: String = #fileID, function: String = #function,
                line: UInt = #line
            ) {}
        }
        """

    /// swift-metrics 2.
    private static let metrics = """
        public final class Counter: Sendable {
            public init(label: String, dimensions: [(String, String)] = []) {}
            public func increment<DataType: BinaryInteger>(by amount: DataType) {}
        }
        public final class Timer: Sendable {
            public init(label: String, dimensions: [(String, String)] = []) {}
            public func recordSeconds<DataType: BinaryFloatingPoint>(_ duration: DataType) {}
        }
        """

    /// swift-distributed-tracing 1.
    private static let tracing = """
        public enum SpanKind: Sendable { case client }
        public protocol SpanAttributeConvertible: Sendable {}
        extension String: SpanAttributeConvertible {}
        extension Int: SpanAttributeConvertible {}
        public struct SpanAttributes: Sendable {
            public subscript<T: SpanAttributeConvertible>(_ name: String) -> T? {
                get { nil }
                set {}
            }
        }
        public protocol Span: Sendable {
            var attributes: SpanAttributes { get nonmutating set }
        }
        private final class NoSpan: Span {
            var attributes: SpanAttributes {
                get { SpanAttributes() }
                set {}
            }
        }
        public func withSpan<T>(
            _ operationName: String, ofKind kind: SpanKind, _ operation: (any Span) async throws -> T
        ) async rethrows -> T { try await operation(NoSpan()) }
        """
}
