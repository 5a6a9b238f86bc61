import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime
@testable import MartletSupport

/// RFC 7578, Returning Values from Forms: multipart/form-data.
@Suite("Multipart forms")
struct MultipartFormTests {
    /// The parts of a form as a server sees them: the lines of each head, and the body.
    private func parts(_ form: HTTPBody.MultipartForm) throws -> [(head: [String], body: String)] {
        let text = String(decoding: try #require(form.body.data), as: UTF8.self)
        let end = "--\(form.boundary)--\r\n"
        #expect(text.hasSuffix(end))
        return try text.dropLast(end.count).components(separatedBy: "--\(form.boundary)\r\n").dropFirst().map { part in
            let blank = try #require(part.range(of: "\r\n\r\n", options: .literal))
            #expect(part.hasSuffix("\r\n"))
            let head = part[..<blank.lowerBound].components(separatedBy: "\r\n")
            return (head, String(part[blank.upperBound...].dropLast()))
        }
    }

    /// Names that would break out of their quotes or of their line, and what they become.
    static let names: [(name: String, encoded: String)] = [
        ("plain", "plain"), ("a\"b", "a%22b"), ("a\r\nX-Evil: 1", "a%0D%0AX-Evil: 1"), ("a\nb", "a%0Ab"),
        ("a\rb", "a%0Db"),
        ("a\0b", "a%00b"), ("\"; filename=\"x", "%22; filename=%22x"), ("a\u{7F}\u{1}", "a%7F%01"), ("é🔑", "é🔑"),
        ("a\r\u{301}\n", "a%0D\u{301}%0A"), ("\"\u{301}", "%22\u{301}"), ("a;b=c", "a;b=c"), ("50%", "50%"), ("", ""),
    ]

    @Test("neither a name nor a file name can add a header or a parameter", arguments: names.indices)
    func name(index: Int) throws {
        let row = Self.names[index]
        var form = HTTPBody.MultipartForm()
        form.append(row.name, "text")
        form.append("file", data: Data("bytes".utf8), filename: row.name, contentType: "image/png")
        let parts = try parts(form)
        #expect(parts.map(\.body) == ["text", "bytes"])
        #expect(parts[0].head == ["Content-Disposition: form-data; name=\"\(row.encoded)\""])
        #expect(
            parts[1].head == [
                "Content-Disposition: form-data; name=\"file\"; filename=\"\(row.encoded)\"", "Content-Type: image/png",
            ]
        )
        // Byte by byte, because combined characters would hide the difference.
        let head = Array(parts[0].head[0].utf8)
        #expect(head.filter { $0 == UInt8(ascii: "\"") }.count == 2)
        #expect(head.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }

    @Test(
        "a content type cannot add a header",
        arguments: ["a/b\r\nX-Evil: 1", "a/b\nX-Evil: 1", "a/b\rX-Evil: 1", "a/b\0X-Evil: 1"]
    )
    func contentType(type: String) throws {
        var form = HTTPBody.MultipartForm()
        form.append("a", data: Data(), contentType: type)
        #expect(try parts(form)[0].head.last == "Content-Type: a/bX-Evil: 1")
    }

    @Test(
        "an invalid part header is rejected without being quoted",
        arguments: [
            ("X-A", "b\r\nX-Evil: 1"), ("X-A", "b\0"), ("X A", "b"), ("X-A:", "b"), ("X-A\r\nX-B", "b"), ("", "b"),
        ]
    )
    func headers(name: String, value: String) throws {
        var request = ApiClient.Request(.post, "/")
        let file = HTTPBody.File(Data(), headers: [name: secret + value])
        let error = try #require(throws: ApiError.self) { try request.setBody(multipart: ["f": file]) }
        #expect(error.kind == .invalidRequest)
        #expect(!allTexts(of: error).contains(secret))
        #expect(request.body == nil)
    }

    @Test("each form has a different, valid boundary (RFC 2046, section 5.1.1)")
    func boundaries() {
        let boundaries = (0..<100).map { _ in HTTPBody.MultipartForm().boundary }
        #expect(Set(boundaries).count == 100)
        for boundary in boundaries {
            #expect((1...70).contains(boundary.utf8.count))
            #expect(
                boundary.utf8.allSatisfy { "-".utf8.contains($0) || Character(Unicode.Scalar($0)).isASCIIAlphanumeric }
            )
        }
        let form = HTTPBody.MultipartForm(mediaType: "multipart/mixed")
        #expect(form.contentType == "multipart/mixed; boundary=\(form.boundary)")
    }

