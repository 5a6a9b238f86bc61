extension Error {
    /// The same error with a key in front of its path.
    func within(_ key: any CodingKey) -> any Error {
        guard case .invalidValue(let value, let context)? = self as? EncodingError else { return self }
        return EncodingError.invalidValue(
            value,
            .init(
                codingPath: [key] + context.codingPath,
                debugDescription: context.debugDescription,
                underlyingError: context.underlyingError
            )
        )
    }
}
