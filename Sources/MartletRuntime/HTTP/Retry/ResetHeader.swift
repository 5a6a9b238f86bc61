/// A header with which a server tells when a rate limit ends.
public struct ResetHeader: Sendable, Hashable {
    /// What the number in the header counts.
    public enum Unit: Sendable, Hashable {
        /// Seconds from the response on.
        case seconds
        /// Seconds since 1970.
        case epochSeconds
        /// Milliseconds since 1970.
        case epochMilliseconds
    }

    /// The name of the header; case does not matter.
    public var name: String

    /// What its number counts.
    public var unit: Unit

    /// A header of this name, as `ResetHeader("X-Ratelimit-Reset", .epochMilliseconds)`.
    public init(_ name: String, _ unit: Unit) {
        self.name = name
        self.unit = unit
    }
}
