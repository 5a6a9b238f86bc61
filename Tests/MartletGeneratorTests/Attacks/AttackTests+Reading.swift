extension AttackTests {
    /// G42 to G76: references, YAML and JSON.
    static let reading: [Attack] = [
        Attack(42, .schemas("A: {$ref: 'file:///etc/passwd'}"), says: ["!martlet never fetches"]),
        Attack(42, .schemas("A: {$ref: '/etc/passwd'}"), says: ["!must be a relative path"]),
        Attack(42, .schemas("A: {$ref: '../../../../etc/passwd'}"), says: ["!"]),
        Attack(42, .schemas("A: {$ref: '..%2f..%2fetc/passwd'}"), says: ["!"]),
        Attack(42, .schemas(#"A: {$ref: '\\host\share'}"#), says: ["!must be a relative path"]),
        Attack(42, .schemas("A: {$ref: '//h/x'}"), says: ["!martlet never fetches"]),
        Attack(43, .schemas("A: {$ref: 'http://169.254.169.254/x#/a'}"), says: ["!martlet never fetches"]),
        Attack(43, .schemas("A: {$ref: 'http://127.0.0.1:9/x#/a'}"), says: ["!martlet never fetches"]),
        Attack(
            44,
            .schemas(
                #"A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {a: 'http://h/x'}}}\#nB: {type: object, properties: {k: {type: string}}}"#
            ), says: ["!martlet never fetches"]),
        Attack(
            44,
            .text(
                Attack.head31
                    + #"externalDocs: {url: 'http://h/x'}\#njsonSchemaDialect: 'http://h/d'\#npaths: {}\#ncomponents: {schemas: {A: {$id: 'http://h/a', $schema: 'http://h/s', type: object}}, examples: {E: {externalValue: 'http://h/x'}}}\#n"#
            ), lacks: ["http://h"]),
        Attack(47, .schemas("A: {$ref: '#'}"), says: ["is not a field of the Schema Object"]),
        Attack(
            47, .schemas(#"A: {$ref: '#/components/schemas/B'}\#nB: {$ref: '#/components/schemas/A'}"#),
            says: ["!is circular"]),
        Attack(
            47,
            .schemas(
                #"A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\#nB: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}"#
            ), has: ["struct A", "struct B"]),
        Attack(
            48,
            .schemas(
                #"A: {$ref: '#/components/schemas/a%20b'}\#n'a b': {type: object}\#n'a/b': {type: object}\#n'a~1': {type: object}"#
            ), says: ["warning: "]),
        Attack(
            48,
            .schemas(
                #"A: {$ref: '#/components/schemas/a~1b'}\#n'a b': {type: object}\#n'a/b': {type: object}\#n'a~1': {type: object}"#
            ), says: ["warning: "]),
        Attack(
            48,
            .schemas(
                #"A: {$ref: '#/components/schemas/a~01'}\#n'a b': {type: object}\#n'a/b': {type: object}\#n'a~1': {type: object}"#
            ), says: ["warning: "]),
        Attack(
            48,
            .schemas(
                #"A: {$ref: '#/components/schemas/a%7E1b'}\#n'a b': {type: object}\#n'a/b': {type: object}\#n'a~1': {type: object}"#
            ), says: ["warning: "]),
        Attack(
            48,
            .schemas(
                #"A: {$ref: '#/components/schemas/missing'}\#n'a b': {type: object}\#n'a/b': {type: object}\#n'a~1': {type: object}"#
            ), says: ["!does not exist"]),
        Attack(
            48,
            .schemas(
                #"A: {$ref: '#/components/schemas/X/allOf/0'}\#nX: {allOf: [{type: object, properties: {b: {type: string}}}]}"#
            ), has: ["var b: String?"]),
        Attack(
            48, .schemas(#"A: {$ref: '#/components/schemas/X/allOf/00'}\#nX: {allOf: [{type: object}]}"#),
            says: ["!does not exist"]),
        Attack(
            48, .schemas(#"A: {$ref: '#/components/schemas/X/allOf/-'}\#nX: {allOf: [{type: object}]}"#),
            says: ["!does not exist"]),
        Attack(
            49,
            .schemas(
                #"A: {type: object, properties: {b: {$ref: '#/components/schemas/B', description: sibling}}}\#nB: {type: string}"#
            ), says: [#"warning: "description" beside $ref is ignored"#], lacks: ["sibling"]),
        Attack(
            49,
            .schemas(
                #"A: {type: object, properties: {b: {$ref: '#/components/schemas/B', description: sibling}}}\#nB: {type: string}"#,
                .v31), has: ["/// sibling"]),
        Attack(
            50,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/responses/X'}}}}}}\#ncomponents: {responses: {X: {description: d}}}\#n"#
            ), says: ["leads to the wrong section"]),
        Attack(50, .schemas("A: {$ref: 5}"), says: ["!expected the text of a reference"]),
        Attack(50, .schemas("A: {$ref: null}"), says: ["a reference must be text"]),
        Attack(50, .schemas("A: {$ref: ''}"), says: ["!expected the text of a reference"]),
        Attack(
            51,
            .text(
                #"a: &a0 [x]\#na1: &a1 [*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0]\#na2: &a2 [*a1,*a1,*a1,*a1,*a1,*a1,*a1,*a1,*a1]\#na3: &a3 [*a2,*a2,*a2,*a2,*a2,*a2,*a2,*a2,*a2]\#na4: &a4 [*a3,*a3,*a3,*a3,*a3,*a3,*a3,*a3,*a3]\#na5: &a5 [*a4,*a4,*a4,*a4,*a4,*a4,*a4,*a4,*a4]\#na6: &a6 [*a5,*a5,*a5,*a5,*a5,*a5,*a5,*a5,*a5]\#na7: &a7 [*a6,*a6,*a6,*a6,*a6,*a6,*a6,*a6,*a6]\#na8: &a8 [*a7,*a7,*a7,*a7,*a7,*a7,*a7,*a7,*a7]\#na9: &a9 [*a8,*a8,*a8,*a8,*a8,*a8,*a8,*a8,*a8]\#nopenapi: 3.0.3\#ninfo: {title: T, version: '1'}\#npaths: {}\#nx-a: *a9\#n"#
            ), says: ["!the aliases up to this one expand"]),
        Attack(52, .text(Attack.head + #"paths: {}\#nx-a: &x [*x]\#n"#), says: ["!refers to a node that contains it"]),
        Attack(52, .text(Attack.head + #"paths: {}\#nx-a: *y\#n"#), says: ["!there is no anchor"]),
        Attack(52, .text(Attack.head + #"paths: {}\#nx-a: &k k\#nx-b: {*k : 1}\#n"#)),
        Attack(52, .text(Attack.head + #"paths: {}\#nx-a: &k 1\#nx-b: &k 2\#nx-c: *k\#n"#)),
        Attack(
            54,
            .schemas(
                "A: " + String(repeating: "{type: object, properties: {a: ", count: 60) + "{type: string}"
                    + String(repeating: "}}", count: 60))),
        Attack(
            55, .text(Attack.head + #"paths: {}\#npaths: {}\#n"#), says: [#"!duplicate key "paths", first used at 3:1"#]
        ),
        Attack(
            55, .schemas("A: {type: object, properties: {a: {type: string}, a: {type: string}}}"),
            says: [#"!duplicate key "a""#]),
        Attack(
            55,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {responses: {'200': {description: d}, 200: {description: e}}}\#n"#),
            says: [#"!duplicate key "200""#]),
        Attack(
            56,
            .text(Attack.head + #"x-b: &b {get: {responses: {'204': {description: d}}}}\#npaths: {/a: {<<: *b}}\#n"#),
            has: ["func getA("], lacks: ["<<"]),
        Attack(
            57,
            .schemas(
                #"A: {type: string, enum: [on, off, yes, no, y, n, NO]}\#nB: {type: object, properties: {on: {type: string}, NO: {type: string}}}"#
            ), has: ["case on, off, yes, no, y, n"], lacks: ["Bool"]),
        Attack(58, .text(#"openapi: 3.0.3\#ninfo: {title: T, version: 1.10}\#npaths: {}\#n"#)),
        Attack(58, .text(#"openapi: 3.0.3\#ninfo: {title: T, version: 2024-04-15}\#npaths: {}\#n"#)),
        Attack(
            58, .text(#"openapi: 3.0\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#),
            says: ["the version must have three parts"]),
        Attack(
            58,
            .schemas(
                "A: {type: object, required: [a, b, c, d, e], properties: {a: {type: number, default: 1e3}, b: {type: integer, default: 014}, c: {type: string, default: 1:30}, d: {type: integer, default: 0o14}, e: {type: number, default: 12e03}}}"
            ), has: ["a: Double = 1000.0, b: Int64 = 14, c: String = \"1:30\", d: Int64 = 12, e: Double = 12000.0"]),
        Attack(59, .text(Attack.head + #"paths: ~\#n"#)),
        Attack(
            59,
            .schemas(
                "A: {type: object, description: , properties: {a: {type: string, description: null, default: 'null'}}}")
        ),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !!python/object/apply:os.system ['id']\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !!binary aGk=\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !!timestamp 2024-01-01\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !!set {a}\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !!omap [a: b]\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !local x\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(
            60, .text(Attack.head + #"paths: {}\#nx-a: !<tag:x> x\#n"#),
            says: ["!is not supported; the tags of JSON's types are"]),
        Attack(60, .text(Attack.head + #"paths: {}\#nx-a: !!int '0x1'\#n"#)),
        Attack(61, .text(Attack.head + #"paths: {}\#nx-a: {? [a, b] : c}\#n"#), says: ["!a key must be a scalar"]),
        Attack(61, .text(Attack.head + #"paths: {}\#nx-a: {? {a: b} : c}\#n"#), says: ["!a key must be a scalar"]),
        Attack(61, .text(Attack.head + #"paths:\#n  /a:\#n    get: {responses: {200: {description: d}}}\#n"#)),
        Attack(61, .text(Attack.head + #"paths: {}\#nx-a: {null: x, 1: x, true: x}\#n"#)),
        Attack(62, .text(#"openapi: 3.0.3\#ninfo:\#n\#u{9}title: T\#n"#), says: ["!a tab indents this line"]),
        Attack(62, .text(#"openapi: 3.0.3\#ninfo: {title:\#u{9}T, version: '1'}\#npaths: {}\#n"#)),
        Attack(
            62,
            .text(
                #"{\#n\#u{9}"openapi": "3.0.3",\#n\#u{9}"info": {"title": "T", "version": "1"},\#n\#u{9}"paths": {}\#n}"#
            )),
        Attack(
            64, .text(#"{"openapi":"3.0.3","info":{"title":"\ud83d\ude00","version":"1"},"paths":{}}"#),
            has: [#"\#u{1F600}"#]),
        Attack(65, .text(#"{"openapi":"3.0.3","info":{"title":"\ud800","version":"1"},"paths":{}}"#), says: ["!"]),
        Attack(
            66,
            .text(
                #"{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/\#(String(repeating: "a", count: 2000))"\#n: {}}}"#
            )),
        Attack(
            66, .text(Attack.head + "paths:\n  /\(String(repeating: "a", count: 2000)): {}\n"),
            says: ["!write a key of more than 1024 characters as `? key`"]),
        Attack(
            67,
            .text(
                #"{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"A":{"type":"string","enum":["a\#u{85}b","a\#u{2028}b","a\#u{2029}b","a\#u{7F}b","a\#u{FFFE}b"]}}}}"#
            ), has: [#""a\u{85}b""#, #""a\u{2028}b""#, #""a\u{7F}b""#, #""a\u{FFFE}b""#], lacks: [#"\#u{85}"#]),
        Attack(68, .schemas(#"A: {type: string, enum: ["a\0b"]}"#), has: [#""a\u{0}b""#]),
        Attack(68, .schemas(#"A: {type: object, properties: {"a\0b": {type: string}}}"#), has: [#""a\u{0}b""#]),
        Attack(
            69,
            .text(
                #"---\#nopenapi: 3.0.3\#ninfo: {title: T, version: '1'}\#npaths: {}\#n---\#nopenapi: 3.0.3\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#
            ), says: ["!a second document begins here"]),
        Attack(69, .text(""), says: ["!the document is empty"]),
        Attack(69, .text(#"# nothing\#n"#), says: ["!the document is empty"]),
        Attack(69, .text("[]"), says: ["!expected a mapping"]),
        Attack(69, .text("hello"), says: ["!expected a mapping"]),
        Attack(
            69, .text(#"%YAML 1.3\#n---\#nopenapi: 3.0.3\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#), says: ["!"]
        ),
        Attack(
            69, .text(#"%YAML 2.0\#n---\#nopenapi: 3.0.3\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#), says: ["!"]
        ),
        Attack(69, .text(#"%FOO\#n---\#nopenapi: 3.0.3\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#), says: ["!"]),
        Attack(
            73,
            .text(
                #"openapi: 3.0.3\#ninfo: {title: T, description: x, version: '1'}\#npaths: {}\#ncomponents:\#n  schemas:\#n    A:\#n      type: string\#n      enum:\#n      - |2+\#n          a\#n\#n      - >-\#n        b\#n        c\#n"#
            ), has: [#""  a\n\n""#, #""b c""#]),
    ]
}
