import MartletOpenAPI
import MartletSource

/// Names the methods of one API after their operations.
///
/// What a caller sees beside the name is left out: the words of the group at the front, and what frameworks add. The rule
/// looks at an operation and its group alone.
struct MethodNames {
    private let options: ClientOptions
    private let chosen: ChosenNames
    /// `nil` for operations without a tag.
    private let group: OperationGroup?

    /// - Parameter tag: The tag of the operations; `nil` for those without one.
    init(_ options: ClientOptions, _ chosen: ChosenNames, tag: SpecText?) {
        self.options = options
        self.chosen = chosen
        group = tag.map { OperationGroup($0, options) }
    }

    /// The preferred name of an operation. If another operation has it, the operation gets its whole ID as its name.
    func preferred(_ operation: ResolvedOperation) -> Identifier {
        if let name = chosen.operations[operation.id] { return name }
        let name = Identifier.member(shortened(operation))
        let isPlain = !isReserved(name) && !name.text.hasPrefix("_")
        return options.operations == .short && isPlain ? name : whole(operation)
    }

    /// The name that contains the whole ID of an operation.
    func whole(_ operation: ResolvedOperation) -> Identifier {
        let name = Identifier.member(Self.words(operation))
        return isReserved(name) ? name.suffixed("Operation") : name
    }

    private func isReserved(_ name: Identifier) -> Bool {
        ReservedWords.members.contains(name.text) || options.templateNames.members.contains(name.text)
    }

    /// The prefixes of the names of the types that operations declare, by operation ID. What frameworks add to an ID is
    /// replaced with the group. If several operations would then have the same prefix, the first in the order of their
    /// IDs gets it.
    func types(_ operations: [ResolvedOperation]) -> [SpecText: Identifier] {
        var names: [SpecText: Identifier] = [:]
        var shortened: [(id: SpecText, name: Identifier)] = []
        for operation in operations {
            names[operation.id] = .type(Self.words(operation))
            guard options.operations == .short, let id = operation.operation.operationID, id == operation.id,
                case let function = withoutController(Self.withoutRequest(id, of: operation)), function != id
            else { continue }
            let words = Words(function)
            let name = Identifier.type(group?.rest(of: words) ?? words)
            shortened.append((id, group.map { name.prefixed($0.stem.upperCamelCase) } ?? name))
        }
        let ids = Set(shortened.map(\.id))
        var taken = Set(names.filter { !ids.contains($0.key) }.values)
        for (id, name) in shortened.sorted(by: { $0.id < $1.id }) where taken.insert(name).inserted { names[id] = name }
        return names
    }

    /// The words of an ID, such as `POST_files`. If there is none, those of the method and the path: `get /books/{id}` becomes
    /// `getBooksById`.
    private static func words(_ operation: ResolvedOperation) -> Words {
        let told = Words(SpecText(operation.id.raw(for: .grammar).replacing("{", with: " by ")))
        let isID = operation.id == operation.operation.operationID
        let words = isID || told.upperCamelCase.utf8.count > Identifier.maximumLength ? Words(operation.id) : told
        return words.lowering(first: operation.operation.method.name.raw(for: .grammar))
    }

    private func shortened(_ operation: ResolvedOperation) -> Words {
        guard let id = operation.operation.operationID, id == operation.id else { return Self.words(operation) }
        let name = withoutService(withoutController(Self.withoutRequest(id, of: operation)))
        return group.map { $0.rest(of: Words($0.withoutNumber(name))) } ?? Words(name)
    }

    /// Removes what frameworks add to the name of a function. FastAPI adds the path, with `_` in place of other
    /// characters than letters and digits, and the method: `read_item_items__item_id__get` becomes `read_item`.
    /// Springfox adds the method: `getUserUsingGET_1` becomes `getUser_1`.
    private static func withoutRequest(_ id: SpecText, of operation: ResolvedOperation) -> SpecText {
        let path = operation.path.text.raw(for: .grammar).unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? String(scalar) : "_"
        }
        let method = operation.operation.method.name
        let ending = SpecText("\(path.joined())_\(method.lowercased())")
        if id != ending, id.hasSuffix(ending) { return id.without(suffix: ending) }
        let parts = id.split(at: { $0 == "_" }) ?? (id, "")
        let function = parts.0.without(suffix: "Using\(method)")
        let isNumber = parts.1.utf8.allSatisfy(Words.isDigit)
        guard isNumber, function != parts.0, !function.isEmpty else { return id }
        return parts.1.isEmpty ? function : "\(function)_\(parts.1)"
    }

    /// Removes the class that frameworks put before the name of a function: in the group `users`, NestJS's
    /// `UsersController_findAll` becomes `findAll`, and `InvoicesController_list` becomes `Invoices_list`. Phoenix puts a module
    /// before the class, as in `ShopWeb.UserController.index`, and Rails writes `Api::UsersController#index`.
    private func withoutController(_ id: SpecText) -> SpecText {
        let text = id.raw(for: .grammar)
        let isSeparator = { (character: Character) in "_./#:".contains(character) }
        let end = text.indices.first { isSeparator(text[$0]) && text[..<$0].hasSuffix("Controller") }
        guard let end, let name = text[..<end].split(whereSeparator: isSeparator).last else { return id }
        let function = SpecText(String(text[end...].drop(while: isSeparator)))
        let controller = SpecText(String(name.dropLast("Controller".count)))
        guard !function.isEmpty else { return id }
        guard let group, !controller.isEmpty else { return function }
        return Self.isSame(Words(controller), group) ? function : "\(controller)_\(function)"
    }

    /// Removes the service that Google puts before the resource: in the group `files`, `drive.files.list` becomes `list`.
    private func withoutService(_ id: SpecText) -> SpecText {
        let parts = id.raw(for: .grammar).split(separator: ".")
        guard let group, parts.count > 2, let function = parts.last,
            Self.isSame(Words(SpecText(String(parts[parts.count - 2]))), group)
        else { return id }
        return SpecText(String(function))
    }

    /// Whether words are equal, apart from a plural.
    private static func isSame(_ words: Words, _ group: OperationGroup) -> Bool {
        let names = [words, group.stem].map { Identifier.type($0) }.map { $0.singular ?? $0 }
        return names[0].text.lowercased() == names[1].text.lowercased()
    }
}
