import MartletModel
import MartletSource

extension ExampleExpression {
    /// An expression for exactly this value.
    ///
    /// - Returns: `nil` when the value doesn't fit the type, or no expression that cannot fail makes it.
    func exactExpression(_ type: TypeReference, _ value: Value) -> String? {
        switch (type, value) {
        case (.string, .string(let text)): return SwiftLiteral.string(text)
        case (.boolean, .boolean(let flag)): return flag ? "true" : "false"
        case (.int32, _): return value.integer.flatMap { SwiftLiteral.integer($0, as: Int32.self) }
        case (.int64, _): return value.integer.flatMap { SwiftLiteral.integer($0, as: Int64.self) }
        case (.uint64, _): return value.integer.flatMap { SwiftLiteral.integer($0, as: UInt64.self) }
        case (.float, .integer(let text)), (.float, .number(let text)), (.double, .integer(let text)),
            (.double, .number(let text)):
            return SwiftLiteral.number(text, as: type)
        case (.decimal, .integer(let text)), (.decimal, .number(let text)): return SwiftLiteral.decimal(text)
        case (.uuid, .string(let text)): return uuid(text)
        case (.date, .string(let text)): return date(text)
        case (.dateTime, .string(let text)): return Self.date(text).map { "DateTime(\($0))" }
        case (.data, .string(let text)): return data(text)
        case (.custom(let name), _): return exactExpression(name, value)
        case (.json, _): return value.hasExactLiteral ? JSONLiteral.expression(value) : nil
        case (.array(let element), .array(let values)):
            return list(values.map { exactExpression(element, $0) }, ("[", "]"))
        case (.dictionary(let element), .object(let members)):
            return members.isEmpty ? "[:]" : dictionary(members, of: element)
        case (.optional(let wrapped), _): return value == .null ? "nil" : exactExpression(wrapped, value)
        case (.named(let name), _): return declarations[name].flatMap { exactExpression($0.kind, value) }
        default: return nil
        }
    }

    private func exactExpression(_ kind: Declaration.Kind, _ value: Value) -> String? {
        switch kind {
        case .alias(let type): return exactExpression(type, value)
        case .wrapper(let type): return exactExpression(type, value).map { ".init(\($0))" }
        case .enumeration(let enumeration):
            return enumeration.cases.first { $0.value.isEqual(to: value) }.map { ".\($0.name.text)" }
        case .structure(let structure): return exactExpression(structure, value)
        case .union(let union):
            return union.values.first { $0.value.isEqual(to: value) }.map { ".\($0.name.text)" }
                ?? exactExpression(union, value).map { ".\($0.name)(\($0.value))" }
        case .overlap(let union): return exactExpression(union, value).map { ".init(\($0.name): \($0.value))" }
        case .tuple(let tuple):
            let count = value.elements.count
            guard case .array = value, count <= tuple.elements.count,
                !tuple.elements.dropFirst(count).contains(where: \.isRequired)
            else { return nil }
            return list(
                zip(tuple.elements, value.elements).map { element, value in
                    exactExpression(element.type, value).map { "\(element.name.text): \($0)" }
                }, (".init(", ")"))
        }
    }

    /// The case for a value that only one case can have, and the expression for that case's value.
    private func exactExpression(_ union: Union, _ value: Value) -> (name: String, value: String)? {
        var cases = union.cases
        if let tag = union.discriminator.flatMap({ value[$0] }) {
            cases = cases.filter { $0.tags.contains { $0.isEqual(to: tag) } }
        }
        let fitting = cases.compactMap { member in
            exactExpression(member.type, value).map { (name: member.name.text, value: $0) }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// A call of a struct's initializer. What the value lacks has to be optional, or to have a scalar as a default of its own.
    private func exactExpression(_ structure: Structure, _ value: Value) -> String? {
        guard case .object(let members) = value, structure.flattenedUnions.isEmpty else { return nil }
        var arguments: [String?] = []
        for property in structure.properties {
            guard let given = value[property.wireName] else {
                let standard = property.initialValue.flatMap {
                    $0.text == nil ? nil : exactExpression(property.type, $0)
                }
                guard property.isNilByDefault || standard != nil else { return nil }
                continue
            }
            arguments.append(
                argument(property, given).map { "\(property.name.text): \($0)" })
        }
        let others = members.filter { member in !structure.properties.contains { $0.wireName == member.key } }
        if !others.isEmpty {
            guard let additional = structure.additionalProperties else { return nil }
            arguments.append(dictionary(others, of: additional.value).map { "\(additional.name.text): \($0)" })
        }
        return list(arguments, (".init(", ")"))
    }

    private func argument(_ property: Property, _ value: Value) -> String? {
        switch (property.presence, value) {
        case (.optionalNullable, .null): return ".null"
        case (.requiredNullable, .null), (.optionalOrNull, .null): return "nil"
        case (.optional, .null): return nil
        case (.optionalNullable, _): return exactExpression(property.type, value).map { ".value(\($0))" }
        default: return exactExpression(property.type, value)
        }
    }

    private func dictionary(_ members: [Value.Member], of type: TypeReference) -> String? {
        guard members.map(\.key).differInSwift else { return nil }
        return list(
            members.map { member in
                exactExpression(type, member.value).map { "\(SwiftLiteral.string(member.key)): \($0)" }
            }, ("[", "]"))
    }

    /// An expression for a value of a type that the configuration sets. A URL has none, because `URL(string:)` can
    /// return `nil`.
    private func exactExpression(_ custom: Identifier, _ value: Value) -> String? {
        switch (custom.text, value) {
        case ("Date", .string(let text)): Self.date(text)
        case ("DecimalText", .string(let text)): SwiftLiteral.decimal(text).map { "DecimalText(\($0))" }
        case ("Int", _): value.integer.flatMap { SwiftLiteral.integer($0, as: Int32.self) }
        default: nil
        }
    }

    private func date(_ text: SpecText) -> String? {
        TextFormats.date(text).map {
            "CalendarDate(clampingYear: \($0.year), month: \($0.month), day: \($0.day))"
        }
    }

    /// A `Date`, which represents whole seconds exactly.
    private static func date(_ text: SpecText) -> String? {
        TextFormats.secondsSince1970(text).map { "Date(timeIntervalSince1970: \($0))" }
    }

    private func data(_ text: SpecText) -> String? {
        TextFormats.bytes(base64: text).map { "Data([\($0.map(String.init).joined(separator: ", "))])" }
    }

    private func uuid(_ text: SpecText) -> String? {
        guard TextFormats.isUUID(text) else { return nil }
        let digits = text.raw(for: .grammar).utf8.filter { $0 != UInt8(ascii: "-") }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return "UUID(uuid: (\(bytes.map(String.init).joined(separator: ", "))))"
    }

    /// The expressions between brackets; `nil` if one of them is missing.
    private func list(_ expressions: [String?], _ brackets: (String, String)) -> String? {
        let known = expressions.compactMap(\.self)
        return known.count == expressions.count ? brackets.0 + known.joined(separator: ", ") + brackets.1 : nil
    }
}
