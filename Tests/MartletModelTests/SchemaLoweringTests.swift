import MartletModel
import MartletSource
import Testing

@Suite("Schemas become types")
struct SchemaLoweringTests {
    /// A schema named `A`, with others on further lines, and its expected declaration.
    typealias Row = (schemas: String, outline: String)

    func check(_ rows: [Row], at index: Int, version: String = "3.1.0") throws {
        let lowered = try LoweredClient(version: version, schemas: rows[index].schemas)
        #expect(lowered.outlines["A"] == rows[index].outline, "\(lowered.printed)")
    }

    static let scalars: [Row] = [
        ("A: {type: string}", "A = string"), ("A: {type: string, format: password}", "A = string"),
        ("A: {type: string, format: date-time}", "A = dateTime"), ("A: {type: string, format: date}", "A = date"),
        ("A: {type: string, format: uuid}", "A = uuid"), ("A: {type: string, format: byte}", "A = data"),
        ("A: {type: string, format: binary}", "A = string"), ("A: {type: string, format: unheard-of}", "A = string"),
        ("A: {type: string, contentEncoding: base64}", "A = data"), ("A: {type: boolean}", "A = boolean"),
        ("A: {type: integer}", "A = int64"), ("A: {type: integer, format: int32}", "A = int32"),
        ("A: {type: integer, format: uint8}", "A = int32"), ("A: {type: integer, format: uint32}", "A = int64"),
        ("A: {type: integer, format: uint64}", "A = uint64"),
        ("A: {type: integer, maximum: 18446744073709551615}", "A = uint64"),
        ("A: {type: integer, maximum: 18446744073709551616}", "A = decimal"),
        ("A: {type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000}", "A = int64"),
        ("A: {type: integer, minimum: 0, maximum: 18446744073709552000}", "A = uint64"),
        ("A: {type: integer, exclusiveMaximum: 18446744073709551616}", "A = uint64"),
        (
            "A: {type: integer, exclusiveMinimum: -9223372036854775809, exclusiveMaximum: 9223372036854775808}",
            "A = int64"
        ),
        ("A: {type: integer, exclusiveMaximum: 9223372036854775809}", "A = uint64"),
        ("A: {type: integer, maximum: 1e20}", "A = decimal"), ("A: {type: integer, maximum: 1e400}", "A = decimal"),
        ("A: {type: integer, maximum: 1.8446744073709551615e19}", "A = uint64"),
        ("A: {type: integer, maximum: 9223372036854775807.5}", "A = int64"),
        ("A: {type: integer, maximum: .inf}", "A = int64"),
        ("A: {type: integer, maximum: 0xFFFFFFFFFFFFFFFF}", "A = uint64"),
        ("A: {type: integer, minimum: -1, maximum: 18446744073709551615}", "A = decimal"),
        ("A: {allOf: [{type: integer}, {maximum: 18446744073709551615}]}", "A = uint64"),
        (
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {maximum: 18446744073709551615}]}\nB: {type: integer}",
            "A = uint64"
        ),
        ("A: {$ref: '#/components/schemas/B', exclusiveMaximum: 1e20}\nB: {type: integer}", "A = decimal"),
        ("A: {allOf: [{$ref: '#/components/schemas/B'}, {maximum: 9}]}\nB: {type: integer}", "A = B"),
        ("A: {type: integer, format: int32, maximum: 4294967295}", "A = int64"),
        ("A: {type: integer, format: int32, maximum: 2147483647, minimum: -2147483648}", "A = int32"),
        ("A: {type: integer, format: int64, maximum: 18446744073709551615}", "A = uint64"),
        ("A: {type: integer, format: uint64, minimum: -1}", "A = decimal"),
        ("A: {type: number, format: float, maximum: 1e300}", "A = double"),
        ("A: {type: number, format: float, maximum: 3.4028235e38}", "A = float"),
        ("A: {type: [integer, number]}", "union A { integer(int64) [value], number(double) [value] }"),
        ("A: {const: 18446744073709551615}", "A = uint64"), ("A: {type: number, const: 1}", "A = double"),
        ("A: {type: [integer, number], const: 1}", "A = int64"),
        ("A: {type: integer, minimum: -9223372036854775809}", "A = decimal"),
        ("A: {type: string, format: int-or-string}", "union A { integer(int64) [value], string(string) [value] }"),
        (
            "A: {type: [string, 'null'], format: int-or-string}",
            "union A { integer(int64) [value], string(string) [value] }"
        ),
        ("A: {type: number}", "A = double"), ("A: {type: number, format: float}", "A = float"),
        ("A: {type: number, format: decimal}", "A = decimal"), ("A: {}", "A = json"), ("A: true", "A = json"),
        ("A: false", "A = json"), ("A: {description: d}", "A = json"), ("A: {not: {type: string}}", "A = json"),
        ("A: {type: 'null'}", "A = json"), ("A: {enum: []}", "A = json"),
    ]

    @Test(
        "a decimal number in text has its own type if the configuration asks for it",
        arguments: [("string", "DecimalText"), ("number", "decimal"), ("integer", "decimal")]
    )
    func decimalText(type: String, outline: String) throws {
        let lowered = try LoweredClient(
            schemas: "A: {type: \(type), format: money}",
            configure: { $0.formats = ["money": Identifier.type("Decimal")] }
        )
        #expect(lowered.outlines["A"] == "A = \(outline)")
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }

    /// Up to OpenAPI 3.0, a limit is exclusive by a flag.
    static let olderScalars: [Row] = [
        ("A: {type: integer, maximum: 9223372036854775808, exclusiveMaximum: true}", "A = int64"),
        ("A: {type: integer, maximum: 9223372036854775808, exclusiveMaximum: false}", "A = uint64"),
        ("A: {type: integer, maximum: 18446744073709551616, exclusiveMaximum: true}", "A = uint64"),
    ]

    @Test("exclusive limits by flag", arguments: olderScalars.indices)
    func olderScalar(index: Int) throws { try check(Self.olderScalars, at: index, version: "3.0.3") }

    @Test("scalars by type and format", arguments: scalars.indices)
    func scalar(index: Int) throws { try check(Self.scalars, at: index) }

    static let collections: [Row] = [
        ("A: {type: array, items: {type: string}}", "A = [string]"), ("A: {type: array}", "A = [json]"),
        ("A: {items: {type: string}}", "A = [string]"), ("A: {type: array, items: {}}", "A = [json]"),
        ("A: {type: array, items: {type: [string, 'null']}}", "A = [string?]"),
        ("A: {type: array, items: {type: object, properties: {b: {}}}}", "A = [AItem]"),
        ("A: {type: object}", "A = [String: json]"),
        ("A: {type: object, additionalProperties: {type: integer}}", "A = [String: int64]"),
        ("A: {additionalProperties: {type: [integer, 'null']}}", "A = [String: int64?]"),
        ("A: {type: object, additionalProperties: true}", "A = [String: json]"),
        ("A: {type: object, additionalProperties: {}}", "A = [String: json]"),
        ("A: {type: object, additionalProperties: false}", "struct A {}"),
        ("A: {type: object, patternProperties: {^a: {type: integer}, ^b: {type: integer}}}", "A = [String: json]"),
        ("A: {type: object, patternProperties: {^a: {type: integer}}}", "A = [String: json]"),
        ("A: {type: object, patternProperties: {.*: {type: integer}}}", "A = [String: int64]"),
        (
            "A: {type: object, patternProperties: {^a: {type: integer}}, additionalProperties: false}",
            "A = [String: int64]"
        ),
        (
            "A: {prefixItems: [{type: string}, {type: integer}], minItems: 1}",
            "tuple A { first: string, second: int64?, rest: json }"
        ),
        (
            "A: {prefixItems: [{type: string, title: Some name}], minItems: 1, items: false}",
            "tuple A { someName: string }"
        ),
        ("A: {prefixItems: [{type: string}], maxItems: 1}", "tuple A { first: string? }"),
        ("A: {prefixItems: [{type: string}], items: {type: boolean}}", "tuple A { first: string?, rest: boolean }"),
        (
            "A: {type: array, items: [{type: string}, {type: string}]}",
            "tuple A { first: string?, second: string?, rest: json }"
        ),
    ]

    @Test("arrays, maps and tuples", arguments: collections.indices)
    func collection(index: Int) throws { try check(Self.collections, at: index) }

    static let structures: [Row] = [
        (
            "A: {type: object, required: [_id], properties: {_id: {type: string}, b: {type: integer}}}",
            "struct A { id: string, b: int64? }"
        ),
        ("A: {properties: {b: {enum: [x, y]}}}", "struct A { b: A.B?, enum B: string { x, y } }"),
        (
            "A: {properties: {parts: {type: array, items: {properties: {n: {}}}}}}",
            "struct A { parts: [A.Part]?, struct Part { n: json? } }"
        ),
        (
            "A: {properties: {list: {type: array, items: {properties: {n: {}}}}}}",
            "struct A { list: [A.ListItem]?, struct ListItem { n: json? } }"
        ),
        ("A: {properties: {b: {}}, additionalProperties: true}", "struct A { b: json?, others: json }"),
        ("A: {properties: {b: {}}, additionalProperties: {type: string}}", "struct A { b: json?, others: string }"),
        ("A: {properties: {b: {}}, unevaluatedProperties: {type: string}}", "struct A { b: json?, others: string }"),
        ("A: {properties: {b: {}}, additionalProperties: false}", "struct A { b: json? }"),
        (
            "A: {properties: {b: {type: string}}, then: {required: [b], properties: {c: {type: string}}}}",
            "struct A { b: string?, c: string? }"
        ),
        (
            "A: {then: {properties: {b: {type: string}}}, else: {properties: {b: {type: integer}}}}",
            "struct A { b: A.B?, union B { string(string) [value], integer(int64) [value] } }"
        ),
        (
            "A: {properties: {b: {type: string}}, then: {properties: {c: {enum: [x]}}}, else: {properties: {c: {enum: [y]}}}}",
            "struct A { b: string?, c: A.C?, enum C: string { x, y } }"
        ),
        (
            "A: {allOf: [{then: {properties: {b: {$ref: '#/components/schemas/B'}}}}, {then: {properties: {b: {$ref: '#/components/schemas/C'}}}}]}"
                + "\nB: {required: [x], properties: {x: {}}}\nC: {required: [y], properties: {y: {}}}",
            "struct A { b: A.B?, union B { b(B) [object +x], c(C) [object +y] } }"
        ),
        (
            "A: {then: {properties: {b: {properties: {x: {}}}}}, else: {properties: {b: {properties: {y: {}}}}}}",
            "struct A { b: A.B?, struct B { x: json?, y: json? } }"
        ),
        (
            "A: {allOf: [{then: {properties: {b: {type: string}}}}, {then: {properties: {b: {type: integer}}}}, {properties: {b: {}}}]}",
            "struct A { b: json? }"
        ),
        ("A: {properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {type: string}", "struct A { b: B? }"),
        ("A: {required: [more], properties: {b: {}}}", "struct A { b: json?, more: json }"),
        (
            "A: {required: [more], properties: {b: {}}, additionalProperties: {type: string}}",
            "struct A { b: json?, more: string, others: string }"
        ),
        (
            "A: {required: [more], properties: {b: {}}, additionalProperties: false}",
            "struct A { b: json?, more: json? }"
        ),
        ("A: {type: object, required: [more]}", "A = [String: json]"),
        (
            "A: {required: [b], allOf: [{properties: {b: {}}}, {required: [b], properties: {c: {}}}]}",
            "struct A { b: json, c: json? }"
        ),
        (
            "A: {properties: {b: {}}, oneOf: [{required: [b], properties: {c: {}}}, {required: [b], properties: {d: {}}}]}",
            "struct A { b: json?, c: json?, d: json? }"
        ),
        ("A: {required: [d], properties: {b: {}}, then: {properties: {d: {}}}}", "struct A { b: json?, d: json? }"),
        (
            "A: {properties: {1: {}, a b: {}, a-b: {}, class: {}, self: {}}}",
            "struct A { _1: json?, aB: json?, aB2: json?, class: json?, selfValue: json? }"
        ),
    ]

    @Test("objects", arguments: structures.indices)
    func structure(index: Int) throws { try check(Self.structures, at: index) }

    static let nulls: [Row] = [
        ("A: {required: [b], properties: {b: {type: [string, 'null']}}}", "struct A { b: string|null }"),
        ("A: {properties: {b: {type: [string, 'null']}}}", "struct A { b: string?|null }"),
        ("A: {properties: {b: {enum: [x, null]}}}", "struct A { b: A.B?|null, enum B: string { x } }"),
        (
            "A: {properties: {b: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/B'}]}}}\nB: {type: string}",
            "struct A { b: B?|null }"
        ),
        (
            "A: {properties: {b: {anyOf: [{$ref: '#/components/schemas/B'}, {const: null}]}}}\nB: {type: string}",
            "struct A { b: B?|null }"
        ),
        (
            """
            A: {required: [b], properties: {b: {oneOf: [{enum: [x]}, {enum: ['']}, {$ref: '#/components/schemas/B'}]}}}
            B: {enum: [null]}
            """, "struct A { b: A.B|null, enum B: string { x, empty } }"
        ),
        (
            "A: {type: array, items: {oneOf: [{type: string}, {$ref: '#/components/schemas/B'}]}}\nB: {const: null}",
            "A = [string?]"
        ),
        (
            "A: {properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {type: [integer, 'null']}",
            "struct A { b: B?|null }"
        ),
        (
            "A: {properties: {b: {allOf: [{$ref: '#/components/schemas/B'}, {type: string}]}}}\nB: {type: [string, 'null']}",
            "struct A { b: B? }"
        ),
        (
            "A: {properties: {b: {allOf: [{$ref: '#/components/schemas/B'}, {maxLength: 3}]}}}\nB: {type: [string, 'null']}",
            "struct A { b: B?|null }"
        ),
        (
            "A: {allOf: [{properties: {b: {$ref: '#/components/schemas/B'}}}, {properties: {b: {type: string}}}]}\n"
                + "B: {type: [string, 'null']}",
            "struct A { b: B? }"
        ),
        (
            "A: {allOf: [{properties: {b: {type: [string, 'null']}}}, {properties: {b: {type: string}}}]}",
            "struct A { b: string? }"
        ),
        (
            "A: {properties: {b: {allOf: [{$ref: '#/components/schemas/B'}, {type: string}]}}}\n"
                + "B: {oneOf: [{type: string}, {type: integer}, {type: 'null'}]}",
            "struct A { b: B? }"
        ),
        (
            "A: {properties: {b: {allOf: [{$ref: '#/components/schemas/B'}, {maximum: 5}]}}}\nB: {type: [integer, 'null']}",
            "struct A { b: B?|null }"
        ),
        ("A: {properties: {b: {}}}", "struct A { b: json? }"),
        ("A: {type: [object, 'null'], properties: {b: {type: boolean}}}", "struct A { b: boolean? }"),
        ("A: {properties: {b: {type: string, nullable: true}}}", "struct A { b: string?|null }"),
    ]

    @Test("null in OpenAPI 3.1", arguments: nulls.indices)
    func null(index: Int) throws { try check(Self.nulls, at: index) }

    static let olderNulls: [Row] = [
        ("A: {required: [b], properties: {b: {type: string, nullable: true}}}", "struct A { b: string|null }"),
        ("A: {properties: {b: {type: string, nullable: true}}}", "struct A { b: string?|null }"),
        (
            "A: {properties: {b: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}}}\nB: {type: string}",
            "struct A { b: B?|null }"
        ),
        (
            "A: {properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {type: string, nullable: true}",
            "struct A { b: B?|null }"
        ),
        (
            "A: {properties: {b: {$ref: '#/components/schemas/B', nullable: true}}}\nB: {type: string}",
            "struct A { b: B? }"
        ),
        (
            "A: {properties: {b: {type: string, nullable: true, enum: [x, null]}}}",
            "struct A { b: A.B?|null, enum B: string { x } }"
        ),
    ]

    @Test("null in OpenAPI 3.0", arguments: olderNulls.indices)
    func olderNull(index: Int) throws { try check(Self.olderNulls, at: index, version: "3.0.3") }

    static let enumerations: [Row] = [
        ("A: {type: string, enum: [x, x, y]}", "enum A: string { x, y }"),
        (
            "A: {enum: ['', ASC, asc, '+1', '-1', 1st, self, init, default]}",
            "enum A: string { empty, ASC, asc, plus1, minus1, _1st, selfValue, initValue, default }"
        ),
        ("A: {type: integer, enum: [-1, 0, 1]}", "enum A: int64 { minus1, _0, _1 }"),
        ("A: {type: integer, format: int32, enum: [1]}", "enum A: int32 { _1 }"),
        ("A: {type: integer, format: int32, enum: [1, 3000000000]}", "enum A: int64 { _1, _3000000000 }"),
        ("A: {type: integer, enum: [1, 18446744073709551615]}", "A = uint64"),
        ("A: {type: integer, format: int64, enum: [1, 99999999999999999999]}", "A = decimal"),
        ("A: {type: integer, enum: [0x10, 0o10]}", "enum A: int64 { _0x10, _0o10 }"),
        ("A: {type: number, enum: [1.0, 1, 1.50, 1.5]}", "enum A: double { _1Point0, _1Point50 }"),
        ("A: {type: number, enum: [9007199254740993, 1e400, .inf, 2]}", "enum A: double { _2 }"),
        ("A: {type: integer, enum: [1.0, 2e1, -3.00]}", "enum A: int64 { _1, _20, minus3 }"),
        ("A: {type: integer, enum: [1, 1.0, 10, 1e1]}", "enum A: int64 { _1, _10 }"),
        ("A: {type: integer, enum: [1, 1e19]}", "A = uint64"), ("A: {type: integer, const: 1.0}", "A = int64"),
        ("A: {type: number, enum: [0.5, 1]}", "enum A: double { _0Point5, _1 }"),
        ("A: {enum: [1, '1', true]}", "enum A: json { _1, _1Value, true }"),
        ("A: {type: boolean, enum: [true]}", "A = boolean"),
        ("A: {type: object, enum: [{a: 1}]}", "A = [String: json]"),
        ("A: {type: string, enum: [1, 2]}", "enum A: string { _1, _2 }"),
        ("A: {const: x}", "A = string"), ("A: {const: 1}", "A = int64"),
        ("A: {oneOf: [{const: r, title: Read}, {const: w, title: Write}]}", "enum A: string { read, write }"),
        ("A: {anyOf: [{enum: [a]}, {type: string}]}", "enum A: string { a }"),
        ("A: {anyOf: [{enum: [a]}, {enum: [b]}, {type: string}]}", "enum A: string { a, b }"),
        ("A: {enum: [unrecognized, rawValue]}", "enum A: string { unrecognizedValue, rawValueMember }"),
    ]

    @Test("enumerations", arguments: enumerations.indices)
    func enumeration(index: Int) throws { try check(Self.enumerations, at: index) }

    private static let base = "\nB: {type: object, required: [id], properties: {id: {type: string}, kind: {enum: [x]}}}"

    static let compositions: [Row] = [
        (
            "A: {allOf: [{oneOf: [{type: string}, {type: integer}]}, {oneOf: [{type: integer}, {type: boolean}]}]}",
            "A = json"
        ),
        (
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [c], properties: {c: {}}}]}" + base,
            "struct A { id: string, kind: B.Kind?, c: json }"
        ),
        (
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [kind]}]}" + base,
            "struct A { id: string, kind: B.Kind }"
        ),
        ("A: {allOf: [{$ref: '#/components/schemas/B'}]}" + base, "A = B"),
        ("A: {allOf: [{$ref: '#/components/schemas/B'}], type: object, description: d}" + base, "A = B"),
        ("A: {$ref: '#/components/schemas/B', description: d}" + base, "A = B"),
        (
            "A: {$ref: '#/components/schemas/B', properties: {c: {}}}" + base,
            "struct A { id: string, kind: B.Kind?, c: json? }"
        ),
        (
            "A: {allOf: [{allOf: [{$ref: '#/components/schemas/B'}]}, {properties: {id: {type: string, maxLength: 3}}}]}"
                + base, "struct A { id: string, kind: B.Kind? }"
        ),
        ("A: {allOf: [{type: string}, {enum: [x]}]}", "enum A: string { x }"),
        ("A: {allOf: [{enum: [x, y]}, {enum: [y, z]}]}", "enum A: string { y }"),
        ("A: {allOf: [{enum: [x]}, {type: string, enum: [y]}]}", "enum A: string { x, y }"),
        ("A: {allOf: [{const: x}, {const: y}]}", "A = string"),
        ("A: {allOf: [{type: string}, {type: integer}]}", "A = json"),
        (
            "A: {allOf: [{properties: {b: {type: string}}}, {properties: {b: {enum: [x]}}}]}",
            "struct A { b: A.B?, enum B: string { x } }"
        ),
        ("A: {properties: {a: {}}, anyOf: [{required: [a]}, {required: [b]}]}", "struct A { a: json? }"),
        (
            "A: {properties: {a: {}}, oneOf: [{properties: {b: {type: string}}}, {properties: {c: {}}, required: [c]}]}",
            "struct A { a: json?, b: string?, c: json? }"
        ),
        (
            "A: {properties: {a: {}}, oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}\nC: {required: [c], properties: {c: {}}}"
                + base,
            "struct A { a: json?, variant: A.Variant in place, union Variant { b(B) [object +id], c(C) [object +c] } }"
        ),
        (
            "A: {allOf: [{properties: {a: {}}}, {$ref: '#/components/schemas/U'}]}\nU: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}\nC: {required: [c], properties: {c: {}}}"
                + base, "struct A { a: json?, u: U in place }"
        ),
    ]

    @Test("allOf beside other keywords", arguments: compositions.indices)
    func composition(index: Int) throws { try check(Self.compositions, at: index) }
}
