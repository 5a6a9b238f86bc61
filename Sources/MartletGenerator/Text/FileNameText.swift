/// Encodes text as a file name, which can't lead to another folder on any system.
enum FileNameText {
    private static let maximumLength = 100

    /// The text with `-` in place of all characters other than letters, digits, `-` and `_`. Accents that are characters of
    /// their own are replaced too: some file systems would compose them, so that two names would be one.
    static func name(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            let isLetterOrDigit = properties.isAlphabetic || properties.numericType != nil
            let isKept =
                scalar.isASCII
                ? isLetterOrDigit || scalar == "_"
                : isLetterOrDigit && properties.isXIDContinue && !properties.isDefaultIgnorableCodePoint
            let kept = isKept ? scalar : "-"
            if name.utf8.count + kept.utf8.count > maximumLength { break }
            name.unicodeScalars.append(kept)
        }
        return name.isEmpty ? "-" : name
    }
}
