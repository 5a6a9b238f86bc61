import MartletSource
import Testing

struct SpecTextTests {
    @Test("texts are equal if their bytes are, not if they are canonically equivalent in Unicode")
    func bytes() {
        let composed: SpecText = "\u{E9}"
        let decomposed: SpecText = "e\u{301}"
        #expect(composed.unencoded == decomposed.unencoded)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, "\u{212B}", "\u{C5}", "\u{C5}"]).count == 4)
        #expect(composed == SpecText("\u{E9}"))
    }

    @Test("texts are ordered by their bytes")
    func order() {
        let sorted: [SpecText] = ["", "A", "B", "a", "ab", "e\u{301}", "z", "\u{E9}", "\u{FFFD}", "\u{1F600}"]
        #expect(sorted.shuffled().sorted() == sorted)
    }

    @Test("locations are equal if the bytes of their paths are")
    func locations() {
        let composed = Location(path: "caf\u{E9}.yaml", position: Position(line: 1, column: 1))
        let decomposed = Location(path: "cafe\u{301}.yaml", position: Position(line: 1, column: 1))
        #expect(composed != decomposed)
        #expect(decomposed < composed)
        #expect(Set([composed, decomposed, composed]).count == 2)
    }
}
