import MartletOpenAPI
import MartletSource

extension TypeLowering {
    /// The elements of a tuple.
    func tuple(_ shape: TupleShape, in scope: inout TypeScope) -> Tuple {
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["rest"]))
        let elements = shape.elements.enumerated().map { index, value in
            let schema = schemas[value.schemas[0]]
            let words = schema.title.map { Words($0) } ?? Words(SpecText(Self.ordinal(index)))
            scope.preferredName = .init(.type(words))
            let use = use(of: value, in: &scope)
            return Tuple.Element(
                name: allocator.name(.member(words)),
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
