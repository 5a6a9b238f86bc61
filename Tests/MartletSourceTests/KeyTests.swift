import MartletTestSupport
import Testing

@testable import MartletSource

struct KeyTests {
    @Test("a duplicate key is an error that names both places")
    func duplicate() throws {
        let marked = MarkedText(
            """
            paths:
              1️⃣é: 1
              b: {2️⃣c: 1, é: 2, 3️⃣c: 3}
              4️⃣é: 2
              5️⃣"é": 3
            """
        )
        let reading = Reading(marked.text)
        let first = try #require(marked["1️⃣"])
        let inner = try #require(marked["2️⃣"])
        #expect(
            reading.messages == [
                .duplicateKey("c", first: inner), .duplicateKey("é", first: first), .duplicateKey("é", first: first),
            ]
        )
        #expect(reading.positions == [marked["3️⃣"], marked["4️⃣"], marked["5️⃣"]])
        #expect(reading.root != nil, "reading goes on")
    }

    @Test("the message of a duplicate key quotes it")
    func message() {
        #expect(
            Reading("\"200\": a\n200: b\n").report
                == ["api.yaml:2:1: error: duplicate key \"200\", first used at 1:1"]
        )
        #expect(
            Reading(#"{"a\n": 1, "a\u000a": 2}"#).report
                == ["api.yaml:1:12: error: duplicate key \"a<U+000A>\", first used at 1:2"]
        )
    }

    @Test("keys are compared byte by byte, whatever the size of the mapping", arguments: [0, 100])
    func canonicalEquivalence(others: Int) {
        let filler = (0..<others).map { "k\($0): 0\n" }.joined()
        let reading = Reading(filler + "\u{E9}: composed\ne\u{301}: decomposed\n")
        #expect(reading.diagnostics == [])
        #expect(reading.root?["\u{E9}"]?.text == "composed")
        #expect(reading.root?["e\u{301}"]?.text == "decomposed")
    }

    @Test("a duplicate is found in a mapping of any size", arguments: [2, 8, 9, 16, 17, 1000])
    func sizes(count: Int) {
        let text = (0..<count).map { "key\($0): \($0)\n" }.joined()
        let reading = Reading(text + "key0: x\n")
        #expect(reading.messages == [.duplicateKey("key0", first: .start)])
        #expect(reading.positions == [Position(line: UInt32(count) + 1, column: 1)])
        #expect(reading.root?["key0"]?.text == "0")
    }

    @Test("a hundred errors stop the reader", arguments: ["a: 1\n", "? !x a\n", "- !!map x\n"])
    func many(line: String) {
        let reading = Reading(String(repeating: line, count: 100_000))
        #expect(reading.root == nil)
        #expect(reading.diagnostics.count == 101)
        #expect(reading.messages.last == .tooManyErrors)
    }

    @Test("scalar keys of any kind are taken as text")
    func scalarKeys() {
        #expect(
            Reading("200: a\nnull: b\ntrue: c\n~: d\n1.10: e\non: f").value
                == ["200": "a", "null": "b", "true": "c", "~": "d", "1.10": "e", "on": "f"]
        )
    }

    @Test(
        "a mapping or sequence as a key is an error",
        arguments: ["1️⃣? 2️⃣[a, b]\n: c", "? 2️⃣{a: b}\n: c", "a: &x [b]\nc:\n  2️⃣*x : d", "{2️⃣[a]: b}", "? 2️⃣- a\n: b"]
    )
    func complexKeys(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.text)
        #expect(reading.messages == [.complexKey])
        #expect(reading.positions == [marked["2️⃣"]])
    }

    @Test("a merge key adds the entries that are missing; a quoted << is an ordinary key")
    func mergeKey() {
        let base = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\n"
        let values: TreeValue = ["a": 1.0, "b": 2.0, "c": 4.0, "d": 5.0]
        for entries in [
            "<<: [*base, *more]\n  d: 5", "d: 5\n  <<: *base\n  c: 4", "b: 2\n  <<: [*more, *base]\n  d: 5",
        ] {
            #expect(Reading(base + "it:\n  " + entries).root?["it"].map(TreeValue.init) == values)
        }
        let chain = Reading("base: &base\n  <<: &more {a: 1}\nit:\n  <<: *base\n")
        #expect(chain.value == ["base": ["a": 1.0], "it": ["a": 1.0]])
        #expect(Reading("'<<': 1").value == ["<<": 1.0])
        #expect(Reading("a: <<").value == ["a": "<<"])
    }

    @Test("a merge key can have the tag !!merge, which is an error for other nodes")
    func mergeTag() {
        #expect(
            Reading("a: &x {k: 1, l: 2}\nb: {l: 3, !!merge <<: *x}").value == [
                "a": ["k": 1.0, "l": 2.0], "b": ["l": 3.0, "k": 1.0],
            ]
        )
        let marked = MarkedText("a: &x {k: 1}\nb: {1️⃣!!merge m: *x}")
        #expect(Reading(marked.text).messages == [.unfitTag("tag:yaml.org,2002:merge")])
        #expect(Reading(marked.text).positions == [marked["1️⃣"]])
    }

    @Test(
        "a merge key without a mapping is an error",
        arguments: ["<<: 1️⃣1", "<<: [1️⃣[]]", "a: 1️⃣&a x\n<<: *a", "<<: [{}, 1️⃣1]"]
    )
    func unmergeable(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.text)
        #expect(reading.messages == [.mergedValue])
        #expect(reading.positions == [marked["1️⃣"]])
    }
}
