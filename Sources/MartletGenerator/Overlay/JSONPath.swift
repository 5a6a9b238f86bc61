/// A JSONPath query (RFC 9535), without functions.
struct JSONPath {
    /// A step from nodes to their children (section 2.5).
    struct Segment {
        /// Whether the selectors apply to the nodes and all that is in them (section 2.5.2).
        let isDescendant: Bool
        let selectors: [Selector]
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

    enum Operand {
        case query(Query)
        case string(String)
        case number(Double)
        case boolean(Bool)
        case null
    }

    /// A query inside a condition, from the document's root or from the node in question.
    struct Query {
        let isAbsolute: Bool
        let segments: [Segment]
    }

    let segments: [Segment]

    init(segments: [Segment]) { self.segments = segments }

    /// Parses a query; `nil` if it is not one, or calls a function.
    init?(_ text: String) {
        var parser = JSONPathParser(text)
        guard parser.take("$"), let segments = parser.segments(), parser.isAtEnd else { return nil }
        self.segments = segments
    }
}
