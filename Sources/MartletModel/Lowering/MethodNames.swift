import MartletOpenAPI
import MartletSource

/// Names the methods of one API after their operations.
///
/// What a caller sees beside the name is left out: the words of the group at the front, and what frameworks add. The rule
/// looks at an operation and its group alone.
struct MethodNames {
    private let options: ClientOptions
    private let chosen: ChosenNames
    /// The words of the tag; `nil` for operations without one.
    private let group: Words?

    /// - Parameter tag: The tag of the operations; `nil` for those without one.
    init(_ options: ClientOptions, _ chosen: ChosenNames, tag: SpecText?) {
        self.options = options
        self.chosen = chosen
        group = tag.map { Words($0) }
    }

    /// The preferred names of operations by ID: short where the short name is unique in the group.
    func preferred(_ operations: [ResolvedOperation]) -> [SpecText: Identifier] {
        let full = Dictionary(operations.map { ($0.id, name(Words($0.id))) }) { first, _ in first }
        var names = full
        if options.operations == .short {
            let short = operations.map { (id: $0.id, name: Identifier.member(shortened($0))) }
            let uses = Dictionary(grouping: short, by: \.name).mapValues(\.count)
            let taken = Set(full.values)
            for (id, name) in short where name != full[id] {
                let isFree = uses[name] == 1 && !taken.contains(name)
                let isPlain = !ReservedWords.members.contains(name.text) && !name.text.hasPrefix("_")
                if isFree, isPlain { names[id] = name }
            }
        }
        for operation in operations {
            if let name = chosen.operations[operation.id] { names[operation.id] = name }
        }
        return names
    }

    /// The beginnings of the names of types that operations declare, by ID. What frameworks add to an ID is left out, with the
    /// group in its place, where that is unique in the group.
    func types(_ operations: [ResolvedOperation]) -> [SpecText: Identifier] {
        let names = operations.map { operation -> (id: SpecText, name: Identifier) in
            guard options.operations == .short, let id = operation.operation.operationID, id == operation.id,
                case let function = Self.withoutController(Self.withoutRequest(id, of: operation)), function != id
            else { return (operation.id, .type(Words(operation.id))) }
            let words = Words(function)
            let name = Identifier.type(group.flatMap { words.dropping(prefix: $0) } ?? words)
            return (id, group.map { name.prefixed($0.upperCamelCase) } ?? name)
        }
        let uses = Dictionary(grouping: names, by: \.name).mapValues(\.count)
        return Dictionary(names.map { ($0.id, uses[$0.name] == 1 ? $0.name : .type(Words($0.id))) }) { first, _ in first
        }
    }

    private func name(_ words: Words) -> Identifier {
        let name = Identifier.member(words)
        return ReservedWords.members.contains(name.text) ? name.suffixed("Operation") : name
    }

    private func shortened(_ operation: ResolvedOperation) -> Words {
        guard let id = operation.operation.operationID, id == operation.id else { return Words(operation.id) }
        let words = Words(Self.withoutController(Self.withoutRequest(id, of: operation)))
        return group.flatMap { words.dropping(prefix: $0) } ?? words
    }

    /// FastAPI makes an ID of the function's name, the path with `_` for whatever is no word character, and the method:
    /// `read_item_items__item_id__get` is `read_item`.
    private static func withoutRequest(_ id: SpecText, of operation: ResolvedOperation) -> SpecText {
        let path = operation.path.text.raw(for: .grammar).unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? String(scalar) : "_"
        }
        let ending = SpecText("\(path.joined())_\(operation.operation.method.name.lowercased())")
        return id == ending ? id : id.without(suffix: ending)
    }

    /// NestJS puts the class before the function: `UsersController_findAll` is `findAll`.
    private static func withoutController(_ id: SpecText) -> SpecText {
        let parts = id.split { "_./".unicodeScalars.contains($0) }
        guard let parts, parts.before.hasSuffix("Controller"), !parts.after.isEmpty else { return id }
        return parts.after
    }
}
