/// Acronyms that are commonly written in capitals (Swift API Design Guidelines, Conventions).
enum Acronyms {
    /// An acronym, or its plural, as it is spelled in a name: `URL`, `IDs`; `nil` for other words.
    ///
    /// - Parameter word: A word in lower case.
    static func spelling(of word: String) -> String? {
        if known.contains(word) { return word.uppercased() }
        guard word.hasSuffix("s"), known.contains(String(word.dropLast())) else { return nil }
        return word.dropLast().uppercased() + "s"
    }

    /// The spelling of the acronyms that nearly every document has, and in several ways: `redirectUrl` beside `html_url`.
    /// ID is a word (`ownerId`), and the others are capitals.
    static func fixedSpelling(of word: String) -> String? {
        guard word.utf8.count <= 6 else { return nil }
        return fixed[word.lowercased()]
    }

    private static let fixed = [
        "id": "Id", "ids": "Ids", "json": "JSON", "uri": "URI", "uris": "URIs", "url": "URL", "urls": "URLs",
        "oauth": "OAuth", "oauth2": "OAuth2",
    ]

    private static let known: Set<String> = [
        "acl", "api", "ascii", "bic", "cidr", "cpu", "css", "csv", "cvc", "dns", "ean", "eof", "ftp", "gpu", "guid",
        "html",
        "http", "https", "iban", "ip", "iso", "jpeg", "json", "jwt", "kyc", "mfa", "otp", "pdf", "png", "qr", "ram",
        "rgb", "rpc", "rss", "saml", "sdk", "sepa", "sla", "sms", "smtp", "sql", "ssd", "ssh", "ssl", "sso", "svg",
        "tcp",
        "tls", "ttl", "udp", "ui", "uri", "url", "utc", "utf", "utf8", "uuid", "vat", "vm", "vpc", "vpn", "xml", "yaml",
    ]
}
