public import MartletRuntime

extension ApiClient.Request {
    /// Keeps a value, such as a parameter with `format: password`, out of descriptions, logs and errors; `nil` has no
    /// effect.
    public mutating func hide(_ value: (some Encodable)?) {
        guard let value, let tree = try? ParameterEncoder.tree(of: value) else { return }
        secrets += tree.texts
    }
}

extension ParameterTree {
    /// The texts of all scalars.
    fileprivate var texts: [String] {
        switch self {
        case .scalar(let value): [try? value.parameterText].compactMap(\.self)
        case .file: []
        case .array(let elements): elements.flatMap(\.texts)
        case .object(let members): members.flatMap(\.value.texts)
        }
    }
}
