import Foundation
public import MartletRuntime

extension ApiClient.Request {
    /// Replaces `{name}` in the path template with a percent-encoded value. The value may be empty only if the document
    /// allows an empty text.
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the segment would become empty, `"."` or `".."`, because it
    ///   would address another resource: `DELETE /tokens/` is not `DELETE /tokens/{id}`, and HTTP libraries remove dot
    ///   segments.
    public mutating func setPath(
        _ name: String,
        _ value: some Encodable,
        style: ParameterStyle = .simple,
        explode: Bool = false,
        allowReserved: Bool = false,
        allowEmptyValue: Bool = false
    ) throws {
        let encode = allowReserved ? PercentEncoding.reservedInPath : PercentEncoding.strict
        let tree = try tree(of: value, name)
        let text = try StyledText(style: style, explode: explode, encode: encode).expanded(name, tree)
        guard ![".", ".."].contains(text), allowEmptyValue || !text.isEmpty else {
            throw Self.unusablePathParameter(name)
        }
        path = path.replacing("{\(name)}", with: text)
    }

    /// Replaces `{name}` in the path template with the percent-encoded JSON encoding of a value.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON.
    public mutating func setPath(_ name: String, json value: some Encodable) throws {
        let text = String(decoding: try tree(of: value, name).json, as: UTF8.self)
        path = path.replacing("{\(name)}", with: text.percentEncoded)
    }

    /// Adds a percent-encoded value to the query; `nil` and an empty array add nothing. With `allowEmptyValue`, null
    /// adds `name=` (OpenAPI 3.2.0, section 4.12.2.1).
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as text, such as NaN.
    public mutating func addQuery(
        _ name: String,
        _ value: (some Encodable)?,
        style: ParameterStyle = .form,
        explode: Bool = true,
        allowReserved: Bool = false,
        allowEmptyValue: Bool = false
    ) throws {
        guard let value else { return }
        let encode = allowReserved ? PercentEncoding.reservedInQuery : PercentEncoding.strict
        let tree = try tree(of: value, name)
        if allowEmptyValue, tree.isNull {
            query.append("\(name.percentEncoded)=")
        } else {
            query += try StyledText(style: style, explode: explode, encode: encode).pairs(name, tree)
        }
    }

    /// Adds the percent-encoded JSON encoding of a value to the query; `nil` adds nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func addQuery(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        query.append("\(name.percentEncoded)=\(try jsonText(of: value, name).percentEncoded)")
    }

    /// Sets the query to a form of the value's properties; `nil` changes nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as text, such as NaN.
    public mutating func setQueryString(
        form value: (some Encodable)?,
        encoding: [String: FormEncoding] = [:]
    ) throws {
        guard let value else { return }
        query += try FormFields(encoding).pairs(of: try tree(of: value, "query"), PercentEncoding.strict)
    }

    /// Sets the query to the percent-encoded JSON encoding of a value; `nil` changes nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func setQueryString(json value: (some Encodable)?) throws {
        guard let value else { return }
        query.append(try jsonText(of: value, "query").percentEncoded)
    }

    /// Sets the query to a percent-encoded text; `nil` changes nothing.
    public mutating func setQueryString(text value: String?) {
        guard let value else { return }
        query.append(value.percentEncoded)
    }

    /// Sets a header; `nil` and an empty array set nothing. The style is `simple`, or one of the delimited styles,
    /// which OpenAPI 2.0 also allows in headers.
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value is not a valid header value. The error does not
    ///   quote it.
    public mutating func setHeader(
        _ name: String,
        _ value: (some Encodable)?,
        style: ParameterStyle = .simple,
        explode: Bool = false
    ) throws {
        guard let value else { return }
        let tree = try tree(of: value, name)
        if case .array(let elements) = tree, ParameterTree.present(elements).isEmpty { return }
        guard !tree.isNull else { return }
        headers[name] = try StyledText(style: style, explode: explode, encode: { $0 }).expanded(name, tree)
        try headers.validate()
    }

    /// Sets a header to the JSON encoding of a value; `nil` sets nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON.
    public mutating func setHeader(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        // Header values are limited to ASCII (RFC 9110, section 5.5); JSON can escape all other characters (RFC 8259,
        // section 7).
        headers[name] = try jsonText(of: value, name).utf16.map { unit in
            unit < 0x80
                ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(0x10000 + Int(unit), radix: 16).dropFirst()
        }.joined()
        try headers.validate()
    }

    /// Adds a value to the cookies; `nil` and an empty array add nothing.
    ///
    /// An exploded array or object becomes several cookies. (OpenAPI does not define how the style `form` explodes in
    /// the `Cookie` header; `&` would be a part of the first cookie's value.)
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value is not a valid cookie value (RFC 6265, section
    ///   4.1.1).
    public mutating func addCookie(
        _ name: String,
        _ value: (some Encodable)?,
        style: ParameterStyle = .form,
        explode: Bool = true
    ) throws {
        guard let value else { return }
        let encode = style == .cookie ? { $0 } : PercentEncoding.strict
        try addCookies(
            try StyledText(style: style, explode: explode, encode: encode).pairs(name, try tree(of: value, name))
        )
    }

    /// Adds the percent-encoded JSON encoding of a value to the cookies; `nil` adds nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func addCookie(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        try addCookies(["\(name)=\(try jsonText(of: value, name).percentEncoded)"])
    }

    private mutating func addCookies(_ pairs: [String]) throws {
        guard !pairs.isEmpty else { return }
        for pair in pairs { try Self.checkCookie(pair) }
        headers["Cookie"] = (headers.values(of: "Cookie") + pairs).joined(separator: "; ")
        try headers.validate()
    }

    private func jsonText(of value: some Encodable, _ name: String) throws -> String {
        String(decoding: try tree(of: value, name).json, as: UTF8.self)
    }

    /// Returns the parameter tree of a value.
    func tree(of value: some Encodable, _ name: String) throws -> ParameterTree {
        do {
            return try ParameterEncoder.tree(of: value)
        } catch let error as ApiError {
            throw error
        } catch {
            throw Self.unwritableParameter(name, error)
        }
    }

    /// The error for a path parameter that would change the path's structure.
    static func unusablePathParameter(_ name: String) -> ApiError {
        ApiError(.invalidRequest, "the path parameter \(name) must not be empty, \".\" or \"..\"")
    }

    /// The error for a value that cannot be encoded as text.
    static func unwritableParameter(_ name: String, _ error: any Error) -> ApiError {
        ApiError(
            .invalidRequest, "the parameter \(name) cannot be encoded as text; it may be NaN or infinite",
            underlying: error)
    }
}
