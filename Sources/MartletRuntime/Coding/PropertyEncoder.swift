/// Writes the properties of one JSON object, until one of them has no JSON form.
///
/// Nothing else has it, and an object in the object has one of its own: that accesses don't overlap need not be checked each time,
/// which takes 5 % of the time to encode.
final class PropertyEncoder {
    private let encoder: any Encoder
    @exclusivity(unchecked) private var container: KeyedEncodingContainer<PropertyKey>
    /// Why a property could not be written.
    @exclusivity(unchecked) private(set) var failure: (any Error)?

    /// Begins an object.
    init(_ encoder: any Encoder) {
        self.encoder = encoder
        container = encoder.container(keyedBy: PropertyKey.self)
    }

    /// Writes a property or some.
    ///
    /// Inlined, for it runs once a property.
    @inline(__always)
    func encode(_ write: (inout KeyedEncodingContainer<PropertyKey>) throws -> Void) {
        guard failure == nil else { return }
        do {
            try write(&container)
        } catch {
            failure = error
        }
    }

    /// Writes the properties of a part beside those of the object.
    func encode(part: some Encodable) {
        encode { _ in try part.encode(to: encoder) }
    }
}
