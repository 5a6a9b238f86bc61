import Foundation

/// A credential with its value, to be added to a request.
struct Proof: Sendable {
    let place: Credential.Scheme.Place
    /// The value to send.
    let value: String
    /// The part of the value that must be redacted.
    let secret: String
    /// The credential that provided the secret.
    let credential: Credential

    /// The name of the header that carries the credential; `nil` if another place does.
    var header: String? {
        switch place {
        case .header(let name): name
        case .cookie: "Cookie"
        case .query, .connection: nil
        }
    }

    /// The values to redact: the secret, and the forms that it has in a request.
    var secrets: [String] { [secret, secret.percentEncoded, value, value.percentEncoded] }

    /// Adds the credential to a request, replacing another value at the same place.
    func add(to request: inout HTTPRequest) throws {
        switch place {
        case .header(let name): request.headers.setSecret(name, value)
        case .cookie(let name):
            try ApiClient.Request.checkCookie(value)
            let cookies = request.headers.values(of: "Cookie") + ["\(name)=\(value)"]
            request.headers.setSecret("Cookie", cookies.joined(separator: "; "))
        case .query(let name):
            request.url = request.url.settingQuery(name, value)
            request.secretQueryNames.insert(name.percentEncoded)
        case .connection: break
        }
    }
}

extension URL {
    /// Returns the URL with a query parameter set to a single value, at the end of the query.
    fileprivate func settingQuery(_ name: String, _ value: String) -> URL {
        let text = absoluteString
        let name = name.percentEncoded
        let others = queryPairs.filter { $0.name != name }.map(\.text)
        let query = (others + ["\(name)=\(value.percentEncoded)"]).joined(separator: "&")
        return URL(string: "\(text.prefix { $0 != "?" })?\(query)") ?? self
    }

    /// The `name=value` pairs of the query, percent-encoded.
    package var queryPairs: [(name: Substring, text: Substring)] {
        (query(percentEncoded: true) ?? "").split(separator: "&").map { pair in (pair.prefix { $0 != "=" }, pair) }
    }
}
