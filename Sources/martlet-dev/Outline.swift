import MartletGenerator
import MartletModel
import MartletOpenAPI
import MartletSource

/// The stored properties of a value, and of those within it, one a line; those that are nil, empty or false are left out.
struct Outline {
    private(set) var text = ""

    init(_ value: Any) { write(value, label: nil, depth: 0) }

    private mutating func write(_ value: Any, label: String?, depth: Int) {
        if value as? Bool == false { return }
        if let scalar = Self.scalar(value) { return line(label, scalar, depth) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            if let wrapped = mirror.children.first { write(wrapped.value, label: label, depth: depth) }
        case .enum:
            // A case without payload has no children.
            guard let payload = mirror.children.first else { return line(label, "\(value)", depth) }
            line(label, payload.label ?? "", depth)
            write(payload.value, label: nil, depth: depth + 1)
        case .collection, .set:
            if mirror.children.isEmpty { return }
            line(label, "", depth)
            for (index, child) in mirror.children.enumerated() {
                write(child.value, label: "\(index)", depth: depth + 1)
            }
        case nil where mirror.children.isEmpty: line(label, "\(value)", depth)
        default:
            if mirror.children.count == 1, let only = mirror.children.first, let scalar = Self.scalar(only.value) {
                return line(label, scalar, depth)
            }
            // The properties of the value that the outline is about are not indented.
            if label != nil { line(label, "", depth) }
            let inner = label == nil ? depth : depth + 1
            for child in mirror.children { write(child.value, label: child.label ?? "", depth: inner) }
        }
    }

    private mutating func line(_ label: String?, _ value: String, _ depth: Int) {
        let parts = [label.map { "\($0):" }, value.isEmpty ? nil : value].compactMap { $0 }
        text += String(repeating: "  ", count: depth) + parts.joined(separator: " ") + "\n"
    }

    /// What is written in one word.
    private static func scalar(_ value: Any) -> String? {
        switch value {
        case let text as SpecText: Diagnostic.Text("\(quoted: text.raw(for: .diagnostic))").text
        case let text as String: Diagnostic.Text("\(quoted: text)").text
        case let name as Identifier: name.code
        case let name as TypeName: name.path.map(\.text).joined(separator: ".")
        case let type as TypeReference: type.code()
        case let types as Schema.Types: Self.types.filter { types.contains($0.0) }.map(\.1).joined(separator: ", ")
        case let location as Location: "\(location.position)"
        case let node as Node: "value at \(node.location.position)"
        case let number as any BinaryInteger: "\(number)"
        case let flag as Bool: "\(flag)"
        default: nil
        }
    }

    private static let types: [(Schema.Types, String)] = [
        (.null, "null"), (.boolean, "boolean"), (.integer, "integer"), (.number, "number"), (.string, "string"),
        (.array, "array"), (.object, "object"),
    ]
}
