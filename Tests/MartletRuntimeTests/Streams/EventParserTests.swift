import Foundation
import Testing

@testable import MartletRuntime

/// HTML Standard, section 9.2.6, Interpreting an event stream.
@Suite("Parsing of event streams (HTML Standard)")
struct EventParserTests {
    /// The events of a stream whose bytes arrive in parts of a size.
    private func events(_ text: String, partSize: Int = .max) -> [RawEvent] {
        var parser = EventParser()
        var events: [RawEvent] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            // Not from index zero, as parts of larger buffers are.
            parser.parse((Data([0]) + rest.prefix(partSize)).dropFirst()) { events.append($0) }
            rest = rest.dropFirst(partSize)
        }
        parser.finish { events.append($0) }
        return events
    }

    private static func event(_ data: String, name: String = "", id: String? = nil, retry: Int64? = nil) -> RawEvent {
        RawEvent(name: name, data: Array(data.utf8), id: id, retry: retry)
    }

    static let streams: [(text: String, events: [RawEvent])] = [
        // The examples of the standard.
        ("data: YHOO\ndata: +2\ndata: 10\n\n", [event("YHOO\n+2\n10")]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
            [event("first event", id: "1"), event("second event", id: "")]
        ),
        ("data\n\ndata\ndata\n\ndata:", [event(""), event("\n")]),
        ("data:test\n\ndata: test\n\n", [event("test"), event("test")]),
        // Ends of lines: LF, CR and CRLF, mixed.
        ("data: a\r\rdata: b\r\n\r\ndata: c\n\n", [event("a"), event("b"), event("c")]),
        ("data: a\rdata: b\ndata: c\r\n\n", [event("a\nb\nc")]),
        ("data: a\n\rdata: b\r\n\r", [event("a"), event("b")]),
        // A byte order mark at the beginning alone.
        ("\u{FEFF}data: a\n\n", [event("a")]), ("\u{FEFF}\u{FEFF}data: a\n\n", []),
        ("data: a\n\n\u{FEFF}data: b\n\n", [event("a")]), ("data: \u{FEFF}a\n\n", [event("\u{FEFF}a")]),
        // Comments, unknown fields, names in another case and fields without a colon.
        (": c\n:\n:data: x\ndata: a\n\n", [event("a")]), ("foo: b\nDATA: c\n data: d\ndata: a\n\n", [event("a")]),
        ("dataa: x\ndat: x\n\n", []),
        // One space after the colon is ignored; everything else is data.
        ("data:  a \n\n", [event(" a ")]), ("data:\ta\n\n", [event("\ta")]), ("data: a: b\n\n", [event("a: b")]),
        ("data: é🔑\n\n", [event("é🔑")]),
        // Without data there is no event, and its name is discarded.
        ("event: x\n\ndata: a\n\n", [event("a")]),
        ("event: x\ndata: a\n\ndata: b\n\n", [event("a", name: "x"), event("b")]),
        ("event: x\nevent: y\ndata: a\n\n", [event("a", name: "y")]), ("event: x\nevent\ndata: a\n\n", [event("a")]),
        ("\n\n\n", []), ("", []),
        // An identifier applies until the next one, even without an event; one with NUL is ignored.
        ("id: 1\ndata: a\n\ndata: b\n\n", [event("a", id: "1"), event("b", id: "1")]),
        ("id: 1\n\ndata: a\n\n", [event("a", id: "1")]), ("id: 1\nid: 2\u{0}\ndata: a\n\n", [event("a", id: "1")]),
        ("id: \u{0}\ndata: a\n\n", [event("a")]),
        // The reconnection time consists of digits; it belongs to the stream, and is kept without an event.
        ("retry: 1500\ndata: a\n\ndata: b\n\n", [event("a", retry: 1500), event("b")]),
        ("retry: 1500\n\ndata: a\n\n", [event("a", retry: 1500)]), ("retry: +5\ndata: a\n\n", [event("a")]),
        ("retry: -5\ndata: a\n\n", [event("a")]), ("retry: 5 \ndata: a\n\n", [event("a")]),
        ("retry: 1.5\ndata: a\n\n", [event("a")]), ("retry:\ndata: a\n\n", [event("a")]),
        ("retry: ٣\ndata: a\n\n", [event("a")]), ("retry: 99999999999999999999\ndata: a\n\n", [event("a")]),
        ("retry: 7\nretry: x\ndata: a\n\n", [event("a", retry: 7)]),
        // An incomplete event at the end of the stream is discarded.
        ("data: a\n\ndata: b", [event("a")]), ("data: a\n\ndata: b\n", [event("a")]),
        ("data: a\n\nevent: x\n", [event("a")]),
    ]

    @Test("each stream has its events, however its bytes are split", arguments: streams.indices)
    func stream(index: Int) {
        let (text, expected) = Self.streams[index]
        // Parts of one byte cut every CRLF and every character in two.
        for size in [Int.max, 1, 2, 3, 7] { #expect(events(text, partSize: size) == expected, "\(size)") }
    }

    @Test("bytes that are not UTF-8 are replaced, and the stream continues")
    func illFormed() {
        var parser = EventParser()
        var events: [RawEvent] = []
        parser.parse(Data("event: ".utf8) + [0xFF] + Data("\ndata: a\n\ndata: b\n\n".utf8)) { events.append($0) }
        #expect(events.map(\.name) == ["\u{FFFD}", ""])
    }

    @Test("the size of an incomplete event is counted")
    func pending() {
        var parser = EventParser()
        parser.parse(Data("data: 12345\ndata: 12".utf8)) { _ in Issue.record("there is no event yet") }
        #expect(parser.pendingBytes == 5 + 8)
        var count = 0
        parser.parse(Data("\n\n".utf8)) { _ in count += 1 }
        #expect(count == 1)
        #expect(parser.pendingBytes == 0)
    }
}
