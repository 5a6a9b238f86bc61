// Members of listed properties, whose types are known.

extension JSONText {
    /// Writes a member with a string.
    func write(_ name: String, _ value: String) {
        write(name: name)
        write(string: value)
    }

    /// Writes a member with a Boolean.
    func write(_ name: String, _ value: Bool) {
        write(name: name)
        write(bool: value)
    }

    /// Writes a member with an integer.
    func write(_ name: String, _ value: Int) { write(name, Int64(value)) }

    /// Writes a member with an integer.
    func write(_ name: String, _ value: Int64) {
        write(name: name)
        write(integer: value)
    }

    /// Writes a member with a number.
    /// - Throws: `EncodingError` for NaN and infinite numbers.
    func write(_ name: String, _ value: Double) throws {
        write(name: name)
        do {
            try write(number: value)
        } catch {
            throw error.within(PropertyKey(name))
        }
    }

    /// Writes a member with an array.
    func write<Element: Encodable>(_ name: String, array: [Element]) throws {
        write(name: name)
        do {
            try write(array: array)
        } catch {
            throw error.within(PropertyKey(name))
        }
    }

    /// Writes a member with a dictionary.
    func write<Value: Encodable>(_ name: String, dictionary: [String: Value]) throws {
        write(name: name)
        do {
            try write(dictionary: dictionary)
        } catch {
            throw error.within(PropertyKey(name))
        }
    }

    /// Writes the properties of a part of the object that is being written.
    func write(part: some Encodable) throws { try part.encode(to: JSONTextEncoder(text: self, depth: depth)) }
}
