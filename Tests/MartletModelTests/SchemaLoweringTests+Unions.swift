import MartletModel
import MartletSource
import Testing

extension SchemaLoweringTests {
    private static let animals = """
        \nC: {required: [type, lives], properties: {type: {const: cat}, lives: {}}}\n\
        D: {required: [type], properties: {type: {enum: [dog, puppy]}, breed: {}}}\nF: {properties: {fins: {}}}
        """
    private static let family = """
        \nB: {required: [k], properties: {k: {enum: [X, Y, Other]}}}\nX: {allOf: [\(ref("B")), {properties: {x: {}}}]}
        Y: {allOf: [\(ref("B")), {properties: {y: {}}}]}\nZ: {allOf: [\(ref("B")), {properties: {k: {const: Other}}}]}
        """
    private static func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    static let unions: [Row] = [
        (
            "A: {oneOf: [\(ref("C")), \(ref("D")), \(ref("F"))], discriminator: {propertyName: type, mapping: {fish: F, tom: C, cat: '#/components/schemas/C'}}}"
                + animals,
            "union A { cat(C) [type=cat], dog(D) [type=dog; type=puppy], fish(F) [type=fish; adds tag] }"
        ),
        (
            "A: {oneOf: [\(ref("C")), \(ref("F"))], discriminator: {propertyName: type}}" + animals,
            "union A { cat(C) [type=cat], f(F) [type=F; adds tag] }"
        ),
        (
            "A: {oneOf: [\(ref("C")), \(ref("F"))], discriminator: {propertyName: type, defaultMapping: F}}" + animals,
            "union A { cat(C) [type=cat], f(F) [type=F; default] }"
        ),
        (
            "A: {oneOf: [\(ref("C")), \(ref("D"))]}" + animals,
            "union A { cat(C) [type=cat], dog(D) [type=dog; type=puppy] }"
        ),
        (
            "A: {oneOf: [\(ref("C")), \(ref("D")), \(ref("F"))]}" + animals,
            "union A { cat(C) [=cat; object +type +lives], dog(D) [=dog; =puppy; object +type], f(F) [value] }"
        ),
        (
            "A: {anyOf: [\(ref("C")), \(ref("D"))]}" + animals,
            "union A { cat(C) [type=cat], dog(D) [type=dog; type=puppy] }"
        ),
        ("A: {anyOf: [\(ref("C")), \(ref("F"))]}" + animals, "overlap A { c(C) [], f(F) [] }"),
        (
            "A: {oneOf: [\(ref("X")), \(ref("Y"))], discriminator: {propertyName: k}}" + family,
            "union A { x(X) [k=X; adds tag], y(Y) [k=Y; adds tag] }"
        ),
        (
            "A: {oneOf: [\(ref("X")), \(ref("Y")), \(ref("Z"))], discriminator: {propertyName: k}}" + family,
            "union A { x(X) [k=X; adds tag], y(Y) [k=Y; adds tag], other(Z) [k=Other] }"
        ),
        (
            "A: {oneOf: [{title: X, required: [m], properties: {m: {required: [k], properties: {k: {const: x}}}}}, {title: Y, required: [m], properties: {m: {required: [k], properties: {k: {const: y}}}}}]}",
            "union A { x(A.X) [value], y(A.Y) [value], struct X { m: A.X.M, struct M { k: string } }, struct Y { m: A.Y.M, struct M { k: string } } }"
        ),
        (
            "A: {oneOf: [{type: string}, {type: integer}, {type: boolean}, {type: array, items: {type: string}}, {type: object}]}",
            "union A { string(string) [value], integer(int64) [value], boolean(boolean) [value], stringArray([string]) [value], object([String: json]) [value] }"
        ),
        ("A: {type: [string, integer]}", "union A { integer(int64) [value], string(string) [value] }"),
        ("A: {oneOf: [{type: string, format: uuid}, {type: string}]}", "A = string"),
        (
            "A: {oneOf: [{type: integer}, {type: number}]}",
            "union A { integer(int64) [value], number(double) [value] }"
        ),
        ("A: {oneOf: [{type: integer, format: int32}, {type: number}]}", "A = double"),
        (
            "A: {oneOf: [\(ref("E"))], discriminator: {propertyName: kind}}\nE: {required: [kind, a], properties: {a: {}}}",
            "A = E"
        ),
        (
            "A: {oneOf: [\(ref("E")), \(ref("C"))], discriminator: {propertyName: kind}}\nE: {required: [kind, a], properties: {a: {}}}"
                + animals,
            "union A { e(E) [kind=E; adds tag], c(C) [kind=C; adds tag] }"
        ),
        (
            "A: {oneOf: [{type: string, format: date}, {type: string, format: date-time}]}",
            "union A { date(date) [value], dateTime(dateTime) [value] }"
        ),
        (
            "A: {oneOf: [{title: Big, required: [a, b], properties: {a: {}, b: {}}}, {title: Small, required: [a], properties: {a: {}}}]}",
            "union A { big(A.Big) [object +b], small(A.Small) [value], struct Big { a: json, b: json }, struct Small { a: json } }"
        ),
        (
            "A: {oneOf: [{title: Small, required: [a], properties: {a: {}}}, {title: Big, required: [a, b], properties: {a: {}, b: {}}}]}",
            "union A { small(A.Small) [value], big(A.Big) [object +b], struct Small { a: json }, struct Big { a: json, b: json } }"
        ),
        (
            "A: {oneOf: [{title: X, properties: {a: {}}}, {title: Y, properties: {b: {}}}]}",
            "union A? { x(A.X) [object ~b], y(A.Y) [value], struct X { a: json? }, struct Y { b: json? } }"
        ),
        (
            "A: {oneOf: [{title: X, properties: {a: {additionalProperties: false, properties: {b: {}}}}}, {title: Y, required: [c], properties: {a: {additionalProperties: false, properties: {d: {}}}, c: {}}}]}",
            "union A { x(A.X) [object -a.d], y(A.Y) [object +c -a.b], struct X { a: A.X.A?, struct A { b: json? } }, struct Y { a: A.Y.A?, c: json, struct A { d: json? } } }"
        ),
        (
            "A: {anyOf: [{title: X, properties: {k: {const: 1}, a: {properties: {b: {}}}}}, {title: Y, properties: {k: {const: 2}, a: {properties: {d: {}}}}}, {title: Z, required: [k], properties: {k: {const: 3}, a: {properties: {e: {}}}}}]}",
            "union A? { x(A.X) [k=1; object -k ~a.d], y(A.Y) [k=2; object -k], z(A.Z) [k=3], struct X { k: int64?, a: A.X.A?, struct A { b: json? } }, struct Y { k: int64?, a: A.Y.A?, struct A { d: json? } }, struct Z { k: int64, a: A.Z.A?, struct A { e: json? } } }"
        ),
        ("A: {oneOf: [\(ref("C"))]}" + animals, "A = C"),
        (
            "A: {oneOf: [{oneOf: [{type: string}, {type: integer}]}, {type: boolean}]}",
            "union A { string(string) [value], integer(int64) [value], boolean(boolean) [value] }"
        ),
        ("A: {anyOf: [{type: string}, {}]}", "union A { string(string) [value] }"),
        (
            "A: {properties: {a: {oneOf: [{enum: [auto]}, {required: [name], properties: {name: {}}}]}}}",
            "struct A { a: A.A?, union A { object(A.A.Object) [value], struct Object { name: json } } }"
        ),
    ]

