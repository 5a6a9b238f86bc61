import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    func context(of enumeration: Enumeration) -> TemplateValue {
        let cases: [TemplateValue] = enumeration.cases.map { member in
            [
                "name": .name(member.name),
                "value": .string(SwiftLiteral.literal(member.value)),
                "text": .text(member.value.text),
                "description": .text(member.description),
            ]
        }
        return [
            "rawType": .string(enumeration.rawValue.code),
            "isLarge": .bool(enumeration.isLarge),
            "cases": .list(cases),
            "lines": .list(lines(enumeration, cases)),
        ]
    }

    /// The declarations of the cases: consecutive cases without a description share one.
    private func lines(_ enumeration: Enumeration, _ cases: [TemplateValue]) -> [TemplateValue] {
        var lines: [TemplateValue] = []
        var shared: [TemplateValue] = []
        func endLine() {
            if !shared.isEmpty { lines.append(["description": nil, "cases": .list(shared)]) }
            shared = []
        }
        for (member, context) in zip(enumeration.cases, cases) {
            guard let description = member.description, !description.isEmpty else {
                shared.append(context)
                continue
            }
            endLine()
            lines.append(["description": .text(description), "cases": [context]])
        }
        endLine()
        return lines
    }
}

extension Enumeration.RawValue {
    /// The type in Swift.
    var code: String {
        switch self {
        case .string: "String"
        case .int32: "Int32"
        case .int64: "Int64"
        case .double: "Double"
        case .json: "JSONValue"
        }
    }
}
