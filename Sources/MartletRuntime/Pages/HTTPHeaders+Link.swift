extension HTTPHeaders {
    /// Returns the target of the first link with a relation type, from the `Link` fields (RFC 8288, section 3).
    ///
    /// ```
    /// Link: <https://api.example.com/items?page=2>; rel="next", <…>; rel="last"
    /// ```
    /// - Parameter relation: The relation type, such as `next`; case-insensitive.
    /// - Returns: The URL as it appears in the field, absolute or relative; `nil` if there is no such link.
    public func link(_ relation: String) -> String? {
        for field in values(of: "Link") {
            var rest = field.utf8[...]
            while let link = Self.takeLink(from: &rest) {
                let relations = link.relations.split(separator: " ").map { $0.lowercased() }
                if relations.contains(relation.lowercased()) { return link.target }
            }
        }
        return nil
    }

    /// Parses one link and the comma after it.
    private static func takeLink(
        from rest: inout Substring.UTF8View
    ) -> (target: String, relations: String)? {
        guard let start = rest.firstIndex(of: UInt8(ascii: "<")),
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let target = String(rest[start...].dropFirst().prefix { $0 != UInt8(ascii: ">") }) ?? ""
        rest = rest[end...].dropFirst()
        var relations = ""
        while let parameter = takeParameter(from: &rest) {
            // Only the first `rel` parameter counts (RFC 8288, section 3.3).
            if parameter.name == "rel", relations.isEmpty { relations = parameter.value }
        }
        return (target, relations)
    }

    /// Parses `; name=value` or `; name="value"`; returns `nil` at the end of the link.
    private static func takeParameter(from rest: inout Substring.UTF8View) -> (name: String, value: String)? {
        rest = rest.drop { " \t".utf8.contains($0) }
        guard rest.first == UInt8(ascii: ";") else { return nil }
        rest = rest.dropFirst().drop { " \t".utf8.contains($0) }
        let name = rest.prefix { !"=;, \t".utf8.contains($0) }
        rest = rest.dropFirst(name.count).drop { " \t".utf8.contains($0) }
        var value: [UInt8] = []
        if rest.first == UInt8(ascii: "=") {
            rest = rest.dropFirst().drop { " \t".utf8.contains($0) }
            if rest.first == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                    if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                        value.append(escaped)
                    } else {
                        value.append(byte)
                    }
                }
            } else {
                value = Array(rest.prefix { !";, \t".utf8.contains($0) })
                rest = rest.dropFirst(value.count)
            }
        }
        return ((String(name) ?? "").lowercased(), String(decoding: value, as: UTF8.self))
    }
}
