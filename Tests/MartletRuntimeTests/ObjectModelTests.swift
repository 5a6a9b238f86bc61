import Foundation
import MartletRuntime
import Testing

@Suite("ApiModel.Object")
struct ObjectModelTests {
    /// An object with all that can be listed.
    private struct Entry: ApiModel.Object {
        var title: String? = "a"
        var isOpen = true
        var count = 1
        var size: Int64? = 2
        var share = 0.5
        var id: UUID? = UUID(uuidString: "6F9619FF-8B86-D011-B42D-00C04FC964FF")
        var ids = [UUID(uuidString: "6F9619FF-8B86-D011-B42D-00C04FC964FE")].compactMap(\.self)
        var tags: [String] = ["x"]
        var levels: [String: Level] = ["l": .low]
        var note: Nullable<String>? = .null
        var end: String?
        var seen: Int? = 3
        var others: [String: JSONValue] = ["more": true]
        var part = Part()
        var tokens: [Token]? = [Token(id: "t")]

        func listProperties(in object: inout ApiModel.Properties) {
            object.add("title", title)
            object.add("isOpen", isOpen)
            object.add("count", count)
            object.add("size", size)
            object.add("share", share)
            object.add("id", id)
            object.add("ids", ids)
            object.add("tags", tags)
            object.add("levels", levels)
            object.add("note", note)
            object.addOrNull("end", end)
            if object.includesReadOnly { object.add("seen", seen) }
            object.add(others: others)
            object.add(part: part)
            object.add("tokens", tokens)
        }
    }

    private struct Part: ApiModel.Object {
        var kind = "p"

        func listProperties(in object: inout ApiModel.Properties) { object.add("kind", kind) }
    }

    /// Lists no more than there is, which no generated model does.
    private struct Uneven: ApiModel.Object {
        let values: [String]

        func listProperties(in object: inout ApiModel.Properties) {
            for value in values { object.add("value", value) }
        }
    }

    private static let changes: [(String, @Sendable (inout Entry) -> Void)] = [
        ("title", { $0.title = nil }), ("isOpen", { $0.isOpen = false }), ("count", { $0.count = 2 }),
        ("size", { $0.size = nil }), ("share", { $0.share = 1 }), ("id", { $0.id = nil }), ("ids", { $0.ids = [] }),
        ("tags", { $0.tags = [] }),
        ("levels", { $0.levels["l"] = .unrecognized(7) }), ("note", { $0.note = nil }), ("end", { $0.end = "" }),
        ("seen", { $0.seen = nil }), ("others", { $0.others = [:] }), ("part", { $0.part.kind = "q" }),
        ("tokens", { $0.tokens = [Token(id: "t", created: 1)] }), ("NaN", { $0.share = .nan }),
    ]

    private func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("objects are equal and have one hash when all their properties are equal, and not otherwise")
    func equality() {
        #expect(Entry() == Entry())
        #expect(Entry().hashValue == Entry().hashValue)
        for (name, change) in Self.changes {
            var changed = Entry()
            change(&changed)
            #expect(changed != Entry(), "\(name)")
            #expect(Entry() != changed, "\(name)")
            #expect(changed.hashValue != Entry().hashValue, "\(name)")
            if name != "NaN" { #expect(Set([Entry(), changed, changed]).count == 2, "\(name)") }
        }
    }

    @Test("objects that list different numbers of properties are not equal")
    func unevenLists() {
        #expect(Uneven(values: ["a"]) == Uneven(values: ["a"]))
        #expect(Uneven(values: ["a"]) != Uneven(values: ["a", "b"]))
        #expect(Uneven(values: ["a", "b"]) != Uneven(values: ["a"]))
        #expect(Uneven(values: []) != Uneven(values: ["a"]))
    }

    @Test("what is nil is left out or null, and what only responses have is written")
    func encoding() throws {
        #expect(
            try encode(Entry()) == """
                {"count":1,"end":null,"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff",\
                "ids":["6f9619ff-8b86-d011-b42d-00c04fc964fe"],"isOpen":true,"kind":"p",\
                "levels":{"l":1},"more":true,"note":null,"seen":3,"share":0.5,"size":2,"tags":["x"],"title":"a",\
                "tokens":[{"_id":"t"}]}
                """
        )
    }

    @Test("the first property without a JSON form is the error, with its place")
    func failure() throws {
        var entry = Entry(share: .nan)
        entry.others = ["more": .number(.infinity)]
        let error = #expect(throws: EncodingError.self) { try encode(["a": [entry]]) }
        guard case .invalidValue(_, let context) = error else {
            Issue.record("another error")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0", "share"])
    }
}
