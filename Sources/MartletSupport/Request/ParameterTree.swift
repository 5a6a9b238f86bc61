import Foundation
import MartletRuntime

/// A value decomposed for serialization in a URL, a header or a form. Properties keep the order of the model.
indirect enum ParameterTree: Sendable {
    /// A scalar value; null is not sent.
    case scalar(JSONValue)
    /// The content of a file.
    case file(HTTPBody.File)
    case array([ParameterTree])
    case object([(name: String, value: ParameterTree)])

    /// Whether the value is null.
    var isNull: Bool {
        if case .scalar(.null) = self { true } else { false }
    }

    /// Returns the elements that are not null: null counts as undefined (RFC 6570, section 2.3).
    static func present(_ elements: [ParameterTree]) -> [ParameterTree] { elements.filter { !$0.isNull } }

    /// Returns the members that are not null.
    static func present(
        _ members: [(name: String, value: ParameterTree)]
    ) -> [(name: String, value: ParameterTree)] { members.filter { !$0.value.isNull } }

    /// The value as a single text, not encoded for its place; arrays and objects as JSON.
    var text: String {
        get throws {
            switch self {
            case .scalar(let value): try value.parameterText
            case .file, .array, .object: String(decoding: try json, as: UTF8.self)
            }
        }
    }

    /// The value as JSON, with sorted keys.
    var json: Data {
        get throws { try JSONText.encode(jsonValue) }
    }

    private var jsonValue: JSONValue {
        get throws {
            switch self {
            case .scalar(let value): value
            case .file(let content): .string(try content.text)
            case .array(let elements): .array(try elements.map { try $0.jsonValue })
            case .object(let members):
                .object(
                    try Dictionary(members.map { ($0.name, try $0.value.jsonValue) }, uniquingKeysWith: { $1 })
                )
            }
        }
    }
}

extension JSONValue {
    /// The text of a value in a URL or a header: numbers as in JSON, strings without quotation marks.
    var parameterText: String {
        get throws {
            switch self {
            case .null: ""
            case .bool(let value): value ? "true" : "false"
            case .integer(let value): String(value)
            case .decimal(let value): value.description
            case .number(let value): Int64(exactly: value).map { String($0) } ?? value.description
            case .string(let value): value
            case .array, .object: String(decoding: try JSONText.encode(self), as: UTF8.self)
            }
        }
    }
}
