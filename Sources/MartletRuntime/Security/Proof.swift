import Foundation

/// A credential on its way into a request.
struct Proof: Sendable {
    let place: SecurityScheme.Place
    /// What is sent.
    let value: String
    /// The part of it that no text may show.
    let secret: String
    /// Where the secret comes from.
    let credential: Credential

    /// The header that carries it, if one does.
    var header: String? {
        switch place {
        case .header(let name): name
        case .cookie: "Cookie"
        case .query, .connection: nil
        }
    }

    /// What no text may show: the secret, and the forms that it has in a request.
    var secrets: [String] { [secret, secret.percentEncoded, value, value.percentEncoded] }

    /// Adds it to a request, in place of another one for the same place.
    func add(to request: inout HTTPRequest) throws {
        switch place {
        case .header(let name): request.headers.setSecret(name, value)
        case .cookie(let name):
            guard !value.contains(";") else { throw ApiRequest.unusableCookie }
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
    /// The URL with one value for a name of its query, behind all others.
    fileprivate func settingQuery(_ name: String, _ value: String) -> URL {
        let text = absoluteString
        let name = name.percentEncoded
        let others = queryPairs.filter { $0.name != name }.map(\.text)
        let query = (others + ["\(name)=\(value.percentEncoded)"]).joined(separator: "&")
        return URL(string: "\(text.prefix { $0 != "?" })?\(query)") ?? self
    }

    /// The pairs of the query, percent-encoded.
    var queryPairs: [(name: Substring, text: Substring)] {
        (query(percentEncoded: true) ?? "").split(separator: "&").map { pair in (pair.prefix { $0 != "=" }, pair) }
    }
}
