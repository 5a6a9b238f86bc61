import MartletModel
import MartletSource
import MartletTemplates

extension TextEncoding {
    /// The encodings for every place in which templates can print text of a document.
    static let all: [TextEncoding] = [
        // Swift
        .lines("comment") { DocumentationComment.lines(SpecText($0)) },
        .items("item") { DocumentationComment.item(SpecText($0)) },
        .inline("inline") { $1.append(DocumentationComment.line(SpecText($0))) },
        .inline("literal") { SwiftLiteral.write(SpecText($0), to: &$1) },
        .inline("inLiteral") { SwiftLiteral.writeContent(SpecText($0), to: &$1) },
        .inline("plain", isForNames: true) { $1.append($0.replacing(bytes: "`", with: "")) },
        // Swift takes `let` and `var` for the beginning of a declaration.
        .inline("label", isForNames: true) { text, output in
            output.append(["`let`", "`var`"].contains(text) ? text : text.replacing(bytes: "`", with: ""))
        },
        .inline("capitalized") { $1.append(Words(SpecText($0)).upperCamelCase) },
        .inline("constantCase") { $1.append(Words(SpecText($0)).screamingSnakeCase) },
        // Markdown
        .lines("markdown") { MarkdownText.lines(SpecText($0)) },
        .inline("cell") { $1.append(MarkdownText.inline(SpecText($0))) },
        .inline("code") { $1.append(MarkdownText.code(SpecText($0))) },
        .inline("cellCode") { $1.append(MarkdownText.cellCode(SpecText($0))) },
        .inline("anchor", isForNames: true) { $1.append($0.replacing(bytes: "`", with: "").lowercased()) },
        // Other files
        .inline("json") { $1.append(JSONText.string($0)) },
        .inline("kotlin") { $1.append(JSONText.string($0).replacing(bytes: "$", with: "\\$")) },
        .inline("csv") { $1.append(CSVText.field($0)) },
        .inline("fileName") { $1.append(FileNameText.name($0)) },
    ]
}
