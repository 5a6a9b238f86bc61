/// The cases of an enum that the document lists, in its order.
///
/// Generated enums hold one, so that the way from a raw value to a case is written here once, and takes the same time
/// however many cases there are.
public struct KnownCases<Value: OpenEnum>: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private let cases: [Value]
    private let casesByRawValue: [Value.RawValue: Value]

    /// Cases with raw values of their own; of two with the same one the first counts.
    public init(arrayLiteral cases: Value...) {
        self.cases = cases
        casesByRawValue = Dictionary(cases.map { ($0.rawValue, $0) }) { first, _ in first }
    }

    /// The index of the first case: 0.
    public var startIndex: Int { 0 }

    /// How many cases there are.
    public var endIndex: Int { cases.count }

    /// The case at an index from 0 to below `count`.
    public subscript(position: Int) -> Value { cases[position] }

    /// The case with a raw value; nil when no case has it.
    func `case`(of rawValue: Value.RawValue) -> Value? { casesByRawValue[rawValue] }
}
