import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// One of several types.
    func union(_ union: Union, in scope: [Identifier]) -> TemplateValue {
        let columns = indentation(of: scope)
        let types = Dictionary(uniqueKeysWithValues: union.cases.map { ($0.name, $0.type.code(in: scope)) })
        let tagged = union.cases.flatMap { member in member.tags.map { (member, $0) } }
        return [
            "cases": .list(
                union.cases.map { member in
                    [
                        "name": .string(member.name.code),
                        "member": .string(member.name.text),
                        "type": .string(types[member.name] ?? ""),
                        "indirect": .string(member.isIndirect ? "indirect " : ""),
                        "documentation": .lines(
                            DocumentationComment.lines([member.description], indentation: columns)
                        ),
                        "tag": .string(tagArguments(of: member, union)),
                    ]
                }
            ),
            "isAmbiguous": .bool(union.isAmbiguous),
            "discriminator": union.discriminator.map { .string(SwiftLiteral.string($0)) } ?? .null,
            "tagged": .list(
                tagged.map { member, tag in
                    ["tag": .string(SwiftLiteral.string(tag)), "member": .string(member.name.text)]
                }
            ),
            "tests": .lines(union.discriminator == nil ? tests(of: union, types, columns + 4) : []),
            "otherwise": .lines(otherwise(tests(of: union, types, columns + 8))),
        ]
    }

    /// What to encode beside a value, as arguments with a comma before them.
    private func tagArguments(of member: Union.Case, _ union: Union) -> String {
        guard member.needsTag, let discriminator = union.discriminator, let tag = member.tags.first else { return "" }
        return ", tag: \(SwiftLiteral.string(tag)), \(SwiftLiteral.string(discriminator))"
    }

    /// Statements that find out which case a value is.
    private func tests(of union: Union, _ types: [Identifier: String], _ indentation: Int) -> [String] {
        let last = union.defaultCase ?? Self.unrecognized
        var lines: [String] = []
        for (index, test) in union.tests.enumerated() {
            let start = index == 0 ? "if" : "} else if"
            lines += Layout.list(
                "\(start) let value: \(types[test.name] ?? "") = union.",
                call: test.kind,
                " {",
                indentation: indentation
            )
            lines.append("    self = .\(test.name.text)(value)")
        }
        if lines.isEmpty { return ["self = .\(last.text)(try union.decoded())"] }
        return lines + ["} else {", "    self = .\(last.text)(try union.decoded())", "}"]
    }

    /// The statements as the default of a switch.
    private func otherwise(_ statements: [String]) -> [String] {
        statements.count == 1 ? ["default: \(statements[0])"] : ["default:"] + statements.map { "    \($0)" }
    }

    private static let unrecognized = Identifier.member("unrecognized")

    /// Several types at once.
    func overlap(_ union: Union, in scope: [Identifier]) -> TemplateValue {
        let columns = indentation(of: scope)
        let parameters = union.cases.map { "\($0.name.code): \($0.type.code(in: scope))? = nil" }
        let names = union.cases.map { "\($0.name.code) == nil" }
        return [
            "cases": .list(
                union.cases.map { member in
                    [
                        "name": .string(member.name.code),
                        "type": .string("\(member.type.code(in: scope))?"),
                        "attribute": .string(attribute(member.isIndirect, isOptional: true)),
                        "documentation": .lines(
                            DocumentationComment.lines([member.description], indentation: columns)
                        ),
                    ]
                }
            ),
            "initializer": .lines(Layout.list("\(accessPrefix)init(", parameters, ") {", indentation: columns)),
            "isNone": .lines(names),
        ]
    }
}

extension Layout {
    /// A test of a union's value.
    fileprivate static func list(
        _ head: String,
        call kind: Union.Test.Kind,
        _ tail: String,
        indentation: Int
    ) -> [String] {
        switch kind {
        case .value: return ["\(head)value()\(tail)"]
        case .object(let known, let foreign):
            let arguments = [("with", known), ("without", foreign)].filter { !$0.1.isEmpty }
            return nested(
                "\(head)object(",
                arguments.map { name, keys in
                    ("\(name): [", keys.map { SwiftLiteral.string($0) }, "]")
                },
                ")\(tail)",
                indentation: indentation
            )
        }
    }
}
