import MartletModel
import MartletSource

/// The types of two clients, and in which messages they are.
struct ComparedTypes {
    let old: DeclarationIndex
    let new: DeclarationIndex
    private var directions: [TypeName: MessageDirection] = [:]

    init(_ old: Client, _ new: Client) {
        self.old = DeclarationIndex(old.declarations)
        self.new = DeclarationIndex(new.declarations)
        for (client, index) in [(old, self.old), (new, self.new)] {
            for method in client.apis.flatMap(\.methods) {
                mark(method.arguments.flatMap(\.references), .request, index)
                mark(method.answers, .response, index)
            }
            mark(client.responseHeaders?.properties.map(\.type) ?? [], .response, index)
            mark(client.webhooks?.events.map(\.type) ?? [], .response, index)
        }
    }

    /// The messages that a type is in; both for one that is in none, which only callers use.
    func direction(of name: TypeName) -> MessageDirection { directions[name] ?? .both }

    /// How a type differs from another.
    enum Difference {
        case none
        /// The same type under another name.
        case spelling
        /// A type of another name whose values have the same form.
        case naming
        /// Every value of the old type is one of the new type.
        case wider
        /// Every value of the new type is one of the old type.
        case narrower
        case other
    }

    func difference(_ old: TypeReference, _ new: TypeReference) -> Difference {
        if old == new { return .none }
        let (first, second) = (self.old.canonical(old), self.new.canonical(new))
        if first == second { return .spelling }
        if hasSameForm(first, second) { return .naming }
        if Self.widens(first, self.old, second) { return .wider }
        return Self.widens(second, self.new, first) ? .narrower : .other
    }

    /// Whether two types of different names have the same properties or values.
    private func hasSameForm(_ first: TypeReference, _ second: TypeReference) -> Bool {
        switch (first, second) {
        case (.array(let one), .array(let other)), (.dictionary(let one), .dictionary(let other)),
            (.optional(let one), .optional(let other)):
            return hasSameForm(one, other)
        case (.named(let one), .named(let other)):
            switch (old[one]?.kind, new[other]?.kind) {
            case (.structure(let first)?, .structure(let second)?):
                return first.flattenedUnions.isEmpty && second.flattenedUnions.isEmpty
                    && first.additionalProperties?.value == second.additionalProperties?.value
                    && first.properties.count == second.properties.count
                    && zip(first.properties, second.properties).allSatisfy { one, other in
                        one.wireName == other.wireName && one.presence == other.presence
                            && old.canonical(one.type) == new.canonical(other.type)
                    }
            case (.enumeration(let first)?, .enumeration(let second)?):
                return first.cases.map(\.value) == second.cases.map(\.value)
            default: return false
            }
        default: return false
        }
    }

    private static func widens(_ type: TypeReference, _ index: DeclarationIndex, _ wider: TypeReference) -> Bool {
        switch (type, wider) {
        case (_, .json), (.int32, .int64), (.int32, .double), (.int32, .decimal), (.int64, .double), (.int64, .decimal),
            (.float, .double), (.double, .decimal), (.uuid, .string), (.dateTime, .string), (.date, .string),
            (.data, .string):
            return true
        case (.array(let element), .array(let other)), (.dictionary(let element), .dictionary(let other)),
            (.optional(let element), .optional(let other)):
            return element == other || widens(element, index, other)
        case (_, .optional(let other)): return type == other || widens(type, index, other)
        case (.named(let name), .string):
            if case .enumeration(let enumeration) = index[name]?.kind, case .string = enumeration.rawValue {
                return true
            }
            return false
        default: return false
        }
    }

    private mutating func mark(_ roots: [TypeReference], _ direction: MessageDirection, _ index: DeclarationIndex) {
        var open = roots
        while let type = open.popLast() {
            guard let name = type.name, directions[name, default: []].insert(direction).inserted else { continue }
            open += index[name]?.ownReferences ?? []
        }
    }
}

extension DeclarationIndex {
    /// A type with all aliases in it followed.
    fileprivate func canonical(_ type: TypeReference) -> TypeReference {
        switch resolved(type) {
        case .array(let element): .array(canonical(element))
        case .dictionary(let value): .dictionary(canonical(value))
        case .optional(let wrapped): .optional(canonical(wrapped))
        case let type: type
        }
    }
}
