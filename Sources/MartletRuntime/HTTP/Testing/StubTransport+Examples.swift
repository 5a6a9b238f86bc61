import Foundation

extension StubTransport {
    /// An example response of an operation, such as one of the document's examples.
    public struct Example: Sendable {
        /// The HTTP method of the operation.
        public var method: HTTPMethod

        /// The path template of the operation, such as `/api/v2/tokens/{id}`.
        public var path: String

        /// The response.
        public var response: HTTPResponse

        /// Creates an example response for requests with a method and a path template.
        public init(_ method: HTTPMethod, _ path: String, _ response: HTTPResponse) {
            self.method = method
            self.path = path
            self.response = response
        }

        /// Returns how well this example matches a request, as the number of literally equal path segments; nil if it
        /// does not match.
        ///
        /// The path of the server may precede that of the operation.
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

    /// Creates a transport that answers each request with the best matching example, any number of times. A request
    /// without a matching example fails.
    public convenience init(examples: [Example]) {
        self.init { request in
            let fitting = examples.compactMap { example in example.fit(request).map { (fit: $0, example) } }
            guard let best = fitting.max(by: { $0.fit < $1.fit }) else { throw Self.noExample }
            return best.1.response
        }
    }

    /// The error for a request without a matching example.
    static let noExample = ApiError(.invalidRequest, "no example matches this request")
}