    @Test("oneOf and anyOf", arguments: unions.indices)
    func union(index: Int) throws { try check(Self.unions, at: index) }

    static let bases: [(schemas: String, outlines: [String: String])] = [
        (
            """
            P: {required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {cat: C}}}
            C: {allOf: [{$ref: '#/components/schemas/P'}, {properties: {lives: {}}}]}
            D: {allOf: [{$ref: '#/components/schemas/P'}]}
            H: {properties: {pet: {$ref: '#/components/schemas/P'}}}
            """,
            [
                "P": "union P { cat(C) [kind=cat; adds tag], d(D) [kind=D; adds tag] }",
                "C": "struct C { kind: string, lives: json? }",
                "D": "struct D { kind: string }", "H": "struct H { pet: P? }",
            ]
        ),
        (
            "P: {required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}",
            ["P": "struct P { kind: string }"]
        ),
        (
            """
            P: {required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
            C: {allOf: [{$ref: '#/components/schemas/P'}, {properties: {lives: {}}}]}
            """,
            [
                "P":
                    "union P { c(C) [kind=C; adds tag], p(P.P) [kind=P; adds tag], struct P { kind: string } }",
                "C": "struct C { kind: string, lives: json? }",
            ]
        ),
        (
            """
            K: {enum: [C, D, E]}
            P: {required: [kind], properties: {kind: {$ref: '#/components/schemas/K'}}, discriminator: {propertyName: kind}}
            C: {allOf: [{$ref: '#/components/schemas/P'}]}
            D: {allOf: [{$ref: '#/components/schemas/P'}]}
            """,
            [
                "K": "enum K: string { c, d, e }", "C": "struct C { kind: K }", "D": "struct D { kind: K }",
                "P": "union P { c(C) [kind=C; adds tag], d(D) [kind=D; adds tag] }",
            ]
        ),
        (
            """
            K: {enum: [P, C, Other]}
            P: {required: [kind], properties: {kind: {$ref: '#/components/schemas/K'}}, discriminator: {propertyName: kind, mapping: {C: C}}}
            C: {allOf: [{$ref: '#/components/schemas/P'}]}
            """,
            [
                "K": "enum K: string { p, c, other }", "C": "struct C { kind: K }",
                "P": "union P { c(C) [kind=C; adds tag] }",
            ]
        ),
    ]

