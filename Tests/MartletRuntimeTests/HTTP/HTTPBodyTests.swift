import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime

@Suite("HTTPBody and HTTPBody.MultipartForm")
struct HTTPBodyTests {
    /// The bytes that reading a body returns, in parts of at most `limit` bytes.
    private func read(_ body: HTTPBody, upTo limit: Int = 3) throws -> String {
        var reader = HTTPBodyReader(body)
        var text = Data()
        while let part = try reader.next(upTo: limit) {
            #expect(!part.isEmpty && part.count <= limit)
            text += part
            #expect(reader.offset == text.count)
        }
        return String(decoding: text, as: UTF8.self)
    }

    @Test("a body can be read repeatedly, in parts of any size")
    func reading() throws {
        let folder = try TemporaryFolder()
        try folder.write("0123456789", to: "file")
        try folder.write("", to: "empty")
        var body = HTTPBody(Data("<<".utf8))
        body.append(Data("<".utf8))
        try body.append(file: folder.url.appendingPathComponent("file"))
        try body.append(file: folder.url.appendingPathComponent("empty"))
        body.append(HTTPBody(Data(">".utf8)))
        body.append(Data())
        #expect(body.count == 14)
        for limit in [1, 2, 3, 7, 100] { #expect(try read(body, upTo: limit) == "<<<0123456789>") }
        #expect(body.data == nil)
        #expect(try read(HTTPBody()) == "")
    }

    @Test("a body in memory returns its bytes, and is equal to them")
    func memory() {
        var body = HTTPBody(Data("ab".utf8))
        body.append(HTTPBody(Data("c".utf8)))
        #expect(body.data == Data("abc".utf8))
        #expect(body as HTTPBody? == Data("abc".utf8))
        #expect(!(nil as HTTPBody? == Data()))
        #expect(HTTPBody().data == Data())
        #expect(body == HTTPBody(Data("abc".utf8)))
        #expect("\(body)" == "3 bytes")
    }

    @Test("only regular files can be bodies, and errors do not contain paths")
    func noFiles() throws {
        let folder = try TemporaryFolder()
        for url in [folder.url, folder.url.appendingPathComponent("none"), URL(string: "https://x.example/")] {
            let error = #expect(throws: ApiError.self) { try HTTPBody(file: #require(url)) }
            #expect(error?.kind == .invalidRequest)
            #expect(try !allTexts(of: #require(error)).contains(folder.url.lastPathComponent))
        }
    }

    @Test("a file that grows or shrinks is an error")
    func changedFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("12345", to: "file")
        let body = try HTTPBody(file: folder.url.appendingPathComponent("file"))
        for text in ["1234", "123456"] {
            try folder.write(text, to: "file")
            #expect(throws: ApiError.self) { try read(body) }
        }
        try folder.write("54321", to: "file")
        #expect(try read(body) == "54321")
    }

    @Test("a multipart file is not written for a cancelled task, or after the timeout")
    func endedFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("12345", to: "file")
        var body = HTTPBody(Data("<".utf8))
        try body.append(file: folder.url.appendingPathComponent("file"))
        let request = HTTPRequest(method: .put, url: folder.url, body: body, timeout: .seconds(1))
        let making = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await UploadFile.of(request, Watch(request, now: .now))
        }
        await #expect(throws: CancellationError.self) { try await making.value }
        let late = Watch(request, now: .now.advanced(by: .seconds(-2)))
        let error = try await #require(throws: ApiError.self) { _ = try await UploadFile.of(request, late) }
        #expect(error.kind == .timeout)
        let file = try await UploadFile.of(request, Watch(request, now: .now))
        #expect(try file.map { try Data(contentsOf: $0.url) } == Data("<12345".utf8))
    }

    @Test("a form has the format of RFC 7578")
    func form() throws {
        let folder = try TemporaryFolder()
        try folder.write("PNG", to: "a \"b\".png")
        var form = HTTPBody.MultipartForm(boundary: "B")
        form.append("na\"me", "väl\r\nue")
        form.append("json", data: Data("{}".utf8), filename: "x\r\n.json", contentType: "application/json\r\nX-Evil: 1")
        try form.append("file", file: folder.url.appendingPathComponent("a \"b\".png"), contentType: "image/png")
        #expect(form.contentType == "multipart/form-data; boundary=B")
        let expected = """
            --B\r
            Content-Disposition: form-data; name="na%22me"\r
            \r
            väl\r
            ue\r
            --B\r
            Content-Disposition: form-data; name="json"; filename="x%0D%0A.json"\r
            Content-Type: application/jsonX-Evil: 1\r
            \r
            {}\r
            --B\r
            Content-Disposition: form-data; name="file"; filename="a %22b%22.png"\r
            Content-Type: image/png\r
            \r
            PNG\r
            --B--\r

            """
        #expect(try read(form.body, upTo: 1000) == expected)
        #expect(form.body.count == expected.utf8.count)
        #expect(HTTPBody.MultipartForm().boundary != HTTPBody.MultipartForm().boundary)
        #expect(HTTPBody.MultipartForm().boundary.utf8.count <= 70)
    }
}
