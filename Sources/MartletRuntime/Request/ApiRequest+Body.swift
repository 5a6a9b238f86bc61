import Foundation

extension ApiRequest {
    /// Makes the JSON form of `value` the body; nil makes none. Keys are sorted, so that equal values are equal bytes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no JSON form, as for NaN.
    public mutating func setBody(
        json value: (some Encodable)?,
        contentType: String = "application/json"
    ) throws {
        guard let value else { return leaveBodyOut() }
        setBody(HTTPBody(try json(of: value)), contentType: contentType)
    }

    /// Makes a form of the value's properties the body, as `application/x-www-form-urlencoded`; nil makes none.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a value has no text, as NaN.
    public mutating func setBody(
        form value: (some Encodable)?,
        encoding: [String: FormEncoding] = [:],
        contentType: String = "application/x-www-form-urlencoded"
    ) throws {
        guard let value else { return leaveBodyOut() }
        let pairs = try FormFields(encoding).pairs(of: try tree(of: value, "body"), PercentEncoding.form)
        setBody(HTTPBody(Data(pairs.joined(separator: "&").utf8)), contentType: contentType)
    }

    /// Makes the value's properties the parts of a body of type `multipart/form-data` (RFC 7578); nil makes none.
    ///
    /// A plain value is a part of text, an object one of JSON, and an array a part for each element.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a value has no text, as NaN, or when a file is missing.
    public mutating func setBody(
        multipart value: (some Encodable)?,
        encoding: [String: FormEncoding] = [:],
        contentType: String = "multipart/form-data"
    ) throws {
        guard let value else { return leaveBodyOut() }
        var form = MultipartForm(mediaType: contentType)
        try FormFields(encoding).append(try tree(of: value, "body"), to: &form)
        setBody(form.body, contentType: form.contentType)
    }

    /// Makes values the body, each in a line of its own as JSON, or behind a record separator for a type of JSON
    /// sequences (RFC 7464); nil makes none.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a value has no JSON form, as NaN.
    public mutating func setBody(sequence values: [some Encodable]?, contentType: String) throws {
        guard let values else { return leaveBodyOut() }
        let prefix = MediaType(contentType).isJSONTextSequence ? Data([0x1E]) : Data()
        var body = Data()
        for value in values { body += prefix + (try json(of: value)) + Data("\n".utf8) }
        setBody(HTTPBody(body), contentType: contentType)
    }

    /// Makes a text the body, in UTF-8; nil makes none.
    public mutating func setBody(text value: String?, contentType: String) {
        guard let value else { return leaveBodyOut() }
        setBody(HTTPBody(Data(value.utf8)), contentType: contentType)
    }

    /// Makes bytes or a file the body; nil makes none.
    public mutating func setBody(_ body: HTTPBody?, contentType: String) {
        guard let body else { return leaveBodyOut() }
        self.body = body
        headers["Content-Type"] = contentType
    }

    /// Says that the operation takes a body and this request has none.
    public mutating func leaveBodyOut() { leavesBodyOut = true }

    private func json(of value: some Encodable) throws -> Data {
        do {
            return try JSONEncoder.martlet.encode(value)
        } catch let error as ApiError {
            throw error
        } catch {
            throw ApiError(.invalidRequest, Self.unencodableBody, underlying: error)
        }
    }

    /// A value that `JSONEncoder` refuses.
    static let unencodableBody = "the body has no JSON form; it may hold NaN or an infinite number"
}
