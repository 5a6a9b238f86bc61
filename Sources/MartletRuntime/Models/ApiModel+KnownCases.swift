extension ApiModel {
    /// The cases of an enum that the document defines, in the document's order.
    ///
    /// Generated enums store one, which finds the case of a raw value in constant time.
    public struct KnownCases<Value: OpenEnum>: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
        private let cases: [Value]
        private let casesByRawValue: [Value.RawValue: Value]

        /// Creates the collection; if several cases have the same raw value, the first is used.
        public init(arrayLiteral cases: Value...) {
            self.cases = cases
            casesByRawValue = Dictionary(cases.map { ($0.rawValue, $0) }) { first, _ in first }
        }

        /// The index of the first case: 0.
        public var startIndex: Int { 0 }

        /// The index after the last case.
        public var endIndex: Int { cases.count }

        /// The case at an index.
        public subscript(position: Int) -> Value { cases[position] }

        /// Returns the case with a raw value; `nil` if there is none.
        func `case`(of rawValue: Value.RawValue) -> Value? { casesByRawValue[rawValue] }
    }
}
