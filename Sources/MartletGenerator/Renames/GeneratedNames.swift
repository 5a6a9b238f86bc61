/// The names in the Swift files of a generated client, each with what it stands for in the document.
///
/// It reads what the built-in templates write, because the names that an earlier version of martlet chose for a client are
/// nowhere else.
struct GeneratedNames {
    /// A property, a case or a parameter.
    struct Member {
        let name: String
        /// The type as it is written there; empty for a case without a value.
        let type: String
    }

    /// A type, with what it has by the key or the value in JSON.
    struct Entry {
        var isEnum = false
        /// All properties by name.
        var variables: [String: String] = [:]
        /// The names of properties by key.
        var properties: [String: String] = [:]
        /// The names of cases by the literal of their value.
        var values: [String: String] = [:]
        /// The cases with values of other types.
        var cases: [Member] = []
        /// The type that this one is another name of.
        var target: String?
    }

    /// A function of an API or of the client.
    struct Function {
        /// The type that the function belongs to.
        let owner: String
        let name: String
        /// The parameters with their labels.
        let parameters: [Member]
        let isAsync: Bool
        let isDiscardable: Bool
        let result: String

        /// The name with its labels: `make(kite:options:)`.
        var signature: String { "\(name)(\(parameters.map { "\($0.name):" }.joined()))" }
    }

    /// By name, those within others as `Outer.Inner`.
    private(set) var types: [String: Entry] = [:]
    /// The functions that send a request, by the `operationId` of the request, in the order of the file.
    private(set) var methods: [String: [Function]] = [:]
    /// All functions that users can call, by their type and name, in the order of the file: `KitesApi.make`.
    private(set) var functions: [String: [Function]] = [:]
    /// The types, functions and members that are there, as `Type.member` and `Type.function(label:)`.
    private(set) var taken: Set<String> = []

    private var scopes: [(indentation: Int, name: String)] = []
    private var signature: String?
    private var isPrivate = false
    private var isDiscardable = false
    private var function: Function?

    init(_ files: [(path: String, text: String)]) {
        for file in files.sorted(by: { $0.path < $1.path }) {
            scopes = []
            signature = nil
            for line in file.text.split(separator: "\n") { take(line) }
        }
    }

    /// The type that a name means within another type.
    func resolved(_ name: String, in scope: String) -> String? {
        var scope = scope
        while true {
            let path = scope.isEmpty ? name : "\(scope).\(name)"
            if types[path] != nil { return path }
            if scope.isEmpty { return nil }
            scope = scope.lastIndex(of: ".").map { String(scope[..<$0]) } ?? ""
        }
    }