    @Test("a mapping key that no value can have is reported, considering constants")
    func impossibleTag() throws {
        let lowered = try LoweredClient(
            schemas: """
                A: {oneOf: [\(Self.ref("B")), \(Self.ref("C"))], discriminator: {propertyName: k, mapping: {'True': B, 'true': B}}}
                B: {required: [k], properties: {k: {const: true}}}
                C: {required: [k], properties: {k: {const: false}}}
                """
        )
        #expect(lowered.outlines["A"] == "union A { b(B) [k=true], c(C) [k=false] }")
        #expect(lowered.diagnostics.map(\.message) == [.impossibleTag("True")])
    }

    @Test("a key of a mapping that selects no alternative is reported")
    func foreignTag() throws {
        let schemas =
            "A: {oneOf: [\(Self.ref("C")), \(Self.ref("D"))], discriminator: {propertyName: type, mapping: {f: F}}}"
        let lowered = try LoweredClient(schemas: schemas + Self.animals)
        #expect(lowered.outlines["A"] == "union A { cat(C) [type=cat], dog(D) [type=dog; type=puppy] }")
        #expect(lowered.diagnostics.map(\.message) == [.foreignTag("f")])
    }

    @Test("an enum for all alternatives that spells their names in another way selects them, with a warning")
    func spelledTags() throws {
        let lowered = try LoweredClient(
            schemas: """
                A: {oneOf: [\(Self.ref("Click")), \(Self.ref("KeyPress"))], discriminator: {propertyName: t}}
                E: {required: [t], properties: {t: {enum: [click, key_press, other]}}}
                Click: {allOf: [\(Self.ref("E"))], properties: {x: {type: integer}}}
                KeyPress: {allOf: [\(Self.ref("E"))], properties: {k: {type: integer}}}
                """
        )
        #expect(
            lowered.outlines["A"]
                == "union A { click(Click) [t=click; adds tag], keyPress(KeyPress) [t=key_press; adds tag] }")
        #expect(
            lowered.diagnostics.map(\.message) == [
                .tagBesideName("click", "Click"), .tagBesideName("key_press", "KeyPress"),
            ])
    }

    @Test("an example of a discriminator that is no schema's name is reported: such values are unrecognized")
    func unselectedExample() throws {
        func messages(_ discriminator: String) throws -> [Diagnostic.Message] {
            let lowered = try LoweredClient(
                schemas: """
                    A: {oneOf: [\(Self.ref("Click")), \(Self.ref("Key"))], discriminator: {propertyName: t\(discriminator)}}
                    Click: {required: [t], properties: {t: {type: string, example: click}, x: {type: integer}}}
                    Key: {required: [t], properties: {t: {type: string, example: Key}}, examples: [{t: KEY}]}
                    """
            )
            return lowered.diagnostics.map(\.message)
        }
        #expect(try messages("") == [.unselectedExample("click"), .unselectedExample("KEY")])
        #expect(try messages(", mapping: {click: Click, KEY: Key}").isEmpty)
        #expect(try messages(", defaultMapping: Key").isEmpty)
    }

    @Test("where a schema is used that inherits a discriminator, what builds on it is not kept, with a warning")
    func inheritedDiscriminator() throws {
        func messages(_ used: String) throws -> [Diagnostic.Message] {
            let lowered = try LoweredClient(
                schemas: """
                    A: {properties: {a: \(used)}}
                    Animal: {required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
                    Dog: {allOf: [\(Self.ref("Animal"))], properties: {x: {type: integer}}}
                    Puppy: {allOf: [\(Self.ref("Dog"))], properties: {y: {type: integer}}}
                    """
            )
            return lowered.diagnostics.map(\.message).filter { $0.rule == .discriminator }
        }
        #expect(try messages(Self.ref("Dog")) == [.inheritedDiscriminator("Dog", "Puppy", "Animal")])
        #expect(try messages("{type: array, items: \(Self.ref("Dog"))}").count == 1)
        for used in ["Animal", "Puppy"] { #expect(try messages(Self.ref(used)).isEmpty) }
        #expect(try messages("{oneOf: [\(Self.ref("Dog")), \(Self.ref("Puppy"))]}").isEmpty)
    }

    @Test("a discriminator's property that is a misspelling of what all alternatives have is reported")
    func misspelledProperty() throws {
        func messages(_ property: String) throws -> [Diagnostic.Message] {
            let lowered = try LoweredClient(
                schemas: """
                    A: {oneOf: [\(Self.ref("Cat")), \(Self.ref("Dog"))], discriminator: {propertyName: \(property)}}
                    Cat: {required: [kind], properties: {kind: {type: string}, x: {type: integer}}}
                    Dog: {required: [kind], properties: {kind: {type: string}, y: {type: integer}}}
                    """
            )
            return lowered.diagnostics.map(\.message)
        }
        #expect(try messages("knd") == [.misspelledTagProperty("knd", "kind")])
        #expect(try messages("kind").isEmpty)
        #expect(try messages("type").isEmpty)
    }

    @Test(
        "keys inside maps and inside the alternatives of properties tell types apart",
        arguments: [
            ("{additionalProperties: {properties: {%: {type: string}}}}", "p.*."),
            ("{additionalProperties: {type: array, items: {properties: {%: {type: string}}}}}", "p.*."),
            ("{anyOf: [{type: string}, {type: object, properties: {%: {type: string}}}]}", "p."),
            ("{anyOf: [{required: [%], properties: {%: {type: string}}}, {type: array, items: {type: string}}]}", ""),
            ("{properties: {q: {additionalProperties: {properties: {%: {type: string}}}}}}", "p.q.*."),
        ]
    )
    func innerKeys(property: String, path: String) throws {
        let members = ["a", "b"].map { "{title: \($0), properties: {p: \(property.replacing("%", with: $0))}}" }
        let lowered = try LoweredClient(schemas: "U: {oneOf: [\(members.joined(separator: ", "))]}")
        let outline = try #require(lowered.outlines["U"])
        let told = outline.split(separator: "[").dropFirst().first?.split(separator: "]").first
        #expect(told == (path.isEmpty ? "value" : "object ~\(path)b"))
    }

    @Test("a nullable tag is not overwritten")
    func nullTag() throws {
        let schemas = """
            A: {oneOf: [\(Self.ref("X")), \(Self.ref("C"))], discriminator: {propertyName: type}}
            X: {required: [type], properties: {type: {enum: [x, null]}}}
            """
        let lowered = try LoweredClient(schemas: schemas + Self.animals)
        #expect(lowered.outlines["A"] == "union A { x(X) [type=x; type=null], cat(C) [type=cat] }")
    }

    @Test("a schema with a discriminator stands for all schemas that extend it", arguments: bases.indices)
    func base(index: Int) throws {
        #expect(try LoweredClient(schemas: Self.bases[index].schemas).outlines == Self.bases[index].outlines)
    }

    @Test(
        "a change of one part survives beside parts with the same keys",
        arguments: [
            ("{type: object, additionalProperties: true}", true),
            ("{properties: {own: {}}, additionalProperties: {type: integer}}", true),
            ("{properties: {fins: {type: string}}}", true), ("{properties: {own: {}}}", false),
        ]
    )
    func sharedKeys(other: String, areShared: Bool) throws {
        let lowered = try LoweredClient(schemas: "A: {anyOf: [\(Self.ref("F")), \(other)]}" + Self.animals)
        let declaration = lowered.client.declarations.first { $0.name.last.text == "A" }
        guard case .overlap(let union) = declaration?.kind else {
            Issue.record("\(lowered.outlines)")
            return
        }
        #expect((union.sharedName != nil) == areShared)
    }
}
