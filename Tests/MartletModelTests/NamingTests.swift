import Foundation
import MartletModel
import MartletSource
import Testing

@Suite("Naming")
struct NamingTests {
    /// A text, with the expected names of a member and of a type.
    static let names: [(SpecText, String, String)] = [
        ("name", "name", "Name"), ("_id", "id", "Id"), ("ownerId", "ownerId", "OwnerId"),
        ("access-token", "accessToken", "AccessToken"), ("Access tokens", "accessTokens", "AccessTokens"),
        ("ACCESS_TOKEN", "accessToken", "AccessToken"), ("URL", "url", "URL"), ("APIKey", "apiKey", "APIKey"),
        ("JSONPatch", "jsonPatch", "JSONPatch"), ("LD-API-Version", "ldAPIVersion", "LDAPIVersion"),
        ("getHTTPSUrl", "getHTTPSURL", "GetHTTPSURL"), ("OAuth2Client", "oauth2Client", "OAuth2Client"),
        ("oauth_token", "oauthToken", "OAuthToken"), ("IDs", "ids", "Ids"),
        ("userIDs", "userIds", "UserIds"), ("URLs", "urls", "URLs"), ("PDFs", "pdfs", "PDFs"),
        ("Project's", "projects", "Projects"),
        ("redirectUrl", "redirectURL", "RedirectURL"), ("userID", "userId", "UserId"), ("asJson", "asJSON", "AsJSON"),
        ("get /a/{id}", "getAId", "GetAId"), ("123", "_123", "_123"), ("1st", "_1st", "_1st"), ("+1", "plus1", "Plus1"),
        ("html_url", "htmlURL", "HTMLURL"), ("api-keys", "apiKeys", "APIKeys"), ("urls", "urls", "URLs"),
        ("user_id", "userId", "UserId"), ("htmlUrl", "htmlURL", "HtmlURL"), ("HTTP_STATUS", "httpStatus", "HttpStatus"),
        ("-1", "minus1", "Minus1"), ("", "empty", "Empty"), ("!=", "notEquals", "NotEquals"), ("*", "star", "Star"),
        ("é", "é", "É"), ("größe", "größe", "Größe"), ("名前", "名前", "名前"), ("ユーザー_id", "ユーザーId", "ユーザーId"),
        ("имяПользователя", "имяПользователя", "ИмяПользователя"), ("ИМЯ_ТИПА", "имяТипа", "ИмяТипа"),
        // A Cyrillic а among Latin letters, characters that aren't seen, and those that others stand for.
        ("p\u{430}y", "pU430Y", "PU430Y"), ("a\u{202E}b", "aU202EB", "AU202EB"), ("a\u{200B}", "aU200B", "AU200B"),
        ("\u{FB01}t", "uFB01T", "UFB01T"), ("\u{FF41}", "uFF41", "UFF41"), ("a\u{0}b`\"\nc", "aBC", "ABC"),
        ("../../etc", "etc", "Etc"),
        // A capital Cyrillic А, and a word of letters that all look Latin when the first one is a capital.
        ("admin\u{410}", "adminU410", "AdminU410"), ("x_\u{43D}\u{430}", "xU43DU430", "XU43DU430"),
        ("id_клиента", "idКлиента", "IdКлиента"), ("getПользователь", "getПользователь", "GetПользователь"),
        ("Δt", "δt", "Δt"), ("t_Δ", "tΔ", "TΔ"), ("/c/{идентификатор}", "cИдентификатор", "CИдентификатор"),
        ("том_\u{3C4}\u{3C9}\u{3BC}", "томΤωμ", "ТомΤωμ"), ("\u{442}\u{3C9}", "тU3C9", "ТU3C9"),
        ("Response«List«Thing»»", "responseListThing", "ResponseListThing"),
        ("10 – 20…", "_10_20", "_10_20"), ("€", "euro", "Euro"), ("m²", "mSquared", "MSquared"),
        ("½", "half", "Half"), ("µ", "micro", "Micro"), ("°C", "degreeC", "DegreeC"),
        ("£_PER_¥", "poundPerYen", "PoundPerYen"),
        ("∑", "u2211", "U2211"), ("\u{20AB}", "u20AB", "U20AB"), ("U20AB", "u20Ab", "U20Ab"),
        ("Don't know", "dontKnow", "DontKnow"), ("don’t", "dont", "Dont"),
        ("'a' 'b'", "aB", "AB"),
        ("IPv4Address", "ipv4Address", "IPv4Address"), ("publicIPv6", "publicIPv6", "PublicIPv6"),
    ]

