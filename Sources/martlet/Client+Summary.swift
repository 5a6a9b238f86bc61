import MartletModel

extension Client {
    /// The number of operations and of models, such as `9 operations, 17 models`.
    var summary: String {
        let operations = apis.flatMap(\.methods).count { $0.variantOf == nil }
        return "\(counted: operations, "operation"), \(counted: declarations.count, "model")"
    }
}
