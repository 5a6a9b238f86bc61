import Foundation
import MartletGenerator
import MartletSource
import Testing

@Suite("The JSON Schema of martlet.yaml")
struct ConfigurationSchemaTests {
    private static let start = #""spec": "a.yaml", "module": "A""#

    /// Settings beside `spec` and `module`, and whether they are valid.
    static let settings: [(text: String, isRight: Bool)] = [
        (#""client": "C""#, true), (#""client": "Größe""#, true), (#""client": "1""#, false),
        (#""client": "_""#, false), (#""client": []"#, false),
        (#""namespace": "N""#, true), (#""namespace": "a b""#, false),
        (#""output": "../o""#, true), (#""output": """#, false), (#""output": null"#, false),
        (#""access": "package""#, true), (#""access": "open""#, false),
        (#""names": {"schemas": {"a b": "AB"}, "operations": {"x": "y"}}"#, true),
        (#""names": {"properties": {"A.b": "c"}, "enumCases": {"A.b.c": "d"}}"#, true),
        (#""names": {"properties": {"/components/schemas/A/properties/b": "c"}}"#, true),
        (#""names": {"properties": {"b": "c"}}"#, false), (#""names": {"enumCases": {".b": "c"}}"#, false),
        (#""names": {"models": {}}"#, false), (#""names": []"#, false), (#""names": {"schemas": ["A"]}"#, false),
        (#""names": {"schemas": {"A": "a-b"}}"#, false),
        (#""formats": {"uri": "URL"}"#, true), (#""formats": {"uri": 5}"#, false), (#""formats": "URL""#, false),
        (#""secrets": ["A.b", "A.b.c"]"#, true), (#""secrets": ["A"]"#, false), (#""secrets": "A.b""#, false),
        (#""optional": ["A.b"]"#, true), (#""optional": ["A"]"#, false), (#""optional": {}"#, false),
        (#""nullable": ["A.b", "C.d"]"#, true), (#""nullable": [5]"#, false), (#""nullable": [".b"]"#, false),
        (#""unknownProperties": "keep""#, true), (#""unknownProperties": true"#, false),
        (#""operations": "asWritten""#, true), (#""operations": "short""#, true), (#""operations": "long""#, false),
        (#""include": {"tags": ["a", "b*"], "paths": ["/a/*"]}"#, true), (#""include": ["a"]"#, false),
        (#""include": {"operations": ["a"], "schemas": ["B"]}"#, true), (#""include": {"models": ["A"]}"#, false),
        (#""exclude": {"tags": ["a"]}"#, true), (#""exclude": {"tags": "a"}"#, false),
        (#""overlays": ["o.yaml", "p.json"]"#, true), (#""overlays": "o.yaml""#, false),
        (#""shared": {"from": "a.yaml", "schemas": ["A", "B*"]}"#, true), (#""shared": {"from": "a.yaml"}"#, false),
        (#""shared": {"from": "a.yaml", "schemas": [""]}"#, false), (#""shared": {"schemas": ["A"]}"#, false),
        (#""shared": {"from": "a.yaml", "schemas": []}"#, false), (#""shared": ["A"]"#, false),
        (#""shared": {"from": "a.yaml", "schemas": ["A"], "tags": []}"#, false),
        (#""renamed": "Old""#, true), (#""renamed": ["Old"]"#, false),
        (#""pages": {"a": {"kind": "none"}}"#, true), (#""pages": {"a": {"kind": "all"}}"#, false),
        (#""pages": {"a": {"kind": "link", "items": "x.y", "next": "z", "size": "n", "parameter": "p"}}"#, true),
        (#""pages": {"a": {"items": "x"}}"#, false), (#""pages": {"a": {"kind": "link", "prev": "x"}}"#, false),
        (#""pages": []"#, false), (#""pages": {"a": "none"}"#, false),
        (#""rules": {"unknown-format": "off", "left-out": "error"}"#, true), (#""rules": {"left-out": "no"}"#, false),
        (#""rules": {"unknown-formt": "off"}"#, false), (#""rules": ["left-out"]"#, false),
        (#""root": "..""#, true), (#""root": {}"#, false), (#""templates": "T""#, true), (#""templates": []"#, false),
        (#""runtime": "library""#, true), (#""runtime": "embedded""#, true), (#""runtime": "none""#, false),
        (#""documentation": "none""#, true), (#""documentation": "html""#, false),
        (#""shards": 256"#, true), (#""shards": 0"#, false), (#""shards": 257"#, false), (#""shards": "many""#, false),
        (#""shrads": 8"#, false),
    ]

    @Test(
        "it accepts what the decoder accepts, and nothing else",
        arguments: settings.map { ("{\(start), \($0.text)}", $0.isRight) } + [
            ("{\(start)}", true), (#"{"spec": "a.yaml"}"#, false), (#"{"module": "A"}"#, false), ("[]", false),
        ]
    )
    func agreement(text: String, isRight: Bool) throws {
        let collector = DiagnosticCollector()
        let root = try DocumentReader.read(
            SourceFile(path: "martlet.yaml", bytes: Array(text.utf8)),
            diagnostics: collector
        )
        #expect((Configuration(root, collector) != nil) == isRight, "the decoder: \(text)")
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect(try Self.accepts(value) == isRight, "the schema: \(text)")
    }

    @Test("it has all keys of the decoder, and each has a row in the tests")
    func keys() throws {
        let keys = Set(try #require(try Self.schema()["properties"] as? [String: Any]).keys)
        #expect(keys == Set(Configuration.keyNames))
        for key in keys.subtracting(["spec", "module"]) {
            #expect(Self.settings.contains { $0.isRight && $0.text.hasPrefix("\"\(key)\"") }, "\(key)")
        }
    }

    private static func schema() throws -> [String: Any] {
        let schema = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8))
        return try #require(schema as? [String: Any])
    }

    private static func accepts(_ value: Any) throws -> Bool {
        let schema = try schema()
        return accepts(value, schema, schema["$defs"] as? [String: [String: Any]] ?? [:])
    }

    /// Whether a value fits a schema, for the keywords that are in use.
    private static func accepts(_ value: Any, _ schema: [String: Any], _ definitions: [String: [String: Any]]) -> Bool {
        if let reference = schema["$ref"] as? String,
            !accepts(
                value, definitions[reference.split(separator: "/").last.map(String.init) ?? ""] ?? [:], definitions)
        {
            return false
        }
        if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") { return false }
        if let pattern = schema["pattern"] as? String,
            (value as? String)?.range(of: pattern, options: .regularExpression) == nil
        {
            return false
        }
        if let minimum = schema["minItems"] as? Int, let elements = value as? [Any], elements.count < minimum {
            return false
        }
        switch schema["type"] as? String {
        case "string"?: return (value as? String).map { $0.count >= schema["minLength"] as? Int ?? 0 } ?? false
        case "integer"?:
            guard let number = value as? Int else { return false }
            return number >= schema["minimum"] as? Int ?? .min && number <= schema["maximum"] as? Int ?? .max
        case "array"?:
            guard let elements = value as? [Any] else { return false }
            return elements.allSatisfy { accepts($0, schema["items"] as? [String: Any] ?? [:], definitions) }
        case "object"?:
            guard let object = value as? [String: Any] else { return false }
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            let names = schema["propertyNames"] as? [String: Any] ?? [:]
            return (schema["required"] as? [String] ?? []).allSatisfy { object[$0] != nil }
                && object.allSatisfy { key, member in
                    guard accepts(key, names, definitions) else { return false }
                    if let property = properties[key] { return accepts(member, property, definitions) }
                    guard let other = schema["additionalProperties"] as? [String: Any] else { return false }
                    return accepts(member, other, definitions)
                }
        default: return true
        }
    }
}
