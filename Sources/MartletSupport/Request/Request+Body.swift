import Foundation
public import MartletRuntime

extension ApiClient.Request {
    /// Sets the body to the JSON encoding of a value; `nil` sets no body. Keys are sorted, so that equal values have
    /// equal bytes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func setBody(
        json value: (some Encodable)?,
        contentType: String = "application/json"
    ) throws {
        guard let value else { return leaveBodyOut() }
        setBody(HTTPBody(try json(of: value)), contentType: contentType)
    }

    /// Sets the body to a form of the value's properties, as `application/x-www-form-urlencoded`; `nil` sets no body.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as text, such as NaN.
    public mutating func setBody(
        form value: (some Encodable)?,
        encoding: [String: FormEncoding] = [:],
        contentType: String = "application/x-www-form-urlencoded"
    ) throws {
        guard let value else { return leaveBodyOut() }
        let pairs = try FormFields(encoding).pairs(of: try tree(of: value, "body"), PercentEncoding.form)
        setBody(HTTPBody(Data(pairs.joined(separator: "&").utf8)), contentType: contentType)
    }

    /// Sets the body to the value's properties as parts of `multipart/form-data` (RFC 7578); `nil` sets no body.
    ///
    /// A scalar becomes a text part, an object a JSON part, and an array one part per element.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as text, such as NaN, or if a file
    ///   is missing.
    public mutating func setBody(
        multipart value: (some Encodable)?,
        encoding: [String: FormEncoding] = [:],
        contentType: String = "multipart/form-data"
    ) throws {
        guard let value else { return leaveBodyOut() }
        var form = HTTPBody.MultipartForm(mediaType: contentType)
        try FormFields(encoding).append(try tree(of: value, "body"), to: &form)
        setBody(form.body, contentType: form.contentType)
    }

    /// Sets the body to a multipart form that the caller made; `nil` sets no body.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the form's boundary is not valid in a header.
    public mutating func setBody(multipart form: HTTPBody.MultipartForm?, contentType: String = "multipart/form-data")
        throws
    {
        guard let form else { return leaveBodyOut() }
        setBody(form.body, contentType: "\(contentType); boundary=\(form.boundary)")
        try headers.validate()
    }

    /// Sets the body to JSON texts: one per line or, for a media type of JSON text sequences, after record separators
    /// (RFC 7464). `nil` sets no body.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as JSON, such as NaN.
    public mutating func setBody(sequence values: [some Encodable]?, contentType: String) throws {
        guard let values else { return leaveBodyOut() }
        let prefix = MediaType(contentType).isJSONTextSequence ? Data([0x1E]) : Data()
        var body = Data()
        for value in values { body += prefix + (try json(of: value)) + Data("\n".utf8) }
        setBody(HTTPBody(body), contentType: contentType)
    }

    /// Sets the body to a text in UTF-8; `nil` sets no body.
    public mutating func setBody(text value: String?, contentType: String) {
        guard let value else { return leaveBodyOut() }
        setBody(HTTPBody(Data(value.utf8)), contentType: contentType)
    }

    /// Sets the body to bytes or a file; `nil` sets no body. The body's own media type takes precedence.
    public mutating func setBody(_ body: HTTPBody?, contentType: String) {
        guard let body else { return leaveBodyOut() }
        self.body = body
        headers["Content-Type"] = body.contentType ?? contentType
    }

    /// Marks the optional body of the operation as left out.
    public mutating func leaveBodyOut() { leavesBodyOut = true }

    private func json(of value: some Encodable) throws -> Data {
        do {
            return try JSONText.encode(value.withLowercasedUUIDs)
        } catch let error as ApiError {
            throw error
        } catch {
            throw ApiError(.invalidRequest, Self.unencodableBody, underlying: error)
        }
    }
}
