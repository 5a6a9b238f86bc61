import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    func context(of enumeration: Enumeration) -> TemplateValue {
        let cases = enumeration.cases.map(context)
        return [
            "rawType": .string(enumeration.rawValue.code),
            "isLarge": .bool(enumeration.isLarge),
            "cases": .list(cases),
            "lines": .list(lines(enumeration.cases)),
        ]
    }

    func context(of member: Enumeration.Case) -> TemplateValue {
        [
            "name": .name(member.name),
            "value": .string(SwiftLiteral.literal(member.value)),
            "text": .text(member.value.text),
            "description": .text(member.description),
        ]
    }

    /// The declarations of the cases: consecutive cases without a description share one.
    func lines(_ cases: [Enumeration.Case]) -> [TemplateValue] {
        var lines: [TemplateValue] = []
        var shared: [TemplateValue] = []
        func endLine() {
            if !shared.isEmpty { lines.append(["description": nil, "cases": .list(shared)]) }
            shared = []
        }
        for member in cases {
            let context = context(of: member)
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
