import Foundation
import MartletTestSupport
import OperationsAPI
import Testing

@Suite("Bodies on the wire", .timeLimit(.minutes(1)))
struct BodyTests {
    static let cases = [
        WireCase(
            "POST /json",
            headers: ["Content-Type: application/vnd.example+json"],
            body: #"{"B":150,"G":200,"R":100}"#
        ) { try await $0.bodies.sendJSON(color: color) },
        WireCase("DELETE /json", headers: ["Content-Type: application/json"], body: #"["a"]"#) {
            try await $0.bodies.deleteWithBody(body: ["a"])
        },
        WireCase(
            "POST /form",
            headers: ["Content-Type: application/x-www-form-urlencoded"],
            body: "name=a+b%26%C3%A9&tags=x&tags=y&commas=x,y"
                + "&color=%7B%22B%22%3A150%2C%22G%22%3A200%2C%22R%22%3A100%7D"
                + "&deep%5BR%5D=100&deep%5BG%5D=200&deep%5BB%5D=150"
        ) {
            let body = SendFormBody(
                name: "a b&é",
                tags: ["x", "y"],
                commas: ["x", "y"],
                color: color,
                deep: color
            )
            try await $0.bodies.sendForm(body: body)
        },
        WireCase("PUT /bytes", headers: ["Content-Type: application/octet-stream"], body: "\u{0}bytes") {
            try await $0.bodies.sendBytes(body: HTTPBody(Data("\u{0}bytes".utf8)))
        },
        WireCase("PUT /image", headers: ["Content-Type: image/png"], body: "png") {
            try await $0.bodies.sendImage(body: HTTPBody(Data("png".utf8)))
        },
        WireCase("PUT /image", headers: ["Content-Type: image/jpeg"], body: "jpeg") {
            try await $0.bodies.sendImage(body: HTTPBody(Data("jpeg".utf8)), contentType: "image/jpeg")
        },
        WireCase("PUT /picture", headers: ["Content-Type: image/gif"], body: "gif") {
            try await $0.bodies.sendPicture(body: HTTPBody(Data("gif".utf8)), contentType: "image/gif")
        },
        WireCase(
            "POST /parts",
            headers: ["Content-Type: multipart/mixed; boundary=B"],
            body: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--\r\n"
        ) {
            var form = HTTPBody.MultipartForm(boundary: "B")
            form.append("a", "1")
            try await $0.bodies.sendParts(body: form)
        },
        WireCase("PATCH /patches", headers: ["Content-Type: application/json-patch+json"], body: #"{"a":1}"#) {
            try await $0.bodies.sendPatch(body: .jsonPatch(["a": 1]))
        },
        WireCase("PATCH /patches", headers: ["Content-Type: application/merge-patch+json"], body: #"{"a":1}"#) {
            try await $0.bodies.sendPatch(body: .mergePatch(["a": 1]))
        },
        WireCase("PUT /text", headers: ["Content-Type: text/plain"], body: "é\n") {
            try await $0.bodies.sendText(body: "é\n")
        },
        WireCase("PUT /xml", headers: ["Content-Type: application/xml"], body: "<a/>") {
            try await $0.bodies.sendXML(body: "<a/>")
        },
        WireCase(
            "POST /lines",
            headers: ["Content-Type: application/jsonl"],
            body: "{\"B\":150,\"G\":200,\"R\":100}\n{\"B\":3,\"G\":2,\"R\":1}\n"
        ) { try await $0.bodies.sendLines(body: [color, Color(r: 1, g: 2, b: 3)]) },
        WireCase("POST /choice", headers: ["Content-Type: application/json"], body: #"{"B":150,"G":200,"R":100}"#) {
            try await $0.bodies.sendChoice(body: .json(color))
        },
        WireCase("POST /choice", headers: ["Content-Type: application/x-www-form-urlencoded"], body: "name=n") {
            try await $0.bodies.sendChoice(body: .form(SendChoiceFormBody(name: "n")))
        },
        WireCase("POST /choice", headers: ["Content-Type: text/plain"], body: "t") {
            try await $0.bodies.sendChoice(body: .text("t"))
        },
        WireCase("POST /choice", headers: ["Content-Type: application/pdf"], body: "pdf") {
            try await $0.bodies.sendChoice(body: .data(HTTPBody(Data("pdf".utf8)), contentType: "application/pdf"))
        },
        WireCase("POST /same", headers: ["Content-Type: application/json"], body: #"{"B":150,"G":200,"R":100}"#) {
            try await $0.bodies.sendSame(color: color)
        },
        WireCase(
            "PUT /thing/1",
            headers: ["Content-Type: application/merge-patch+json"],
            body: #"{"name":null}"#
        ) { _ = try? await $0.answers.mergeThing(id: "1", thingPatch: ThingPatch(name: .null)) },
        WireCase("QUERY /search", headers: ["Content-Type: application/json"], body: #"{"B":150,"G":200,"R":100}"#) {
            _ = try? await $0.answers.searchThings(color: color)
        },
        WireCase("COPY /search") { try await $0.answers.copyThings() },
    ]

