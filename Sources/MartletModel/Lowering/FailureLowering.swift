import MartletOpenAPI
import MartletSource

/// Names the failures of operations: an enum for each operation, with a case for each documented status.
struct FailureLowering {
    /// The names of the other types within the types of APIs.
    private let types: Set<String>

    init(_ types: [Identifier]) { self.types = ReservedWords.types.union(types.map(\.text)) }

    /// The API, with the failures of its methods named.
    func named(_ api: API) -> API {
        var allocator = NameAllocator(reserved: types)
        return API(
            name: api.name,
            accessor: api.accessor,
            title: api.title,
            description: api.description,
            methods: api.methods.map { method in
                guard let cases = cases(of: method) else { return method }
                let name = Identifier.type(Words(SpecText(method.name.text))).suffixed("Failure")
                return method.with(FailureEnum(name: allocator.name(name), cases: cases))
            }
        )
    }

    /// The cases in the order in which statuses are compared; `nil` for none. A further method of an operation has the
    /// failures of the first.
    private func cases(of method: Method) -> [FailureEnum.Case]? {
        guard method.variantOf == nil else { return nil }
        let failures = method.failures.filter { $0.status != .default || $0.type != nil }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["other"]))
        let cases = [0, 1, 2].flatMap { rank in failures.filter { $0.status.rank == rank } }.map { failure in
            FailureEnum.Case(name: allocator.name(failure.status.failureName), failure: failure)
        }
        return cases.isEmpty ? nil : cases
    }
}

extension StatusPattern {
    /// How specific the pattern is: the most specific response applies (OpenAPI 3.2.0, section 4.16).
    fileprivate var rank: Int {
        switch self {
        case .code: 0
        case .range: 1
        case .default: 2
        }
    }

    /// The name of the enum case for a status that is no success (RFC 9110, section 15).
    fileprivate var failureName: Identifier {
        let name =
            switch self {
            case .code(let code): Self.failureNames[code] ?? "status\(code)"
            case .range(3): "redirection"
            case .range(4): "clientError"
            case .range(5): "serverError"
            case .range(let hundreds): "status\(hundreds)xx"
            case .default: "defaultResponse"
            }
        return .member(Words(SpecText(name)))
    }

    private static let failureNames = [
        301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified", 307: "temporaryRedirect",
        308: "permanentRedirect", 400: "badRequest", 401: "unauthorized", 402: "paymentRequired", 403: "forbidden",
        404: "notFound", 405: "methodNotAllowed", 406: "notAcceptable", 408: "requestTimeout", 409: "conflict",
        410: "gone", 411: "lengthRequired", 412: "preconditionFailed", 413: "contentTooLarge", 414: "uriTooLong",
        415: "unsupportedMediaType", 416: "rangeNotSatisfiable", 417: "expectationFailed", 421: "misdirectedRequest",
        422: "unprocessableContent", 423: "locked", 424: "failedDependency", 426: "upgradeRequired",
        428: "preconditionRequired", 429: "tooManyRequests", 451: "unavailableForLegalReasons",
        500: "internalServerError", 501: "notImplemented", 502: "badGateway", 503: "serviceUnavailable",
        504: "gatewayTimeout", 507: "insufficientStorage",
    ]
}