    @Test("content that looks like a boundary, and any bytes, arrive unchanged")
    func contents() throws {
        var form = HTTPBody.MultipartForm()
        let bytes = Data((0...255).map { UInt8($0) }) + Data("\r\n--\r\n--martlet-\r\n\r\n".utf8)
        form.append("a", data: bytes, contentType: nil)
        let data = try #require(form.body.data)
        let head = Data("--\(form.boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
        #expect(data == head + bytes + Data("\r\n--\(form.boundary)--\r\n".utf8))
        #expect(bytes.range(of: Data(form.boundary.utf8)) == nil)
    }

    @Test("a form without parts consists of its end")
    func empty() throws {
        let form = HTTPBody.MultipartForm()
        #expect(form.body.data == Data("--\(form.boundary)--\r\n".utf8))
    }

    // MARK: - Values

    private struct Form: Encodable {
        var text: String?
        var count: Int?
        var flag: Bool?
        var list: [String]?
        var object: [String: Int]?
        var objects: [[String: Int]]?
        var files: [HTTPBody.File]?
        var missing: String?
    }

    @Test("values are text parts, objects are JSON, arrays have a part per element, and nil is omitted")
    func values() throws {
        var request = ApiClient.Request(.post, "/")
        let form = Form(
            text: "é",
            count: 2,
            flag: true,
            list: ["a", "b"],
            object: ["x": 1],
            objects: [["y": 2]],
            files: [
                HTTPBody.File(Data("1".utf8)),
                HTTPBody.File(Data("2".utf8), filename: "2.txt", contentType: "text/plain"),
            ]
        )
        try request.setBody(multipart: form, encoding: ["count": .content("application/json")])
        let type = try #require(request.headers["Content-Type"])
        let boundary = String(type.dropFirst("multipart/form-data; boundary=".count))
        let text = String(decoding: try #require(request.body?.data), as: UTF8.self)
        let parts = text.components(separatedBy: "--\(boundary)").dropFirst().dropLast().map { part in
            part.replacing("\r\n\r\n", with: " = ").replacing("\r\n", with: " ").trimmingCharacters(in: .whitespaces)
                .replacing("Content-Disposition: form-data; ", with: "").replacing("Content-Type: ", with: "")
        }
        #expect(
            parts == [
                #"name="text" = é"#, #"name="count" application/json = 2"#, #"name="flag" = true"#, #"name="list" = a"#,
                #"name="list" = b"#, #"name="object" application/json = {"x":1}"#,
                #"name="objects" application/json = {"y":2}"#,
                #"name="files"; filename="file" application/octet-stream = 1"#,
                #"name="files"; filename="2.txt" text/plain = 2"#,
            ]
        )
    }

    /// A style for the property `a=b`, its value, and the parts.
    static let styles: [(encoding: FormEncoding, value: JSONValue, parts: [String])] = [
        (.style(.form, explode: false), ["x,", "y=z"], ["a=b: x,,y=z"]),
        (.style(.form, explode: true), ["x", "\u{301}y"], ["a=b: x", "a=b: \u{301}y"]),
        (.style(.spaceDelimited, explode: false), ["x", "y"], ["a=b: x y"]),
        (.style(.pipeDelimited, explode: false), ["x", "y%20"], ["a=b: x|y%20"]),
        (.style(.deepObject), ["k": ["l": 1]], ["a=b[k][l]: 1"]), (.style(), ["k=": "v&"], ["k=: v&"]),
    ]

    @Test("a style changes names and values of parts, which are not percent-encoded", arguments: styles.indices)
    func style(index: Int) throws {
        let row = Self.styles[index]
        var form = HTTPBody.MultipartForm()
        try FormFields(["a=b": row.encoding]).append(try ParameterEncoder.tree(of: ["a=b": row.value]), to: &form)
        let found = try parts(form).map { head, body in
            "\(head[0].dropFirst("Content-Disposition: form-data; name=\"".count).dropLast()): \(body)"
        }
        #expect(found == row.parts)
    }

    @Test("a form of a value without properties is rejected", arguments: [[1], 1, "a"] as [JSONValue])
    func noObject(value: JSONValue) {
        var request = ApiClient.Request(.post, "/")
        let error = #expect(throws: ApiError.self) { try request.setBody(multipart: value) }
        #expect(error?.kind == .invalidRequest)
    }
}

extension Character {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
