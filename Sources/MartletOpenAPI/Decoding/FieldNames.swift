/// A set of fields. A bit set without heap storage, because every object has one.
struct FieldNames {
    private var bits = SIMD4<UInt64>()

    func contains(_ name: FieldName) -> Bool { bits[name.rawValue >> 6] & 1 << UInt64(name.rawValue & 63) != 0 }

    mutating func insert(_ name: FieldName) { bits[name.rawValue >> 6] |= 1 << UInt64(name.rawValue & 63) }
}
