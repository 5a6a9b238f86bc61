/// A problem in a template: which one, where, and what to do.
package struct TemplateError: Error, Hashable, Sendable {
    /// The template's name in its set, without the `.mustache` extension.
    package let template: String
    /// The line, counted from 1.
    package let line: Int
    /// The column, counted from 1 in Unicode scalars.
    package let column: Int
    /// What is wrong and what to do about it.
    package let message: String

    /// A problem at a known place; line and column are counted from 1.
    package init(template: String, line: Int, column: Int, message: String) {
        self.template = template
        self.line = line
        self.column = column
        self.message = message
    }

    /// A problem at a byte offset of a template's UTF-8 text.
    init(template: String, source: [UInt8], offset: Int, message: String) {
        let (line, column) = Self.position(of: offset, in: source)
        self.init(template: template, line: line, column: column, message: message)
    }

    /// Line and column, both from 1, of a byte offset. Lines end with LF, so that CRLF ends a line once.
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
    /// The clickable form, with the file's name: `Struct.swift.mustache:3:7: error: …`.
    package var description: String {
        "\(template).mustache:\(line):\(column): error: \(message)"
    }
}
