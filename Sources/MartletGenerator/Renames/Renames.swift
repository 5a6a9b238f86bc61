package import MartletModel

/// What the names of an earlier client became, found by walking both clients together: from the operations, and from types that
/// kept their name, along the properties and cases that stand for the same in JSON.
package struct Renames {
    /// A name and what it is now.
    package struct Line: Hashable {
        package let old: String
        package let new: String
    }

    /// In the order of the old names.
    package private(set) var lines: [Line] = []
    /// The declarations that lead from an old name to the new one.
    private(set) var aliases: [Alias] = []

    /// An old name as a declaration.
    struct Alias {
        enum Kind: String, CaseIterable {
            case type, property, enumCase, unionCase, method, accessor
        }

        let kind: Kind
        /// The type that has the name; `nil` for the module.
        let scope: String?
        let name: Identifier
        let new: String
        /// The type of a property or of a case's value.
        var type = ""
        var parameters: [Parameter] = []
        var isAsync = false
        var isDiscardable = false
        var result = ""
    }

    struct Parameter {
        let label: Identifier
        let newLabel: Identifier
        let type: String
    }

    private let old: GeneratedNames
    private let new: GeneratedNames
    /// The new names of the old types.
    private var types: [String: String] = [:]

    /// - Parameters:
    ///   - old: The Swift files of the earlier client.
    ///   - new: The Swift files of the new client.
    package init(from old: [GeneratedFile], to new: [GeneratedFile]) {
        self.old = GeneratedNames(old.swiftTexts)
        self.new = GeneratedNames(new.swiftTexts)
        for (id, methods) in self.old.methods.sorted(by: { $0.key < $1.key }) {
            for (first, second) in zip(methods, self.new.methods[id] ?? []) { pair(first, second) }
        }
        for name in self.old.types.keys.sorted() where self.new.types[name] != nil { pair(name, name) }
        for (name, newName) in types.sorted(by: { $0.key < $1.key }) { pairAccessors(name, newName) }
        lines = Array(Set(lines)).sorted { ($0.old, $0.new) < ($1.old, $1.new) }
    }

    /// The type of the client in the files of an earlier one.
    package static func client(of files: [GeneratedFile]) -> Identifier? {
        GeneratedNames(files.swiftTexts).client.flatMap { Identifier($0) }
    }

    // MARK: - Types

    /// Pairs the types that two types consist of.
    private mutating func pair(_ first: String, in scope: String, _ second: String, in newScope: String) {
        let parts = old.parts(of: first, in: scope)
        let newParts = new.parts(of: second, in: newScope)
        guard parts.count == newParts.count else { return }
        for (part, newPart) in zip(parts, newParts) { pair(part, newPart) }
    }

    private mutating func pair(_ first: String, _ second: String) {
        guard types[first] == nil, let old = old.types[first], let new = new.types[second] else { return }
        types[first] = second
        rename(first, second)
        if let target = old.target, let newTarget = new.target {
            pair(target, in: first.scope, newTarget, in: second.scope)
        }
        for (key, name) in old.properties.sorted(by: { $0.key < $1.key }) {
            guard let newName = new.properties[key] else { continue }
            let type = new.variables[newName] ?? ""
            add(.property, name, newName, of: first, second, type: type)
            pair(old.variables[name] ?? "", in: first, type, in: second)
        }
        for (value, name) in old.values.sorted(by: { $0.key < $1.key }) {
            guard let newName = new.values[value] else { continue }
            add(.enumCase, name, newName, of: first, second)
        }
        let gone = old.cases.filter { member in !new.cases.contains { $0.name == member.name } }
        let added = new.cases.filter { member in !old.cases.contains { $0.name == member.name } }
        for member in old.cases {
            guard let same = new.cases.first(where: { $0.name == member.name }) else { continue }
            pair(member.type, in: first, same.type, in: second)
        }
        guard gone.count == added.count else { return }
        for (member, other) in zip(gone, added) {
            add(.unionCase, member.name, other.name, of: first, second, type: other.type)
            pair(member.type, in: first, other.type, in: second)
        }
    }

    /// Notes that a type has another name, unless that is only because one around it has.
    private mutating func rename(_ first: String, _ second: String) {
        let scope = types[first.scope] ?? first.scope
        let kept = scope.isEmpty ? first.last : "\(scope).\(first.last)"
        guard kept != second else { return }
        lines.append(Line(old: first, new: second))
        guard new.types[kept] == nil, !new.taken.contains(kept), scope.isEmpty || new.types[scope] != nil,
            let name = Identifier(first.last)
        else { return }
        aliases.append(Alias(kind: .type, scope: scope.isEmpty ? nil : scope, name: name, new: second))
    }

    private mutating func add(
        _ kind: Alias.Kind,
        _ name: String,
        _ newName: String,
        of first: String,
        _ second: String,
        type: String = ""
    ) {
        guard name != newName else { return }
        lines.append(Line(old: "\(first).\(name)", new: "\(second).\(newName)"))
        guard !new.taken.contains("\(second).\(name)"), let identifier = Identifier(name) else { return }
        aliases.append(
            Alias(kind: kind, scope: second, name: identifier, new: newName, type: qualified(type, in: second)))
    }

    /// A type as it is written outside of the type around it.
    private func qualified(_ type: String, in scope: String) -> String {
        var text = ""
        var word = ""
        func end() {
            text += word.isEmpty ? "" : new.resolved(word, in: scope) ?? word
            word = ""
        }
        for character in type {
            if character.isLetter || character.isNumber || "._".contains(character) {
                word.append(character)
            } else {
                end()
                text.append(character)
            }
        }
        end()
        return text
    }

    /// Pairs the properties of a client that lead to its APIs.
    private mutating func pairAccessors(_ first: String, _ second: String) {
        guard let old = old.types[first], let new = new.types[second], old.properties.isEmpty, !old.isEnum else {
            return
        }
        for (name, type) in old.variables.sorted(by: { $0.key < $1.key }) where new.variables[name] == nil {
            guard let api = self.old.resolved(type, in: first).flatMap({ types[$0] }) else { continue }
            let same = new.variables.filter { self.new.resolved($0.value, in: second) == api }.keys.sorted()
            if same.count == 1 { add(.accessor, name, same[0], of: first, second, type: api) }
        }
    }

    // MARK: - Functions

    /// Pairs the functions of an operation, beginning with those that send its request.
    private mutating func pair(_ first: GeneratedNames.Function, _ second: GeneratedNames.Function) {
        pair(first.result, in: first.owner, second.result, in: second.owner)
        for parameter in first.parameters {
            guard let other = second.parameters.first(where: { $0.name == parameter.name }) else { continue }
            pair(parameter.type, in: first.owner, other.type, in: second.owner)
        }
        if first.parameters.count == second.parameters.count {
            for (left, right) in zip(first.parameters, second.parameters) {
                pair(left.type, in: first.owner, right.type, in: second.owner)
            }
        }
        pair(first.owner, second.owner)
        let (name, newName) = (first.name.withoutInfo, second.name.withoutInfo)
        pair("\(first.owner).\(name.capitalized)Failure", "\(second.owner).\(newName.capitalized)Failure")
        for suffix in ["", GeneratedNames.withHTTPInfo] {
            let functions = old.functions["\(first.owner).\(name)\(suffix)"] ?? []
            let newFunctions = new.functions["\(second.owner).\(newName)\(suffix)"] ?? []
            let isSame = functions.count == newFunctions.count
            for (index, (function, newFunction)) in zip(functions, newFunctions).enumerated() where isSame || index == 0
            {
                rename(function, newFunction, isListed: index == 0 && suffix.isEmpty)
            }
        }
    }

    private mutating func rename(
        _ first: GeneratedNames.Function,
        _ second: GeneratedNames.Function,
        isListed: Bool
    ) {
        guard first.signature != second.signature else { return }
        if isListed {
            lines.append(
                Line(old: "\(first.owner).\(first.signature)", new: "\(second.owner).\(second.signature)"))
        }
        let isSameCount = first.parameters.count == second.parameters.count
        let labels = (isSameCount ? first : second).parameters.map(\.name)
        let alias = "\(second.owner).\(first.name)(\(labels.map { "\($0):" }.joined()))"
        guard !new.taken.contains(alias), let name = Identifier(first.name) else { return }
        let parameters = zip(labels, second.parameters).compactMap { label, parameter -> Parameter? in
            guard let label = Identifier(label), let newLabel = Identifier(parameter.name) else { return nil }
            return Parameter(label: label, newLabel: newLabel, type: qualified(parameter.type, in: second.owner))
        }
        guard parameters.count == labels.count else { return }
        aliases.append(
            Alias(
                kind: .method, scope: second.owner, name: name, new: second.name, parameters: parameters,
                isAsync: second.isAsync, isDiscardable: second.isDiscardable,
                result: qualified(second.result, in: second.owner)))
    }
}

extension String {
    /// The name of the type around one; empty for one at the top.
    fileprivate var scope: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? "" }

    /// The name of an operation's method, from the name of the method that returns the whole response.
    fileprivate var withoutInfo: String {
        hasSuffix(GeneratedNames.withHTTPInfo) ? String(dropLast(GeneratedNames.withHTTPInfo.count)) : self
    }

    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }

    fileprivate var last: String { lastIndex(of: ".").map { String(self[index(after: $0)...]) } ?? self }
}

extension [GeneratedFile] {
    fileprivate var swiftTexts: [(path: String, text: String)] {
        filter { $0.path.hasSuffix(".swift") }.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }
    }
}
