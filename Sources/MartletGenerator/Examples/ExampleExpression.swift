import MartletModel
import MartletSource
import MartletTemplates

/// Writes Swift expressions for the examples in documentation, from the document's own examples where there are some.
struct ExampleExpression {
    let declarations: DeclarationIndex
    /// The depth beyond which optional values are left out, because types can refer to each other without end.
    private static let maximumDepth = 6
    /// The length in bytes beyond which the rest of an expression is replaced by `…`: values that are required at each of
    /// several levels multiply.
    private static let maximumLength = 16 << 10

    private let scope: NameScope

    /// - Parameter namespace: The enum that contains all types; `nil` if there is none.
    init(_ declarations: DeclarationIndex, in namespace: Identifier?) {
        self.declarations = declarations
        scope = NameScope.file.outside(namespace)
    }

    /// An expression of a type.
    ///
    /// - Parameters:
    ///   - example: The document's example; values in it that don't fit the type are replaced.
    ///   - name: A placeholder for text without an example.
    func expression(_ type: TypeReference, _ example: Value?, name: SpecText) -> String {
        var text = TextBuffer()
        write(type, example, name, depth: 0, to: &text)
        return text.text
    }

    /// An expression for an argument.
    func expression(_ argument: Argument) -> String {
        switch argument.place {
        case .path(let name, _), .header(let name, _), .cookie(let name, _):
            return expression(argument.type, argument.example, name: name)
        case .query(let name, let writing):
            let value = expression(argument.type, argument.example, name: name)
            if case .style(_, _, _, allowEmptyValue: true) = writing { return ".value(\(value))" }
            return value
        case .bodyChoice(let cases):
            guard let first = cases.first, let content = first.content else { return "nil" }
            return ".\(first.name.text)(\(expression(content.argumentType, nil, name: "body")))"
        case .server: return ".custom(URL(string: \"https://api.example.com\"))"
        case .body, .contentType, .queryString:
            return expression(argument.type, argument.example, name: SpecText(argument.label.text))
        }
    }

    // MARK: - Writing

    // Expressions are nested. Appending all of them to one buffer takes half the time of joining the texts of each
    // level.

    private func write(
        _ type: TypeReference, _ example: Value?, _ name: SpecText, depth: Int, to text: inout TextBuffer
    ) {
        switch type {
        case .string:
            if case .string(let value) = example {
                writeLiteral(value, orElse: name, to: &text)
            } else {
                writeLiteral(name, orElse: "value", to: &text)
            }
        case .boolean: text.append(example == .boolean(false) ? "false" : "true")
        case .int32: text.append(integer(example, Int32.self))
        case .int64: text.append(integer(example, Int64.self))
        case .uint64: text.append(integer(example, UInt64.self))
        case .float: text.append(number(example, as: .float) ?? "1.5")
        case .double, .decimal: text.append(number(example) ?? "1.5")
        case .dateTime: text.append(".now")
        case .date: text.append(".today")
        case .uuid: text.append("UUID()")
        case .data: text.append("Data()")
        case .file: text.append("HTTPBody.File(Data())")
        case .body: text.append("HTTPBody(Data())")
        case .parts: text.append("HTTPBody.MultipartForm()")
        case .custom(let name) where name.code == "URL":
            text.append("URL(string: ")
            writeLiteral(example?.text ?? "https://example.com", orElse: "https://example.com", to: &text)
            text.append(")!")
        case .custom(let name): text.append("\(name.code)()")
        case .json:
            let literal = example.flatMap { JSONLiteral.expression($0, limit: Self.maximumLength - text.count) }
            text.append(literal ?? "\"value\"")
        case .optional(let wrapped): write(wrapped, example, name, depth: depth, to: &text)
        case .array(let element):
            guard depth < Self.maximumDepth else { return text.append("[]") }
            let examples = example?.elements.prefix(3).map { Optional($0) } ?? []
            write(examples.isEmpty ? [nil] : examples, ("[", "]"), to: &text) { example, text in
                write(element, example, name, depth: depth + 1, to: &text)
            }
        case .dictionary(let value):
            guard depth < Self.maximumDepth, let members = example?.members, !members.isEmpty else {
                return text.append("[:]")
            }
            write(members.prefix(3), ("[", "]"), to: &text) { entry, text in
                writeLiteral(entry.key, orElse: name, to: &text)
                text.append(": ")
                write(value, entry.value, name, depth: depth + 1, to: &text)
            }
        case .named(let typeName):
            guard let declaration = declarations[typeName] else { return text.append(".null") }
            write(declaration, example, name, depth: depth, to: &text)
        }
    }

