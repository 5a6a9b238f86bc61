/// An element that lenient decoding has left out.
public struct DecodingIssue: Sendable, Hashable {
    /// Where the element was in the body, as `items[3]`.
    public let path: String

    /// What was wrong with it, as `items[3]._id is missing among "name"`. It shows no text of the body.
    public let message: String
}

extension DecodingIssue: CustomStringConvertible {
    /// ``message``
    public var description: String { message }
}
