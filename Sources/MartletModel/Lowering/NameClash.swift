package import MartletSource

extension DiagnosticCollector {
    /// Warns about the texts in one scope whose preferred name went to another text, so that they got another spelling
    /// or a number.
    ///
    /// - Parameters:
    ///   - used: The texts whose names the client has; `nil` for all.
    ///   - names: The names that have been given, by the text in the document.
    ///   - preferred: The name that a text has if no other text wants it.
    ///   - places: The places of the texts in the document, which are needed only if names clash.
    ///   - kind: The key of `names` in the configuration.
    ///   - path: The path of the named part in the configuration; `nil` if it has none.
    ///   - allocator: The allocator of the names, if other declarations have names in the scope too.
    ///   - reserved: The texts that have other methods in addition to their own, by the names of these.
    func reportClashes(
        of used: Set<SpecText>? = nil,
        _ names: [SpecText: Identifier],
        preferred: (SpecText) -> Identifier,
        places: @autoclosure () -> [SpecText: Location],
        kind: ClientOptions.Names.Kind,
        path: (SpecText) -> SpecText? = { $0 },
        in allocator: NameAllocator? = nil,
        reserved: [String: SpecText] = [:]
    ) {
        let changed = names.filter { used?.contains($0.key) != false && $0.value != preferred($0.key) }
        if changed.isEmpty { return }
        let places = places()
        let texts = names.keys.sorted()
        let owners = Dictionary(texts.map { (names[$0], $0) }) { first, _ in first }
        let folded = Dictionary(grouping: texts) { names[$0]?.text.lowercased() }
        for (text, name) in changed.sorted(by: { $0.key < $1.key }) {
            let wanted = preferred(text)
            let equal = owners[wanted] ?? folded[wanted.text.lowercased()]?.first { $0 != text }
            let shown: Diagnostic.Text
            if let equal {
                shown = "\(equal)"
            } else if let owner = reserved[wanted.text] {
                shown = "another method of \(owner)"
            } else if allocator?.place(of: wanted) != nil {
                shown = "\(wanted.text)"
            } else {
                continue
            }
            let place = (equal ?? reserved[wanted.text]).flatMap { places[$0] } ?? allocator?.place(of: wanted)
            let line = path(text).map { Diagnostic.Message.NameLine(kind: kind, path: $0, name: name) }
            report(.warning(.nameClash(text, name, shown, place, line), at: places[text]))
        }
    }
}

extension DiagnosticCollector {
    /// Warns that another declaration in the scope has the preferred name, if it has a place in the document.
    func reportClash(
        _ name: Identifier,
        insteadOf preferred: Identifier,
        in allocator: NameAllocator,
        at place: Location?,
        _ paths: DocumentPaths,
        _ line: Diagnostic.Message.NameLine?
    ) {
        guard name != preferred, let other = allocator.place(of: preferred) else { return }
        let clash = Diagnostic.Message.nameClash(SpecText(preferred.text), name, paths.owner(at: other), other, line)
        report(.warning(clash, at: place))
    }
}

extension Diagnostic.Message {
    /// A line of the configuration that gives something its name for good.
    package struct NameLine: Sendable {
        let kind: ClientOptions.Names.Kind
        let path: SpecText
        let name: Identifier

        package init(kind: ClientOptions.Names.Kind, path: SpecText, name: Identifier) {
            self.kind = kind
            self.path = path
            self.name = name
        }

        var hint: Diagnostic.Text {
            "a line in the configuration settles that for good: names: {\(kind.rawValue): {\(yaml: path): \(name.text)}}"
        }
    }

    /// - Parameters:
    ///   - text: The text that got another name than the preferred one.
    ///   - owner: What has the preferred name.
    ///   - place: The place of the owner.
    package static func nameClash(
        _ text: SpecText,
        _ name: Identifier,
        _ owner: Diagnostic.Text,
        _ place: Location?,
        _ line: NameLine?
    ) -> Self {
        let place = place.map { "in line \($0.position.line) " } ?? ""
        let summary: Diagnostic.Text =
            text == SpecText(name.text)
            ? "\(text) is called \(name.text), as it is spelled, because \(owner) \(place)has the usual name"
            : "\(text) is called \(name.text), because \(owner) \(place)has its name"
        return Self(.nameClash, summary, hint: line?.hint)
    }

    /// - Parameter what: A type that is not in the document, in martlet's words.
    static func nameClash(ofType what: String, _ name: Identifier, _ owner: Diagnostic.Text, _ place: Location) -> Self
    {
        Self(
            .nameClash,
            "\(what) is called \(name.text), because \(owner) in line \(place.position.line) has its name")
    }
}
