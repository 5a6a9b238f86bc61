import MartletTestSupport
import Testing

@testable import MartletSource

struct AliasTests {
    @Test("an alias is replaced by the node of its anchor")
    func sharing() throws {
        let marked = MarkedText("a: 1️⃣&x {k: [1, 2]}\nb: *x\nc: &y text\nd: [*y, *x]\n*y : key")
        let reading = Reading(marked.text)
        #expect(
            reading.value == [
                "a": ["k": [1.0, 2.0]], "b": ["k": [1.0, 2.0]], "c": "text", "d": ["text", ["k": [1.0, 2.0]]],
                "text": "key",
            ]
        )
        #expect(reading.root?["b"]?.location.position == marked["1️⃣"])
    }

    @Test("an anchor that is defined again refers to the later node")
    func redefinition() {
        #expect(Reading("[&a 1, *a, &a 2, *a, &a [&a 3, *a], *a]").value == [1.0, 1.0, 2.0, 2.0, [3.0, 3.0], 3.0])
        #expect(Reading("[&a [1], *a, &a [2], *a]").value == [[1.0], [1.0], [2.0], [2.0]])
    }

    @Test(
        "an alias inside its own anchor is an error",
        arguments: ["a: &x [1️⃣*x]", "&x {a: {b: [1️⃣*x]}}", "&x\na: &y [b]\nc: [*y, 1️⃣*x]"]
    )
    func selfContaining(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.text)
        #expect(reading.messages == [.selfContainingAlias("x")])
        #expect(reading.positions == [marked["1️⃣"]])
    }

    @Test("an alias without an anchor before it is an error")
    func undefined() {
        let marked = MarkedText("é: [1️⃣*x, &x 1]")
        #expect(Reading(marked.text).messages == [.undefinedAlias("x")])
        #expect(Reading(marked.text).positions == [marked["1️⃣"]])
    }

    @Test("aliases that multiply are an error before they are expanded")
    func bomb() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let message = try #require(Reading(text).messages.first)
        #expect(message.rule == .limit)
        #expect(message.summary.hasPrefix("the aliases up to this one expand 24 nodes to more than 1000240"))
    }

    @Test("many aliases of one scalar are fine")
    func many() {
        let text = "a: &x 1\nb: [" + String(repeating: "*x, ", count: 200_000) + "]"
        #expect(Reading(text).root?["b"]?.elements.count == 200_000)
    }

    @Test("the nodes of a replaced alias count towards the size limit")
    func budget() {
        let text = "[&a [1, 2, 3], *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]"
        #expect(Reading(text, options: ReaderOptions(aliasedNodes: 7)).diagnostics == [])
        let messages = Reading(text, options: ReaderOptions(aliasedNodes: 6)).messages
        #expect(messages == [.aliasesExpandTooFar(56, written: 5)])
    }

    @Test("the nodes of a replaced alias count towards the nesting limit")
    func depth() {
        let text = "[&a [[[1]]], [[*a]]]"
        #expect(Reading(text, options: ReaderOptions(depth: 6)).diagnostics == [])
        #expect(Reading(text, options: ReaderOptions(depth: 5)).messages == [.tooDeep(5)])
        let chain = (1...200).reduce("a0: &a0 [x]\n") { $0 + "a\($1): &a\($1) [*a\($1 - 1)]\n" }
        #expect(Reading(chain).messages == [.tooDeep(128)])
    }

    @Test("an alias is replaced by a copy of the node and all of its descendants")
    func copies() throws {
        let keys = (0..<20).map { "k\($0): {v: [\($0)]}" }.joined(separator: ", ")
        let root = try #require(Reading("a: &x {\(keys), in: &y [&z {deep: 1}]}\nb: *x\nc: [*y, {<<: *x}]").root)
        let (first, second) = (try #require(root["a"]), try #require(root["b"]))
        #expect(first.identity != second.identity)
        for number in 0..<20 {
            let key = SpecText("k\(number)")
            let (original, copy) = (try #require(first[key]), try #require(second[key]))
            #expect(original.identity != copy.identity)
            #expect(copy["v"]?.elements.first?.scalar == .integer(SpecText(String(number))))
            #expect(copy.location == original.location)
        }
        let third = try #require(root["c"])
        #expect(third.elements[0].elements[0]["deep"]?.scalar == .integer("1"))
        #expect(third.elements[1]["k19"]?["v"]?.elements.first?.scalar == .integer("19"))
        let inner = [first["in"], second["in"], third.elements[0], third.elements[1]["in"]].map { $0?.identity }
        #expect(Set(inner).count == 4)
    }
}
