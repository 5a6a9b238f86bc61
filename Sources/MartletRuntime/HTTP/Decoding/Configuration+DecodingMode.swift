extension Configuration {
    /// The treatment of array elements that do not match the document.
    public enum DecodingMode: Sendable, Hashable {
        /// An invalid element makes the whole body an error of kind `decoding`.
        case strict
        /// Invalid elements are left out, and ``ApiResponse/issues`` lists them with their problems.
        ///
        /// The smallest array element that contains the problem is left out. A problem outside of arrays is still an
        /// error, and so is a body with more than 100 problems, which does not match the document at all. In a stream,
        /// the values and the data of events count as elements too; ``JSONSequence/issues`` and
        /// ``ServerSentEvents/issues`` list their problems.
        case lenient
    }
}
