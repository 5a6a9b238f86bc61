/// Parses a JSON text into nodes (RFC 8259), in one pass and without recursion.
///
/// It accepts only valid JSON. The syntax of numbers and strings is checked here; their values, including UTF-8 and
/// surrogates, are checked when they are decoded.
///
/// It uses pointers, byte values and loops, although collections, characters and closures would be shorter: these are
/// many times slower in debug builds.
struct JSONParser {
    /// The text, followed by a zero byte. That byte is invalid in JSON, and the parser advances only over bytes that it
    /// has recognized, so it never reads past the end.
    private let bytes: UnsafePointer<UInt8>
    private let byteCount: Int
    private var position = 0

    /// The nodes. The creator of the parser deallocates them.
    private(set) var nodes: UnsafeMutablePointer<JSONNode>
    private(set) var nodeCount = 0
    private var capacity: Int

    /// The maximum nesting depth of containers.
    private let maxDepth: Int

    /// Creates a parser.
    /// - Parameters:
    ///   - bytes: UTF-8, followed by a zero byte.
    ///   - byteCount: The number of bytes before the zero byte.
    init(_ bytes: UnsafePointer<UInt8>, byteCount: Int, maxDepth: Int) {
        self.bytes = bytes
        self.byteCount = byteCount
        self.maxDepth = maxDepth
        capacity = byteCount / 10 + 1
        nodes = .allocate(capacity: capacity)
    }

    /// Parses the complete text.
    mutating func parse() throws(JSONFault) {
        guard byteCount < UInt32.max else { throw JSONFault(expected: "less than 4 GiB", position: 0) }
        var container = 0
        var depth = 0
        var place = 0
        skipSpace()
        while true {
            if try beginValue(in: container, at: place) {
                container = nodeCount - 1
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
                nodes[container].next = UInt32(truncatingIfNeeded: nodeCount)
                place = Int(nodes[container].place) + 1
                container = Int(nodes[container].parent)
                depth -= 1
            }
            guard depth > 0 else { break }
            let isObject = nodes[container].kind == .object
            guard bytes[position] == 0x2C else { throw fault(isObject ? "a comma or }" : "a comma or ]") }
            position += 1
            skipSpace()
            if isObject { try addName(in: container, at: place) }
        }
        skipSpace()
        guard position == byteCount else { throw fault("the end") }
    }

    /// Returns whether the container ends here, with `}` or `]`.
    private func isClosing(_ container: Int) -> Bool {
        bytes[position] == (nodes[container].kind == .object ? 0x7D : 0x5D)
    }

    /// Parses a scalar, or the start of a container.
    /// - Returns: Whether it is a container.
    private mutating func beginValue(in container: Int, at place: Int) throws(JSONFault) -> Bool {
        let start = position
        switch bytes[position] {
        case 0x22:  // "
            try addString(in: container, at: place)
            return false
        case 0x7B:  // {
            position += 1
            add(.object, from: start, in: container, at: place)
            return true
        case 0x5B:  // [
            position += 1
            add(.array, from: start, in: container, at: place)
            return true
        case 0x74:
            try skip("true")
            add(.true, from: start, in: container, at: place)
        case 0x66:
            try skip("false")
            add(.false, from: start, in: container, at: place)
        case 0x6E:
            try skip("null")
            add(.null, from: start, in: container, at: place)
        default: add(try skipNumber(), from: start, in: container, at: place)
        }
        return false
    }

    /// Adds a node that ends here.
    private mutating func add(_ kind: JSONNode.Kind, from start: Int, in container: Int, at place: Int) {
        if nodeCount == capacity { grow() }
        nodes[nodeCount] = JSONNode(
            kind: kind,
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: position),
            next: UInt32(truncatingIfNeeded: nodeCount + 1),
            parent: UInt32(truncatingIfNeeded: container),
            place: UInt32(truncatingIfNeeded: place)
        )
        nodeCount += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<JSONNode>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: nodes, count: nodeCount)
        nodes.deallocate()
        nodes = larger
        capacity *= 2
    }

    /// Parses the name of a member and the colon after it.
    private mutating func addName(in container: Int, at place: Int) throws(JSONFault) {
        guard bytes[position] == 0x22 else { throw fault("a name in quotation marks") }
        try addString(in: container, at: place)
        skipSpace()
        guard bytes[position] == 0x3A else { throw fault("a colon") }
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
            if byte == 0x22 { break }
            if byte == 0x5C {
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

    /// Skips a backslash and the escaped characters: `"`, `\`, `/`, `b`, `f`, `n`, `r`, `t`, or `u` and four digits.
    private mutating func skipEscape() throws(JSONFault) {
        switch bytes[position + 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: position += 2
        case 0x75:
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
        if bytes[position] == 0x2D { position += 1 }
        if bytes[position] == 0x30 {
            position += 1
        } else {
            try skipDigits("a value")
        }
        var kind = JSONNode.Kind.integer
        if bytes[position] == 0x2E {
            kind = .number
            position += 1
            try skipDigits("a digit")
        }
        // E or e, and then + or -.
        if bytes[position] | 0x20 == 0x65 {
            kind = .number
            position += 1
            if bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
            try skipDigits("a digit")
        }
        return kind
    }

    private mutating func skipDigits(_ expected: String) throws(JSONFault) {
        let start = position
        while bytes[position] &- 0x30 < 10 { position += 1 }
        guard position > start else { throw fault(expected) }
    }

    private mutating func skip(_ literal: StaticString) throws(JSONFault) {
        var offset = 0
        while offset < literal.utf8CodeUnitCount {
            guard bytes[position] == literal.utf8Start[offset] else { throw fault("a value") }
            position += 1
            offset += 1
        }
    }

    private mutating func skipSpace() {
        while true {
            let byte = bytes[position]
            if byte > 0x20 { return }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private func fault(_ expected: String) -> JSONFault { JSONFault(expected: expected, position: position) }
}

extension UInt8 {
    /// The value of a hexadecimal digit of either case; `nil` for any other character.
    var hexadecimalDigit: UInt8? {
        if self &- 0x30 < 10 { return self - 0x30 }
        let letter = self | 0x20
        return letter &- 0x61 < 6 ? letter - 0x61 + 10 : nil
    }
}
