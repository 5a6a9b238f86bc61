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
        let name: String
        /// The position of the comma before the name.
        let start: Int
        /// The first eight bytes of the name, whose order decides nearly always.
        private let prefix: UInt64

        init(name: String, start: Int) {
            self.name = name
            self.start = start
            var prefix: UInt64 = 0
            var shift = 64
            for byte in name.utf8.prefix(8) {
                shift -= 8
                prefix |= UInt64(byte) << UInt64(shift)
            }
            self.prefix = prefix
        }

        /// Returns a negative number if the name is before that of another member in the order of their bytes, zero if
        /// it is the same, and a positive number otherwise.
        func order(_ other: Member) -> Int {
            if prefix != other.prefix { return prefix < other.prefix ? -1 : 1 }
            var name = name
            var otherName = other.name
            return name.withUTF8 { name in
                otherName.withUTF8 { other in
                    for index in 0..<min(name.count, other.count) where name[index] != other[index] {
                        return Int(name[index]) - Int(other[index])
                    }
                    return name.count - other.count
                }
            }
        }
    }

    /// The text written so far. Each member and element follows a comma; the first one is replaced at the end by the
    /// opening bracket.
    @exclusivity(unchecked) private var bytes: [UInt8] = []
    /// The members of all objects that are being written, the innermost ones last.
    @exclusivity(unchecked) private var members: [Member] = []
    /// The innermost value that is being written.
    @exclusivity(unchecked) private var frame = Frame(start: 0, firstMember: 0)
    /// The members of an object in sorted order, before they replace the unsorted ones.
    @exclusivity(unchecked) private var sorted: [UInt8] = []

    /// The number of values that are being written.
    @exclusivity(unchecked) private(set) var depth = 0
    /// Whether a value uses an encoder in a way that is left to `JSONEncoder`, such as a nested container.
    @exclusivity(unchecked) var needsFoundation = false
    /// The error of a listed property that could not be encoded.
    @exclusivity(unchecked) var failure: (any Error)?

    /// Whether the text is part of a request.
    let isForRequest: Bool

    /// The depth from which on `JSONEncoder` decides whether a value is nested too deeply.
    private static let maxDepth = 500

    private init(isForRequest: Bool) { self.isForRequest = isForRequest }

    /// Returns the JSON of a value; equal values have equal bytes.
    /// - Parameter isForRequest: Whether properties that only responses have are left out.
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
        members.append(Member(name: name, start: bytes.count))
        bytes.append(UInt8(ascii: ","))
        write(string: name)
        bytes.append(UInt8(ascii: ":"))
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
        for index in members.indices.dropFirst(firstMember + 1) where members[index - 1].order(members[index]) >= 0 {
            sortMembers(from: start, firstMember)
            break
        }
        members.removeSubrange(firstMember...)
        enclose(from: start, UInt8(ascii: "{"), UInt8(ascii: "}"))
    }

    /// Sorts the members of an object by name, and removes all but the last one of each name.
    private func sortMembers(from start: Int, _ firstMember: Int) {
        let order = (firstMember..<members.count).sorted { left, right in
            let order = members[left].order(members[right])
            return order == 0 ? left < right : order < 0
        }
        sorted.removeAll(keepingCapacity: true)
        for (place, member) in order.enumerated() {
            if place + 1 < order.count, members[order[place + 1]].order(members[member]) == 0 { continue }
            let end = member + 1 < members.count ? members[member + 1].start : bytes.count
            sorted.append(contentsOf: bytes[members[member].start..<end])
        }
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: sorted)
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

    /// Writes a string (RFC 8259, section 7). Only what has to be escaped is.
    func write(string value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            var start = 0
            for position in text.indices {
                let byte = text[position]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: text[start..<position])
                writeEscape(of: byte)
                start = position + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
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

extension Error {
    /// The same error with a key in front of its path.
    func within(_ key: any CodingKey) -> any Error {
        guard case .invalidValue(let value, let context)? = self as? EncodingError else { return self }
        return EncodingError.invalidValue(
            value,
            .init(
                codingPath: [key] + context.codingPath,
                debugDescription: context.debugDescription,
                underlyingError: context.underlyingError
            )
        )
    }
}
