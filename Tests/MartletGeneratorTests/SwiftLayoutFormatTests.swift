import Foundation
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("SwiftLayout and swift-format")
struct SwiftLayoutFormatTests {
    /// Declarations and calls of all shapes that templates write, each on one line.
    private static let shapes = """
        struct Shapes: Sendable {
            let first = [.elementNumberOne, .elementNumberTwo, .elementNumberThree, .elementNumberFour, .elementNumberFive, Element(6)]
            static let known: KnownCases<Self> = [.elementNumberOne, .elementNumberTwo, .elementNumberThree, .numberFour]
            static let single: KnownCases<Self> = [.theOnlyElementOfThisArrayHasANameThatIsMuchLongerThanWhatIsLeftOfTheLine]
            let key = PatchKey<Nullable<[String: SomeTypeWithALongName]>>("some-property-with-a-very-long-name-in-the-document")
            var computed: SomeTypeWithAVeryLongNameIndeed { SomeTypeWithAVeryLongNameIndeed(rawValue: "a value of some length") }

            init(first: Int, second: String? = nil, third: [String: JSONValue] = [:], fourth: @Sendable () -> Void = {}, fifth: Int) {
                self.aPropertyWithANameThatFillsHalfOfTheLineOrEvenMore = aPropertyWithANameThatFillsHalfOfTheLineOrEvenMore
                anotherPropertyWithALongName = try object.optional("another-property-with-a-long-name-in-the-document-too")
                additionalProperties = try object.others(than: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "8"])
            }

            public func get(first: Int, second: String? = nil, third: [Int] = [], options: RequestOptions = .init()) async throws -> ApiResponse<Thing> {
                var request = ApiRequest(.get, "/some/{path}/with/{many}/{places}", security: [[.bearer], [.basic, .key]], accept: ["a/b"])
                try request.setBody(form: body, encoding: ["first": .style(.deepObject, explode: false), "second": .content("text/plain", headers: ["X-First": "one", "X-Second": "two", "X-Third": "three", "X-Fourth": "four"])])
                try request.setBody(multipart: body, encoding: ["only": .content("image/png, image/jpeg, image/webp", headers: [:])])
                return try await client.send(getRequest(first: first, second: second, third: third), options: options) { try $0.text() }
            }

            func all(first: Int) -> PagedElements<Page, Element> {
                getPages(first: first, second: second, third: third, fourth: fourth, fifth: fifth, options: options).flattened { $0.items }
            }

            func pages() -> Pages<Page> {
                Pages(cursor: cursor, next: { $0.hasMoreElements == false ? nil : $0.nextCursorForTheList }, elements: { $0.data }) { cursor in
                    try await getWithHTTPInfo(first: first, second: second, third: third, fourth: fourth, cursor: cursor, options: options)
                }
            }

            func test() {
                if let value: SomeTypeWithALongName = union.object(with: ["first", "second", "third", "fourth", "fifth", "sixth"]) {
                    self = .some(value)
                } else if let value: AnotherTypeWithALongName = union.object(with: ["first", "second"], without: ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "12"]) {
                    self = .another(value)
                }
                switch self {
                case .aCaseWithALongName: "a raw value that is long enough for the line to have more columns than it may"
                case .another(let base): URL(string: "https://example.com/some/path/\\(base)/that/is/long", relativeTo: base)?.absoluteURL
                default: .some(try union.decodedFromSomewhere(first: first, second: second, third: third, fourth: fourth, fifth: 5))
                }
            }
        }

        enum Cases {
            case first(aParameter: SomeTypeWithALongName, anotherParameter: SomeTypeWithALongName, third: SomeTypeWithALongName)
            case aCaseWithALongName, anotherCaseWithALongName, aThirdCaseWithALongName, aFourthCaseWithALongName, aFifthCase
        }

        /// A paragraph of a comment that has far more words than fit on a line, which is why it is wrapped between words.
        ///
        /// - Parameter first: An item of a list that has far more words than fit on a line, which is why it is wrapped too.
        func documented(first: Int) {}

        """

    @Test("swift-format leaves declarations and calls of all shapes unchanged")
    func shapes() async throws {
        let text = SwiftLayout.laidOut(Array(Self.shapes.utf8))
        #expect(text.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 120 })
        try await expectFormatted(["Shapes.swift": text])
    }

    @Test("swift-format leaves the checked-in modules unchanged")
    func golden() async throws {
        var files: [String: [UInt8]] = [:]
        var brokenCount = 0
        let folder = Repository.root.appendingPathComponent("Generated")
        for path in TemporaryFolder.files(below: folder) where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            let joined = Self.joined(text)
            if joined != text { brokenCount += 1 }
            let laidOut = SwiftLayout.laidOut(Array(joined.utf8))
            #expect(String(decoding: laidOut, as: UTF8.self) == text, "\(path)")
            files[path.replacing("/", with: "-")] = laidOut
        }
        #expect(brokenCount > 20)
        try await expectFormatted(files)
    }

    /// The text with what stands in parentheses and square brackets on one line.
    private static func joined(_ text: String) -> String {
        var lines: [String] = []
        var depth = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let code = line.drop { $0 == " " }
            let isComment = code.hasPrefix("//")
            guard depth > 0, var last = lines.popLast() else {
                lines.append(String(line))
                if !isComment, line.hasSuffix("(") || line.hasSuffix("[") { depth += 1 }
                continue
            }
            if code.hasPrefix(")") || code.hasPrefix("]") {
                depth -= 1
                if last.hasSuffix(",") { last.removeLast() }
            } else if !last.hasSuffix("("), !last.hasSuffix("[") {
                last += " "
            }
            if code.hasSuffix("(") || code.hasSuffix("[") { depth += 1 }
            lines.append(last + code)
        }
        return lines.joined(separator: "\n")
    }

    /// Expects that `swift format` accepts files and changes nothing in them.
    private func expectFormatted(_ files: [String: [UInt8]]) async throws {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(String(decoding: text, as: UTF8.self), to: name) }
        let configuration = Repository.root.appendingPathComponent(".swift-format").path
        for arguments in [["lint", "--strict"], ["format", "--in-place"]] {
            let run = try await ChildProcess.run(
                "/usr/bin/env",
                ["swift", "format"] + arguments + ["--configuration", configuration, "--recursive", folder.url.path],
                timeout: .seconds(120)
            )
            #expect(run.isSuccess && run.errors.isEmpty, "\(run.errors)")
        }
        for (name, text) in files { #expect(folder.text(of: name) == String(decoding: text, as: UTF8.self)) }
    }
}
