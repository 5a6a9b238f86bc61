import MartletSource
import Testing

struct SpecTextTests {
    @Test("texts are equal when their bytes are, not when Unicode calls them equivalent")
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
}
