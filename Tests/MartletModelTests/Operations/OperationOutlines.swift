import MartletModel
import MartletSource

// Short descriptions of lowered operations, which tests compare.

extension Argument {
    /// `limit: int64? query limit form*`, with `*` for what explodes.
    var outline: String {
        let value = defaultValue.map { " = \($0.outline)" } ?? ""
        return "\(label.text): \(type.outline)\(isRequired ? "" : "?")\(value) \(place.outline)"
    }
}

extension Argument.Default {
    fileprivate var outline: String {
        switch self {
        case .text(let text): text.unencoded
        case .member(let name, let isCall): ".\(name.text)\(isCall ? "()" : "")"
        }
    }
}

extension Argument.Place {
    fileprivate var outline: String {
        switch self {
        case .path(let name, let serialization): "path \(name.unencoded) \(serialization.outline)"
        case .query(let name, let serialization): "query \(name.unencoded) \(serialization.outline)"
        case .header(let name, let serialization): "header \(name.unencoded) \(serialization.outline)"
        case .cookie(let name, let serialization): "cookie \(name.unencoded) \(serialization.outline)"
        case .queryString(let content): "whole query \(content.form)"
        case .body(let content): "body \(content.form) \(content.types)"
        case .bodyChoice(let cases):
            "body { " + cases.map { "\($0.outline) \($0.content?.types ?? "")" }.joined(separator: ", ") + " }"
        case .contentType: "content type"
        case .server: "server"
        }
    }
}

extension Argument.Serialization {
    fileprivate var outline: String {
        switch self {
        case .json: "json"
        case .style(let style, let explode, let allowReserved, let allowEmptyValue):
            "\(style)\(explode ? "*" : "")\(allowReserved ? " reserved" : "")\(allowEmptyValue ? " empty" : "")"
        }
    }
}

extension Content {
    /// The media types.
    fileprivate var types: String { contentTypes.map(\.unencoded).joined(separator: ", ") }
}

extension Content.PropertyEncoding {
    /// `tags: form*`, `note: text/markdown [X-Kind: note]`
    var outline: String {
        let way =
            switch serialization {
            case .style(let style, let explode, let allowReserved):
                "\(style)\(explode ? "*" : "")\(allowReserved ? " reserved" : "")"
            case .content(let type): type?.unencoded ?? "as usual"
            }
        let fields = headers.map { "\($0.name.unencoded): \($0.value.unencoded)" }
        return "\(property.unencoded): \(way)\(fields.isEmpty ? "" : " \(fields)")"
    }
}

extension Pagination {
    /// `cursor from nextCursor?, items? of Thing, while hasMore?`
    var outline: String {
        let way =
            switch kind {
            case .offset(let label, let limit): "\(label.text)\(limit.map { " by \($0.text)" } ?? "")"
            case .page(let label, let first, let size):
                "\(label.text) from \(first)\(size.map { " by \($0.text)" } ?? "")"
            case .cursor(let label, let next): "\(label.text) from \(next.outline)"
            case .link(let next): "link at \(next.outline)"
            case .linkHeader: "link header"
            }
        let more =
            switch hasNext {
            case .flag(let access), .link(let access): ", while \(access.outline)"
            case nil: ""
            }
        return "\(way), \(elements.steps.isEmpty ? "all" : elements.outline) of \(element.outline)\(more)"
    }
}

extension Pagination.ValuePath {
    fileprivate var outline: String {
        steps.map { step in
            switch step {
            case .property(let name, let isOptional): "\(name.text)\(isOptional ? "?" : "")"
            case .nullable(let name): "\(name.text)?|null"
            case .key(let key): "[\(key.unencoded)]"
            case .last: "last"
            }
        }.joined(separator: " ")
    }
}
