import Foundation

/// Decodes a JSON text without the array elements that cannot be decoded.
///
/// When the decoder fails, the element that contains the error is removed from the text, and the text is decoded again.
/// Models are therefore unaffected, and decoding a valid text has no extra cost.
struct LenientDecoding {
    private var data: Data
    private let redaction: Redaction
    private let maxDepth: Int

    /// The problems of the elements removed so far.
    private(set) var issues: [Configuration.DecodingMode.Issue] = []

    /// The original indices of the elements removed from each array, by the path of the array.
    private var gaps: [String: [Int]] = [:]

    /// The maximum number of elements to remove.
    static let maxIssues = 100

    /// Creates the decoding of a text.
    /// - Parameters:
    ///   - data: A JSON text in UTF-8.
    ///   - redaction: Replaces secrets in the descriptions of problems.
    ///   - maxDepth: The maximum nesting depth of arrays and objects.
    init(_ data: Data, _ redaction: Redaction, maxDepth: Int) {
        self.data = data
        self.redaction = redaction
        self.maxDepth = maxDepth
    }

    /// Decodes the value without the elements that had to be removed.
    /// - Throws: `DecodingError` for a problem outside of arrays, or if there are too many.
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        while true {
            do {
                return try JSONDocument.decode(type, from: data, maxDepth: maxDepth)
            } catch let error as DecodingError {
                guard issues.count < Self.maxIssues, cutOut(error) else { throw error }
            }
        }
    }

    /// Removes the element that contains an error; returns whether it did.
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
            Configuration.DecodingMode.Issue(
                path: redaction.excerpt(of: place.utf8), message: redaction.excerpt(of: message.utf8))
        )
        gaps[Array(original.dropLast()).text, default: []].append(original[last].intValue ?? 0)

        // One of the commas around the element is removed with it.
        let range =
            if index + 1 < elements.count {
                elements[index].lowerBound..<elements[index + 1].lowerBound
            } else if index > 0 {
                elements[index - 1].upperBound..<elements[index].upperBound
            } else {
                elements[index]
            }
        let text = document.text
        data = Data(text[..<range.lowerBound] + text[range.upperBound...])
        return true
    }

    /// Returns the path in the original text for a path in the remaining text.
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