    /// The types of the client that a type consists of.
    func parts(of type: String, in scope: String) -> [String] {
        type.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }.compactMap {
            resolved(String($0), in: scope)
        }
    }

    /// The type of the client.
    var client: String? {
        functions.filter { $0.key.hasSuffix(".with") && $0.value.contains { $0.signature == "with(_:)" } }.values
            .compactMap(\.first?.owner).min()
    }

    private var scope: String { scopes.map(\.name).joined(separator: ".") }

    private mutating func take(_ line: Substring) {
        let text = line.drop { $0 == " " }
        let indentation = line.count - text.count
        if text.isEmpty || text.hasPrefix("//") { return }
        if signature != nil { return continueSignature(String(text)) }
        if let label = text.firstRange(of: "operationID: \"") {
            // The request of the function before.
            guard let method = function else { return }
            function = nil
            return methods[String(text[label.upperBound...].prefix { $0 != "\"" }), default: []].append(method)
        }
        if text == "@discardableResult" { isDiscardable = true }
        if text == "}" {
            if let last = scopes.last, last.indentation == indentation { scopes.removeLast() }
            return
        }
        var words = text.split(separator: " ", omittingEmptySubsequences: true)
        var modifiers: Set<Substring> = []
        while let first = words.first, Self.modifiers.contains(first) { modifiers.insert(words.removeFirst()) }
        let rest = words.dropFirst().joined(separator: " ")
        switch words.first {
        case "struct", "enum", "extension":
            let name = String(rest.prefix { $0.isLetter || $0.isNumber || "_.`".contains($0) })
            scopes.append((indentation, name.replacing("`", with: "")))
            if words.first != "extension" { types[scope, default: Entry()].isEnum = words.first == "enum" }
        case "typealias":
            let parts = rest.split(separator: " = ", maxSplits: 1)
            guard parts.count == 2 else { return }
            let path = scope.isEmpty ? String(parts[0]) : "\(scope).\(parts[0])"
            types[path, default: Entry()].target = String(parts[1])
        case "var" where !modifiers.contains("private"): takeVariable(rest, isStatic: modifiers.contains("static"))
        case "case": takeCase(rest)
        case "func":
            isPrivate = modifiers.contains("private")
            signature = ""
            continueSignature(rest)
        default: takeStatement(String(text))
        }
    }

    private static let modifiers: Set<Substring> = [
        "nonisolated", "public", "package", "internal", "private", "indirect", "static", "mutating",
    ]

    private mutating func takeVariable(_ rest: String, isStatic: Bool) {
        let parts = rest.split(separator: ": ", maxSplits: 1)
        guard parts.count == 2 else { return }
        let name = Self.plain(parts[0])
        if isStatic {
            // A value of a large enumeration.
            guard let value = parts[1].split(separator: "Self(rawValue: ").dropFirst().first else { return }
            types[scope]?.values[String(value.prefix { $0 != ")" })] = name
        } else {
            let type = parts[1].split(separator: " = ").first?.split(separator: " {").first ?? ""
            types[scope]?.variables[name] = String(type)
        }
        taken.insert("\(scope).\(name)")
    }

    private mutating func takeCase(_ rest: String) {
        if rest.hasPrefix(".") {
            // A value and its literal, or one beside other types.
            guard let colon = rest.firstIndex(of: ":") else { return }
            var value = rest[rest.index(after: colon)...].drop { $0 == " " }
            if value.hasPrefix("try union.encode("), value.hasSuffix(" as JSONValue)") {
                value = value.dropFirst("try union.encode(".count).dropLast(" as JSONValue)".count)
            }
            guard let first = value.first, first == "\"" || first == "-" || first.isNumber else { return }
            types[scope]?.values[String(value)] = Self.plain(rest[..<colon].dropFirst())
        } else if let open = rest.firstIndex(of: "("), rest.hasSuffix(")") {
            let name = Self.plain(rest[..<open])
            taken.insert("\(scope).\(name)")
            if name == "unrecognized" { return }
            types[scope]?.cases.append(.init(name: name, type: String(rest[rest.index(after: open)...].dropLast())))
        } else {
            for name in rest.split(separator: ", ") { taken.insert("\(scope).\(Self.plain(name))") }
        }
    }

    private mutating func takeStatement(_ text: String) {
        let start = "try object.add(\""
        if text.hasPrefix(start) {
            let parts = text.dropFirst(start.count).split(separator: "\", ", maxSplits: 1)
            guard parts.count == 2 else { return }
            let name = Self.plain(parts[1].prefix { $0.isLetter || $0.isNumber || "_.`".contains($0) })
            types[scope]?.properties[String(parts[0])] = name.hasPrefix("self.") ? String(name.dropFirst(5)) : name
        }
    }

    // MARK: - Functions

    private mutating func continueSignature(_ text: String) {
        let signature = (self.signature ?? "") + text
        self.signature = signature + (text.hasSuffix(",") ? " " : "")
        // A function with its body in the same line is not the method of an operation.
        if text.hasSuffix("}") { self.signature = nil }
        guard let open = signature.firstIndex(of: "("), let close = Self.end(of: signature, from: open),
            text.hasSuffix("{")
        else { return }
        self.signature = nil
        defer { isDiscardable = false }
        let parameters = Self.split(signature[signature.index(after: open)..<close]).compactMap { text -> Member? in
            let parts = text.split(separator: ": ", maxSplits: 1)
            // A label can be followed by the name inside the function.
            guard parts.count == 2, let label = parts[0].split(separator: " ").first else { return nil }
            return Member(name: Self.plain(label), type: String(parts[1]))
        }
        let rest = signature[signature.index(after: close)...]
        let result = rest.split(separator: "-> ", maxSplits: 1).dropFirst().first?.dropLast(2)
        let function = Function(
            owner: scope, name: Self.plain(signature[..<open]), parameters: parameters,
            isAsync: rest.hasPrefix(" async"), isDiscardable: isDiscardable, result: result.map { String($0) } ?? "")
        if isPrivate { return }
        taken.insert("\(scope).\(function.signature)")
        functions["\(scope).\(function.name)", default: []].append(function)
        if function.name.hasSuffix(Self.withHTTPInfo) { self.function = function }
    }

    static let withHTTPInfo = "WithHTTPInfo"

    /// The index of the bracket that closes one.
    private static func end(of text: String, from open: String.Index) -> String.Index? {
        var depth = 0
        for index in text.indices[open...] {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// The parts of a list, separated by commas outside of brackets.
    private static func split(_ text: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in text {
            if "([<".contains(character) { depth += 1 }
            // The `>` of an arrow closes nothing.
            if ")]".contains(character) || character == ">" && part.last != "-" { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        parts.append(part)
        return parts.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    private static func plain(_ name: some StringProtocol) -> String { String(name).replacing("`", with: "") }
}
