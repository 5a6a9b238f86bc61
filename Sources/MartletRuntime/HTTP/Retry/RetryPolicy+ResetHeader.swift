extension Configuration.RetryPolicy {
    /// A response header that states when a rate limit is reset.
    public struct ResetHeader: Sendable, Hashable {
        /// The unit of the header's number.
        public enum Unit: Sendable, Hashable {
            /// Seconds from the time of the response.
            case seconds
            /// Seconds since 1970.
            case epochSeconds
            /// Milliseconds since 1970.
            case epochMilliseconds
        }

        /// The name of the header, case-insensitive.
        public var name: String

        /// The unit of the header's number.
        public var unit: Unit

        /// Creates a reset header, such as `Configuration.RetryPolicy.ResetHeader("X-Ratelimit-Reset",
        /// .epochMilliseconds)`.
        public init(_ name: String, _ unit: Unit) {
            self.name = name
            self.unit = unit
        }
    }
}
