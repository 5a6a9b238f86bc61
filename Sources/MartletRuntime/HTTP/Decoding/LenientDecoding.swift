import Foundation

/// Decodes a JSON text without the elements of arrays that keep it from being decoded.
///
/// The decoder says where it failed; the element there is cut out of the text, and it tries again. So models need not
/// know of it, and a text without faults costs nothing more.
struct LenientDecoding {
    private var data: Data
    private let redaction: Redaction
    private let maxDepth: Int

    /// What has been cut out so far.
    private(set) var issues: [DecodingIssue] = []

    /// Which elements of which array have been cut out, by the path of the array and their first places.
    private var gaps: [String: [Int]] = [:]

    /// How many elements may be cut out.
    static let maxIssues = 100

    /// - Parameters:
    ///   - data: A JSON text in UTF-8.
    ///   - redaction: What no issue may show.
    ///   - maxDepth: How deep arrays and objects may be nested.
    init(_ data: Data, _ redaction: Redaction, maxDepth: Int) {
        self.data = data
        self.redaction = redaction
        self.maxDepth = maxDepth
    }

    /// The value without what had to be cut out.
    /// - Throws: `DecodingError` for a fault that is in no array, or one too many.
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        while true {
            do {
                return try JSONDocument.decode(type, from: data, maxDepth: maxDepth)
            } catch let error as DecodingError {
                guard issues.count < Self.maxIssues, cutOut(error) else { throw error }
            }
        }
    }

    /// Whether the element with the fault has been cut out.
    private mutating func cutOut(_ error: DecodingError) -> Bool {
        let path = error.path
        guard let last = path.lastIndex(where: { $0.intValue != nil }), let index = path[last].intValue,
            let document = try? JSONDocument(data, maxDepth: maxDepth), let array = document.node(at: path[..<last])
        else { return false }
        let elements = document.elements(of: array).map(document.range)
        guard elements.indices.contains(index) else { return false }

        let names = redaction.properties
        let sentence = error.sentence(about: data, redaction)
        let original = original(of: Array(path[...last]))
        let place = original.text(hiding: names)
        let message = place + sentence.dropFirst(Array(path[...last]).text(hiding: names).count)
        issues.append(
            DecodingIssue(path: redaction.excerpt(of: place.utf8), message: redaction.excerpt(of: message.utf8))
        )
        gaps[Array(original.dropLast()).text, default: []].append(original[last].intValue ?? 0)

        // One of the commas around the element goes with it.
        let range =
            if index + 1 < elements.count {
                elements[index].lowerBound..<elements[index + 1].lowerBound
            } else if index > 0 {
                elements[index - 1].upperBound..<elements[index].upperBound
            } else {
                elements[index]
            }
        data = Data(document.bytes[..<range.lowerBound] + document.bytes[range.upperBound...].dropLast())
        return true
    }

    /// A path in what was sent, by one in what is left.
    private func original(of path: [any CodingKey]) -> [any CodingKey] {
        var original: [any CodingKey] = []
        for key in path {
            guard var index = key.intValue else {
                original.append(key)
                continue
            }
            for gap in (gaps[original.text] ?? []).sorted() where gap <= index { index += 1 }
            original.append(ElementIndex(index))
        }
        return original
    }
}
