package import MartletSource

extension Client {
    /// The names of all properties that are secret, as JSON has them, in byte order.
    package var secretProperties: [SpecText] { Set(declarations.flatMap(\.secretProperties)).sorted() }
}

extension Declaration {
    fileprivate var secretProperties: [SpecText] {
        var names = nested.flatMap(\.secretProperties)
        if case .structure(let structure) = kind { names += structure.properties.filter(\.isSecret).map(\.wireName) }
        return names
    }
}
