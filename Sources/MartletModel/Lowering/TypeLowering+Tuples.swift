import MartletOpenAPI
import MartletSource

extension TypeLowering {
    /// The elements of a tuple.
    func tuple(_ shape: TupleShape, in scope: inout TypeScope) -> Tuple {
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["rest"]))
        let elements = shape.elements.enumerated().map { index, value in
            let schema = schemas[value.schemas[0]]
            let text = chosen.types[schema.location].map { SpecText($0.text) } ?? schema.title
            let words = Words(text ?? SpecText(Self.ordinal(index)))
            scope.preferredName = .init(.type(words))
            let use = use(of: value, in: &scope)
            let name = allocator.name(.member(words), at: schema.location)
            let line = paths.pointer(to: schema.location).map { path in
                Diagnostic.Message.NameLine(kind: .schemas, path: path, name: name.capitalized)
            }
            diagnostics.reportClash(name, insteadOf: .member(words), in: allocator, at: schema.location, paths, line)
            return Tuple.Element(
                name: name,
                type: use.element,
                isRequired: index < shape.requiredCount,
                description: schema.description
            )
        }
        var rest: TypeReference?
        var isSecret = shape.elements.contains(where: secrets.contains)
        switch shape.rest {
        case .none: break
        case .any: rest = .json
        case .elements(let value):
            scope.preferredName = .init(.type(Words("rest")))
            rest = use(of: value, in: &scope).element
            isSecret = isSecret || secrets.contains(value)
        }
        return Tuple(elements: elements, rest: rest, isSecret: isSecret, nested: scope.declarations)
    }

    /// The name of the element at an index, counted from 0.
    private static func ordinal(_ index: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        return index < words.count ? words[index] : "element \(index + 1)"
    }
}
