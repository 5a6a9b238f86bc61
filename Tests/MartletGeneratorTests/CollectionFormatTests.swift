import Testing

@Suite("Collection formats of Swagger 2.0")
struct CollectionFormatTests {
    @Test("each format is written as documented")
    func statements() throws {
        let generation = try Generation(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /a/{p}:
                get:
                  parameters:
                    - {name: p, in: path, required: true, type: array, items: {type: string}, collectionFormat: pipes}
                    - {name: q, in: query, type: array, items: {type: string}, collectionFormat: tsv}
                    - {name: h, in: header, type: array, items: {type: string}, collectionFormat: ssv}
                    - {name: k, in: header, type: array, items: {type: string}, collectionFormat: csv}
                  responses: {'204': {description: d}}
            """
        )
        let text = try #require(generation.text(of: "APIs/TestClientMethods.swift"))
        for statement in [
            #"try request.setPath("p", p, style: .pipeDelimited)"#,
            #"try request.addQuery("q", q, style: .tabDelimited, explode: false)"#,
            #"try request.setHeader("h", h, style: .spaceDelimited)"#, #"try request.setHeader("k", k)"#,
        ] { #expect(text.contains(statement), "\(statement)") }
        #expect(generation.diagnostics.isEmpty)
    }
}
