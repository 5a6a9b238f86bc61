package import MartletSource

extension DiagnosticCollector {
    /// Warns of the names in one scope that something else of that name was preferred to, so that they have another spelling
    /// or a number.
    ///
    /// - Parameters:
    ///   - names: The names that have been given, by the text in the document.
    ///   - preferred: The name that a text would have alone.
    ///   - location: The place of a text in the document.
    ///   - line: The way to the name in the configuration: `operations`.
    func reportClashes(
        _ names: [SpecText: Identifier],
        preferred: (SpecText) -> Identifier,
        location: (SpecText) -> Location?,
        line: String
    ) {
        let owners = Dictionary(names.map { ($0.value.text.lowercased(), $0.key) }) { first, _ in first }
        for (text, name) in names.sorted(by: { $0.key < $1.key }) {
            let wanted = preferred(text)
            guard name != wanted, let owner = owners[wanted.text.lowercased()], owner != text else { continue }
            report(.warning(.nameClash(text, name, owner, location(owner), line: line), at: location(text)))
        }
    }
}

extension Diagnostic.Message {
    package static func nameClash(
        _ text: SpecText,
        _ name: Identifier,
        _ owner: SpecText,
        _ place: Location?,
        line: String
    ) -> Self {
        let place = place.map { "in line \($0.position.line) " } ?? ""
        return Self(
            .nameClash, "\(text) is called \(name.text), because \(owner) \(place)has its name",
            hint: "a line in the configuration settles that for good: names: {\(line): {\(text): \(name.text)}}")
    }
}
