extension Configuration.DecodingMode {
    /// The problem of an element that lenient decoding left out.
    public struct Issue: Sendable, Hashable {
        /// The path of the element in the body, such as `items[3]`.
        public let path: String

        /// A description of the problem, such as `items[3]._id is missing among "name"`. It contains no strings of the
        /// body.
        public let message: String
    }
}

extension Configuration.DecodingMode.Issue: CustomStringConvertible {
    /// The same text as ``message``.
    public var description: String { message }
}
