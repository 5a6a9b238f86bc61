import MartletModel
import MartletSource

/// Writes values as Swift expressions, for the examples in documentation: the document's own examples where it has some.
struct ExampleExpression {
    private let declarations: DeclarationIndex
    /// How deep values go before optional parts are left out; a document may lead from type to type without end.
    private static let deepest = 6

    init(_ declarations: DeclarationIndex) { self.declarations = declarations }

    /// An expression of a type.
    ///
    /// - Parameters:
    ///   - example: the value that the document gives; parts of it that don't fit the type are replaced.
    ///   - name: what stands in for text that has no example.
    func expression(_ type: TypeReference, _ example: Node?, name: SpecText, depth: Int = 0) -> String {
        switch type {
        case .string:
            if case .string(let text) = example?.scalar { return SwiftLiteral.string(text) }
            return SwiftLiteral.string(name)
        case .boolean: return example?.scalar == .bool(false) ? "false" : "true"
        case .int32: return integer(example, Int32.self)
        case .int64: return integer(example, Int64.self)
        case .uint64: return integer(example, UInt64.self)
        case .float, .double, .decimal: return number(example) ?? "1.5"
        case .dateTime: return ".now"
        case .date: return ".today"
        case .uuid: return "UUID()"
        case .data: return "Data()"
        case .file: return "FileContent(Data())"
        case .body: return "HTTPBody(Data())"
        case .custom(let name) where name.code == "URL":
            return "URL(string: \(SwiftLiteral.string(example?.text ?? "https://example.com")))!"
        case .custom(let name): return "\(name.code)()"
        case .json: return example.map { JSONLiteral.expression($0) } ?? "\"value\""
        case .optional(let wrapped): return expression(wrapped, example, name: name, depth: depth)
        case .array(let element):
            guard depth < Self.deepest else { return "[]" }
            let examples = example.map { Array($0.elements.prefix(3)) } ?? []
            let items = examples.map { expression(element, $0, name: name, depth: depth + 1) }
            if items.isEmpty { return "[\(expression(element, nil, name: name, depth: depth + 1))]" }
            return "[\(items.joined(separator: ", "))]"
        case .dictionary(let value):
            guard depth < Self.deepest, let example, !example.entries.isEmpty else { return "[:]" }
            let items = example.entries.prefix(3).map {
                "\(SwiftLiteral.string($0.keyText)): \(expression(value, $0.value, name: name, depth: depth + 1))"
            }
            return "[\(items.joined(separator: ", "))]"
        case .named(let typeName):
            guard let declaration = declarations[typeName] else { return ".null" }
            return expression(declaration, example, name, depth: depth)
        }
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

    private func expression(_ declaration: Declaration, _ example: Node?, _ name: SpecText, depth: Int) -> String {
        let example = example ?? declaration.example
        let type = declaration.name.code()
        switch declaration.kind {
        case .alias(let type): return expression(type, example, name: name, depth: depth)
        case .wrapper(let wrapped):
            return
                "\(type)(\(depth < Self.deepest ? expression(wrapped, example, name: name, depth: depth + 1) : "[]"))"
        case .enumeration(let enumeration):
            let member = enumeration.cases.first { $0.value.text == example?.text } ?? enumeration.cases.first
            return member.map { ".\($0.name.text)" } ?? ".unrecognized(\"\")"
        case .structure(let structure): return expression(structure, type, example, depth: depth)
        case .union(let union):
            guard let member = union.likelyCase(for: example), depth < 2 * Self.deepest else {
                return ".unrecognized(.null)"
            }
            return ".\(member.name.text)(\(expression(member.type, example, name: name, depth: depth + 1)))"
        case .overlap(let union):
            guard let member = union.cases.first, depth < 2 * Self.deepest else { return "\(type)()" }
            let value = expression(member.type, example, name: name, depth: depth + 1)
            return "\(type)(\(member.name.text): \(value))"
        case .tuple(let tuple):
            let examples = example.map { Array($0.elements) } ?? []
            let arguments = tuple.elements.enumerated().filter(\.element.isRequired).map { index, element in
                let example = index < examples.count ? examples[index] : nil
                return "\(element.name.text): \(expression(element.type, example, name: name, depth: depth + 1))"
            }
            return "\(type)(\(arguments.joined(separator: ", ")))"
        }
    }

    private func expression(_ structure: Structure, _ type: String, _ example: Node?, depth: Int) -> String {
        guard depth < 3 * Self.deepest else { return "\(type)()" }
        var arguments = structure.properties.compactMap { property -> String? in
            let part = example?[property.wireName]
            let isOptional = property.presence.isOptional || property.presence == .requiredNullable
            guard !isOptional || (part != nil && part?.scalar != .null && depth < Self.deepest) else {
                return property.presence == .requiredNullable ? "\(property.name.text): nil" : nil
            }
            if part == nil, !isOptional, let value = property.defaultValue,
                exactExpression(property.type, value) != nil
            {
                return nil
            }
            let value = expression(
                property.type,
                part ?? property.example,
                name: property.wireName,
                depth: depth + 1
            )
            let isNullable = property.presence == .optionalNullable
            return "\(property.name.text): \(isNullable ? ".value(\(value))" : value)"
        }
        arguments += structure.parts.map { part in
            "\(part.name.text): \(expression(part.type, example, name: "value", depth: depth + 1))"
        }
        return "\(type)(\(arguments.joined(separator: ", ")))"
    }

    private func integer<Value: FixedWidthInteger>(_ example: Node?, _ type: Value.Type) -> String {
        if case .integer(let text) = example?.scalar, let literal = SwiftLiteral.integer(text, as: type) {
            return literal
        }
        return "1"
    }

    private func number(_ example: Node?) -> String? {
        switch example?.scalar {
        case .integer(let text), .number(let text): SwiftLiteral.number(text)
        default: nil
        }
    }

    // MARK: - Defaults

    /// An expression for exactly a value of the document.
    ///
    /// - Returns: `nil` when the value doesn't fit the type, or no literal says it.
    func exactExpression(_ type: TypeReference, _ value: Node) -> String? {
        switch (type, value.scalar) {
        case (.string, .string(let text)): return SwiftLiteral.string(text)
        case (.boolean, .bool(let flag)): return flag ? "true" : "false"
        case (.int32, .integer(let text)): return SwiftLiteral.integer(text, as: Int32.self)
        case (.int64, .integer(let text)): return SwiftLiteral.integer(text, as: Int64.self)
        case (.uint64, .integer(let text)): return SwiftLiteral.integer(text, as: UInt64.self)
        case (.float, .integer(let text)), (.float, .number(let text)), (.double, .integer(let text)),
            (.double, .number(let text)):
            return SwiftLiteral.number(text)
        case (.json, _): return JSONLiteral.expression(value)
        case (.array(let element), nil) where value.kind == .sequence:
            let elements = value.elements.map { exactExpression(element, $0) }
            return elements.contains(nil) ? nil : "[\(elements.compactMap { $0 }.joined(separator: ", "))]"
        case (.dictionary, nil) where value.kind == .mapping && value.entries.isEmpty: return "[:]"
        case (.named(let name), _):
            switch declarations[name]?.kind {
            case .alias(let type): return exactExpression(type, value)
            case .enumeration(let enumeration):
                return enumeration.cases.first { $0.value.scalar == value.scalar }.map { ".\($0.name.text)" }
            default: return nil
            }
        default: return nil
        }
    }
}

extension Union {
    /// The case that an example is most likely a value of.
    fileprivate func likelyCase(for example: Node?) -> Case? {
        if let discriminator, let tag = example?[discriminator]?.text {
            if let member = cases.first(where: { $0.tags.contains(tag) }) { return member }
        }
        return cases.first
    }
}
