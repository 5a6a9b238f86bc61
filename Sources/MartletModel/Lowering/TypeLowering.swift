import MartletOpenAPI
import MartletSource

/// Lowers schemas to types.
final class TypeLowering {
    let finder: ShapeFinder
    let options: ClientOptions
    let diagnostics: DiagnosticCollector
    let directions: SchemaDirections
    let secrets: SecretValues
    let paths: DocumentPaths
    let chosen: ChosenNames
    /// The names of the types of inline schemas that references lead to; `nil` while they are being found.
    let inlineNames: InlineNames?
    /// The names of the types declared so far for single schemas without a name.
    private(set) var declaredNames = InlineNames()
    /// The inline schemas whose types are being found.
    var openInline: Set<SchemaID> = []
    private(set) var typeNames: TypeNames
    /// The beginnings of the names of types that operations declare.
    let operationNames: [SpecText: Identifier]
    let sharedResponses: SharedResponses
    let values = ValueCache()
    /// The texts that name inline schemas without a type at their place.
    private(set) lazy var inlineTexts = Dictionary(schemas.inline.map { ($0.id, $0.names[0]) }) { first, _ in first }
    private(set) lazy var statedTags = StatedTags(finder)
    /// The types that have been declared for unnamed schemas.
    private var declared: [DeclarationKey: TypeName] = [:]
    private var named: [SchemaID: [Declaration]] = [:]
    private var underway: Set<SchemaID> = []
    /// The types for schemas inside operations, and inside aliases at the top level.
    private var unnamed: [Declaration] = []
    /// The schemas of the properties of all types.
    var propertyValues: Set<SchemaID> = []
    /// The examples in the document, with their types.
    private(set) var samples: [Sample] = []

    /// The key of a declared type.
    private struct DeclarationKey: Hashable {
        let value: AppliedSchemas
        /// `nil` when both directions share one type.
        let direction: MessageDirection?
        /// The outermost type, for several schemas that apply at once in an operation: no single one of them has a place that
        /// gives the type a name, so each use has its own.
        let owner: Identifier?
    }

    /// - Parameter inlineNames: The names of the types of inline schemas that references lead to; `nil` to find them.
    init(
        _ document: ResolvedDocument,
        _ options: ClientOptions,
        _ inlineNames: InlineNames?,
        _ diagnostics: DiagnosticCollector
    ) {
        self.options = options
        self.inlineNames = inlineNames
        self.diagnostics = diagnostics
        paths = DocumentPaths(document)
        chosen = ChosenNames(document, options, paths, diagnostics)
        finder = ShapeFinder(
            document.schemas,
            FormatTable(custom: options.formats),
            fileSchemas: MultipartFileFinder(document.operations, document.schemas).found,
            corrections: Corrections(options.corrections, document.schemas, paths),
            diagnostics
        )
        directions = SchemaDirections(document, finder)
        secrets = SecretValues(document.schemas, paths, options)
        sharedResponses = SharedResponses(document.operations)
        sharedResponses.report(document.schemas, paths, chosen, diagnostics)
        let groups = Dictionary(grouping: document.operations) { [chosen] in chosen.group(of: $0.operation) }
        operationNames = groups.reduce(into: [:]) { [chosen] names, group in
            names.merge(MethodNames(options, chosen, tag: group.key).types(group.value)) { first, _ in first }
        }
        // FastAPI's name for the schema of a body that the document's author gave none.
        let bodies = operationNames.map { (SpecText("Body_\($0.key)"), $0.value.suffixed("Body")) }
        typeNames = TypeNames(
            document.schemas,
            split: directions.split,
            bodies: Dictionary(bodies) { first, _ in first },
            chosen: chosen,
            paths,
            options,
            diagnostics
        )
    }

    var schemas: SchemaGraph { finder.schemas }

    /// The declarations of the named schemas, in document order.
    func namedDeclarations() -> [Declaration] {
        for schema in schemas.named { lower(schema.id) }
        finder.reportInheritedDiscriminators()
        return schemas.named.flatMap { named[$0.id] ?? [] }
    }

