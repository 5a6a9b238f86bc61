import MartletGenerator
import MartletModel
import MartletSource

/// The source of extensions by which a program changes a property of any type of a client, as a person would who has decoded a
/// value: through the properties of structs and the cases of unions.
struct RoundTripChanges {
    private let declarations: [Declaration]

    init(_ declarations: [Declaration]) { self.declarations = declarations }

    var source: String { Self.support + declarations.map(Self.source(of:)).joined() }

    /// Arrays and dictionaries, whose elements are reached by an index or a key.
    private static let support = """
        protocol Changeable {
            /// Sets the property at a path, or returns false where there is none.
            mutating func change(_ path: ArraySlice<String>, to json: Data) throws -> Bool
        }

        extension Optional: Changeable where Wrapped: Changeable {
            mutating func change(_ path: ArraySlice<String>, to json: Data) throws -> Bool {
                guard var value = self, try value.change(path, to: json) else { return false }
                self = value
                return true
            }
        }

        extension Nullable: Changeable where Value: Changeable {
            mutating func change(_ path: ArraySlice<String>, to json: Data) throws -> Bool {
                guard case .value(var value) = self, try value.change(path, to: json) else { return false }
                self = .value(value)
                return true
            }
        }

        extension Array: Changeable where Element: Codable {
            mutating func change(_ path: ArraySlice<String>, to json: Data) throws -> Bool {
                guard let first = path.first, let index = Int(first), indices.contains(index) else { return false }
                return try set(&self[index], path.dropFirst(), json)
            }
        }

        extension Dictionary: Changeable where Key == String, Value: Codable {
            mutating func change(_ path: ArraySlice<String>, to json: Data) throws -> Bool {
                guard let first = path.first, var value = self[first] else { return false }
                guard try set(&value, path.dropFirst(), json) else { return false }
                self[first] = value
                return true
            }
        }

        func set<Value: Decodable>(_ value: inout Value, _ path: ArraySlice<String>, _ json: Data) throws -> Bool {
            if path.isEmpty {
                value = try JSONDecoder().decode(Value.self, from: json)
                return true
            }
            guard var inner = value as? any Changeable else { return false }
            let isChanged = try inner.change(path, to: json)
            if isChanged, let changed = inner as? Value { value = changed }
            return isChanged
        }


        """

    private static func source(of declaration: Declaration) -> String {
        let type = TypeReference.named(declaration.name).code()
        switch declaration.kind {
        case .structure(let structure):
            return source(type, members(of: structure)) + structure.nested.map(source(of:)).joined()
        case .union(let union):
            let cases = union.cases.map { member in
                "case .\(member.name.code)(var value): if try set(&value, path, json) { self = .\(member.name.code)(value); return true }"
            }
            let others = (union.values.map { ".\($0.name.text)" } + [".unrecognized"]).joined(separator: ", ")
            let body = "switch self { \((cases + ["case \(others): break"]).joined(separator: "\n")) }"
            return source(type, [body]) + union.nested.map(source(of:)).joined()
        case .overlap(let union):
            let parts = union.cases.map { member in
                "if var value = self.\(member.name.code), try set(&value, path, json) { self.\(member.name.code) = value; return true }"
            }
            return source(type, parts) + union.nested.map(source(of:)).joined()
        case .tuple(let tuple): return tuple.nested.map(source(of:)).joined()
        case .enumeration, .alias, .wrapper: return ""
        }
    }

    private static func members(of structure: Structure) -> [String] {
        let properties = structure.properties.map { property in
            """
            if path.first == \(SwiftLiteral.string(property.wireName)) \
            { return try set(&self.\(property.name.code), path.dropFirst(), json) }
            """
        }
        let parts = structure.flattenedUnions.map { part in
            "if try set(&self.\(part.name.code), path, json) { return true }"
        }
        let additional = structure.additionalProperties.map {
            ["if try set(&self.\($0.name.code), path, json) { return true }"]
        }
        return properties + parts + (additional ?? [])
    }

    private static func source(_ type: String, _ statements: [String]) -> String {
        """
        extension \(type): Changeable {
            mutating func change(_ path: ArraySlice<String>, to json: Data) throws -> Bool {
                if path.isEmpty { return false }
                \(statements.joined(separator: "\n        "))
                return false
            }
        }


        """
    }
}
