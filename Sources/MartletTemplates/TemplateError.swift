/// An error in a template: its location, and what to do about it.
package struct TemplateError: Error, Hashable, Sendable {
    /// The template's name in its set, without the `.mustache` extension.
    package let template: String
    /// The line, counted from 1.
    package let line: Int
    /// The column, counted from 1 in Unicode scalars.
    package let column: Int
    /// The error and what to do about it.
    package let message: String

    /// An error at a known location; line and column are counted from 1.
    package init(template: String, line: Int, column: Int, message: String) {
        self.template = template
        self.line = line
        self.column = column
        self.message = message
    }

    /// An error at a byte offset of a template's UTF-8 text.
    init(template: String, source: [UInt8], offset: Int, message: String) {
        let (line, column) = Self.position(of: offset, in: source)
        self.init(template: template, line: line, column: column, message: message)
    }

    /// The line and column, both counted from 1, of a byte offset. Lines end with LF, so CRLF counts once.
    static func position(of offset: Int, in source: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in source.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if !UTF8.isContinuation(byte) {
                column += 1
            }
        }
        return (line, column)
    }
}

extension TemplateError: CustomStringConvertible {
    /// The form that terminals and editors link, with the file's name: `Struct.swift.mustache:3:7: error: …`.
    package var description: String {
        "\(template).mustache:\(line):\(column): error: \(message)"
    }
}
