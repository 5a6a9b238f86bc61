import Foundation

extension Configuration {
    /// What proves who calls: the credentials of the first alternative that asks for something and has all it asks for,
    /// or none where the operation allows that (OpenAPI, Security Requirement Object).
    ///
    /// A header of this name in the options stands for the credential, so that one call can use another one.
    /// - Throws: ``ApiError`` of kind `missingCredential` that names the schemes; `CancellationError`.
    func proofs(for request: ApiRequest, options: RequestOptions) async throws -> [Proof] {
        func has(_ scheme: SecurityScheme) -> Bool {
            if scheme.place == .connection || scheme.headerValue(in: options) != nil { return true }
            return credentials[scheme.name].map { !$0.isEmpty } ?? false
        }
        let complete = request.security.first { !$0.isEmpty && $0.allSatisfy(has) }
        guard let complete else {
            if request.security.isEmpty || request.security.contains(where: \.isEmpty) { return [] }
            throw Self.missingCredential(request)
        }
        var proofs: [Proof] = []
        for scheme in complete where scheme.place != .connection {
            if let value = scheme.headerValue(in: options) {
                proofs.append(Proof(place: scheme.place, value: value, secret: value))
            } else if let credential = credentials[scheme.name] {
                proofs.append(try await proof(scheme, credential, request))
            }
        }
        return proofs
    }

    private func proof(
        _ scheme: SecurityScheme,
        _ credential: Credential,
        _ request: ApiRequest
    ) async throws -> Proof {
        let secret: String
        do {
            secret = try await credential.value()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Self.failedProvider(scheme, request, error)
        }
        let prefix = credential.prefix ?? scheme.prefix ?? ""
        return Proof(place: scheme.place, value: prefix.isEmpty ? secret : "\(prefix) \(secret)", secret: secret)
    }

    /// No alternative can be met.
    static func missingCredential(_ request: ApiRequest) -> ApiError {
        let names = request.security.map { $0.map(\.name).joined(separator: " and ") }.joined(separator: ", or ")
        return ApiError(.missingCredential, "\(request) needs a credential for \(names)")
    }

    /// The one who should give a credential did not.
    static func failedProvider(_ scheme: SecurityScheme, _ request: ApiRequest, _ error: any Error) -> ApiError {
        ApiError(
            .missingCredential,
            "\(request) needs a credential for \(scheme.name), which could not be had",
            underlying: error
        )
    }
}

/// A credential on its way into a request.
struct Proof: Sendable {
    let place: SecurityScheme.Place
    /// What is sent.
    let value: String
    /// The part of it that no text may show.
    let secret: String

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

    /// Adds it to a request.
    func add(to request: inout HTTPRequest) throws {
        switch place {
        case .header(let name): request.headers.setSecret(name, value)
        case .cookie(let name):
            guard !value.contains(";") else { throw ApiRequest.unusableCookie }
            let cookies = request.headers.values(of: "Cookie") + ["\(name)=\(value)"]
            request.headers.setSecret("Cookie", cookies.joined(separator: "; "))
        case .query(let name):
            let pair = "\(name.percentEncoded)=\(value.percentEncoded)"
            let text = request.url.absoluteString
            request.url = URL(string: text + (text.contains("?") ? "&" : "?") + pair) ?? request.url
        case .connection: break
        }
    }
}

extension SecurityScheme {
    /// What the options of a call say in place of the credential.
    fileprivate func headerValue(in options: RequestOptions) -> String? {
        if case .header(let name) = place { options.headers[name] } else { nil }
    }
}
