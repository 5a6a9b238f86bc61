import MartletModel
import MartletTemplates

@testable import MartletGenerator

/// Compares the contexts of templates with `Templates/README.md`.
struct ReferenceWalk {
    let reference: ContextReference
    /// The differences, without duplicates, in the order of discovery.
    private(set) var problems: [String] = []
    /// The observed values of each key, by `Object.key`.
    private(set) var uses: [String: Use] = [:]

    /// The values of a key.
    struct Use {
        var isNull = false
        var hasValue = false
        /// The kinds that a page can show.
        var values: Set<String> = []
    }

    init(_ reference: ContextReference) { self.reference = reference }

    /// Compares a client's context.
    mutating func walk(_ client: TemplateValue) { check(client, .object("Client"), at: "Client") }

    private mutating func check(_ value: TemplateValue, _ type: ReferenceType, at place: String) {
        note(value, at: place)
        let fitting = type.alternatives.filter { value.isShaped(as: $0) }
        guard let first = fitting.first else {
            return report("`\(place)` is documented as \(type.notation), and is \(value.notation)")
        }
        switch (value, first) {
        case (.string(let text), .word("name")):
            let name = text.replacing("`", with: "")
            if Identifier(name) == nil { report("`\(place)` is documented as name, and is `\(text)`") }
        case (.list(let elements), .list(let element)):
            for value in elements { check(value, element, at: "\(place)[]") }
        case (.object(let object), _):
            let tables = fitting.flatMap(\.tables)
            let table = tables.first { Set(keys(of: $0)) == Set(object.keys) } ?? tables[0]
            visit(table, object.members)
        case (.choice(let choice), .choice(let table)):
            visit(table, choice.kinds.map { ($0, $0 == choice.kind ? .some(choice.value) : .none) })
        default: break
        }
    }

    /// Compares the members of an object with a table.
    private mutating func visit(_ table: String, _ members: [(String, TemplateValue?)]) {
        let rows = reference.objects[table] ?? []
        if rows.isEmpty { report("there is no table `### \(table)`; add one") }
        for (key, value) in members {
            guard let row = rows.first(where: { $0.name == key }) else {
                let type = value.map(\.notation) ?? "flag"
                report("the table `### \(table)` lacks a key; add the row | `\(key)` | \(type) | … | … |")
                continue
            }
            guard let type = ReferenceType(row.type) else {
                report("`\(table).\(key)` has the type \(row.type), which is none of the notation's")
                continue
            }
            if let value { check(value, type, at: "\(table).\(key)") }
        }
        for row in rows where !members.contains(where: { $0.0 == row.name }) {
            report(
                "`\(table).\(row.name)` is documented, and an object lacks it; remove the row, or give it a value of null"
            )
        }
    }

    private mutating func report(_ problem: String) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    private mutating func note(_ value: TemplateValue, at place: String) {
        var use = uses[place] ?? Use()
        switch value {
        case .null: use.isNull = true
        case .list(let elements): use.hasValue = use.hasValue || !elements.isEmpty
        case .string(let text):
            use.hasValue = true
            use.values.insert(text)
        case .text(let text):
            use.hasValue = true
            use.values.insert(text.unencoded)
        case .bool, .object, .choice: use.hasValue = true
        }
        uses[place] = use
    }

    private func keys(of table: String) -> [String] { (reference.objects[table] ?? []).map(\.name) }
}

extension TemplateValue {
    /// Whether a type matches, without considering keys and elements.
    fileprivate func isShaped(as type: ReferenceType) -> Bool {
        switch (self, type) {
        case (.null, .word("null")), (.bool, .word("flag")), (.text, .word("text")), (.list, .list), (.object, .object),
            (.choice, .choice):
            true
        case (.string, .word(let word)): ["name", "type", "literal", "markdown", "string"].contains(word)
        default: false
        }
    }

    /// A type for the value in the notation of the page.
    fileprivate var notation: String {
        switch self {
        case .null: "null"
        case .bool: "flag"
        case .string: "string"
        case .text: "text"
        case .list(let elements): "list of \(elements.first?.notation ?? "…")"
        case .object(let object): "an object with the keys \(object.keys.joined(separator: ", "))"
        case .choice(let choice): "one of \(choice.kinds.joined(separator: ", "))"
        }
    }
}

extension ReferenceType {
    fileprivate var notation: String {
        switch self {
        case .word(let word), .object(let word): word
        case .choice(let table): "one of \(table)"
        case .list(let element): "list of \(element.notation)"
        case .either(let types): types.map(\.notation).joined(separator: " or ")
        }
    }
}
