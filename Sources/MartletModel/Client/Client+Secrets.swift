package import MartletSource

extension Client {
    /// The names of all properties that are secret, as JSON has them, and of secret response headers in lower case, in
    /// byte order.
    package var secretProperties: [SpecText] {
        let headers = (responseHeaders?.properties ?? []).filter(\.isSecret)
        return Set(
            types.flatMap(\.secretProperties) + headers.map { $0.header.lowercased() }
        ).sorted()
    }
}

extension Declaration {
    fileprivate var secretProperties: [SpecText] {
        var names = nested.flatMap(\.secretProperties)
        if case .structure(let structure) = kind { names += structure.properties.filter(\.isSecret).map(\.wireName) }
        return names
    }
}
