public import MartletRuntime

extension UnionDecoder {
    /// The constant values of a union, which the document lists beside other types, each with its case.
    public struct Listed: ExpressibleByDictionaryLiteral, Sendable {
        private let cases: [JSONValue: Union]

        /// Creates the collection; if a value is repeated, its first case is used.
        public init(dictionaryLiteral cases: (JSONValue, Union)...) {
            self.cases = Dictionary(cases.map { ($0.withWholeNumber, $1) }) { first, _ in first }
        }

        /// The case for a value; `nil` if the document does not list it.
        public subscript(value: JSONValue) -> Union? { cases[value.withWholeNumber] }
    }
}
