extension Configuration {
    /// The headers that prove who calls: those of the first alternative that asks for something and has all it asks
    /// for, or none where the operation allows that (OpenAPI, Security Requirement Object).
    ///
    /// A header of this name in the options stands for the credential, so that one call can use another one.
    /// - Throws: ``ApiError`` of kind `missingCredential` that names the schemes, or `invalidRequest` for a credential
    ///   that cannot stand in a header.
    func credentialHeaders(
        for request: ApiRequest,
        options: RequestOptions
    ) throws -> [(header: String, value: String)] {
        func value(of scheme: SecurityScheme) -> String? {
            if let value = options.headers[scheme.header] { return value }
            guard let credential = credentials[scheme.name], !credential.secret.isEmpty else { return nil }
            return credential.headerValue
        }
        for alternative in request.security where !alternative.isEmpty {
            let values = alternative.compactMap { scheme in value(of: scheme).map { (scheme.header, $0) } }
            if values.count == alternative.count { return values }
        }
        guard request.security.allSatisfy({ !$0.isEmpty }), !request.security.isEmpty else { return [] }
        throw Self.missingCredential(request)
    }

    /// No alternative can be met.
    static func missingCredential(_ request: ApiRequest) -> ApiError {
        let names = request.security.map { $0.map(\.name).joined(separator: " and ") }.joined(separator: ", or ")
        return ApiError(.missingCredential, "\(request) needs a credential for \(names)")
    }
}
