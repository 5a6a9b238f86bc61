/// The singulars of English nouns, for the elements of lists.
enum Singular {
    /// The singular of a word in lower case: `part` for `parts`; `nil` when the word is not a recognizable plural.
    static func of(_ word: String) -> String? {
        if unchanging.contains(word) { return nil }
        if let known = irregular[word] { return known }
        func dropping(_ count: Int, adding ending: String = "") -> String { word.dropLast(count) + ending }
        if word.hasSuffix("ies"), word.utf8.count > 4 { return dropping(3, adding: "y") }
        if ["sses", "shes", "ches", "xes", "tuses", "nuses", "ruses"].contains(where: word.hasSuffix) {
            return dropping(2)
        }
        guard word.hasSuffix("s"), word.utf8.count > 1, !["ss", "us", "is"].contains(where: word.hasSuffix) else {
            return nil
        }
        return dropping(1)
    }

    private static let unchanging: Set<String> = [
        "alias", "atlas", "bias", "canvas", "chaos", "gas", "goods", "kubernetes", "kudos", "lens", "means", "news",
        "series", "species",
        "aws", "cms", "cors", "dns", "gps", "https", "ios", "js", "os", "qos", "sms", "tls",
    ]

    private static let irregular = [
        "aches": "ache", "caches": "cache", "headaches": "headache", "niches": "niche",
        "calories": "calorie", "cookies": "cookie", "lies": "lie", "movies": "movie", "pies": "pie", "ties": "tie",
        "hoodies": "hoodie", "rookies": "rookie", "selfies": "selfie", "smoothies": "smoothie", "zombies": "zombie",
        "aliases": "alias", "atlases": "atlas", "biases": "bias", "buses": "bus", "campuses": "campus",
        "canvases": "canvas", "censuses": "census", "focuses": "focus", "gases": "gas", "lenses": "lens",
        "quizzes": "quiz", "surpluses": "surplus",
        "analyses": "analysis", "axes": "axis", "crises": "crisis", "diagnoses": "diagnosis",
        "hypotheses": "hypothesis", "parentheses": "parenthesis", "synopses": "synopsis", "theses": "thesis",
        "appendices": "appendix", "indices": "index", "matrices": "matrix", "vertices": "vertex",
        "halves": "half", "knives": "knife", "leaves": "leaf", "lives": "life", "shelves": "shelf", "wives": "wife",
        "echoes": "echo", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
        "children": "child", "people": "person",
    ]
}
