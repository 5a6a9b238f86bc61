import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    func context(of credential: Credential) -> TemplateValue {
        [
            "name": .name(credential.name),
            "scheme": .text(credential.scheme),
            "kind": .choice(TemplateChoice(credential.kind.name, true, among: Credential.Kind.names)),
            "key": .text(credential.kind.key),
            "isArgument": .bool(credential.isArgument),
            "isRequired": .bool(credential.isRequired),
            "description": .text(credential.description),
            "flows": .list(
                credential.flows.compactMap { flow in
                    guard let url = flow.tokenURL else { return nil }
                    return [
                        "flow": .string(flow.name),
                        "tokenURL": .text(url),
                        "scopes": .texts(flow.scopes.map(\.name)),
                    ]
                }
            ),
        ]
    }
}

extension Credential.Kind {
    fileprivate static let names = ["header", "query", "cookie", "basic", "bearer", "http", "mutualTLS"]

    fileprivate var name: String {
        switch self {
        case .header: "header"
        case .query: "query"
        case .cookie: "cookie"
        case .basic: "basic"
        case .bearer: "bearer"
        case .http: "http"
        case .mutualTLS: "mutualTLS"
        }
    }

    /// The name of the header, parameter, cookie or authentication scheme.
    fileprivate var key: SpecText? {
        switch self {
        case .header(let key), .query(let key), .cookie(let key), .http(let key): key
        case .basic, .bearer, .mutualTLS: nil
        }
    }
}
