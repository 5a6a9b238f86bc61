extension HTTPBody {
    /// The progress of sending a request's body; see ``RequestOptions/uploadProgress``.
    public struct Progress: Sendable, Hashable {
        /// The number of bytes that have been passed to the system or to the network library, which may buffer some of
        /// them.
        public let sentBytes: Int

        /// The total number of bytes; `nil` if it is unknown.
        public let totalBytes: Int?

        /// The part that has been sent, from 0 to 1; `nil` if the total is unknown.
        public var fraction: Double? { totalBytes.map { ProgressReports.fraction(of: sentBytes, in: $0) } }

        /// Creates a progress value, for use in tests.
        public init(sentBytes: Int, totalBytes: Int?) {
            self.sentBytes = sentBytes
            self.totalBytes = totalBytes
        }
    }
}
