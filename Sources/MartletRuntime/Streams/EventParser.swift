import Foundation

/// A server-sent event before its data is decoded.
struct RawEvent: Equatable {
    var name = ""
    var data: [UInt8] = []
    var id: String?
    var retry: Int64?
}

/// A parser of event streams (HTML Standard, section 9.2.6, Interpreting an event stream).
struct EventParser: RecordParser {
    private var line: [UInt8] = []
    private var event = RawEvent()
    private var hasData = false
    private var isAfterReturn = false
    private var isAtStart = true

    mutating func parse(_ part: Data, _ found: (RawEvent) -> Void) {
        for byte in part {
            defer { isAfterReturn = byte == UInt8(ascii: "\r") }
            switch byte {
            case UInt8(ascii: "\n") where isAfterReturn: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine(found)
            default: line.append(byte)
            }
        }
    }

    /// An incomplete event at the end of the stream is discarded.
    mutating func finish(_ found: (RawEvent) -> Void) {}

    var pendingBytes: Int { line.count + event.data.count }

    private mutating func endLine(_ found: (RawEvent) -> Void) {
        if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isAtStart = false
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else { return endEvent(found) }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "event": event.name = String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { event.data.append(UInt8(ascii: "\n")) }
            event.data += value
            hasData = true
        case "id" where !value.contains(0): event.id = String(decoding: value, as: UTF8.self)
        // Only digits are valid; `Int` would accept a sign as well.
        case "retry" where value.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }:
            event.retry = UInt32(String(decoding: value, as: UTF8.self)).map { Int64($0) } ?? event.retry
        default: break
        }
    }

    private mutating func endEvent(_ found: (RawEvent) -> Void) {
        // An identifier applies to all events until the next identifier. Fields that arrive without an event are
        // delivered with the next event.
        defer {
            event = RawEvent(id: event.id, retry: hasData ? nil : event.retry)
            hasData = false
        }
        if hasData { found(event) }
    }
}
