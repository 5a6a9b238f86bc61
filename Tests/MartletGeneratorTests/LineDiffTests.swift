import Foundation
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("Differences of lines")
struct LineDiffTests {
    private func difference(_ old: String, _ new: String) -> LineDiff {
        LineDiff(from: Array(old.utf8), to: Array(new.utf8))
    }

    private func unified(_ old: String, _ new: String) -> String {
        difference(old, new).unified(from: "old", to: "new")
    }

    @Test("equal texts have no differences", arguments: ["", "a", "a\n", "a\nb\n\n"])
    func equal(text: String) {
        #expect(difference(text, text).isEmpty)
        #expect(unified(text, text) == "")
    }

    @Test("a change has three lines of context, and distant changes are separate")
    func hunks() {
        let old = (1...20).map { "\($0)\n" }
        var new = old
        new[1] = "two\n"
        new.remove(at: 17)
        let text = unified(old.joined(), new.joined())
        let expected = """
            --- old
            +++ new
            @@ -1,5 +1,5 @@
             1
            -2
            +two
             3
             4
             5
            @@ -15,6 +15,5 @@
             15
             16
             17
            -18
             19
             20

            """
        #expect(text == expected)
    }

    @Test(
        "a missing line break at the end is reported",
        arguments: [
            ("a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"),
            ("", "a\n", "@@ -0,0 +1 @@\n+a\n"), ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
            ("a\r\n", "a\n", "@@ -1 +1 @@\n-a\r\n+a\n"),
        ]
    )
    func ends(old: String, new: String, hunks: String) {
        #expect(unified(old, new) == "--- old\n+++ new\n" + hunks)
    }

    @Test("the edit turns one text into the other and keeps as many lines as possible", arguments: 0..<200)
    func edit(seed: Int) {
        var random = Numbers(state: UInt64(seed))
        let old = (0..<random.next(below: 12)).map { _ in "\(random.next(below: 4))\n" }
        let new = (0..<random.next(below: 12)).map { _ in "\(random.next(below: 4))\n" }
        let lines = difference(old.joined(), new.joined()).lines
        func text(_ keep: (LineDiff.Line) -> ArraySlice<UInt8>?) -> String {
            String(decoding: lines.compactMap(keep).joined(), as: UTF8.self)
        }
        #expect(
            text { if case .added = $0 { nil } else { $0.bytes } } == old.joined()
                && text { if case .removed = $0 { nil } else { $0.bytes } } == new.joined()
        )
        let kept = lines.count { if case .kept = $0 { true } else { false } }
        #expect(kept == longestCommon(old, new))
    }

    @Test("the cost for texts with nothing in common is bounded by their length")
    func bound() {
        let old = (0..<50_000).map { "a\($0)\n" }.joined()
        let new = (0..<50_000).map { "b\($0)\n" }.joined()
        let lines = difference("start\n" + old + "end\n", "start\n" + new + "end\n").lines
        #expect(lines.count { if case .kept = $0 { true } else { false } } == 2)
        #expect(lines.count == 100_002)
    }

    /// The length of the longest common subsequence, by the table of all pairs.
    private func longestCommon(_ old: [String], _ new: [String]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for line in old {
            var next = row
            for (index, other) in new.enumerated() {
                next[index + 1] = line == other ? row[index] + 1 : max(row[index + 1], next[index])
            }
            row = next
        }
        return row[new.count]
    }
}

extension LineDiff.Line {
    fileprivate var bytes: ArraySlice<UInt8> {
        switch self {
        case .kept(let bytes), .removed(let bytes), .added(let bytes): bytes
        }
    }
}

/// Numbers that are the same in every run.
private struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
