import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Identifiers and anchors of schemas")
struct IdentifierTests {
    /// What is wrong with a document of these schemas, and the titles of those that the properties `r0`, `r1` … of `A` lead
    /// to.
    private func titles(_ schemas: String, files: [String: String] = [:]) throws -> ([SpecText?], [String]) {
        let read = try ReadDocument(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n" + schemas,
            files: files
        )
        let graph = try #require(read.document?.schemas)
        let properties = try #require(read.schema("A")).properties
        return (properties.map { graph[graph.resolved($0.value)].title }, read.printed)
    }

    @Test("references in a schema with an $id are relative to it: fragments, anchors and other identifiers")
    func bases() throws {
        let (found, printed) = try titles(
            """
                A:
                  $id: https://h.example/dir/a
                  properties:
                    r0: {$ref: '#/$defs/d'}
                    r1: {$ref: '#place'}
                    r2: {$ref: 'b'}
                    r3: {$ref: '../c#/properties/p'}
                    r4: {$ref: '/dir/./b#place'}
                    r5: {$ref: '//h.example/dir/b'}
                    r6: {$ref: 'HTTPS://H.example/dir/%62'}
                  $defs: {d: {title: own}, e: {title: own anchor, $anchor: place}}
                B: {$id: https://h.example/dir/b, title: b, $defs: {x: {title: b's anchor, $anchor: place}}}
                C: {$id: https://h.example/c, properties: {p: {title: p of c}}}
            """
        )
        #expect(found == ["own", "own anchor", "b", "p of c", "b's anchor", "b", "b"])
        #expect(printed.isEmpty, "\(printed)")
    }

    @Test("an $id in a schema with an $id is relative to the outer one, and identifies a resource of its own")
    func nested() throws {
        let (found, printed) = try titles(
            """
                A:
                  $id: https://h.example/dir/a
                  properties: {r0: {$ref: inner}, r1: {$ref: 'inner#place'}, r2: {$ref: '#place'}, r3: {$ref: other/deep}}
                  $defs:
                    i: {$id: inner, title: inner, $defs: {x: {$anchor: place, title: inner anchor}}}
                    x: {$anchor: place, title: outer anchor}
                    o: {$id: other/, $defs: {y: {$id: deep, title: deep}}}
            """
        )
        #expect(found == ["inner", "inner anchor", "outer anchor", "deep"])
        #expect(printed.isEmpty, "\(printed)")
    }

    @Test("of two equal anchors in a resource, the first one counts, with a warning")
    func equalAnchors() throws {
        let (found, printed) = try titles(
            """
                A: {properties: {r0: {$ref: '#place'}}}
                B: {$anchor: place, title: first}
                C: {$anchor: place, title: second}
            """
        )
        #expect(found == ["first"])
        #expect(
            printed.map { $0.contains("api.yaml:7:8: warning: another schema has the anchor \"place\" already") } == [
                true
            ],
            "\(printed)")
    }

    @Test("a reference whose target is not in the resource is followed from the document, with a single warning")
    func outside() throws {
        let (found, printed) = try titles(
            """
                A:
                  $id: https://h.example/a
                  properties: {r0: {$ref: '#/components/schemas/B'}, r1: {$ref: '#/components/schemas/B'}, r2: {$ref: 'x.yaml'}}
                B: {title: b}
            """,
            files: ["x.yaml": "title: file"]
        )
        #expect(found == ["b", "b", "file"])
        #expect(printed.map { $0.contains("warning: references in a schema with an $id") } == [true], "\(printed)")
    }

    @Test(
        "examples, defaults, enums, constants, extensions and unknown keywords have no anchors, properties of these names do"
    )
    func data() throws {
        for data in ["example", "examples", "default", "const", "x-any", "unheardOf"] {
            let value =
                data == "examples"
                ? "[{$anchor: foo, $id: 'https://h.example/i'}]" : "{$anchor: foo, $id: 'https://h.example/i'}"
            let (found, printed) = try titles(
                """
                    A: {properties: {r0: {$ref: '#foo'}, r1: {$ref: 'https://h.example/i'}}, \(data): \(value)}
                    B: {$anchor: foo, title: right}
                    C: {$id: 'https://h.example/i', title: identified}
                """
            )
            #expect(found == ["right", "identified"], "\(data)")
            #expect(printed.filter { !$0.contains("unheardOf") }.isEmpty, "\(printed)")
        }
        let (found, printed) = try titles(
            """
                A: {properties: {r0: {$ref: '#foo'}, default: {$anchor: foo, title: right}}}
                B: {enum: [{$anchor: foo, title: data}]}
            """
        )
        #expect(found == ["right", "right"])
        #expect(printed.isEmpty, "\(printed)")
    }

    @Test("anchors are found in all schemas: in parameters, bodies, responses, callbacks and other files")
    func places() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                parameters: [{name: q, in: query, schema: {$anchor: a0, title: t0}}]
                post:
                  requestBody: {content: {application/json: {schema: {items: {$anchor: a1, title: t1}}}}}
                  responses:
                    '200':
                      description: d
                      headers: {H: {schema: {$anchor: a2, title: t2}}}
                      content: {application/json: {example: {$anchor: a3}, schema: {$anchor: a3, title: t3}}}
                  callbacks: {c: {'{$url}': {post: {parameters: [{name: h, in: header, schema: {$anchor: a4, title: t4}}]}}}}
            components:
              schemas:
                A: {properties: {r0: {$ref: '#a0'}, r1: {$ref: '#a1'}, r2: {$ref: '#a2'}, r3: {$ref: '#a3'}, r4: {$ref: '#a4'}, r5: {$ref: 'b.yaml#a5'}}}
            """,
            files: ["b.yaml": "thing: {any: {$anchor: a5, title: t5}, example: {$anchor: a5}}"]
        )
        let graph = try #require(read.document?.schemas)
        let properties = try #require(read.schema("A")).properties
        #expect(properties.map { graph[graph.resolved($0.value)].title } == ["t0", "t1", "t2", "t3", "t4", "t5"])
    }

    @Test("a $dynamicRef is followed as a $ref, with a warning only if several schemas have the anchor")
    func dynamic() throws {
        let generic = """
                A: {properties: {r0: {$dynamicRef: '#t'}}, $defs: {t: {$dynamicAnchor: t, title: any}}}
            """
        let (alone, silence) = try titles(generic)
        #expect(alone == ["any"])
        #expect(silence.isEmpty, "\(silence)")
        let (bound, printed) = try titles(
            generic + "\n    B: {$ref: '#/components/schemas/A', $defs: {t: {$dynamicAnchor: t}}}")
        #expect(bound == ["any"])
        #expect(
            printed.map { $0.contains("api.yaml:5:40: warning: $dynamicRef is followed as a $ref") } == [true],
            "\(printed)")
    }

    @Test("in 3.0 an $id is not a keyword and has no effect")
    func old() throws {
        let read = try ReadDocument(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                A: {$id: 'https://h.example/a', properties: {p: {$ref: '#/components/schemas/B'}}}
                B: {title: b}
            """
        )
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
    }
}
