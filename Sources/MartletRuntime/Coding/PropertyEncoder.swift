/// Encodes the properties of a JSON object, until one of them fails.
///
/// The encoder has a single owner, and nested objects have their own, so that accesses cannot overlap. The exclusivity
/// checks, which take 5 % of the encoding time, are therefore disabled.
final class PropertyEncoder {
    private let encoder: any Encoder
    @exclusivity(unchecked) private var container: KeyedEncodingContainer<PropertyKey>
    /// The error of the property that could not be encoded.
    @exclusivity(unchecked) private(set) var failure: (any Error)?

    /// Starts an object.
    init(_ encoder: any Encoder) {
        self.encoder = encoder
        container = encoder.container(keyedBy: PropertyKey.self)
    }

    /// Whether the object is part of a request.
    var isForRequest: Bool { encoder.userInfo.isForRequest }

    /// Encodes one or more properties.
    ///
    /// Inlined, because it runs for each property.
    @inline(__always)
    func encode(_ write: (inout KeyedEncodingContainer<PropertyKey>) throws -> Void) {
        guard failure == nil else { return }
        do {
            try write(&container)
        } catch {
            failure = error
        }
    }

    /// Encodes the properties of a part into the same object.
    func encode(part: some Encodable) {
        encode { _ in try part.encode(to: encoder) }
    }
}
