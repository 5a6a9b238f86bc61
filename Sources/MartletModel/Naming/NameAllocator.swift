package import MartletSource

/// Allocates unique names in a scope, independent of the order of requests for whole sets of names.
package struct NameAllocator {
    private let reserved: Set<String>
    private var taken: Set<String> = []
    /// The places in the document of the named parts, as far as they are known.
    private var places: [String: Location] = [:]
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
    /// order, beginning with those without another name. The others get their other name, keep their own spelling if
    /// that is a valid name, such as `_id` beside `id`, or get a number. A member can keep a spelling that begins with
    /// a capital only in a scope without types, whose names begin with capitals.
    ///
    /// - Parameters:
    ///   - chosen: The names that the configuration gives; they go before all others.
    ///   - places: The places of the texts in the document.
    ///   - other: Another name for a text.
    package mutating func names(
        _ texts: [SpecText],
        chosen: [SpecText: Identifier] = [:],
        at places: [SpecText: Location] = [:],
        orElse other: ((SpecText) -> Identifier)? = nil,
        _ name: (SpecText) -> Identifier
    ) -> [SpecText: Identifier] {
        func alternative(_ text: SpecText, _ name: Identifier) -> Identifier? {
            other.map { $0(text) }.flatMap { $0 == name ? nil : $0 }
        }
        var candidates = Set(texts).map { text in
            let name = chosen[text] ?? name(text)
            let isPlain = SpecText(name.text) == text
            let rank = chosen[text] != nil ? 0 : isPlain ? 1 : alternative(text, name) == nil ? 2 : 3
            return (text: text, name: name, rank: rank)
        }
        candidates.sort { ($0.rank, $0.text) < ($1.rank, $1.text) }
        var names: [SpecText: Identifier] = [:]
        names.reserveCapacity(candidates.count)
        for candidate in candidates {
            var own = Identifier(candidate.text.raw(for: .words))
            if own?.beginsWithCapital == true, !candidate.name.beginsWithCapital, !allowsCapitals { own = nil }
            // Forms have both spellings, `image` and `image[]`.
            if candidate.text.hasSuffix("[]") { own = candidate.name.suffixed("Array") }
            names[candidate.text] = self.name(
                candidate.name, orElse: alternative(candidate.text, candidate.name) ?? own, at: places[candidate.text])
        }
        return names
    }

    /// The preferred name if it is free, else the alternative, else the preferred name with the lowest number that is
    /// free.
    package mutating func name(
        _ preferred: Identifier,
        orElse other: @autoclosure () -> Identifier? = nil,
        at place: Location? = nil
    ) -> Identifier {
        if take(preferred, at: place) { return preferred }
        if let other = other(), take(other, at: place) { return other }
        var number = numbers[preferred.text] ?? 2
        while !take(preferred.suffixed(String(number)), at: place) { number += 1 }
        numbers[preferred.text] = number + 1
        return preferred.suffixed(String(number))
    }

    /// Allocates a name if it is free.
    mutating func take(_ name: Identifier, at place: Location? = nil) -> Bool {
        let key = key(of: name)
        guard !reserved.contains(key), taken.insert(key).inserted else { return false }
        if let place { places[key] = place }
        return true
    }

    /// The place of what has a name; `nil` if nothing has it, or its place isn't known.
    func place(of name: Identifier) -> Location? { places[key(of: name)] }

    /// Case folding makes one of `ß` and `SS`.
    private func key(of name: Identifier) -> String { ignoresCase ? name.text.uppercased().lowercased() : name.text }
}