    @Test("names are in camel case, whatever their spelling", arguments: names)
    func spelling(text: SpecText, member: String, type: String) {
        #expect(Identifier.member(Words(text)).text == member)
        #expect(Identifier.type(Words(text)).text == type)
    }

    /// Plurals and their singulars; none for words that are no recognizable plurals.
    static let plurals: [(String, String?)] = [
        ("Movies", "Movie"), ("Cookies", "Cookie"), ("OrderEntries", "OrderEntry"), ("Series", nil), ("Species", nil),
        ("Caches", "Cache"), ("Branches", "Branch"), ("Axes", "Axis"), ("Databases", "Database"), ("Indices", "Index"),
        ("Leaves", "Leaf"), ("Addresses", "Address"), ("News", nil), ("Lens", nil), ("Bus", nil), ("Aliases", "Alias"),
        ("Statuses", "Status"), ("Analyses", "Analysis"), ("Houses", "House"), ("Process", nil), ("URLs", "URL"),
    ]

    @Test("an element is named with the singular of its list's name", arguments: plurals.indices)
    func singulars(index: Int) {
        let (plural, singular) = Self.plurals[index]
        #expect(Identifier(plural)?.singular?.text == singular)
    }

    @Test("keywords are put in backticks", arguments: ["await", "default", "class", "in", "repeat", "switch"])
    func keywords(word: String) {
        #expect(Identifier(word)?.code == "`\(word)`")
    }

    @Test("an identifier consists of letters, digits and underscores")
    func identifiers() {
        let others = ["e\u{301}", "a\u{200D}b", "a\u{202E}", "\u{661}", "p\u{430}y", "\u{FF41}", "a\u{2013}b", "🔑"]
        for text in ["", "_", "1a", "a-b", "a b", "a\"b", "a\nb"] + others {
            #expect(Identifier(text) == nil, "\(text)")
        }
        for text in ["_a1", "größe", "名前"] { #expect(Identifier(text)?.code == text) }
    }

    @Test("a letter is kept unless normalization form KC replaces it, as in Foundation")
    func compatibility() {
        let letters: Set<Unicode.GeneralCategory> = [
            .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        ]
        // The standard library may know letters of a newer Unicode than Foundation.
        let scalars = (0x80...0x2FA1F).compactMap(Unicode.Scalar.init).filter {
            letters.contains($0.properties.generalCategory) && !$0.properties.isDefaultIgnorableCodePoint
                && $0.properties.age.map { $0.major < 16 } ?? false
        }
        #expect(scalars.count > 100_000)
        let wrong = scalars.filter { scalar in
            let letter = String(scalar)
            let isStable = letter.precomposedStringWithCompatibilityMapping.utf8.elementsEqual(letter.utf8)
            return isStable != (Identifier(letter) != nil)
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "composition matches Foundation",
        arguments: "aé\u{1EA1}\u{915}\u{958}\u{9C7}か\u{1100}\u{AC00}\u{212B}\u{F900}".unicodeScalars.map(String.init))
    func composition(letter: String) {
        let marks = ["\u{301}", "\u{323}", "\u{327}", "\u{93C}", "\u{9BE}", "\u{1161}", "\u{11A8}", "\u{3099}"]
        for text in marks.flatMap({ first in marks.map { letter + first + $0 } }) {
            let composed = text.precomposedStringWithCanonicalMapping
            #expect(Identifier.member(Words(SpecText(text))) == Identifier.member(Words(SpecText(composed))))
        }
    }

    @Test("long names are truncated and stay distinct")
    func length() {
        let first = Identifier.type(Words(SpecText(String(repeating: "a", count: 10_000) + "x")))
        let second = Identifier.type(Words(SpecText(String(repeating: "a", count: 10_000) + "y")))
        #expect(first.text.count <= 120)
        #expect(first != second)
    }

    /// Texts in one scope, with their expected names.
    static let scopes: [[(SpecText, String)]] = [
        [("id", "id"), ("_id", "_id")],
        [("fooBar", "fooBar"), ("foo_bar", "foo_bar"), ("foo-bar", "fooBar2")],
        [("A", "a2"), ("a", "a")],
        [("é", "é"), ("e\u{301}", "é2")], [("image", "image"), ("image[]", "imageArray")],
    ]

    @Test("names in one scope are distinct, in any order", arguments: scopes.indices)
    func collisions(index: Int) {
        let texts = Self.scopes[index].map(\.0)
        for order in [texts, texts.reversed()] {
            var allocator = NameAllocator()
            let names = allocator.names(order) { .member(Words($0)) }
            #expect(texts.map { names[$0]?.text } == Self.scopes[index].map(\.1))
        }
    }
}
