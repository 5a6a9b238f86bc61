/// The words for symbols in names.
enum SymbolNames {
    /// The names of symbols in ASCII. They count only where a text has no letters and digits, as in `!=`, or where they are
    /// significant, as in `>=5`; elsewhere they separate words.
    static let ascii: [Unicode.Scalar: String] = [
        " ": "space", "!": "not", "\"": "quote", "#": "hash", "$": "dollar", "%": "percent", "&": "and",
        "'": "apostrophe", "(": "open", ")": "close", "*": "star", "+": "plus", ",": "comma", "-": "minus", ".": "dot",
        "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equals", ">": "greater", "?": "question",
        "@": "at", "[": "openBracket", "\\": "backslash", "]": "closeBracket", "^": "caret", "_": "underscore",
        "`": "backtick", "{": "openBrace", "|": "or", "}": "closeBrace", "~": "tilde",
    ]

    /// The names of symbols outside of ASCII, which are words wherever they are: `10€`.
    static let others: [Unicode.Scalar: String] = [
        "€": "euro", "£": "pound", "¥": "yen", "¢": "cent", "₹": "rupee", "₽": "ruble", "₩": "won", "₿": "bitcoin",
        "²": "squared", "³": "cubed", "½": "half", "¼": "quarter", "¾": "three quarters", "\u{B5}": "micro",
        "°": "degree", "№": "number", "±": "plus minus", "×": "times", "÷": "divided by", "≠": "not equals",
        "≤": "less equals", "≥": "greater equals", "−": "minus", "‰": "per mille", "§": "section",
    ]
}
