import MartletOpenAPI
import MartletSource

/// The group of the operations with one tag.
struct OperationGroup {
    private let tag: SpecText
    /// All words of the tag.
    let words: Words
    /// The words without those that say nothing about the group: `API` at the end, and `controller`, which frameworks take from
    /// the name of a class, such as Springdoc in `user-controller`.
    let stem: Words

    init(_ tag: SpecText, _ options: ClientOptions) {
        self.tag = tag
        words = Words(tag)
        let isClass = !tag.utf8.contains(UInt8(ascii: " "))
        let stem = words.dropping(suffix: "api") ?? (isClass ? words.dropping(suffix: "controller") : nil)
        self.stem = options.operations == .short ? stem ?? words : words
    }

    /// The words of an operation without those of the group at the front.
    func rest(of operation: Words) -> Words {
        operation.dropping(prefix: words) ?? operation.dropping(prefix: stem) ?? operation
    }

    /// Removes the number by which Springdoc distinguishes equal functions of different controllers: `findAll_1` becomes
    /// `findAll`.
    func withoutNumber(_ id: SpecText) -> SpecText {
        guard tag.hasSuffix("-controller"), let parts = id.split(at: { $0 == "_" }), !parts.after.isEmpty,
            parts.after.utf8.allSatisfy(Words.isDigit)
        else { return id }
        return parts.before
    }
}

extension ChosenNames {
    /// The tag whose group an operation is in; `nil` if its method is the client's. The tag `default`, under which tools show
    /// operations without a tag, counts as none, unless the configuration names it.
    func group(of operation: Operation) -> SpecText? {
        operation.tags.first.flatMap { $0.lowercased() == "default" && tags[$0] == nil ? nil : $0 }
    }
}
