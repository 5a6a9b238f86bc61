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
        case other
    }

    func difference(_ old: TypeReference, _ new: TypeReference) -> Difference {
        if old == new { return .none }
        let (first, second) = (self.old.canonical(old), self.new.canonical(new))
        if first == second { return .spelling }
        return hasSameForm(first, second) ? .naming : .other
    }

    /// Whether every value of an old type is one of a new type, so that servers read what today's clients send.
    func isAccepted(_ old: TypeReference, as new: TypeReference) -> Bool {
        Self.fits(self.old.canonical(old), self.old, into: self.new.canonical(new), self.new)
    }

    /// Whether today's clients read every value of a new type as the old type.
    func isRead(_ new: TypeReference, as old: TypeReference) -> Bool {
        Self.fits(self.new.canonical(new), self.new, into: self.old.canonical(old), self.old, isReading: true)
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

    /// Whether every value of a type is one of a wider type.
    ///
    /// - Parameter isReading: Whether the wider type reads the values: an enum keeps the text that it doesn't know.
    private static func fits(
        _ type: TypeReference,
        _ index: DeclarationIndex,
        into wider: TypeReference,
        _ widerIndex: DeclarationIndex,
        isReading: Bool = false
    ) -> Bool {
        func elementFits(_ element: TypeReference, _ other: TypeReference) -> Bool {
            element == other || fits(element, index, into: other, widerIndex, isReading: isReading)
        }
        switch (type, wider) {
        case (_, .json), (.int32, .int64), (.int32, .double), (.int32, .decimal), (.int64, .double), (.int64, .decimal),
            (.float, .double), (.double, .decimal), (.uuid, .string), (.dateTime, .string), (.date, .string),
            (.data, .string):
            return true
        case (.array(let element), .array(let other)), (.dictionary(let element), .dictionary(let other)),
            (.optional(let element), .optional(let other)):
            return elementFits(element, other)
        case (_, .optional(let other)): return elementFits(type, other)
        case (.named(let name), .string): return index.isTextEnumeration(name)
        case (_, .named(let name)):
            if case .union(let union) = widerIndex[name]?.kind {
                return union.cases.contains { widerIndex.canonical($0.type) == type }
            }
            return isReading && type == .string && widerIndex.isTextEnumeration(name)
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
    /// Whether a type is an enum of strings.
    fileprivate func isTextEnumeration(_ name: TypeName) -> Bool {
        if case .enumeration(let enumeration) = self[name]?.kind, case .string = enumeration.rawValue {
            true
        } else {
            false
        }
    }

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
