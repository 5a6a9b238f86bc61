import MartletSource

/// A parsed command line: `--name value`, `--name=value`, `--flag`, and operands.
struct Arguments {
    /// The options of a command.
    struct Options {
        /// The names of options with a value, without dashes.
        let values: Set<String>
        /// The names of options without a value.
        let flags: Set<String>
        /// The values of options that work without one too.
        var choices: [String: Set<String>] = [:]

        /// The names of all options, sorted.
        var names: [String] { (values.union(flags).union(choices.keys)).sorted() }
    }

    private let values: [String: [String]]
    private let flags: Set<String>
    /// The arguments that are not options, and all arguments after `--`.
    let operands: [String]

    init(_ words: some Sequence<String>, _ options: Options) throws(UsageError) {
        var values: [String: [String]] = [:]
        var flags: Set<String> = []
        var operands: [String] = []
        var iterator = words.makeIterator()
        var isRest = false
        while let word = iterator.next() {
            if isRest || word == "-" || !word.hasPrefix("-") {
                operands.append(word)
                continue
            }
            if word == "--" {
                isRest = true
                continue
            }
            guard word.hasPrefix("--") else {
                throw UsageError("unknown option \(quoted: word)", hint: Self.hint(word.dropFirst(), options))
            }
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            if let choices = options.choices[name] {
                flags.insert(name)
                var rest = iterator
                if parts.count == 2 {
                    values[name, default: []].append(String(parts[1]))
                } else if let next = rest.next(), choices.contains(next) {
                    values[name, default: []].append(next)
                    iterator = rest
                }
                if let value = values[name]?.last, !choices.contains(value) {
                    throw UsageError("--\(name) can't be \(quoted: value)")
                }
            } else if options.flags.contains(name), parts.count == 1 {
                flags.insert(name)
            } else if options.values.contains(name) {
                guard let value = parts.count == 2 ? String(parts[1]) : iterator.next(), !value.isEmpty else {
                    throw UsageError("the option --\(name) needs a value")
                }
                values[name, default: []].append(value)
            } else {
                throw UsageError("unknown option \(quoted: word)", hint: Self.hint(name[...], options))
            }
        }
        self.values = values
        self.flags = flags
        self.operands = operands
    }

    /// The hint about an unknown option: one with nearly its name, the only one that begins with it, or that there is none for
    /// a document.
    private static func hint(_ name: Substring, _ options: Options) -> Diagnostic.Text? {
        if ["spec", "input", "i"].contains(name) { return "pass the document without an option" }
        let names = options.names + ["help"]
        let longer = names.filter { $0.hasPrefix(name) }
        let meant = NearMiss.nearest(to: String(name), among: names) ?? (longer.count == 1 ? longer[0] : nil)
        return meant.map { "did you mean --\($0)?" }
    }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// All values of an option that can be given several times.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option that can be given once.
    func one(_ name: String) throws(UsageError) -> String? {
        let all = all(name)
        guard all.count <= 1 else { throw UsageError("the option --\(name) is given twice") }
        return all.first
    }

    /// The style of diagnostics, an option of all commands.
    func style() throws(UsageError) -> Terminal.Style {
        guard let text = try one("diagnostics") else { return .text }
        guard let style = Terminal.Style(rawValue: text) else {
            throw UsageError("--diagnostics must be text or json, not \(quoted: text)")
        }
        return style
    }
}
