import MartletModel

/// The names that the templates use for parameters, variables and members of their own, which names from a document must not
/// take. A test compares them with the templates.
enum LocalNames {
    /// The variables in the initializers and functions of models.
    static let model: Set<String> = ["decoder", "object", "other"]

    /// The variables in the methods of APIs.
    static let method: Set<String> = ["client", "request", "response"]

    static let api = ClientOptions.TemplateNames(
        labels: ["every", "file", "options", "progress", "self"],
        members: ["client"],
        methodSuffixes: ["WithHTTPInfo"]
    )
}
