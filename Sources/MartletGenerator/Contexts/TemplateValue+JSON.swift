import MartletTemplates

extension TemplateValue {
    /// The value as JSON (RFC 8259), keys sorted, two spaces a level.
    var json: String {
        var text = ""
        write(to: &text, indentation: "\n")
        return text + "\n"
    }

    private func write(to text: inout String, indentation: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .string(let value): Self.write(value, to: &text)
        case .list(let values):
            Self.write(values, between: ("[", "]"), to: &text, indentation) { $0.write(to: &$1, indentation: $2) }
        case .object(let object):
            let sorted = object.members.sorted { $0.0 < $1.0 }
            Self.write(sorted, between: ("{", "}"), to: &text, indentation) { member, text, indentation in
                Self.write(member.0, to: &text)
                text += ": "
                member.1.write(to: &text, indentation: indentation)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element],
        between brackets: (String, String),
        to text: inout String,
        _ indentation: String,
        _ write: (Element, inout String, String) -> Void
    ) {
        text += brackets.0
        for (index, element) in elements.enumerated() {
            text += (index == 0 ? "" : ",") + indentation + "  "
            write(element, &text, indentation + "  ")
        }
        text += (elements.isEmpty ? "" : indentation) + brackets.1
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
