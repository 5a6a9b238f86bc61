import MartletModel
import MartletSource

// Short descriptions of declarations, which tests compare.

extension Declaration {
    /// `struct A { id: String, kind: Kind?, enum Kind { a, b } }`
    var outline: String {
        let name = name.last.text
        switch kind {
        case .structure(let structure):
            var members = structure.properties.map(\.outline)
            members += structure.flattenedUnions.map {
                "\($0.isIndirect ? "@" : "")\($0.name.text): \($0.type.outline) in place"
            }
            if let additional = structure.additionalProperties { members.append("others: \(additional.value.outline)") }
            return "struct \(name) {\(list(members))}"
        case .enumeration(let enumeration):
            return "enum \(name): \(enumeration.rawValue) {\(list(enumeration.cases.map { $0.name.text }))}"
        case .union(let union):
            return "union \(name)\(union.isAmbiguous ? "?" : "") {\(list(union.outlines))}"
        case .overlap(let union): return "overlap \(name) {\(list(union.outlines))}"
        case .tuple(let tuple):
            var members = tuple.elements.map { "\($0.name.text): \($0.type.outline)\($0.isRequired ? "" : "?")" }
            if let rest = tuple.rest { members.append("rest: \(rest.outline)") }
            return "tuple \(name) {\(list(members))}"
        case .alias(let type): return "\(name) = \(type.outline)"
        case .wrapper(let type): return "\(name)(\(type.outline))"
        }
    }

    private func list(_ members: [String]) -> String {
        let all = members + nested.map(\.outline)
        return all.isEmpty ? "" : " \(all.joined(separator: ", ")) "
    }
}

extension Property {
    /// `name: Type` with `?` when it may be absent, `|null` when it may be null, `?null` when both are one, and `@` before when it is indirect.
    var outline: String {
        let mark =
            switch presence {
            case .required: ""
            case .requiredNullable: "|null"
            case .optional: "?"
            case .optionalNullable: "?|null"
            case .optionalOrNull: "?null"
            }
        let way = direction == .both ? "" : direction == .readOnly ? " (read)" : " (write)"
        return "\(isIndirect ? "@" : "")\(name.text): \(type.outline)\(mark)\(way)"
    }
}

extension Union {
    /// The cases, each with its distinguishing condition.
    fileprivate var outlines: [String] {
        cases.map { member in
            let tags = member.tags.map { "\(discriminator?.unencoded ?? "")=\($0.text.unencoded)" }
            let tests = self.tests.filter { $0.name == member.name }.map { test in
                let conditions =
                    test.conditions.required.map { "+\($0.unencoded)" }
                    + test.conditions.excluded.map { "-\($0.unencoded)" }
                    + test.conditions.foreign.map { "~\($0.unencoded)" }
                    + test.conditions.excludedInside.map {
                        "-" + $0.map { $0?.unencoded ?? "*" }.joined(separator: ".")
                    }
                    + test.conditions.foreignInside.map { "~" + $0.map { $0?.unencoded ?? "*" }.joined(separator: ".") }
                    + (test.conditions.constant.map { ["=\($0.text.unencoded)"] } ?? [])
                return conditions.isEmpty ? "value" : (["object"] + conditions).joined(separator: " ")
            }
            let told =
                (tags + tests + (member.needsTag ? ["adds tag"] : [])
                + (defaultCase == member.name ? ["default"] : [])).joined(separator: "; ")
            return "\(member.isIndirect ? "@" : "")\(member.name.text)(\(member.type.outline)) [\(told)]"
        }
    }
}

extension TypeReference {
    /// The type as Swift would spell it.
    var outline: String {
        switch self {
        case .array(let element): "[\(element.outline)]"
        case .dictionary(let value): "[String: \(value.outline)]"
        case .optional(let wrapped): "\(wrapped.outline)?"
        case .named(let name): name.path.map(\.text).joined(separator: ".")
        case .custom(let name): name.text
        default: "\(self)"
        }
    }
}

extension Result {
    /// `Token`, `Token?`, `events Token`, `enum A { ok(Token), noContent }`
    var outline: String {
        switch kind {
        case .none: "nothing"
        case .content(let content): content.outline
        case .optional(let content): "\(content.outline)?"
        case .choice(let choice):
            "\(choice.name.last.text) { \(choice.cases.map(\.outline).joined(separator: ", ")) }"
        }
    }
}

extension Content {
    /// The form, unless it is JSON, and the type.
    var outline: String { form == .json ? type.outline : "\(form) \(type.outline)" }
}

extension ContentChoice.Case {
    /// `created(Token)`
    var outline: String { "\(name.text)\(content.map { "(\($0.outline))" } ?? "")" }
}
