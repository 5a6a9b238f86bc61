package import MartletSource

/// Checks the rules of OpenAPI and HTTP for the parameters of a path or an operation.
enum ParameterRules {
    /// The parameters that can be sent. Duplicates, which OpenAPI doesn't allow (OpenAPI 3.2.0, 4.9.1 and 4.10.1), are
    /// left out; if they are sent differently, that is an error, because it is unknown which is meant. Headers whose name isn't
    /// a token (RFC 9110, section 5.1) are left out too, which is an error if the header is required.
    static func sendable(
        _ parameters: [Parameter],
        _ schemas: SchemaGraph,
        _ diagnostics: DiagnosticCollector
    ) -> [Parameter] {
        var sendable: [Parameter] = []
        var indices: [Parameter.Identity: Int] = [:]
        for parameter in parameters {
            if let other = indices[parameter.identity].map({ sendable[$0] }) {
                let (name, first) = (parameter.name, other.location)
                let notes = [Diagnostic.Note(.firstHere, at: first)]
                diagnostics.report(
                    !other.isSent(like: parameter, schemas)
                        ? .error(.conflictingParameter(name, first), at: parameter.location, notes: notes)
                        : .warning(
                            other.hasValues(of: parameter, schemas)
                                ? .repeatedParameter(name, first) : .differentParameter(name, first),
                            at: parameter.location,
                            notes: notes
                        )
                )
            } else if parameter.place != .header || parameter.name.isToken {
                indices[parameter.identity] = sendable.count
                sendable.append(parameter)
            } else if parameter.isRequired {
                diagnostics.report(.error(.illegalHeader(parameter.name), at: parameter.location))
            } else {
                diagnostics.report(.warning(.headerLeftOut(parameter.name), at: parameter.location))
            }
        }
        return sendable
    }
}

extension Parameter {
    /// What no other parameter may share: the place and the name (OpenAPI 3.2.0, 4.12). Names of headers are
    /// case-insensitive (OpenAPI 3.2.0, 4.12.2.1).
    struct Identity: Hashable {
        let place: Place
        let name: SpecText
    }

    var identity: Identity {
        Identity(place: place, name: place == .header ? name.lowercased() : name)
    }
}

extension Parameter {
    /// Whether another parameter with the same place and name is written in the same way.
    fileprivate func isSent(like other: Parameter, _ schemas: SchemaGraph) -> Bool {
        guard style == other.style, explode == other.explode, allowReserved == other.allowReserved else { return false }
        switch (content, other.content) {
        case (.schema(let schema, _), .schema(let other, _)):
            if schemas.areAlike(schema, other) { return true }
            let forms = [schema, other].map { $0.flatMap { schemas.form(of: $0) } }
            return forms[0] != nil && forms[0] == forms[1]
        case (.media(let media), .media(let other)): return media.contentType == other.contentType
        default: return false
        }
    }

    /// Whether another parameter takes the same values.
    fileprivate func hasValues(of other: Parameter, _ schemas: SchemaGraph) -> Bool {
        guard isRequired == other.isRequired, allowEmptyValue == other.allowEmptyValue else { return false }
        return switch (content, other.content) {
        case (.schema(let schema, _), .schema(let other, _)): schemas.areAlike(schema, other)
        case (.media(let media), .media(let other)): schemas.areAlike(media.schema, other.schema)
        default: false
        }
    }
}

extension SchemaGraph {
    /// Whether two schemas are one.
    fileprivate func areOne(_ left: SchemaID?, _ right: SchemaID?) -> Bool {
        left.map(resolved) == right.map(resolved)
    }

    /// How the values of a simple schema are written: as an array, an object or one text; `nil` for other schemas.
    fileprivate func form(of id: SchemaID) -> Schema.Types? {
        let schema = self[resolved(id)]
        guard schema.isSimple, let types = schema.types else { return nil }
        return types.intersection([.array, .object])
    }

    /// Whether two schemas are one, or are simple ones with the same keywords.
    fileprivate func areAlike(_ left: SchemaID?, _ right: SchemaID?) -> Bool {
        guard let left, let right, !areOne(left, right) else { return areOne(left, right) }
        let (one, other) = (self[resolved(left)], self[resolved(right)])
        return one.isSimple && other.isSimple && one.types == other.types && one.isNullable == other.isNullable
            && one.format == other.format && areEqual(one.enumeration, other.enumeration)
            && areEqual(one.defaultValue.map { [$0] }, other.defaultValue.map { [$0] })
            && areAlike(one.items, other.items)
    }

    private func areEqual(_ left: [Node]?, _ right: [Node]?) -> Bool {
        left?.count == right?.count && zip(left ?? [], right ?? []).allSatisfy { $0.isIdentical(to: $1) }
    }
}

extension Schema {
    /// Whether the schema has none of the keywords that combine or contain schemas, but `items`.
    fileprivate var isSimple: Bool {
        boolean == nil && reference == nil && properties.isEmpty && additionalProperties == nil
            && patternProperties.isEmpty && prefixItems.isEmpty && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty
            && conditional.isEmpty
    }
}

extension Node {
    /// Whether two nodes have the same content in the same order.
    fileprivate func isIdentical(to other: Node) -> Bool {
        kind == other.kind && scalar == other.scalar && elements.count == other.elements.count
            && entries.count == other.entries.count
            && zip(elements, other.elements).allSatisfy { $0.isIdentical(to: $1) }
            && zip(entries, other.entries).allSatisfy {
                $0.keyText == $1.keyText && $0.value.isIdentical(to: $1.value)
            }
    }
}

extension Diagnostic.Text {
    /// The note at the first occurrence of a repeated element.
    fileprivate static let firstHere: Self = "the first one is here"
}

extension Diagnostic.Message {
    package static func differentParameter(_ name: SpecText, _ first: Location) -> Self {
        Self(
            .duplicateParameter,
            "the parameter \(name) is declared differently at line \(first.line); that declaration is used")
    }

    package static func conflictingParameter(_ name: SpecText, _ first: Location) -> Self {
        Self(
            .duplicateParameter,
            "the parameter \(name) is declared at line \(first.line) to be sent in another way; remove one of the two")
    }

    package static func repeatedParameter(_ name: SpecText, _ first: Location) -> Self {
        Self(
            .duplicateParameter,
            "the parameter \(name) is already declared at line \(first.line); this declaration is ignored")
    }

    package static func illegalHeader(_ name: SpecText) -> Self {
        Self(.headerName, "\(name) is not a valid name of a header")
    }

    package static func headerLeftOut(_ name: SpecText) -> Self {
        Self(.headerName, "\(name) is not a valid name of a header; the parameter is left out")
    }
}
