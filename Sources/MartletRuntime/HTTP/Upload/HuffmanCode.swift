/// A Huffman code of limited length (RFC 1951, section 3.2.2). Symbols are numbered from 0.
struct HuffmanCode {
    /// The length of each symbol's code in bits; 0 for a symbol that does not occur.
    let lengths: [UInt8]
    /// The code of each symbol, with the first bit in the lowest place.
    private let codes: [UInt16]

    /// Creates a code.
    /// - Parameters:
    ///   - counts: How often each symbol occurs.
    ///   - maxLength: The maximum length in bits, at most 15. All symbols must have a code of that length.
    init(_ counts: [Int], maxLength: Int) {
        var lengths = [UInt8](repeating: 0, count: counts.count)
        let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { counts[$0] < counts[$1] }
        let numbers = Self.limited(Self.depths(of: symbols.map { counts[$0] }), maxLength)
        // The longest codes are those of the rarest symbols.
        var rest = symbols[...]
        for length in stride(from: maxLength, to: 0, by: -1) {
            for symbol in rest.prefix(numbers[length]) { lengths[symbol] = UInt8(length) }
            rest = rest.dropFirst(numbers[length])
        }
        self.lengths = lengths
        var next = [Int](repeating: 0, count: maxLength + 1)
        for length in stride(from: 2, through: maxLength, by: 1) {
            next[length] = (next[length - 1] + numbers[length - 1]) << 1
        }
        codes = lengths.map { length in
            guard length > 0 else { return 0 }
            defer { next[Int(length)] += 1 }
            let code = next[Int(length)]
            return (0..<Int(length)).reduce(0) { $0 << 1 | UInt16(code >> $1 & 1) }
        }
    }

    /// Writes the code of a symbol.
    func write(_ symbol: Int, to output: inout DeflateOutput) {
        output.write(UInt32(codes[symbol]), count: Int(lengths[symbol]))
    }

    /// Returns the lengths of an optimal code for ascending numbers of occurrences.
    private static func depths(of counts: [Int]) -> [Int] {
        guard counts.count > 1 else { return counts.map { _ in 1 } }
        // The nodes of the tree: first the symbols, then their parents, both ascending.
        var weights = counts
        var parents = [Int](repeating: 0, count: 2 * counts.count - 1)
        var (leaf, node) = (0, counts.count)
        func lightest() -> Int {
            if leaf < counts.count, node >= weights.count || weights[leaf] <= weights[node] {
                leaf += 1
                return leaf - 1
            }
            node += 1
            return node - 1
        }
        while weights.count < parents.count {
            let (first, second) = (lightest(), lightest())
            (parents[first], parents[second]) = (weights.count, weights.count)
            weights.append(weights[first] + weights[second])
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for index in stride(from: parents.count - 2, through: 0, by: -1) { depths[index] = depths[parents[index]] + 1 }
        return Array(depths.prefix(counts.count))
    }

    /// Returns how many codes have each length, with lengths up to a maximum.
    private static func limited(_ depths: [Int], _ maxLength: Int) -> [Int] {
        var numbers = [Int](repeating: 0, count: maxLength + 1)
        for depth in depths { numbers[min(depth, maxLength)] += 1 }
        // After shortening the codes that were too long, there are too many codes; for each surplus code, another one
        // is lengthened.
        var total = (1...maxLength).reduce(0) { $0 + numbers[$1] << (maxLength - $1) }
        while depths.count > 1, total > 1 << maxLength {
            numbers[maxLength] -= 1
            guard let length = (1..<maxLength).last(where: { numbers[$0] > 0 }) else { break }
            numbers[length] -= 1
            numbers[length + 1] += 2
            total -= 1
        }
        return numbers
    }
}
