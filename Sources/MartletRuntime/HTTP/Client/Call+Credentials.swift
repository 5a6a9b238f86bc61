import Foundation

extension Call {
    /// The credentials that an attempt adds to a request.
    struct Proofs: Sendable {
        var all: [Proof] = []
        /// Whether these are all credentials that the operation requires. If not, attempt middleware may add the rest.
        var areComplete = true
    }

    /// Returns the credentials for an attempt, obtained anew each time: those of the first security requirement that
    /// names a scheme and is fully satisfied, or none if the operation allows anonymous calls (OpenAPI 3.2.0, section
    /// 4.30).
    ///
    /// A value that the request already has, such as a header of the configuration, counts as a credential. A header in
    /// the call's options replaces a credential, so that a single call can use another one.
    /// - Throws: ``ApiError`` if a credential is unavailable; `CancellationError`.
    func proofs(for request: HTTPRequest) async throws -> Proofs {
        func isGiven(_ scheme: Credential.Scheme) -> Bool { scheme.header.map { options.headers[$0] != nil } ?? false }
        func credential(_ scheme: Credential.Scheme) -> Credential? {
            isGiven(scheme) ? nil : configuration.credentials[scheme.name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let alternatives = operation.security.filter { !$0.isEmpty }
        var proofs = Proofs()
        var chosen = alternatives.first { $0.allSatisfy { credential($0) != nil || $0.isMet(by: request) } }
        if chosen == nil, alternatives.count == operation.security.count, !alternatives.isEmpty {
            proofs.areComplete = false
            chosen = alternatives.first { $0.contains { credential($0) != nil } }
        }
        for scheme in chosen ?? [] {
            guard let credential = credential(scheme), scheme.place != .connection else { continue }
            proofs.all.append(try await proof(scheme, credential))
        }
        record.withLock { $0.add(proofs.all) }
        return proofs
    }

    /// Whether the request has all credentials that the operation requires.
    func isAuthorized(_ request: HTTPRequest) -> Bool {
        operation.security.contains { $0.allSatisfy { $0.isMet(by: request) } }
    }

    private func proof(_ scheme: Credential.Scheme, _ credential: Credential) async throws -> Proof {
        let secret: String
        do {
            if let known = credential.secret {
                secret = known
            } else {
                secret = try await withTimeLimit(deadline - configuration.environment.now(), tooLate) {
                    try await credential.value()
                }
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Self.unavailableCredential(scheme, operation, error)
        }
        let prefix = credential.prefix ?? scheme.prefix ?? ""
        let value = prefix.isEmpty ? secret : "\(prefix) \(secret)"
        return Proof(place: scheme.place, value: value, secret: secret, credential: credential)
    }

    /// Notifies the sources of these credentials that the server rejected them.
    /// - Returns: Whether one of them can be renewed.
    func invalidate(_ proofs: [Proof]) async -> Bool {
        var isRenewable = false
        for proof in proofs where await proof.credential.invalidate(proof.secret) { isRenewable = true }
        return isRenewable
    }

    /// The error if no security requirement is satisfied.
    static func missingCredential(_ request: ApiClient.Request) -> ApiError {
        let names = request.security.map { $0.map(\.name).joined(separator: " and ") }.joined(separator: ", or ")
        return ApiError(.missingCredential, "\(request) needs a credential for \(names)")
    }

    /// The error if the source of a credential failed. An error other than ``ApiError`` may contain secrets, so its
    /// text is not quoted.
    static func unavailableCredential(
        _ scheme: Credential.Scheme,
        _ request: ApiClient.Request,
        _ error: any Error
    ) -> ApiError {
        let cause = error as? ApiError
        let isOutage = cause.map { [.transport, .tls, .timeout].contains($0.kind) && $0.statusCode == nil } ?? false
        let reason = cause.map { ": \($0.message)" } ?? ""
        return ApiError(
            isOutage ? cause?.kind ?? .transport : .credentialUnavailable,
            "\(request) needs a credential for \(scheme.name), which is unavailable\(reason)",
            delivery: .notSent,
            underlying: error
        )
    }
}

extension Credential.Scheme {
    /// The name of the header that carries the credential; `nil` if another place does.
    var header: String? {
        if case .header(let name) = place { name } else { nil }
    }

    /// Whether a request already has a credential for this scheme.
    fileprivate func isMet(by request: HTTPRequest) -> Bool {
        switch place {
        case .header(let name): !(request.headers[name] ?? "").isEmpty
        case .query(let name): request.url.queryPairs.contains { $0.name == name.percentEncoded }
        case .cookie(let name):
            request.headers.values(of: "Cookie").flatMap { $0.split(separator: ";") }
                .contains { $0.drop { $0 == " " }.hasPrefix("\(name)=") }
        case .connection: true
        }
    }
}
