extension JSONDocument {
    /// Decodes an array.
    /// - Throws: `DecodingError` if the value is not an array, or has an element of another type.
    package func array<Element: Decodable>(at index: Int) throws -> [Element] {
        guard nodes[index].kind == .array else { throw mismatch([Any].self, index) }
        var array: [Element] = []
        let end = Int(nodes[index].next)
        var element = index + 1
        while element < end {
            array.append(try value(at: element))
            element = Int(nodes[element].next)
        }
        return array
    }

    /// Decodes an object as a dictionary; the first of several members with the same name is used.
    /// - Throws: `DecodingError` if the value is not an object, or has a member of another type.
    package func dictionary<Value: Decodable>(at index: Int) throws -> [String: Value] {
        guard nodes[index].kind == .object else { throw mismatch([String: Any].self, index) }
        var dictionary: [String: Value] = [:]
        let end = Int(nodes[index].next)
        var member = index + 1
        while member < end {
            let name = try string(at: member)
            if dictionary[name] == nil { dictionary[name] = try value(at: member + 1) as Value }
            member = Int(nodes[member + 1].next)
        }
        return dictionary
    }

    /// Returns the elements of an array in order; none if the value is not an array.
    func elements(of array: Int) -> [Int] {
        var elements: [Int] = []
        guard nodes[array].kind == .array else { return elements }
        var index = array + 1
        while index < nodes[array].next {
            elements.append(index)
            index = Int(nodes[index].next)
        }
        return elements
    }

    /// Returns the names and values of an object's members in order; none if the value is not an object.
    package func members(of object: Int) -> [(name: Int, value: Int)] {
        var members: [(name: Int, value: Int)] = []
        guard nodes[object].kind == .object else { return members }
        var index = object + 1
        while index < nodes[object].next {
            members.append((index, index + 1))
            index = Int(nodes[index + 1].next)
        }
        return members
    }
}
