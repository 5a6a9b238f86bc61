extension ApiModel {
    /// A value of one of several types, generated as an enum with associated values.
    public protocol OpenUnion: Codable, Hashable, Sendable {
        /// Creates a value that matches none of the types.
        static func unrecognized(_ value: JSONValue) -> Self
    }
}
