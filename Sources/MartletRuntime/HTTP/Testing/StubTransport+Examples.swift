import Foundation

extension StubTransport {
    /// What an operation answers, as by the examples of a document.
    public struct Example: Sendable {
        /// The method.
        public var method: HTTPMethod

        /// The path as the document has it, as `/api/v2/tokens/{id}`.
        public var path: String

        /// The answer.
        public var response: HTTPResponse

        /// An answer to requests of this method and path.
        public init(_ method: HTTPMethod, _ path: String, _ response: HTTPResponse) {
            self.method = method
            self.path = path
            self.response = response
        }

        /// How well this fits a request: how many segments are the same literally; nil when it does not fit.
        ///
        /// The path of the server may stand before that of the operation.
        fileprivate func fit(_ request: HTTPRequest) -> Int? {
            let template = path.split(separator: "/")
            let segments = request.url.path(percentEncoded: true).split(separator: "/").suffix(template.count)
            guard method == request.method, segments.count == template.count else { return nil }
            var fit = 0
            for (expected, segment) in zip(template, segments) {
                if expected == segment {
                    fit += 1
                } else if !(expected.hasPrefix("{") && expected.hasSuffix("}")) {
                    return nil
                }
            }
            return fit
        }
    }

    /// Answers each request with the example that fits it best, as often as it comes. A request that none fits fails.
    public convenience init(examples: [Example]) {
        self.init { request in
            let fitting = examples.compactMap { example in example.fit(request).map { (fit: $0, example) } }
            guard let best = fitting.max(by: { $0.fit < $1.fit }) else { throw Self.noExample }
            return best.1.response
        }
    }

    /// A request that no example is for.
    static let noExample = ApiError(.invalidRequest, "no example is for this request")
}
