import Foundation

/// A JSON text that is written value by value, with the members of each object sorted by name.
///
/// It replaces `JSONEncoder`, writes the same bytes and is several times as fast: values are written straight into one
/// buffer, and ``ApiModel/Properties`` uses it without a `KeyedEncodingContainer`. Values of other types encode
/// themselves with a ``JSONTextEncoder``, as with any encoder.
///
/// A text has a single owner, so that accesses cannot overlap; exclusivity checks are therefore disabled.
package final class JSONText {
    /// A value that is being written.
    private struct Frame {
        enum Kind {
            /// A scalar, or nothing yet.
            case scalar
            case array, object
        }

        var kind = Kind.scalar
        /// The position of the value.
        let start: Int
        /// The index of the value's first member.
        let firstMember: Int
        /// The number of elements of an array.
        var count = 0
    }

    /// A member of an object that is being written.
    private struct Member {
        /// The position of the comma before the name.
        let start: Int
        /// The position of the name, as it is written.
        let name: Range<Int>
        /// Whether the name is written with escapes.
        let isEscaped: Bool
        /// The first eight bytes of the name, which nearly always determine the order.
        let prefix: UInt64
    }

    /// The text written so far. Each member and element follows a comma; the first one is replaced at the end by the
    /// opening bracket.
    @exclusivity(unchecked) private var bytes: [UInt8] = []
    /// The members of all objects that are being written, the innermost ones last.
    @exclusivity(unchecked) private var members: [Member] = []
    /// The names that are written with escapes, by the positions of their members.
    @exclusivity(unchecked) private var escapedNames: [Int: String] = [:]
    /// The innermost value that is being written.
    @exclusivity(unchecked) private var frame = Frame(start: 0, firstMember: 0)
    /// The members of an object in sorted order, before they replace the unsorted ones.
    @exclusivity(unchecked) private var sorted: [UInt8] = []

    /// The number of values that are being written.
    @exclusivity(unchecked) private(set) var depth = 0
    /// Whether a value uses an encoder in a way that only `JSONEncoder` supports, such as a nested container.
    @exclusivity(unchecked) var needsFoundation = false

    /// Whether the text is part of a request.
    let isForRequest: Bool

    /// The depth from which `JSONEncoder` decides whether a value is nested too deeply.
    private static let maxDepth = 500

    private init(isForRequest: Bool) { self.isForRequest = isForRequest }

    /// Returns the JSON of a value; equal values have equal bytes.
    ///
    /// - Parameter isForRequest: Whether read-only properties are left out.
    /// - Throws: `EncodingError` if the value cannot be encoded as JSON, such as NaN.
    package static func encode(_ value: some Encodable, isForRequest: Bool = true) throws -> Data {
        let text = JSONText(isForRequest: isForRequest)
        do {
            try text.write(value: value)
        } catch  where text.needsFoundation {}
        guard text.needsFoundation else { return Data(text.bytes) }
        let encoder = JSONEncoder.martlet
        if !isForRequest { encoder.userInfo = [:] }
        return try encoder.encode(value)
    }

    // MARK: - Values

    /// Writes a value of any type.
    ///
    /// The Foundation types that encoders handle specially are written here; all other types encode themselves.
    func write<Value: Encodable>(value: Value) throws {
        let isFoundational =
            Value.self == URL.self || Value.self == Data.self || Value.self == Decimal.self || Value.self == Date.self
        if isFoundational { return writeFoundational(value) }
        let outer = frame
        guard depth < Self.maxDepth else {
            needsFoundation = true
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "it is nested too deeply"))
        }
        frame = Frame(start: bytes.count, firstMember: members.count)
        depth += 1
        defer {
            depth -= 1
            frame = outer
        }
        do {
            try value.encode(to: JSONTextEncoder(text: self, depth: depth))
        } catch {
            restart()
            throw error
        }
        end()
    }

    /// A separate function, because the metadata for a cast is looked up even if the cast is not reached.
    @inline(never)
    private func writeFoundational(_ value: any Encodable) {
        switch value {
        case let value as URL: write(string: value.absoluteString)
        case let value as Data: write(string: value.base64EncodedString())
        case let value as Date: write(string: DateTime(value).description)
        case let value as Decimal: write(literal: value.description)
        default: needsFoundation = true
        }
    }

    /// Writes an array.
    func write<Element: Encodable>(array: [Element]) throws {
        let start = bytes.count
        for (index, element) in array.enumerated() {
            bytes.append(UInt8(ascii: ","))
            do {
                try write(value: element)
            } catch {
                throw error.within(ElementIndex(index))
            }
        }
        enclose(from: start, UInt8(ascii: "["), UInt8(ascii: "]"))
    }

    /// Writes a dictionary.
    func write<Value: Encodable>(dictionary: [String: Value]) throws {
        let start = bytes.count
        let first = members.count
        for (name, value) in dictionary { try writeMember(name, value) }
        endObject(from: start, first)
    }

    // MARK: - Members and elements

    /// Makes the value that is being written an object.
    func beginObject() {
        guard frame.kind != .object else { return }
        restart()
        frame.kind = .object
    }

    /// Makes the value that is being written an array.
    func beginArray() {
        guard frame.kind != .array else { return }
        restart()
        frame.kind = .array
    }

    /// Writes the name of a member, whose value is next. A later member of the same name replaces it.
    func write(name: String) {
        let start = bytes.count
        bytes.append(UInt8(ascii: ","))
        bytes.append(UInt8(ascii: "\""))
        let isEscaped = writeContent(of: name)
        if isEscaped { escapedNames[start] = name }
        let range = start + 2..<bytes.count
        let prefix = isEscaped ? Self.prefix(of: name.utf8) : Self.prefix(of: bytes[range])
        members.append(Member(start: start, name: range, isEscaped: isEscaped, prefix: prefix))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Returns the first eight bytes of a name as a number, with zeros after the end.
    private static func prefix(of name: some Collection<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        var shift: UInt64 = 64
        for byte in name.prefix(8) {
            shift -= 8
            prefix |= UInt64(byte) << shift
        }
        return prefix
    }

    /// Writes a member; nothing if the value cannot be encoded.
    func writeMember(_ name: String, _ value: some Encodable) throws {
        let start = bytes.count
        let first = members.count
        write(name: name)
        do {
            try write(value: value)
        } catch {
            shorten(to: start, first)
            throw error.within(PropertyKey(name))
        }
    }

    /// The number of elements of the array that is being written.
    var elementCount: Int { frame.count }

    /// Writes an element; nothing if the value cannot be encoded.
    func writeElement(_ value: some Encodable) throws {
        let start = bytes.count
        bytes.append(UInt8(ascii: ","))
        do {
            try write(value: value)
        } catch {
            shorten(to: start, members.count)
            throw error.within(ElementIndex(frame.count))
        }
        frame.count += 1
    }

    /// Removes what has been written of the value.
    func restart() {
        frame.kind = .scalar
        frame.count = 0
        shorten(to: frame.start, frame.firstMember)
    }

    private func shorten(to start: Int, _ firstMember: Int) {
        if bytes.count > start { bytes.removeSubrange(start...) }
        if members.count > firstMember { members.removeSubrange(firstMember...) }
    }

    /// Completes the value.
    private func end() {
        switch frame.kind {
        // A value without any content.
        case .scalar: if bytes.count == frame.start { needsFoundation = true }
        case .array: enclose(from: frame.start, UInt8(ascii: "["), UInt8(ascii: "]"))
        case .object: endObject(from: frame.start, frame.firstMember)
        }
    }

    private func enclose(from start: Int, _ opening: UInt8, _ closing: UInt8) {
        if bytes.count == start { bytes.append(opening) } else { bytes[start] = opening }
        bytes.append(closing)
    }

    private func endObject(from start: Int, _ firstMember: Int) {
        for index in members.indices.dropFirst(firstMember + 1) where order(members[index - 1], members[index]) >= 0 {
            sortMembers(from: start, firstMember)
            break
        }
        members.removeSubrange(firstMember...)
        enclose(from: start, UInt8(ascii: "{"), UInt8(ascii: "}"))
    }

    /// Sorts the members of an object by name, and removes all but the last one of each name.
    private func sortMembers(from start: Int, _ firstMember: Int) {
        let order = (firstMember..<members.count).sorted { left, right in
            let order = self.order(members[left], members[right])
            return order == 0 ? left < right : order < 0
        }
        sorted.removeAll(keepingCapacity: true)
        for (place, member) in order.enumerated() {
            if place + 1 < order.count, self.order(members[order[place + 1]], members[member]) == 0 { continue }
            let end = member + 1 < members.count ? members[member + 1].start : bytes.count
            sorted.append(contentsOf: bytes[members[member].start..<end])
        }
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: sorted)
    }

    /// Compares the names of two members by their bytes: returns a negative number if the left one comes first, zero if
    /// they are equal, and a positive number otherwise.
    private func order(_ left: Member, _ right: Member) -> Int {
        if left.prefix != right.prefix { return left.prefix < right.prefix ? -1 : 1 }
        guard left.isEscaped || right.isEscaped else { return Self.order(bytes[left.name], bytes[right.name]) }
        return Self.order(name(of: left), name(of: right))
    }

    private func name(of member: Member) -> [UInt8] {
        let escaped = member.isEscaped ? escapedNames[member.start] : nil
        return escaped.map { Array($0.utf8) } ?? Array(bytes[member.name])
    }

    private static func order<Bytes: Collection<UInt8>>(_ left: Bytes, _ right: Bytes) -> Int {
        for (left, right) in zip(left, right) where left != right { return Int(left) - Int(right) }
        return left.count - right.count
    }

    // MARK: - Scalars

    /// Writes `null`, `true`, `false` or a number.
    func write(literal: String) { bytes.append(contentsOf: literal.utf8) }

    /// Writes `true` or `false`.
    func write(bool value: Bool) { write(literal: value ? "true" : "false") }

    /// Writes an integer.
    func write(integer value: some FixedWidthInteger) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = UInt64(truncatingIfNeeded: value.magnitude)
        var left = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var right = bytes.count - 1
        while left < right {
            bytes.swapAt(left, right)
            left += 1
            right -= 1
        }
    }

    /// Writes a floating-point number; one without a fraction is written as an integer.
    /// - Throws: `EncodingError` for NaN and infinite numbers.
    func write(number value: some BinaryFloatingPoint & CustomStringConvertible) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "JSON has no such number"))
        }
        let text = value.description.utf8
        bytes.append(contentsOf: text.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text[...])
    }

    /// Writes a string, escaping only the characters that must be escaped (RFC 8259, section 7).
    func write(string value: String) {
        bytes.append(UInt8(ascii: "\""))
        writeContent(of: value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a string without quotation marks, and returns whether anything had to be escaped.
    @discardableResult
    private func writeContent(of value: String) -> Bool {
        var value = value
        return value.withUTF8 { text in
            var position = Self.positionOfEscape(in: text, from: 0)
            if position == text.count {
                bytes.append(contentsOf: text)
                return false
            }
            var start = 0
            while position < text.count {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
                writeEscape(of: text[position])
                start = position + 1
                position = Self.positionOfEscape(in: text, from: start)
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
            return true
        }
    }

    /// Returns the position of the first byte that has to be escaped, or the end.
    private static func positionOfEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var position = start
        while position + 8 <= raw.count,
            !hasEscape(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        { position += 8 }
        while position < raw.count, !hasEscape(raw[position]) { position += 1 }
        return position
    }

    private static func hasEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Returns whether one of eight bytes has to be escaped, examining all of them at once: the subtractions set the
    /// highest bit of the first byte that is less than 0x20, or zero after the exclusive or.
    private static func hasEscape(_ bytes: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = bytes ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = bytes ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let found =
            (bytes &- ones &* 0x20) & ~bytes | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
        return found & (ones &* 0x80) != 0
    }

    private func writeEscape(of byte: UInt8) {
        switch byte {
        case 0x08: write(literal: #"\b"#)
        case 0x09: write(literal: #"\t"#)
        case 0x0A: write(literal: #"\n"#)
        case 0x0C: write(literal: #"\f"#)
        case 0x0D: write(literal: #"\r"#)
        case 0..<0x20:
            write(literal: #"\u00"#)
            write(literal: (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        default:
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        }
    }
}