    @Test("every body is sent as documented, byte for byte", arguments: cases)
    func wire(call: WireCase) async throws { try await call.check() }

    @Test("an omitted body has no media type", arguments: [true, false])
    func absent(isChoice: Bool) async throws {
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        let api = client(of: server).bodies
        if isChoice { try await api.sendChoice() } else { try await api.sendJSON() }
        let request = try #require(server.requests.first)
        #expect(request.values(of: "Content-Type") == [])
        #expect(request.values(of: "Content-Length") == ["0"])
    }

    @Test("a multipart form has files from memory and from disk, each with name, type and headers")
    func multipart() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("photo \"1\".png")
        try Data("from disk".utf8).write(to: file)
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        try await client(of: server).bodies.sendMultipart(
            body: SendMultipartBody(
                file: HTTPBody.File(file: file, contentType: "image/png", headers: ["X-Size": "9"]),
                extra: [HTTPBody.File(Data("one".utf8), filename: "1.png"), HTTPBody.File(Data("two".utf8))],
                title: "é",
                count: 2,
                color: color,
                note: "# Hello"
            )
        )
        let request = try #require(server.requests.first)
        let type = try #require(request.values(of: "Content-Type").first)
        #expect(type.hasPrefix("multipart/form-data; boundary=martlet-"))
        let boundary = type.dropFirst("multipart/form-data; boundary=".count)
        let expected = """
            --BOUNDARY
            Content-Disposition: form-data; name="file"; filename="photo %221%22.png"
            Content-Type: image/png
            X-Size: 9

            from disk
            --BOUNDARY
            Content-Disposition: form-data; name="extra"; filename="1.png"
            Content-Type: image/png

            one
            --BOUNDARY
            Content-Disposition: form-data; name="extra"; filename="file"
            Content-Type: image/png

            two
            --BOUNDARY
            Content-Disposition: form-data; name="title"

            é
            --BOUNDARY
            Content-Disposition: form-data; name="count"

            2
            --BOUNDARY
            Content-Disposition: form-data; name="color"
            Content-Type: application/json

            {"B":150,"G":200,"R":100}
            --BOUNDARY
            Content-Disposition: form-data; name="note"
            Content-Type: text/markdown
            X-Kind: note

            # Hello
            --BOUNDARY--

            """
        let lines = String(decoding: request.body, as: UTF8.self).replacing(boundary, with: "BOUNDARY")
        #expect(lines == expected.replacing("\n", with: "\r\n"))
    }

    @Test("undocumented properties are sent back, beside changed ones")
    func unknownProperties() async throws {
        let received = #"{"R": 1, "G": 2, "B": 3, "alpha": 0.5, "tags": ["a", {"b": null}]}"#
        var color = try JSONDecoder().decode(Color.self, from: Data(received.utf8))
        #expect(color.additionalProperties["alpha"] == 0.5)
        color.r = 9
        let sent = color
        let body = #"{"B":3,"G":2,"R":9,"alpha":0.5,"tags":["a",{"b":null}]}"#
        try await WireCase("POST /json", body: body) { try await $0.bodies.sendJSON(color: sent) }.check()
    }

    @Test("a body that is a file is read from disk")
    func file() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("data.bin")
        try Data(repeating: 7, count: 300_000).write(to: file)
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        try await client(of: server).bodies.sendBytes(body: HTTPBody(file: file))
        #expect(server.requests.first?.body == Data(repeating: 7, count: 300_000))
    }

    @Test("steps of a patch are built from the model's properties, in order")
    func patch() async throws {
        let server = try LoopbackServer(CannedResponse(200, body: #"{"id":"1"}"#))
        defer { server.stop() }
        let thing = try await client(of: server).answers.patchThing(
            id: "1",
            patch: [
                .test(\.id, "1"), .replace(\.name, "n"), .replace(\.name, .null), .add(\.tags.end, "t"),
                .remove(\.tags[0]), .replace(\.color.r, 255), .add(\.links["a/b~c"].href, "/x"),
                .move(from: \.tags[1], to: \.tags[0]), .copy(from: \.color, to: \.color),
            ]
        )
        #expect(thing.id == "1")
        let request = try #require(server.requests.first)
        #expect(request.values(of: "Content-Type") == ["application/json-patch+json"])
        let steps = try JSONDecoder().decode([[String: JSONValue]].self, from: request.body)
        #expect(
            steps.map { $0["path"] } == [
                "/id", "/name", "/name", "/tags/-", "/tags/0", "/color/R", "/_links/a~1b~0c/href", "/tags/0", "/color",
            ]
        )
        #expect(
            steps.map { $0["op"] } == [
                "test", "replace", "replace", "add", "remove", "replace", "add", "move", "copy",
            ]
        )
        #expect(steps[2]["value"] == .null && steps[4]["value"] == nil)
    }
}
