import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite("ApiModel.Object")
struct ObjectModelTests {
    /// An object with every kind of property that can be listed.
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

        func listProperties(beside other: Self, in object: inout ApiModel.Properties) throws {
            try object.add("title", title, other.title)
            try object.add("isOpen", isOpen, other.isOpen)
            try object.add("count", count, other.count)
            try object.add("size", size, other.size)
            try object.add("share", share, other.share)
            try object.add("id", id, other.id)
            try object.add("ids", ids, other.ids)
            try object.add("tags", tags, other.tags)
            try object.add("levels", levels, other.levels)
            try object.add("note", note, other.note)
            try object.addOrNull("end", end, other.end)
            if object.includesReadOnly { try object.add("seen", seen, other.seen) }
            try object.add(others: others, other.others)
            try object.add(part: part, other.part)
            try object.add("tokens", tokens, other.tokens)
        }
    }

    private struct Part: ApiModel.Object {
        var kind = "p"

        func listProperties(beside other: Self, in object: inout ApiModel.Properties) throws {
            try object.add("kind", kind, other.kind)
        }
    }

    /// A value that counts how often it is compared.
    private struct Watched: Codable, Hashable {
        static let comparisons = Counter()

        static func == (left: Self, right: Self) -> Bool {
            comparisons.next()
            return true
        }

        func hash(into hasher: inout Hasher) {}
    }

    private struct Watch: ApiModel.Object {
        var name = ""
        var watched = Watched()

        func listProperties(beside other: Self, in object: inout ApiModel.Properties) throws {
            try object.add("name", name, other.name)
            try object.add("watched", watched, other.watched)
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

    @Test("objects are equal, with equal hashes, if and only if all properties are equal")
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

    @Test("a comparison ends at the first difference")
    func firstDifference() {
        #expect(Watch(name: "a") != Watch(name: "b"))
        #expect(Watched.comparisons.next() == 0)
        #expect(Watch(name: "a") == Watch(name: "a"))
        #expect(Watched.comparisons.next() == 2)
    }

    @Test("nil is omitted or null, and read-only properties are encoded")
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

    @Test("the first property that JSON cannot represent is an error with its path")
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
