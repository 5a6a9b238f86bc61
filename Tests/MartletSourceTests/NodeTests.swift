import MartletSource
import MartletTestSupport
import Testing

struct NodeTests {
    @Test("nodes and keys have positions")
    func places() throws {
        let marked = MarkedText(
            """
            # comment
            1️⃣é日😀: 2️⃣value
            list:
              3️⃣- 4️⃣a
              - {5️⃣k: 6️⃣'v'}
            empty:7️⃣
            tagged: 8️⃣!!str 1
            """
        )
        let root = try #require(Reading(marked.text).root)
        let list = try #require(root["list"])
        #expect(root.location == Location(path: "api.yaml", position: try #require(marked["1️⃣"])))
        #expect(root.entries.first?.key.location.position == marked["1️⃣"])
        #expect(root["é日😀"]?.location.position == marked["2️⃣"])
        #expect(list.location.position == marked["3️⃣"])
        #expect(list.elements.first?.location.position == marked["4️⃣"])
        #expect(list.elements.last?.entries.first?.key.location.position == marked["5️⃣"])
        #expect(list.elements.last?["k"]?.location.position == marked["6️⃣"])
        #expect(root["empty"]?.location.position == marked["7️⃣"])
        #expect(root["tagged"]?.location.position == marked["8️⃣"])
        #expect(list.location.line == 4)
        #expect(list.location.column == 3)
    }

    @Test("a node has one kind, and the properties for other kinds are empty")
    func kinds() throws {
        let root = try #require(Reading("{m: {a: 1}, s: [x], t: x}").root)
        let kinds = root.entries.map(\.value.kind)
        #expect(kinds == [.mapping, .sequence, .scalar])
        #expect(root.entries.map(\.value.entries.count) == [1, 0, 0])
        #expect(root.entries.map(\.value.elements.count) == [0, 1, 0])
        #expect(root.entries.map(\.value.text) == [nil, nil, "x"])
        #expect(root["s"]?["x"] == nil)
        #expect(root["t"]?["x"] == nil)
    }

    @Test("entries are in document order and found by key, whatever their number", arguments: [0, 1, 8, 9, 500])
    func lookup(count: Int) throws {
        let names = (0..<count).map { "key \($0 * 7919 % 1009)" }
        let text = "{" + names.map { "\"\($0)\": [\"\($0)\"]" }.joined(separator: ", ") + "}"
        for path in ["a.json", "a.yaml"] {
            let root = try #require(Reading(text, path: path).root)
            #expect(root.entries.map(\.keyText) == names.map { SpecText($0) })
            for name in names { #expect(root[SpecText(name)]?.elements.first?.text == SpecText(name)) }
            #expect(root["key"] == nil)
            #expect(root["none such"] == nil)
            #expect(root[""] == nil)
        }
    }
}
