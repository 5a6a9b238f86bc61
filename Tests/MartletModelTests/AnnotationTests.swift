import MartletModel
import MartletSource
import Testing

@Suite("Annotations beside null")
struct AnnotationTests {
    /// Schemas of a property, and the description and the default that it has.
    static let rows: [(schema: String, description: SpecText?, stated: String?)] = [
        ("{type: [number, 'null'], description: Warm., default: 1}", "Warm.", "1"),
        ("{anyOf: [{type: number, description: Warm., default: 1}, {type: 'null'}]}", "Warm.", "1"),
        ("{oneOf: [{type: 'null'}, {type: number, description: Warm., default: 1}]}", "Warm.", "1"),
        ("{anyOf: [{type: number, description: Warm.}, {type: 'null'}], description: Own.}", "Own.", nil),
        // The description of a component belongs to its type.
        ("{anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}", nil, nil),
        ("{anyOf: [{type: number, description: Warm.}, {type: string}]}", nil, nil),
    ]

    @Test("a description and a default apply beside null too", arguments: rows.indices)
    func besideNull(index: Int) throws {
        let row = Self.rows[index]
        let lowered = try LoweredClient(
            schemas: "A: {type: object, properties: {p: \(row.schema)}}\nOther: {type: number, description: Type.}")
        guard case .structure(let structure)? = lowered.client.declarations.first?.kind else {
            Issue.record("no struct")
            return
        }
        #expect(structure.properties.map(\.description) == [row.description])
        #expect(structure.properties.map { $0.defaultValue?.text?.unencoded } == [row.stated])
    }
}
