import MartletTemplates

/// The statement on the first line of a template: `{{! martlet 3, for each model: Models/{name}.swift }}`.
///
/// The number is the version of the context that the template was written for. A template without `for` generates no
/// file; it is a partial of others.
struct TemplateFront: Hashable {
    /// The subject of a generated file.
    enum Subject: String, CaseIterable {
        case client = "the client"
        case api = "each api"
        case model = "each model"
    }

    /// The version of the context that this version of martlet passes to templates; see `Templates/README.md`.
    static let currentVersion = 3

    let version: Int
    let subject: Subject?
    /// The path of the file, with names in braces; empty without a subject.
    let path: String
    /// The path, cut at its braces: every second piece is a name that stood in them.
    private let pieces: [String]

    /// - Parameter line: The comment at the beginning of a template.
    /// - Returns: `nil` when the comment is not such a statement.
    init?(_ line: String) {
        guard let version = Self.version(in: line) else { return nil }
        self.version = version
        let parts = line.split(separator: ",", maxSplits: 1)
        guard parts.count == 2 else {
            subject = nil
            path = ""
            pieces = []
            return
        }
        let target = parts[1].split(separator: ":", maxSplits: 1).map { $0.trimmed }
        guard target.count == 2, target[0].hasPrefix("for "),
            let subject = Subject(rawValue: String(target[0].dropFirst("for ".count)))
        else { return nil }
        self.subject = subject
        path = target[1]
        pieces = target[1].split(omittingEmptySubsequences: false) { $0 == "{" || $0 == "}" }.map(String.init)
    }

    /// The version that a statement begins with, even if its rest is malformed.
    static func version(in line: String) -> Int? {
        let words = line.prefix { $0 != "," }.split(separator: " ")
        return words.count == 2 && words[0] == "martlet" ? Int(words[1]) : nil
    }

    /// Whether the comment at the beginning of a template is meant to be a statement and is none.
    static func isMalformed(_ line: String) -> Bool { line.hasPrefix("martlet ") && TemplateFront(line) == nil }

    /// The names that a path can contain in braces.
    static func placeholders(of subject: Subject) -> [String] {
        subject == .client ? ["client", "module"] : ["name", "client", "module"]
    }

    /// Whether the path stays in the output folder and is different for each subject.
    var hasUsablePath: Bool {
        guard let subject else { return true }
        var plain = path
        for name in Self.placeholders(of: subject) { plain = plain.replacing("{\(name)}", with: "x") }
        let isPlain = plain.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: " "):
                true
            default: false
            }
        }
        let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
        return isPlain && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
            && (subject == .client || path.contains("{name}"))
    }

    /// The path of the file for one subject.
    ///
    /// - Parameter names: The text for each placeholder.
    func path(_ names: [String: String]) -> String {
        pieces.enumerated().map { $0.isMultiple(of: 2) ? $1 : names[$1] ?? "" }.joined()
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
