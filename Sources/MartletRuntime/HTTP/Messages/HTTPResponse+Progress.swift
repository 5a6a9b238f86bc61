extension HTTPResponse {
    /// The progress of a download.
    public struct Progress: Sendable, Hashable {
        /// The number of bytes that have been written.
        public let receivedBytes: Int

        /// The total number of bytes; `nil` if the server does not announce it.
        public let totalBytes: Int?

        /// The part that has been written, from 0 to 1; `nil` if the total is unknown.
        public var fraction: Double? { totalBytes.map { ProgressReports.fraction(of: receivedBytes, in: $0) } }

        /// Creates a progress value, for use in tests.
        public init(receivedBytes: Int, totalBytes: Int?) {
            self.receivedBytes = receivedBytes
            self.totalBytes = totalBytes
        }
    }
}
