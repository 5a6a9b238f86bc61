/// Encodes text as a file name, which can't lead to another folder on any system.
enum FileNameText {
    private static let maximumLength = 100

    /// The text with `-` in place of all characters other than letters, digits, `-` and `_`.
    static func name(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            let isKept =
                scalar.isASCII
                ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
                : scalar.properties.isXIDContinue && !scalar.properties.isDefaultIgnorableCodePoint
            let kept = isKept ? scalar : "-"
            if name.utf8.count + kept.utf8.count > maximumLength { break }
            name.unicodeScalars.append(kept)
        }
        return name.isEmpty ? "-" : name
    }
}
