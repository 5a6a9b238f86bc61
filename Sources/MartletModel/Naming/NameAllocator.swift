package import MartletSource

/// Allocates unique names in a scope, independent of the order of requests for whole sets of names.
package struct NameAllocator {
    private let reserved: Set<String>
    private var taken: Set<String> = []
    /// The next number to try for a name, so that many equal names don't all try the same ones.
    private var numbers: [String: Int] = [:]
    private let ignoresCase: Bool
    private let allowsCapitals: Bool

    /// - Parameters:
    ///   - reserved: Names that can't be allocated; in lower case when case is ignored.
    ///   - ignoresCase: Whether names that differ only in case count as equal. They do for types: each has a file, and
    ///     some file systems don't distinguish `url.swift` from `URL.swift`.
    ///   - allowsCapitals: Whether names of members may begin with a capital, because nothing in the scope is a type.
    package init(reserved: Set<String> = [], ignoresCase: Bool = false, allowsCapitals: Bool = false) {
        self.reserved = reserved
        self.ignoresCase = ignoresCase
        self.allowsCapitals = allowsCapitals
    }

    /// Allocates the names of a whole scope.
    ///
    /// When several texts lead to one name, the text that is spelled like the name gets it, otherwise the first in byte
    /// order. The others keep their own spelling if that is a name, such as `_id` beside `id`, or get a number. A member
    /// gets a spelling that begins with a capital only in a scope without types, which are named so.
    package mutating func names(_ texts: [SpecText], _ name: (SpecText) -> Identifier) -> [SpecText: Identifier] {
        var candidates = Set(texts).map { text in
            let name = name(text)
            return (text: text, name: name, isExact: SpecText(name.text) == text)
        }
        candidates.sort { $0.isExact == $1.isExact ? $0.text < $1.text : $0.isExact }
        var names: [SpecText: Identifier] = [:]
        names.reserveCapacity(candidates.count)
        for candidate in candidates {
            var own = Identifier(candidate.text.raw(for: .words))
            if own?.beginsWithCapital == true, !candidate.name.beginsWithCapital, !allowsCapitals { own = nil }
            // Forms have both spellings, `image` and `image[]`.
            if candidate.text.hasSuffix("[]") { own = candidate.name.suffixed("Array") }
            names[candidate.text] = self.name(candidate.name, orElse: own)
        }
        return names
    }

    /// The preferred name if it is free, else the alternative, else the preferred name with the lowest number that is
    /// free.
    package mutating func name(_ preferred: Identifier, orElse other: @autoclosure () -> Identifier? = nil)
        -> Identifier
    {
        if take(preferred) { return preferred }
        if let other = other(), take(other) { return other }
        var number = numbers[preferred.text] ?? 2
        while !take(preferred.suffixed(String(number))) { number += 1 }
        numbers[preferred.text] = number + 1
        return preferred.suffixed(String(number))
    }

    /// Allocates a name if it is free.
    mutating func take(_ name: Identifier) -> Bool {
        // Case folding makes one of `ß` and `SS`.
        let key = ignoresCase ? name.text.uppercased().lowercased() : name.text
        return !reserved.contains(key) && taken.insert(key).inserted
    }
}
