extension JSONPathParser {
    /// One side of a comparison, or a whole condition.
    private enum Term {
        case query(JSONPath.Query)
        case operand(JSONPath.Operand)
        case condition(JSONPath.Condition)

        /// The operand that the term is; `nil` if it may have several values, or is a condition (section 2.4.3).
        var operand: JSONPath.Operand? {
            switch self {
            case .query(let query): query.segments.allSatisfy(\.isSingular) ? .value(query) : nil
            case .operand(let operand): operand
            case .condition: nil
            }
        }

        /// The condition that the term is by itself; `nil` for a value.
        var condition: JSONPath.Condition? {
            switch self {
            case .query(let query): .exists(query)
            case .operand: nil
            case .condition(let condition): condition
            }
        }
    }

    mutating func condition() -> JSONPath.Condition? {
        nested { parser in
            var alternatives: [JSONPath.Condition] = []
            repeat {
                var parts: [JSONPath.Condition] = []
                repeat {
                    guard let part = parser.simpleCondition() else { return nil }
                    parts.append(part)
                } while parser.takeWord("&&")
                alternatives.append(.and(parts))
            } while parser.takeWord("||")
            return .or(alternatives)
        }
    }

    private mutating func simpleCondition() -> JSONPath.Condition? {
        let isNegated = takeWord("!")
        if takeWord("(") {
            guard let inner = condition(), takeWord(")") else { return nil }
            return isNegated ? .not(inner) : inner
        }
        guard let left = term() else { return nil }
        skipBlanks()
        if let comparison = JSONPath.Comparison.allCases.first(where: { take($0.rawValue) }) {
            skipBlanks()
            guard !isNegated, let left = left.operand, let right = term()?.operand else { return nil }
            return .comparison(left, comparison, right)
        }
        return left.condition.map { isNegated ? .not($0) : $0 }
    }

    private mutating func term() -> Term? {
        switch next {
        case "@", "$":
            let isAbsolute = take("$")
            if !isAbsolute { _ = take("@") }
            return segments().map { .query(.init(isAbsolute: isAbsolute, segments: $0)) }
        case "'", "\"": return string().map { .operand(.string($0)) }
        case .some("a"..."z"):
            let word = takeAll { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
            if take("(") { return nested { $0.function(word) } }
            switch word {
            case "true": return .operand(.boolean(true))
            case "false": return .operand(.boolean(false))
            case "null": return .operand(.null)
            default: return nil
            }
        default: return number().map { .operand(.number($0)) }
        }
    }

    /// Parses a function after its name and the opening parenthesis (section 2.4).
    private mutating func function(_ name: String) -> Term? {
        var arguments: [Term] = []
        repeat {
            skipBlanks()
            guard let argument = term() else { return nil }
            arguments.append(argument)
        } while takeWord(",")
        guard takeWord(")") else { return nil }
        let operands = arguments.compactMap(\.operand)
        switch (name, arguments.count, operands.count) {
        case ("length", 1, 1): return .operand(.length(operands[0]))
        case ("match", 2, 2): return .condition(.pattern(operands[0], operands[1], isWhole: true))
        case ("search", 2, 2): return .condition(.pattern(operands[0], operands[1], isWhole: false))
        case ("count", 1, _):
            guard case .query(let query) = arguments[0] else { return nil }
            return .operand(.count(query))
        case ("value", 1, _):
            guard case .query(let query) = arguments[0] else { return nil }
            return .operand(.value(query))
        default: return nil
        }
    }
}
