/// The properties of one JSON object, which a generated model lists: to be written, compared or hashed.
///
/// Nothing here is inlinable, for the reason given at ``ObjectDecoder``.
public struct ObjectProperties {
    /// What the properties are listed for.
    enum Purpose {
        case encoding(PropertyEncoder)
        case hashing
        /// To be compared with those of another object, which come next.
        case collecting
        case comparing
        /// One was not equal; the others no longer matter.
        case different
    }

    private var purpose: Purpose
    /// What the properties are fed to.
    private(set) var hasher: Hasher
    /// The properties to compare with.
    private var values: [any Hashable] = []
    /// The place of the next in `values`.
    private var next = 0
    /// The places of the properties to compare.
    private let window: Range<Int>
    /// The place of the next property.
    private var place = 0

    init(for purpose: Purpose, _ hasher: Hasher = Hasher(), window: Range<Int> = 0..<(.max)) {
        self.purpose = purpose
        self.hasher = hasher
        self.window = window
    }

    /// Whether the properties of an object are those that were collected from another of its type.
    mutating func areEqual<Model: ObjectModel>(to model: Model) -> Bool {
        purpose = .comparing
        place = 0
        model.listProperties(in: &self)
        if case .comparing = purpose { return next == values.count }
        return false
    }

    /// Adds a property.
    public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value) {
        add(value) { try $0.encode(value, forKey: PropertyKey(key)) }
    }

    /// Adds a property that is not written when it is nil.
    public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value?) {
        add(value) { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
    }

    /// Adds a property that is written as null when it is nil.
    public mutating func addOrNull<Value: Encodable & Hashable>(_ key: String, _ value: Value?) {
        add(value) { try $0.encode(Nullable(value), forKey: PropertyKey(key)) }
    }

    /// Adds a property that is never written, for only responses have it.
    public mutating func add<Value: Hashable>(readOnly value: Value) {
        add(value) { _ in }
    }

    /// Adds properties with names of their own.
    public mutating func add<Value: Encodable & Hashable>(others values: [String: Value]) {
        add(values) { container in
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                try container.encode(value, forKey: PropertyKey(key))
            }
        }
    }

    /// Adds the properties of a part of the object.
    public mutating func add<Part: Encodable & Hashable>(part: Part) {
        if case .encoding(let encoder) = purpose { encoder.encode(part: part) } else { add(readOnly: part) }
    }

    /// Does with a property what they are listed for.
    ///
    /// Inlined into the functions of this module, for it runs once a property.
    @inline(__always)
    mutating func add<Value: Hashable>(
        _ value: Value,
        write: (inout KeyedEncodingContainer<PropertyKey>) throws -> Void
    ) {
        switch purpose {
        case .encoding(let encoder): encoder.encode(write)
        case .hashing: hasher.combine(value)
        case .collecting:
            if window.contains(place) { values.append(value) }
            place += 1
        case .comparing:
            place += 1
            guard window.contains(place - 1) else { return }
            guard next < values.count else { return purpose = .different }
            let other = values[next]
            if isEqual(other, value) { next += 1 } else { purpose = .different }
        case .different: break
        }
    }

    /// Whether two values are of one type and equal.
    ///
    /// `as?` would take many times as long.
    @inline(__always)
    private func isEqual<Other: Hashable, Value: Hashable>(_ other: Other, _ value: Value) -> Bool {
        Other.self == Value.self && unsafeBitCast(other, to: Value.self) == value
    }
}
