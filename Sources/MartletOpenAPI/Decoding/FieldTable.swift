package import MartletSource

/// The fields of OpenAPI among the keys of one document: keys are numbered while a document is read, and the table relates
/// these numbers to ``FieldName``, so that fields are found without comparing text.
package final class FieldTable: Sendable {
    /// The key number of each field, by raw value; `nil` for fields that the document does not have.
    private let numbers: [Int?]
    /// The field of each key number; `nil` for other keys.
    private let names: [FieldName?]

    /// Creates the table of a document.
    ///
    /// - Parameter keys: The texts of the document's keys, by number.
    package init(_ keys: [SpecText]) {
        names = keys.map { Self.fields[$0] }
        var numbers = [Int?](repeating: nil, count: FieldName.allCases.count)
        for (number, name) in names.enumerated() { if let name { numbers[name.rawValue] = number } }
        self.numbers = numbers
    }

    private static let fields = Dictionary(uniqueKeysWithValues: FieldName.allCases.map { ($0.text, $0) })

    /// The key number of a field; `nil` if the document does not have it.
    func number(of name: FieldName) -> Int? { numbers[name.rawValue] }

    /// The field that an entry of the document is for; `nil` for other keys.
    package func name(of entry: Entry) -> FieldName? { names[entry.keyNumber] }
}

/// The tables of all documents that have been read.
struct FieldTables {
    private var tables: [ObjectIdentifier: FieldTable] = [:]
    /// The document that was asked for last, which is most often the next one too.
    private var last: (document: ObjectIdentifier, table: FieldTable)?

    /// The table of the document that a node belongs to.
    mutating func table(of node: Node) -> FieldTable {
        let document = node.document
        if let last, last.document == document { return last.table }
        let table = tables[document] ?? FieldTable(node.documentKeys)
        tables[document] = table
        last = (document, table)
        return table
    }
}
