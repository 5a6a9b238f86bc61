/// What happens to elements of collections that are not what the document says.
public enum DecodingMode: Sendable, Hashable {
    /// One of them makes the whole body an error of kind `decoding`.
    case strict
    /// They are left out, and ``ApiResponse/issues`` says which, and why.
    ///
    /// What is left out is the smallest element of an array that holds the fault. A fault outside of arrays is an error
    /// still, and so are more than a hundred of them: that is another document, not a flaw. In a stream, the values and
    /// the data of events are such elements too, and ``JSONSequence/issues`` and ``ServerSentEvents/issues`` list them.
    case lenient
}
