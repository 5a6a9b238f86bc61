extension EditableNode {
    /// The document as JSON (RFC 8259), two spaces a level.
    package var json: String {
        var text = ""
        write(to: &text, indentation: "\n")
        return text + "\n"
    }

    private func write(to text: inout String, indentation: String) {
        let inner = indentation + "  "
        switch content {
        case .scalar: text += origin.json
        case .sequence(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "" : ",") + inner
                element.write(to: &text, indentation: inner)
            }
            text += elements.isEmpty ? "]" : "\(indentation)]"
        case .mapping(let entries):
            text += "{"
            for (index, entry) in entries.enumerated() {
                text +=
                    (index == 0 ? "" : ",") + inner + JSONText.string(entry.key.text?.raw(for: .literal) ?? "") + ": "
                entry.value.write(to: &text, indentation: inner)
            }
            text += entries.isEmpty ? "}" : "\(indentation)}"
        }
    }
}

extension Node {
    /// A scalar as JSON.
    package var json: String {
        switch scalar {
        case nil, .null: "null"
        case .bool(let value): String(value)
        case .integer(let digits): digits.raw(for: .digits)
        case .number(let number): number.raw(for: .digits)
        case .string(let text): JSONText.string(text.raw(for: .literal))
        }
    }
}
