package import MartletSource

/// A text with the markers 1️⃣ to 9️⃣ taken out and their places noted.
package struct MarkedText {
    /// The text without markers.
    package let text: String
    private var positions: [String: Position] = [:]

    /// Takes the markers out of a text.
    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var line: UInt32 = 1
        var column: UInt32 = 1
        for character in marked {
            let scalars = Array(character.unicodeScalars)
            if scalars.count == 3, scalars[1] == "\u{FE0F}", scalars[2] == "\u{20E3}" {
                positions[String(character)] = Position(line: line, column: column)
                continue
            }
            text.append(contentsOf: scalars)
            if ["\n", "\r", "\r\n"].contains(character) {
                line += 1
                column = 1
            } else {
                column += UInt32(scalars.count)
            }
        }
        self.text = String(text)
    }

    /// The place of a marker; nil when the text lacks it.
    package subscript(marker: String) -> Position? { positions[marker] }
}