    /// All other declarations that have been requested so far, in that order.
    var unnamedDeclarations: [Declaration] { unnamed }

    /// Allocates a name for a top-level type without a schema, such as an API.
    ///
    /// - Parameter place: The place of the part of the document that the type represents.
    func name(forTopLevelType preferredName: Identifier, at place: Location?) -> Identifier {
        let wanted = place.flatMap { chosen.types[$0] }
        let name = typeNames.takeName(wanted ?? preferredName, at: place)
        if wanted != nil {
            chosen.check(.schemas, wanted: wanted, given: name)
        } else {
            let path = place.flatMap { paths.pointer(to: $0) }
            diagnostics.reportClash(
                name, insteadOf: preferredName, in: typeNames.allocator, at: place, paths,
                path.map { .init(kind: .schemas, path: $0, name: name) })
        }
        return name
    }

    /// Allocates a name for the type of an API. No setting changes only this name: `names: tags` renames the property
    /// too.
    ///
    /// - Parameters:
    ///   - place: The place of the API's first operation.
    ///   - isUsed: Whether the client contains the API.
    func name(forGroup preferredName: Identifier, at place: Location?, isUsed: Bool) -> Identifier {
        let name = typeNames.takeName(preferredName, at: place)
        if isUsed {
            diagnostics.reportClash(name, insteadOf: preferredName, in: typeNames.allocator, at: place, paths, nil)
        }
        return name
    }

    /// Allocates a name for a type that stands for no part of the document, and has no name in the configuration.
    ///
    /// - Parameters:
    ///   - what: The type, in martlet's words.
    ///   - place: The first place in the document that the type is for.
    func name(forAddedType preferredName: Identifier, _ what: String, at place: Location?) -> Identifier {
        let name = typeNames.takeName(preferredName, at: place)
        if name != preferredName, let other = typeNames.allocator.place(of: preferredName) {
            diagnostics.report(.warning(.nameClash(ofType: what, name, paths.owner(at: other), other), at: place))
        }
        return name
    }

    /// The name of a named schema's type; the response type's, if there are two.
    func name(of schema: SchemaID) -> Identifier? { typeNames.names[schema] }

    /// The type of a schema in an operation.
    ///
    /// - Parameter preferredName: The preferred name for a type that has to be declared.
    func use(of schema: SchemaID?, preferredName: Identifier, _ direction: MessageDirection) -> TypeUse {
        guard let schema else { return TypeUse(type: .json) }
        return use(ofElement: AppliedSchemas(schema), preferredName: preferredName, direction)
    }

    /// The type of a value in an operation; `.json` without a schema.
    func use(ofElement value: AppliedSchemas?, preferredName: Identifier, _ direction: MessageDirection) -> TypeUse {
        guard let value else { return TypeUse(type: .json) }
        var scope = TypeScope(
            path: [],
            enclosingSchema: nil,
            home: schemas.home(of: value.schemas[0]),
            direction: direction,
            preferredName: .init(preferredName),
            reserved: typeNames.reserved
        )
        let use = use(of: value, in: &scope)
        finish(scope)
        return use
    }

    // MARK: - Values

    /// The type of a value. Types that it needs are declared in the scope.
    func use(of value: AppliedSchemas, in scope: inout TypeScope) -> TypeUse {
        if let schema = value.single, schemas.isNamed(schema) {
            return TypeUse(type: type(of: schema, scope.direction), isNullable: finder.isNullable(schema))
        }
        let use = typeUse(of: value, in: &scope)
        // Examples describe the whole schema, so they don't apply to a subset of it.
        if value.types == nil, value.aspect == .whole, scope.home != nil {
            for schema in value.schemas { addSamples(schemas[schema].examples, of: value, use, scope.direction) }
        }
        return use
    }

