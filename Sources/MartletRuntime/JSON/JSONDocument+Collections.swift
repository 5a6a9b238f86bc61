extension JSONDocument {
    /// Decodes an array.
    /// - Throws: `DecodingError` if the value is not an array, or has an element of another type.
    package func array<Element: Decodable>(at index: Int) throws -> [Element] {
        guard nodes[index].kind == .array else { throw mismatch([Any].self, index) }
        var array: [Element] = []
        try forEachElement(of: index) { array.append(try value(at: $0)) }
        return array
    }

    /// Decodes an object as a dictionary; the first of several members with the same name is used.
    /// - Throws: `DecodingError` if the value is not an object, or has a member of another type.
    package func dictionary<Value: Decodable>(at index: Int) throws -> [String: Value] {
        guard nodes[index].kind == .object else { throw mismatch([String: Any].self, index) }
        var dictionary: [String: Value] = [:]
        try forEachMember(of: index) { name, value in
            let name = try string(at: name)
            if dictionary[name] == nil { dictionary[name] = try self.value(at: value) as Value }
        }
        return dictionary
    }

    /// Visits the elements of an array in order.
    @inline(__always)
    func forEachElement(of array: Int, _ visit: (Int) throws -> Void) rethrows {
        var index = array + 1
        while index < nodes[array].next {
            try visit(index)
            index = Int(nodes[index].next)
        }
    }

    /// Visits the names and values of an object's members in order.
    @inline(__always)
    func forEachMember(of object: Int, _ visit: (_ name: Int, _ value: Int) throws -> Void) rethrows {
        var index = object + 1
        while index < nodes[object].next {
            try visit(index, index + 1)
            index = Int(nodes[index + 1].next)
        }
    }

    /// Returns the elements of an array in order; none if the value is not an array.
    func elements(of array: Int) -> [Int] {
        var elements: [Int] = []
        if nodes[array].kind == .array { forEachElement(of: array) { elements.append($0) } }
        return elements
    }

    /// Returns the names and values of an object's members in order; none if the value is not an object.
    package func members(of object: Int) -> [(name: Int, value: Int)] {
        var members: [(name: Int, value: Int)] = []
        if nodes[object].kind == .object { forEachMember(of: object) { members.append(($0, $1)) } }
        return members
    }
}
