package import MartletSource

/// Gives each thing of one scope a name that no other thing has, whatever order the things come in.
package struct NameAllocator {
    private let reserved: Set<String>
    private var taken: Set<String> = []
    private let ignoresCase: Bool

    /// - Parameters:
    ///   - reserved: names that can't be given; in lower case when case is ignored.
    ///   - ignoresCase: whether names that differ in case alone count as the same: so it is for types, since each has a
    ///     file, and not all file systems tell `url.swift` from `URL.swift`.
    package init(reserved: Set<String> = [], ignoresCase: Bool = false) {
        self.reserved = reserved
        self.ignoresCase = ignoresCase
    }

    /// Names for a whole scope.
    ///
    /// Of several texts that lead to one name, the one that is spelled like the name gets it, else the first in byte order.
    /// The others keep their own spelling if that's a name, as `_id` does beside `id`, or get a number.
    package mutating func names(_ texts: [SpecText], _ name: (SpecText) -> Identifier) -> [SpecText: Identifier] {
        var wishes = Set(texts).map { text in
            let name = name(text)
            return (text: text, name: name, isExact: name.text == text.unencoded)
        }
        wishes.sort { $0.isExact == $1.isExact ? $0.text < $1.text : $0.isExact }
        var names: [SpecText: Identifier] = [:]
        names.reserveCapacity(wishes.count)
        for wish in wishes { names[wish.text] = self.name(wish.name, orElse: Identifier(wish.text.unencoded)) }
        return names
    }

    /// The name if it's free, else the other one, else the name with the lowest number that makes it free.
    package mutating func name(_ wish: Identifier, orElse other: @autoclosure () -> Identifier? = nil) -> Identifier {
        if take(wish) { return wish }
        if let other = other(), take(other) { return other }
        var number = 2
        while !take(wish.suffixed(String(number))) { number += 1 }
        return wish.suffixed(String(number))
    }

    /// Takes a name if it is free.
    mutating func take(_ name: Identifier) -> Bool {
        let key = ignoresCase ? name.text.lowercased() : name.text
        return !reserved.contains(key) && taken.insert(key).inserted
    }
}