    /// Records the examples of a value.
    func addSamples(_ examples: [Node], of value: AppliedSchemas, _ use: TypeUse, _ direction: MessageDirection) {
        samples += examples.map { Sample(value, use, direction, $0) }
    }

    /// Records the examples of a body.
    func addSamples(of content: MediaType?, _ use: TypeUse, _ direction: MessageDirection) {
        guard let content, let schema = content.schema else { return }
        addSamples(content.examples, of: AppliedSchemas(schema), use, direction)
    }

    private func typeUse(of value: AppliedSchemas, in scope: inout TypeScope) -> TypeUse {
        let found = finder.shape(of: value)
        if case .reference(let target) = found.shape {
            return TypeUse(type: type(of: target, scope.direction), isNullable: found.isNullable)
        }
        if let type = plainType(found.shape, in: &scope) {
            return TypeUse(type: type, isNullable: found.isNullable && type != .json)
        }
        return TypeUse(type: .named(declare(found.shape, for: value, in: &scope)), isNullable: found.isNullable)
    }

    /// The type of a shape that needs no declaration; `nil` for others.
    private func plainType(_ shape: Shape, in scope: inout TypeScope) -> TypeReference? {
        switch shape {
        case .any: return .json
        case .scalar(let type): return type
        case .array(let elements): return .array(element(elements, in: &scope))
        case .map(let values): return .dictionary(element(values, in: &scope))
        case .reference(let target): return type(of: target, scope.direction)
        case .enumeration, .tuple, .structure, .union: return nil
        }
    }

    private func element(_ value: AppliedSchemas?, in scope: inout TypeScope) -> TypeReference {
        guard let value else { return .json }
        let preferredName = scope.preferredName
        scope.preferredName = preferredName.element
        defer { scope.preferredName = preferredName }
        return use(of: value, in: &scope).element
    }

    /// The type of a schema that references lead to.
    func type(of schema: SchemaID, _ direction: MessageDirection) -> TypeReference {
        let requestName = direction == .request ? typeNames.requestNames[schema] : nil
        if let name = requestName ?? typeNames.names[schema] { return .named(TypeName([name])) }
        return schemas.isInlineTarget(schema) ? inlineType(of: schema, direction) : .json
    }

    // MARK: - Declarations

    /// Declares a type for an unnamed schema, once.
    private func declare(_ shape: Shape, for value: AppliedSchemas, in scope: inout TypeScope) -> TypeName {
        let home = schemas.home(of: value.schemas[0])
        let direction = directions.declared(scope.direction, value.schemas, in: home)
        let isOwn = value.schemas.count > 1 && scope.enclosingSchema == nil
        let key = DeclarationKey(value: value, direction: direction, owner: isOwn ? scope.path.first : nil)
        if let name = declared[key] { return name }
        // A type for a schema inside another one is nested in that one's type, wherever else it is used.
        if home != scope.home, !isOwn {
            // Where its own place has no type for it, it may be declared here.
            let name = inlineName(of: value, direction, in: home)
            if let name, scope.home == nil || !name.isMember(of: scope.path) { return name }
            lower(home)
            if let name = declared[key] { return name }
        }
        let name = takeName(for: value.schemas[0], in: &scope)
        declared[key] = name
        if value.schemas.count == 1, value.aspect == .whole {
            declaredNames.add(name, of: value.schemas[0], direction)
        }
        var inner = TypeScope(
            path: name.path,
            enclosingSchema: scope.enclosingSchema,
            home: scope.home,
            owners: value.schemas,
            direction: direction ?? scope.direction.union(directions.uses(of: value.schemas)),
            preferredName: scope.preferredName,
            reserved: typeNames.reserved
        )
        let kind = kind(of: shape, for: value, in: &inner)
        scope.add(declaration(name, value.schemas[0], kind, isPartial: value.aspect == .alternatives))
        return name
    }

