public import MartletRuntime

// Results of operations from arrays, for tests of code that takes such a result.

extension Pages {
    /// Creates the pages of a list from an array.
    public init(_ pages: [Page]) {
        self.init {
            let remaining = Locked(pages[...])
            return { remaining.withLock { $0.popFirst() } }
        }
    }
}

extension JSONSequence where Element: Encodable {
    /// Creates a sequence of values, which pass through JSON.
    /// - Throws: `EncodingError` if a value cannot be encoded as JSON, such as NaN.
    public init(_ values: [Element]) throws { self.init(DecodedStream(try .lines(values))) }
}

extension ServerSentEvents where Payload: Encodable {
    /// Creates a sequence of events, whose data passes through JSON.
    /// - Throws: `EncodingError` if the data of an event cannot be encoded as JSON, such as NaN.
    public init(_ events: [ServerSentEvents<Payload>.Event]) throws { self.init(DecodedStream(try .events(events))) }
}
