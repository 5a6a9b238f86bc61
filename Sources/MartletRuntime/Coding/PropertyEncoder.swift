/// Encodes the properties of a JSON object with an encoder of any type.
///
/// The encoder has a single owner, and nested objects have their own, so that accesses cannot overlap. The exclusivity
/// checks, which take 5 % of the encoding time, are therefore disabled.
final class PropertyEncoder {
    private let encoder: any Encoder
    @exclusivity(unchecked) var container: KeyedEncodingContainer<PropertyKey>

    /// Starts an object.
    init(_ encoder: any Encoder) {
        self.encoder = encoder
        container = encoder.container(keyedBy: PropertyKey.self)
    }

    /// Whether the object is part of a request.
    var isForRequest: Bool { encoder.userInfo.isForRequest }

    /// Encodes the properties of a part into the same object.
    func encode(part: some Encodable) throws { try part.encode(to: encoder) }
}