    /// Allocates the name of a type for an unnamed schema.
    private func takeName(for schema: SchemaID, in scope: inout TypeScope) -> TypeName {
        let place = schemas[schema].location
        let (name, other) = scope.takeName(chosen: chosen.types[place], at: place, in: &typeNames.allocator)
        chosen.check(.schemas, wanted: chosen.types[place], given: name.last)
        if let other {
            let preferred = SpecText(scope.preferredTypeName.first.text)
            let line = paths.pointer(to: place).map { path in
                Diagnostic.Message.NameLine(kind: .schemas, path: path, name: name.last)
            }
            let clash = Diagnostic.Message.nameClash(preferred, name.last, paths.owner(at: other), other, line)
            diagnostics.report(.warning(clash, at: place))
        }
        return name
    }

    /// Declares the types of a named schema, unless that has been done or is in progress.
    private func lower(_ id: SchemaID) {
        guard named[id] == nil, underway.insert(id).inserted, let name = typeNames.names[id] else { return }
        if let requestName = typeNames.requestNames[id] {
            named[id] = [declaration(name, id, .response), declaration(requestName, id, .request)]
        } else {
            named[id] = [declaration(name, id, directions.directions(of: id))]
        }
    }

    private func declaration(_ name: Identifier, _ id: SchemaID, _ direction: MessageDirection) -> Declaration {
        let value = AppliedSchemas(id)
        let shape = finder.shape(of: value).shape
        let use = TypeUse(type: .named(TypeName([name])), isNullable: finder.isNullable(id))
        // An example of a schema with two types is one of the whole, which the type for responses is closer to.
        if direction != .request || !directions.split.contains(id) {
            addSamples(schemas[id].examples, of: value, use, direction)
        }
        let path: [Identifier] = shape.holdsTypes ? [name] : []
        var scope = TypeScope(
            path: path,
            enclosingSchema: id,
            home: id,
            owners: [id],
            direction: direction,
            preferredName: .init(name, isComponent: path.isEmpty),
            reserved: typeNames.reserved
        )
        if let type = plainType(shape, in: &scope) {
            finish(scope)
            return self.declaration(TypeName([name]), id, .alias(type))
        }
        return self.declaration(TypeName([name]), id, kind(of: shape, for: value, in: &scope))
    }

    private func kind(of shape: Shape, for value: AppliedSchemas, in scope: inout TypeScope) -> Declaration.Kind {
        switch shape {
        case .structure(let structure):
            return .structure(self.structure(structure, in: &scope))
        case .enumeration(let enumeration):
            return .enumeration(self.enumeration(enumeration, in: scope))
        case .union(let union):
            return self.union(union, in: &scope)
        case .tuple(let tuple):
            return .tuple(self.tuple(tuple, in: &scope))
        case .any, .scalar, .array, .map, .reference:
            return .alias(plainType(shape, in: &scope) ?? .json)
        }
    }

    func finish(_ scope: TypeScope) {
        if scope.path.isEmpty { unnamed += scope.declarations }
    }
}

extension Shape {
    /// Whether the shape's type can contain nested declarations.
    fileprivate var holdsTypes: Bool {
        switch self {
        case .structure, .union, .tuple: true
        case .any, .scalar, .enumeration, .array, .map, .reference: false
        }
    }
}

extension TypeLowering {
    /// - Parameter isPartial: Whether the type is for a subset of the schema, which the description doesn't fit.
    private func declaration(
        _ name: TypeName,
        _ id: SchemaID,
        _ kind: Declaration.Kind,
        isPartial: Bool = false
    ) -> Declaration {
        let schema = schemas[id]
        let title = schema.title.flatMap { Identifier.type(Words($0)) == name.last ? nil : $0 }
        return Declaration(
            name: name,
            description: isPartial ? nil : schema.description ?? title,
            isDeprecated: schema.isDeprecated,
            example: schema.examples.first.map { values.value(of: $0) },
            limits: schemas.isNamed(id) && !isPartial ? limits(ofDeclared: id) : [],
            location: schema.location,
            kind: kind
        )
    }
}
