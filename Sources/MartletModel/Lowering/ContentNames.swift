import MartletOpenAPI
import MartletSource

/// Names the contents of one body: the cases of an enum, and the suffixes of methods.
struct ContentNames {
    private let types: TypeLowering
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ diagnostics: DiagnosticCollector) {
        self.types = types
        self.diagnostics = diagnostics
    }

    /// The preferred name of content: the chosen one, else that of its media type.
    func preferred(_ media: MediaType, as form: Content.Form) -> Identifier {
        chosen(media) ?? media.name(as: form)
    }

    /// Distinct names in the order of the contents, whose media types are distinct. Of contents with equal names, the first
    /// in alphabetical order keeps it; another one gets all words of its media type, or a number.
    func names(_ contents: [(media: MediaType, form: Content.Form)]) -> [Identifier] {
        let known = Dictionary(contents.map { ($0.media.contentType, $0) }) { first, _ in first }
        let chosen = known.compactMapValues { self.chosen($0.media) }
        func preferred(_ type: SpecText) -> Identifier {
            known[type].map { self.preferred($0.media, as: $0.form) } ?? .member(Words(type))
        }
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let names = allocator.names(
            contents.map(\.media.contentType), chosen: chosen,
            orElse: { .member(Words($0.without(prefix: "application/"))) }, preferred)
        for (type, name) in chosen { types.chosen.check(.contents, wanted: name, given: names[type]) }
        diagnostics.reportClashes(
            names, preferred: preferred, places: known.mapValues(\.media.location), kind: .contents,
            path: { type in known[type].flatMap { types.paths.pointer(to: $0.media.location) } })
        return contents.map { names[$0.media.contentType] ?? $0.media.name(as: $0.form) }
    }

    private func chosen(_ media: MediaType) -> Identifier? {
        types.chosen.contentPlaces[media.location] ?? types.chosen.contents[media.essence]
    }
}
