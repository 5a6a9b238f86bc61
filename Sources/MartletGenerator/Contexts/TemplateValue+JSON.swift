import MartletSource
import MartletTemplates

extension TemplateValue {
    /// The value as JSON (RFC 8259), keys sorted, two spaces a level. Text of the document is an object with the key `text`,
    /// for templates can't print it without an encoding.
    var json: String {
        var text = TextBuffer()
        write(to: &text, indentation: "\n")
        text.append("\n")
        return text.text
    }

    private func write(to text: inout TextBuffer, indentation: String) {
        switch self {
        case .null: text.append("null")
        case .bool(let value): text.append(String(value))
        case .string(let value): text.append(JSONText.string(value))
        case .text(let value): Self.write([("text", .string(value.unencoded))], to: &text, indentation)
        case .list(let values):
            Self.write(values, between: ("[", "]"), to: &text, indentation) { $0.write(to: &$1, indentation: $2) }
        case .object(let object): Self.write(object.members.sorted { $0.0 < $1.0 }, to: &text, indentation)
        case .choice(let choice): Self.write([(choice.kind, choice.value)], to: &text, indentation)
        }
    }

    private static func write(_ members: [(String, TemplateValue)], to text: inout TextBuffer, _ indentation: String) {
        write(members, between: ("{", "}"), to: &text, indentation) { member, text, indentation in
            text.append(JSONText.string(member.0))
            text.append(": ")
            member.1.write(to: &text, indentation: indentation)
        }
    }

    private static func write<Element>(
        _ elements: [Element],
        between brackets: (String, String),
        to text: inout TextBuffer,
        _ indentation: String,
        _ write: (Element, inout TextBuffer, String) -> Void
    ) {
        text.append(brackets.0)
        for (index, element) in elements.enumerated() {
            text.append((index == 0 ? "" : ",") + indentation + "  ")
            write(element, &text, indentation + "  ")
        }
        text.append((elements.isEmpty ? "" : indentation) + brackets.1)
    }
}
