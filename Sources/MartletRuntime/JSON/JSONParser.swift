/// Parses a JSON text into nodes (RFC 8259), in one pass and without recursion.
///
/// It accepts only valid JSON. The syntax of numbers and strings is checked here; their values, including UTF-8 and
/// surrogates, are checked when they are decoded.
struct JSONParser {
    /// The text, followed by a zero byte, which is invalid in JSON, so that no bounds check is needed at the end.
    private let bytes: [UInt8]
    private var position = 0
    private(set) var nodes: [JSONNode] = []

    /// The maximum nesting depth of containers.
    private let maxDepth: Int

    /// Creates a parser.
    /// - Parameter bytes: UTF-8, followed by a zero byte.
    init(_ bytes: [UInt8], maxDepth: Int) {
        self.bytes = bytes
        self.maxDepth = maxDepth
        nodes.reserveCapacity(bytes.count / 10 + 1)
    }

    /// Parses the complete text.
    mutating func parse() throws(JSONFault) {
        guard bytes.count <= UInt32.max else { throw JSONFault(expected: "less than 4 GiB", position: 0) }
        var container = 0
        var depth = 0
        var place = 0
        skipSpace()
        while true {
            if try beginValue(in: container, at: place) {
                container = nodes.count - 1
                depth += 1
                guard depth <= maxDepth else { throw fault("no more than \(maxDepth) nested containers") }
                place = 0
                skipSpace()
                if !isClosing(container) {
                    if nodes[container].kind == .object { try addName(in: container, at: place) }
                    continue
                }
            } else {
                place += 1
            }
            // After a value, or at the end of an empty container.
            while depth > 0 {
                skipSpace()
                guard isClosing(container) else { break }
                position += 1
                nodes[container].end = UInt32(truncatingIfNeeded: position)
                nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
                place = Int(nodes[container].place) + 1
                container = Int(nodes[container].parent)
                depth -= 1
            }
            guard depth > 0 else { break }
            let isObject = nodes[container].kind == .object
            guard bytes[position] == UInt8(ascii: ",") else { throw fault(isObject ? "a comma or }" : "a comma or ]") }
            position += 1
            skipSpace()
            if isObject { try addName(in: container, at: place) }
        }
        skipSpace()
        guard position == bytes.count - 1 else { throw fault("the end") }
    }

    /// Returns whether the container ends here.
    private func isClosing(_ container: Int) -> Bool {
        bytes[position] == (nodes[container].kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    /// Parses a scalar, or the start of a container.
    /// - Returns: Whether it is a container.
    private mutating func beginValue(in container: Int, at place: Int) throws(JSONFault) -> Bool {
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "\""):
            try addString(in: container, at: place)
            return false
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let kind: JSONNode.Kind = bytes[position] == UInt8(ascii: "{") ? .object : .array
            position += 1
            add(kind, from: start, in: container, at: place)
            return true
        case UInt8(ascii: "t"):
            try skip("true")
            add(.true, from: start, in: container, at: place)
        case UInt8(ascii: "f"):
            try skip("false")
            add(.false, from: start, in: container, at: place)
        case UInt8(ascii: "n"):
            try skip("null")
            add(.null, from: start, in: container, at: place)
        default: add(try skipNumber(), from: start, in: container, at: place)
        }
        return false
    }

    private mutating func add(_ kind: JSONNode.Kind, from start: Int, in container: Int, at place: Int) {
        nodes.append(
            JSONNode(
                kind: kind,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: position),
                next: UInt32(truncatingIfNeeded: nodes.count + 1),
                parent: UInt32(truncatingIfNeeded: container),
                place: UInt32(truncatingIfNeeded: place)
            )
        )
    }

    /// Parses the name of a member and the colon after it.
    private mutating func addName(in container: Int, at place: Int) throws(JSONFault) {
        guard bytes[position] == UInt8(ascii: "\"") else { throw fault("a name in quotation marks") }
        try addString(in: container, at: place)
        skipSpace()
        guard bytes[position] == UInt8(ascii: ":") else { throw fault("a colon") }
        position += 1
        skipSpace()
    }

    /// Parses a string (RFC 8259, section 7).
    private mutating func addString(in container: Int, at place: Int) throws(JSONFault) {
        position += 1
        let start = position
        var kind = JSONNode.Kind.ascii
        while true {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                kind = .escaped
                try skipEscape()
                continue
            }
            if byte < 0x20 { throw fault("a string without control characters, and a closing quotation mark") }
            if byte >= 0x80, kind == .ascii { kind = .unicode }
            position += 1
        }
        add(kind, from: start, in: container, at: place)
        position += 1
    }

    private mutating func skipEscape() throws(JSONFault) {
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            position += 2
            for _ in 0..<4 {
                guard bytes[position].hexadecimalDigit != nil else { throw fault("a hexadecimal digit") }
                position += 1
            }
        default: throw fault("an escape of JSON")
        }
    }

    /// Parses a number (RFC 8259, section 6).
    private mutating func skipNumber() throws(JSONFault) -> JSONNode.Kind {
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        if bytes[position] == UInt8(ascii: "0") {
            position += 1
        } else {
            try skipDigits("a value")
        }
        var kind = JSONNode.Kind.integer
        if bytes[position] == UInt8(ascii: ".") {
            kind = .number
            position += 1
            try skipDigits("a digit")
        }
        if bytes[position] | 0x20 == UInt8(ascii: "e") {
            kind = .number
            position += 1
            if bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
            try skipDigits("a digit")
        }
        return kind
    }

    private mutating func skipDigits(_ expected: String) throws(JSONFault) {
        let start = position
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
        guard position > start else { throw fault(expected) }
    }

    private mutating func skip(_ literal: String) throws(JSONFault) {
        for byte in literal.utf8 {
            guard bytes[position] == byte else { throw fault("a value") }
            position += 1
        }
    }

    private mutating func skipSpace() {
        while true {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private func fault(_ expected: String) -> JSONFault { JSONFault(expected: expected, position: position) }
}

extension UInt8 {
    /// The value of a hexadecimal digit of either case; `nil` for any other character.
    var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
