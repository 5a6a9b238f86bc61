/// An encoding that makes text safe in a certain kind of place, such as a comment or a string literal.
///
/// A template names the encoding after a dot: `{{summary.comment}}`.
package struct TextEncoding: Sendable {
    /// The name after the dot.
    package let name: String
    /// Whether the encoding takes names alone: it changes so little that other text would not be safe.
    package let isForNames: Bool
    let form: Form

    enum Form: Sendable {
        case inline(@Sendable (String, inout TextBuffer) -> Void)
        case lines(@Sendable (String) -> [String])
        case items(@Sendable (String) -> [String])
    }

    /// An encoding whose result stays within a line.
    package static func inline(
        _ name: String,
        isForNames: Bool = false,
        _ write: @escaping @Sendable (String, inout TextBuffer) -> Void
    ) -> TextEncoding {
        TextEncoding(name: name, isForNames: isForNames, form: .inline(write))
    }

    /// An encoding that can return several lines; each is preceded by the text before the tag in the template.
    package static func lines(_ name: String, _ lines: @escaping @Sendable (String) -> [String]) -> TextEncoding {
        TextEncoding(name: name, isForNames: false, form: .lines(lines))
    }

    /// An encoding for an item of a list in a comment: further lines are indented to its text.
    package static func items(_ name: String, _ lines: @escaping @Sendable (String) -> [String]) -> TextEncoding {
        TextEncoding(name: name, isForNames: false, form: .items(lines))
    }
}

extension TextBuffer {
    /// Appends a text in an encoding.
    mutating func append(_ text: String, as encoding: TextEncoding) {
        switch encoding.form {
        case .inline(let write): write(text, &self)
        case .lines(let split), .items(let split):
            let lines = split(text)
            guard let first = lines.first else { return }
            var prefix = lines.count > 1 ? currentLine : []
            if case .items = encoding.form, let marker = prefix.firstIndex(of: UInt8(ascii: "-")) {
                // The marker and the space after it are two columns wide.
                prefix = prefix[..<marker] + [UInt8](repeating: UInt8(ascii: " "), count: 2)
            }
            append(first)
            for line in lines.dropFirst() {
                append(UInt8(ascii: "\n"))
                append(prefix)
                append(line)
            }
        }
    }
}
