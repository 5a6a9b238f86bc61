import MartletRuntime

/// The serialization style of a parameter (OpenAPI 3.2.0, section 4.12.3, Style Values; RFC 6570).
public enum ParameterStyle: Sendable, Hashable {
    /// `blue,black` in paths and headers.
    case simple
    /// `.blue,black` in paths.
    case label
    /// `;color=blue,black` in paths.
    case matrix
    /// `color=blue,black` in queries, forms and cookies.
    case form
    /// `color=blue%20black` in queries and forms; in OpenAPI 2.0 also `blue%20black` in paths and `blue black` in
    /// headers.
    case spaceDelimited
    /// `color=blue%7Cblack` in queries and forms; in OpenAPI 2.0 also `blue%7Cblack` in paths and `blue|black` in
    /// headers.
    case pipeDelimited
    /// `color=blue%09black` in queries and forms: the format `tsv` of OpenAPI 2.0, which also allows it in paths and
    /// headers.
    case tabDelimited
    /// `color%5BR%5D=100` in queries and forms. OpenAPI defines this style only for objects with scalar values; nested
    /// values have additional brackets: `filter%5Bsize%5D%5Bmin%5D=1`, `sort%5B0%5D=name`.
    case deepObject
    /// `color=blue,black` in cookies, without percent-encoding.
    case cookie

    /// The separator of the parts of a value that is not exploded, percent-encoded.
    fileprivate var separator: String {
        switch self {
        case .simple, .label, .matrix, .form, .cookie, .deepObject: ","
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        case .tabDelimited: "%09"
        }
    }

    /// The separator without percent-encoding; `nil` for a comma.
    fileprivate var delimiter: String? {
        switch self {
        case .simple, .label, .matrix, .form, .cookie, .deepObject: nil
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        case .tabDelimited: "\t"
        }
    }
}

/// Serializes values in a style.
///
/// The styles do not define nested arrays and objects; they are encoded as JSON, except that the elements of an array
/// in an exploded object repeat its key.
struct StyledText {
    let style: ParameterStyle
    let explode: Bool
    /// A function that encodes a text for its place.
    let encode: (String) -> String

    /// Serializes the value for a path or a header (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7).
    func expanded(_ name: String, _ value: ParameterTree) throws -> String {
        switch style {
        case .label:
            let texts = try texts(value)
            return texts.isEmpty ? "" : "." + texts.joined(separator: explode ? "." : ",")
        case .matrix:
            return try pairs(name, value).map { ";\($0.hasSuffix("=") ? String($0.dropLast()) : $0)" }.joined()
        default: return try texts(value).joined(separator: style.delimiter.map(encode) ?? ",")
        }
    }

    /// Serializes the value as `name=value` pairs of a query, a form or a cookie (RFC 6570, section 3.2.8).
    func pairs(_ name: String, _ value: ParameterTree) throws -> [String] {
        if style == .deepObject { return try bracketed(name, value) }
        switch value {
        case .scalar(.null): return []
        case .scalar, .file: return [pair(name, encode(try value.text))]
        case .array(let elements):
            let texts = try ParameterTree.present(elements).map { encode(try $0.text) }
            if texts.isEmpty { return [] }
            return explode ? texts.map { pair(name, $0) } : [pair(name, texts.joined(separator: style.separator))]
        case .object(let members):
            let present = ParameterTree.present(members)
            if explode { return try present.flatMap { try explodedMember($0.name, $0.value) } }
            let texts = try present.flatMap { [encode($0.name), encode(try $0.value.text)] }
            return texts.isEmpty ? [] : [pair(name, texts.joined(separator: style.separator))]
        }
    }

    private func pair(_ name: String, _ value: String) -> String { "\(encode(name))=\(value)" }

    private func explodedMember(_ name: String, _ value: ParameterTree) throws -> [String] {
        guard case .array = value else { return [pair(name, encode(try value.text))] }
        return try pairs(name, value)
    }

    private func bracketed(_ name: String, _ value: ParameterTree) throws -> [String] {
        switch value {
        case .scalar(.null): []
        case .scalar, .file: [pair(name, encode(try value.text))]
        case .array(let elements):
            try elements.enumerated().flatMap { try bracketed("\(name)[\($0)]", $1) }
        case .object(let members): try members.flatMap { try bracketed("\(name)[\($0.name)]", $0.value) }
        }
    }

    /// Returns the parts of a value, without its name.
    private func texts(_ value: ParameterTree) throws -> [String] {
        switch value {
        case .scalar(.null): []
        case .scalar, .file: [encode(try value.text)]
        case .array(let elements): try ParameterTree.present(elements).map { encode(try $0.text) }
        case .object(let members):
            try ParameterTree.present(members).flatMap { name, value in
                let text = encode(try value.text)
                return explode ? ["\(encode(name))=\(text)"] : [encode(name), text]
            }
        }
    }
}
