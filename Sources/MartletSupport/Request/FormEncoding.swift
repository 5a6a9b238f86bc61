import Foundation
public import MartletRuntime

/// The encoding of a form property (OpenAPI 3.2.0, section 4.15, Encoding Object).
public struct FormEncoding: Sendable {
    let style: ParameterStyle?
    let explode: Bool
    let allowReserved: Bool
    let contentType: String?
    let headers: HTTPHeaders

    /// Returns an encoding by style, like that of a query parameter.
    public static func style(
        _ style: ParameterStyle = .form,
        explode: Bool = true,
        allowReserved: Bool = false
    ) -> FormEncoding {
        FormEncoding(style: style, explode: explode, allowReserved: allowReserved, contentType: nil, headers: [:])
    }

    /// Returns an encoding by media type: JSON for a JSON media type, and text otherwise.
    ///
    /// - Parameters:
    ///   - contentType: The media type; `nil` for the default of the value.
    ///   - headers: The headers of the part in a multipart form.
    public static func content(_ contentType: String?, headers: HTTPHeaders = [:]) -> FormEncoding {
        FormEncoding(style: nil, explode: true, allowReserved: false, contentType: contentType, headers: headers)
    }
}

/// The properties of a form with their encodings.
struct FormFields {
    private let encoding: [String: FormEncoding]

    init(_ encoding: [String: FormEncoding]) { self.encoding = encoding }

    /// Returns the `name=value` pairs of `application/x-www-form-urlencoded`.
    ///
    /// Without an encoding, a scalar is text, an array one pair per element, and an object JSON (OpenAPI 3.0.4, section
    /// 4.8.14.4).
    /// - Parameter encode: A function that encodes a text for its place.
    func pairs(of form: ParameterTree, _ encode: (String) -> String) throws -> [String] {
        try members(of: form).flatMap { name, value in
            if let encoding = encoding[name], let style = encoding.style {
                return try withoutActuallyEscaping(encode) { encode in
                    try StyledText(
                        style: style,
                        explode: encoding.explode,
                        encode: encoding.allowReserved ? PercentEncoding.reservedInQuery : encode
                    ).pairs(name, value)
                }
            }
            return try texts(name, value).map { "\(encode(name))=\(encode($0))" }
        }
    }

    private func texts(_ name: String, _ value: ParameterTree) throws -> [String] {
        if let contentType = encoding[name]?.contentType, MediaType(contentType).isJSON {
            return [String(decoding: try value.json, as: UTF8.self)]
        }
        if case .array(let elements) = value { return try ParameterTree.present(elements).map { try $0.text } }
        return [try value.text]
    }

    /// Appends the properties to a multipart form, one part for each value and each element of an array.
    func append(_ form: ParameterTree, to parts: inout HTTPBody.MultipartForm) throws {
        for (name, value) in try members(of: form) {
            let encoding = encoding[name]
            if let encoding, let style = encoding.style {
                // The first `=` separates name and value because the text is encoded up to this point; the part itself
                // is not encoded.
                let styled = StyledText(style: style, explode: encoding.explode, encode: PercentEncoding.strict)
                for pair in try styled.pairs(name, value) {
                    let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    let texts = sides.map { $0.removingPercentEncoding ?? String($0) }
                    parts.append(texts[0], texts.count == 2 ? texts[1] : "")
                }
            } else if case .array(let elements) = value {
                for element in ParameterTree.present(elements) { try append(name, element, encoding, to: &parts) }
            } else {
                try append(name, value, encoding, to: &parts)
            }
        }
    }

    private func append(
        _ name: String,
        _ value: ParameterTree,
        _ encoding: FormEncoding?,
        to parts: inout HTTPBody.MultipartForm
    ) throws {
        let contentType = encoding?.contentType
        var headers = encoding?.headers ?? [:]
        switch value {
        case .file(let content):
            headers.replace(with: content.headers)
            try parts.append(
                name,
                body: content.body,
                filename: content.filename ?? "file",
                contentType: content.contentType ?? contentType ?? "application/octet-stream",
                headers: headers
            )
        case .array, .object:
            try parts.append(
                name,
                body: HTTPBody(try value.json),
                contentType: contentType ?? "application/json",
                headers: headers
            )
        case .scalar:
            let isJSON = contentType.map { MediaType($0).isJSON } ?? false
            let body = isJSON ? try value.json : Data(try value.text.utf8)
            try parts.append(name, body: HTTPBody(body), contentType: contentType, headers: headers)
        }
    }

    /// Returns the members of a form that are present.
    private func members(of form: ParameterTree) throws -> [(name: String, value: ParameterTree)] {
        guard case .object(let members) = form else { throw Self.noObject }
        return ParameterTree.present(members)
    }

    /// The error for a form that would be made of a value other than an object.
    static let noObject = ApiError(.invalidRequest, "only an object can be encoded as a form")
}
