/// Reads what the build has to know of a configuration where `martlet` isn't built yet. It can't link a YAML parser, so it
/// refuses whatever it might misread.
struct PlainConfiguration {
    /// What is known, as `martlet generate --plan` prints it.
    private(set) var lines: [String] = []
    private let path: String

    init(_ text: String, at path: String) throws {
        self.path = path
        var spec: String?
        var root: String?
        var key = ""
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = Self.withoutComment(line)
            if content.isEmpty || (line == "---" && key.isEmpty) { continue }
            func refusal(_ reason: String) -> Unreadable { Unreadable(path: path, line: index + 1, reason: reason) }
            if let element = Self.element(content), key == "overlays" {
                guard let element = Self.scalar(element) else { throw refusal("write each overlay as a plain path") }
                lines.append("file \(element)")
                continue
            }
            if key == "shared", let path = Self.entry("from", content) {
                guard let path = Self.scalar(path) else { throw refusal("write the value of from as a plain word") }
                lines.append("shared \(path)")
                continue
            }
            if content.first == " " {
                if ["spec", "root", "templates", "shards", "runtime", "overlays"].contains(key) {
                    throw refusal("write the value of \(key) on the line of its key")
                }
                continue
            }
            guard let colon = content.firstIndex(of: ":"), content[..<colon].allSatisfy({ $0.isASCII && $0.isLetter }),
                content[content.index(after: colon)...].first.map({ $0 == " " }) ?? true
            else { throw refusal("write a plain `key: value`, without quotes, braces, anchors and tags") }
            key = String(content[..<colon])
            let value = content[content.index(after: colon)...].drop { $0 == " " }
            switch key {
            case "spec", "root", "templates", "shards", "runtime":
                guard let value = Self.scalar(value) else { throw refusal("write the value of \(key) as a plain word") }
                switch key {
                case "spec": spec = value
                case "root": root = value
                default: lines.append("\(key) \(value)")
                }
            case "overlays" where value.first == "[":
                let elements = value.dropFirst().dropLast().split(separator: ",").map {
                    Self.scalar($0.drop { $0 == " " })
                }
                guard value.last == "]", !elements.contains(nil) else {
                    throw refusal("write each overlay as a plain path")
                }
                lines += elements.compactMap { $0.map { "file \($0)" } }
            case "shared" where !value.isEmpty: throw refusal("write from and schemas on lines of their own")
            case "overlays" where !value.isEmpty: throw refusal("write the overlays as a list")
            default: break
            }
        }
        guard let spec else { throw Unreadable(path: path, line: 1, reason: "there is no key spec") }
        let folder = spec.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        lines += ["file \(spec)", "documents \(root ?? (folder.isEmpty ? "." : folder))"]
    }

    /// The line without a comment and blanks at its end.
    private static func withoutComment(_ line: Substring) -> Substring {
        var end = line.endIndex
        for index in line.indices where line[index] == "#" {
            if index == line.startIndex || " \t".contains(line[line.index(before: index)]) {
                end = index
                break
            }
        }
        var content = line[..<end]
        while let last = content.last, " \t".contains(last) { content.removeLast() }
        return content
    }

    /// What follows the dash of an element of a sequence.
    private static func element(_ line: Substring) -> Substring? {
        let text = line.drop { $0 == " " }
        return text.hasPrefix("- ") ? text.dropFirst(2).drop { $0 == " " } : nil
    }

    /// The value of a key in an inner mapping; `nil` if the line is another one.
    private static func entry(_ key: String, _ line: Substring) -> Substring? {
        let text = line.drop { $0 == " " }
        guard line.first == " ", text.hasPrefix("\(key):") else { return nil }
        return text.dropFirst(key.count + 1).drop { $0 == " " }
    }

    /// The text of a plain scalar, or of a quoted one without escapes; `nil` for anything else.
    private static func scalar(_ text: Substring) -> String? {
        guard let first = text.first else { return nil }
        if first == "\"" || first == "'" {
            let inner = text.dropFirst().dropLast()
            return text.count > 1 && text.last == first && !inner.contains(where: { "\"'\\".contains($0) })
                ? String(inner) : nil
        }
        let isPlain = !"{}[]&*!|>@%`?,-".contains(first) && !text.contains { "{}[]\t".contains($0) }
        return isPlain && !text.contains(": ") ? String(text) : nil
    }

    /// A line that isn't plain enough.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let line: Int
        let reason: String

        var description: String {
            """
            \(path):\(line):1: error: this build system plans before martlet is built, and needs a plain martlet.yaml: \(reason)
            """
        }
    }
}
