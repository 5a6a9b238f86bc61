public import MartletRuntime

// Results of operations made from arrays, to test code that takes such a result.

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
    /// Creates a sequence of values, which are encoded as JSON and decoded again.
    /// - Throws: `EncodingError` if a value cannot be encoded as JSON, such as NaN.
    public init(_ values: [Element]) throws { self.init(DecodedStream(try .lines(values))) }
}

extension ServerSentEvents where Payload: Encodable {
    /// Creates a sequence of events, whose data is encoded as JSON and decoded again.
    /// - Throws: `EncodingError` if the data of an event cannot be encoded as JSON, such as NaN.
    public init(_ events: [ServerSentEvents<Payload>.Event]) throws { self.init(DecodedStream(try .events(events))) }
}
