import Foundation

extension ApiRequest {
    /// Puts a value into the path where the template says `{name}`, percent-encoded.
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` for what makes a segment empty, `"."` or `".."`: it would address
    ///   another resource (`DELETE /tokens/` is not `DELETE /tokens/{id}`), for HTTP libraries remove dot segments.
    public mutating func setPath(
        _ name: String,
        _ value: some Encodable,
        style: ParameterStyle = .simple,
        explode: Bool = false,
        allowReserved: Bool = false
    ) throws {
        let encode = allowReserved ? PercentEncoding.reservedInPath : PercentEncoding.strict
        let tree = try tree(of: value, name)
        let text = try StyledText(style: style, explode: explode, encode: encode).expanded(name, tree)
        guard !["", ".", ".."].contains(text) else { throw Self.unusablePathParameter(name) }
        path = path.replacing("{\(name)}", with: text)
    }

    /// Puts the JSON form of a value into the path where the template says `{name}`, percent-encoded.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form.
    public mutating func setPath(_ name: String, json value: some Encodable) throws {
        let text = String(decoding: try tree(of: value, name).json, as: UTF8.self)
        path = path.replacing("{\(name)}", with: text.percentEncoded)
    }

    /// Adds a value to the query, percent-encoded; nil and an empty array add nothing.
    ///
    /// - Parameter allowEmptyValue: Whether null adds `name=` (OpenAPI 3.2.0, section 4.12.2.1).
    /// - Throws: ``ApiError`` of kind `invalidRequest` when the value has no text, as NaN.
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

    /// Adds the JSON form of a value to the query, percent-encoded; nil adds nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form, as for NaN.
    public mutating func addQuery(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        query.append("\(name.percentEncoded)=\(try jsonText(of: value, name).percentEncoded)")
    }

    /// Makes a form of the value's properties the query; nil changes nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a value has no text, as NaN.
    public mutating func setQueryString(
        form value: (some Encodable)?,
        encoding: [String: FormEncoding] = [:]
    ) throws {
        guard let value else { return }
        query += try FormFields(encoding).pairs(of: try tree(of: value, "query"), PercentEncoding.strict)
    }

    /// Makes the JSON form of a value the query, percent-encoded; nil changes nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form, as for NaN.
    public mutating func setQueryString(json value: (some Encodable)?) throws {
        guard let value else { return }
        query.append(try jsonText(of: value, "query").percentEncoded)
    }

    /// Makes a text the query, percent-encoded; nil changes nothing.
    public mutating func setQueryString(text value: String?) {
        guard let value else { return }
        query.append(value.percentEncoded)
    }

    /// Sets a header; nil and an empty array set nothing.
    ///
    /// - Parameter style: `simple`, or one of the delimited ones, which OpenAPI 2.0 has in headers too.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when the header cannot be sent as it stands. The error does not
    ///   quote the value.
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

    /// Sets a header to the JSON form of a value; nil sets nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form.
    public mutating func setHeader(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        // A header holds ASCII alone (RFC 9110, section 5.5), and JSON can do without the rest (RFC 8259, section 7).
        headers[name] = try jsonText(of: value, name).utf16.map { unit in
            unit < 0x80
                ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(0x10000 + Int(unit), radix: 16).dropFirst()
        }.joined()
        try headers.validate()
    }

    /// Adds a value to the cookies; nil and an empty array add nothing.
    ///
    /// What explodes becomes several cookies. (Of the style `form`, OpenAPI leaves open how that looks in the header;
    /// `&` would be a part of the first one's value.)
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a cookie can't hold the text (RFC 6265, section 4.1.1).
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

    /// Adds the JSON form of a value to the cookies, percent-encoded; nil adds nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form, as for NaN.
    public mutating func addCookie(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        try addCookies(["\(name)=\(try jsonText(of: value, name).percentEncoded)"])
    }

    private mutating func addCookies(_ pairs: [String]) throws {
        guard !pairs.contains(where: { $0.contains(";") }) else { throw Self.unusableCookie }
        guard !pairs.isEmpty else { return }
        headers["Cookie"] = (headers.values(of: "Cookie") + pairs).joined(separator: "; ")
        try headers.validate()
    }

    private func jsonText(of value: some Encodable, _ name: String) throws -> String {
        String(decoding: try tree(of: value, name).json, as: UTF8.self)
    }

    /// A value taken apart.
    func tree(of value: some Encodable, _ name: String) throws -> ParameterTree {
        do {
            return try ParameterEncoder.tree(of: value)
        } catch let error as ApiError {
            throw error
        } catch {
            throw Self.unwritableParameter(name, error)
        }
    }

    /// A parameter that would make the path another one.
    static func unusablePathParameter(_ name: String) -> ApiError {
        ApiError(.invalidRequest, "the path parameter \(name) must not be empty, \".\" or \"..\"")
    }

    /// A value that has no text.
    static func unwritableParameter(_ name: String, _ error: any Error) -> ApiError {
        ApiError(.invalidRequest, "the parameter \(name) has no text; it may be NaN or infinite", underlying: error)
    }

    /// A semicolon where it would end a cookie.
    static let unusableCookie = ApiError(.invalidRequest, "a cookie must not hold a semicolon")
}
