/// A JSONPath query (RFC 9535).
struct JSONPath {
    /// A step from nodes to their children (section 2.5).
    struct Segment {
        /// Whether the selectors apply to the nodes and all that is in them (section 2.5.2).
        let isDescendant: Bool
        let selectors: [Selector]

        /// Whether the segment selects at most one child of a node.
        var isSingular: Bool {
            guard !isDescendant, selectors.count == 1 else { return false }
            return switch selectors[0] {
            case .name, .index: true
            case .wildcard, .slice, .filter: false
            }
        }
    }

    /// What a segment selects (section 2.3).
    indirect enum Selector {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// A condition on a node (section 2.3.5).
    indirect enum Condition {
        case or([Condition])
        case and([Condition])
        case not(Condition)
        case exists(Query)
        case comparison(Operand, Comparison, Operand)
        /// The function `match`, or `search`, which also matches a part of the text (sections 2.4.6 and 2.4.7).
        case pattern(Operand, Operand, isWhole: Bool)
    }

    enum Comparison: String, CaseIterable {
        // Longer ones come first, for reading.
        case equal = "=="
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
    }

    /// An expression for a value, or for nothing.
    indirect enum Operand {
        case string(String)
        case number(Double)
        case boolean(Bool)
        case null
        /// The value of the only node that a query selects: a singular query, or any query in the function `value`
        /// (section 2.4.8).
        case value(Query)
        /// The function `length` (section 2.4.4).
        case length(Operand)
        /// The function `count` (section 2.4.5).
        case count(Query)
    }

    /// A query inside a condition, from the document's root or from the node in question.
    struct Query {
        let isAbsolute: Bool
        let segments: [Segment]
    }

    let segments: [Segment]

    /// Parses a query.
    ///
    /// - Throws: The rest of the text from the first scalar that can't be parsed.
    init(_ text: String) throws(Rest) {
        var parser = JSONPathParser(text)
        guard parser.take("$"), let segments = parser.segments(), parser.isAtEnd else { throw Rest(text: parser.rest) }
        self.segments = segments
    }

    /// The part of a text that can't be read.
    struct Rest: Error {
        let text: String
    }
}