    private func write(
        _ declaration: Declaration,
        _ example: Value?,
        _ name: SpecText,
        depth: Int,
        to text: inout TextBuffer
    ) {
        let example = example ?? declaration.example
        let type = scope.code(declaration.name)
        switch declaration.kind {
        case .alias(let type): write(type, example, name, depth: depth, to: &text)
        case .wrapper(let wrapped):
            guard depth < Self.maximumDepth else { return text.append("\(type)([])") }
            text.append("\(type)(")
            write(wrapped, example, name, depth: depth + 1, to: &text)
            text.append(")")
        case .enumeration(let enumeration):
            let value = example?.text
            let member = enumeration.cases.first { $0.value.text == value } ?? enumeration.cases.first
            text.append(member.map { ".\($0.name.text)" } ?? ".unrecognized(\"\")")
        case .structure(let structure): write(structure, type, example, depth: depth, to: &text)
        case .union(let union):
            let fits = { (value: Enumeration.Case) in
                example.map(value.value.isEqual) ?? union.cases.isEmpty
            }
            if let value = union.values.first(where: fits) { return text.append(".\(value.name.text)") }
            guard let member = union.likelyCase(for: example), depth < 2 * Self.maximumDepth else {
                return text.append(".unrecognized(.null)")
            }
            text.append(".\(member.name.text)(")
            write(member.type, example, name, depth: depth + 1, to: &text)
            text.append(")")
        case .overlap(let union):
            guard let member = union.cases.first, depth < 2 * Self.maximumDepth else {
                return text.append("\(type)()")
            }
            text.append("\(type)(\(member.name.text): ")
            write(member.type, example, name, depth: depth + 1, to: &text)
            text.append(")")
        case .tuple(let tuple):
            let examples = example?.elements ?? []
            let elements = tuple.elements.enumerated().filter(\.element.isRequired)
            write(elements, ("\(type)(", ")"), to: &text) { item, text in
                text.append("\(item.element.name.text): ")
                let example = item.offset < examples.count ? examples[item.offset] : nil
                write(item.element.type, example, name, depth: depth + 1, to: &text)
            }
        }
    }

    private func write(_ structure: Structure, _ type: String, _ example: Value?, depth: Int, to text: inout TextBuffer)
    {
        text.append(type)
        text.append("(")
        defer { text.append(")") }
        guard depth < 3 * Self.maximumDepth else { return }
        let start = text.count
        for property in structure.properties {
            guard text.count < Self.maximumLength else { return writeRest(behind: start, to: &text) }
            write(property, of: example, behind: start, depth: depth, to: &text)
        }
        for union in structure.flattenedUnions {
            guard text.count < Self.maximumLength else { return writeRest(behind: start, to: &text) }
            writeLabel(union.name, behind: start, to: &text)
            write(union.type, example, "value", depth: depth + 1, to: &text)
        }
    }

    /// - Parameter start: The offset of the call's first argument.
    private func write(
        _ property: Property,
        of example: Value?,
        behind start: Int,
        depth: Int,
        to text: inout TextBuffer
    ) {
        let given = example?[property.wireName]
        let isOptional = property.presence.isOptional || property.presence == .requiredNullable
        guard !isOptional || (given != nil && given != .null && depth < Self.maximumDepth) else {
            guard property.presence == .requiredNullable else { return }
            writeLabel(property.name, behind: start, to: &text)
            text.append("nil")
            return
        }
        if !isOptional, let value = property.defaultValue, given == nil || given == value,
            exactExpression(property.type, value) != nil
        {
            return
        }
        writeLabel(property.name, behind: start, to: &text)
        let isNullable = property.presence == .optionalNullable
        if isNullable { text.append(".value(") }
        write(property.type, given ?? property.example, property.wireName, depth: depth + 1, to: &text)
        if isNullable { text.append(")") }
    }

    private func writeLabel(_ name: Identifier, behind start: Int, to text: inout TextBuffer) {
        if text.count > start { text.append(", ") }
        text.append(name.text)
        text.append(": ")
    }

    private func write<Elements: Collection>(
        _ elements: Elements,
        _ brackets: (String, String),
        to text: inout TextBuffer,
        _ write: (Elements.Element, inout TextBuffer) -> Void
    ) {
        text.append(brackets.0)
        defer { text.append(brackets.1) }
        let start = text.count
        for element in elements {
            guard text.count < Self.maximumLength else { return writeRest(behind: start, to: &text) }
            if text.count > start { text.append(", ") }
            write(element, &text)
        }
    }

    /// Writes that there is more than an example shows.
    private func writeRest(behind start: Int, to text: inout TextBuffer) {
        text.append(text.count > start ? ", …" : "…")
    }

    /// Writes a text, or a shorter one where there is no room for it.
    private func writeLiteral(_ value: SpecText, orElse other: SpecText, to text: inout TextBuffer) {
        let shorter = other.utf8.count <= Self.maximumLength ? other : "value"
        SwiftLiteral.write(text.count + value.utf8.count <= Self.maximumLength ? value : shorter, to: &text)
    }

    private func integer<Integer: FixedWidthInteger>(_ example: Value?, _ type: Integer.Type) -> String {
        example?.integer.flatMap { SwiftLiteral.integer($0, as: type) } ?? "1"
    }

    private func number(_ example: Value?, as type: TypeReference = .double) -> String? {
        switch example {
        case .integer(let text), .number(let text): SwiftLiteral.number(text, as: type)
        default: nil
        }
    }
}

extension Union {
    /// The case that most likely fits an example.
    fileprivate func likelyCase(for example: Value?) -> Case? {
        if let discriminator, let tag = example?[discriminator]?.text {
            if let member = cases.first(where: { $0.tags.contains { $0.text == tag } }) { return member }
        }
        return cases.first
    }
}
