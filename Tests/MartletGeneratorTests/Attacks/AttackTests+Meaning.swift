extension AttackTests {
    /// G77 to G96: the meaning of the document.
    static let meaning: [Attack] = [
        Attack(
            77, .text(Attack.head + #"paths:\#n  '/a/{id}':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["is not declared with"]),
        Attack(
            77,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), says: ["does not contain the parameter"]),
        Attack(
            77,
            .text(
                Attack.head
                    + #"paths:\#n  '/a/{id}':\#n    get: {parameters: [{name: id, in: path, required: false, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), says: [#"must have "required: true""#]),
        Attack(
            77,
            .text(
                Attack.head
                    + #"paths:\#n  '/a/{id}{x}':\#n    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: x, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            )),
        Attack(
            77, .text(Attack.head + #"paths:\#n  '/a/{':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["!has unbalanced or empty braces"]),
        Attack(
            77,
            .text(
                Attack.head
                    + #"paths:\#n  '/a/{id}/{id}':\#n    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), says: [#"has the parameter "id" twice"#]),
        Attack(
            77,
            .text(
                Attack.head
                    + #"paths:\#n  '/a/{x}':\#n    get: {parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}\#n  '/a/{y}':\#n    get: {parameters: [{name: y, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), says: ["differ only in the names of parameters"]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  a:\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["!must begin with a slash"]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '/a?b=c':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            has: ["/a?b=c"]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '/a#f':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["has a fragment"]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '//a':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            has: [#""//a""#]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '/../x':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["!has a segment . or .."]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '/.':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["!has a segment . or .."]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '/a%2Fb':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            has: ["/a%2Fb"]),
        Attack(
            78, .text(Attack.head + #"paths:\#n  '/a b':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["percent-encoded"], has: ["/a%20b"]),
        Attack(
            79,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {parameters: [{name: Accept, in: header, schema: {type: string}}, {name: content-type, in: header, schema: {type: string}}, {name: Authorization, in: header, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), says: [#""Accept" is ignored"#, #""content-type" is ignored"#, #""Authorization" is ignored"#]),
        Attack(
            80,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    parameters: [{name: q, in: query, schema: {type: string}}]\#n    get: {parameters: [{name: q, in: query, schema: {type: integer}}, {name: q, in: header, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), has: ["q: Int64?"]),
        Attack(
            81, .schemas("A: {type: string, enum: [a, a]}"), says: [#"the enum lists "a" twice"#], has: [#"case a\#n"#]),
        Attack(
            81,
            .schemas(
                #"A: {type: string, nullable: true, enum: [a, null]}\#nC: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}"#
            ), has: ["var a: Nullable<A>?"]),
        Attack(81, .schemas("A: {enum: [a, 1, true]}"), has: ["case a, _1, `true`"]),
        Attack(81, .schemas("A: {type: string, enum: []}"), says: ["an enum needs at least one value"]),
        Attack(81, .schemas("A: {type: string, enum: ['a b', a_b, aB]}"), has: ["case aB2, a_b, aB"]),
        Attack(
            83,
            .schemas(
                #"A: {type: object, additionalProperties: {type: string}, properties: {additionalProperties: {type: string}, extra: {type: string}}}\#nB: {type: object, additionalProperties: false, properties: {a: {type: string}}}\#nD: {type: object, additionalProperties: true}"#
            ), has: ["var additionalProperties: String?", "var additionalProperties2: [String: String]"]),
        Attack(
            84, .schemas("A: {allOf: [{$ref: '#/components/schemas/A'}]}"), says: ["refers back to the schema itself"]),
        Attack(84, .schemas("A: {allOf: [{type: string}, {type: integer}]}"), says: ["no value can have this type"]),
        Attack(
            84,
            .schemas(
                "A: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}"
            ), says: ["some values fit several"], has: ["enum A"]),
        Attack(
            84,
            .schemas(
                #"A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: k}}\#nB: {type: object, properties: {a: {type: string}}}"#
            )),
        Attack(
            84,
            .schemas(
                "A: " + String(repeating: "{type: object, properties: {a: ", count: 10) + "{type: string}"
                    + String(repeating: "}}", count: 10))),
        Attack(
            86, .schemas("A: {type: object, required: [a, b], properties: {a: {type: string}}}"),
            has: [#"var a: String\#n"#, "var b: JSONValue"]),
        Attack(
            86,
            .schemas(
                "A: {type: object, required: [a, b], properties: {a: {type: string, nullable: true}, b: {type: string, readOnly: true}}}"
            ), has: ["var a: String?", "/// Only in responses."]),
        Attack(
            86, .schemas("A: {type: object, required: [a], properties: {a: {type: [string, 'null']}}}", .v31),
            has: ["var a: String?"]),
        Attack(
            87,
            .schemas(
                "A: {type: object, properties: {a: {type: string, pattern: '(a+)+$'}, b: {type: string, pattern: '('}, c: {type: string, pattern: '(?<=x)y'}}}"
            ), has: ["var a: String?"], lacks: ["NSRegularExpression"]),
        Attack(
            90, .text(#"openapi: 4.0.0\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#),
            says: [#"!OpenAPI version "4.0.0" is not supported"#]),
        Attack(
            90, .text(#"info: {title: T, version: '1'}\#npaths: {}\#n"#), says: ["!this is not an OpenAPI document"]),
        Attack(90, .text(#"openapi: 3.2.0\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#)),
        Attack(90, .text(#"swagger: '2.0'\#ninfo: {title: T, version: '1'}\#npaths: {}\#n"#)),
        Attack(91, .text(Attack.head31 + "")),
        Attack(91, .text(Attack.head31 + #"paths: {}\#n"#)),
        Attack(
            91, .text(Attack.head + #"paths:\#n  /a:\#n    get: {operationId: a}\#n"#),
            says: [#"lacks the required field "responses""#]),
        Attack(91, .text(Attack.head + #"paths:\#n  /a:\#n    get: {responses: {2XX: {description: d}}}\#n"#)),
        Attack(91, .text(Attack.head + #"paths:\#n  /a:\#n    get: {responses: {default: {description: d}}}\#n"#)),
        Attack(
            91, .text(Attack.head + #"paths:\#n  /a:\#n    get: {responses: {'99': {description: d}}}\#n"#),
            says: ["!is not a status"]),
        Attack(
            91, .text(Attack.head + #"paths:\#n  /a:\#n    get: {responses: {abc: {description: d}}}\#n"#),
            says: ["!is not a status"]),
        Attack(
            92,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'204': {description: d}}}\#n"#
            ), says: ["the body of a GET request has no defined meaning"]),
        Attack(
            92,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    delete: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'204': {description: d}}}\#n"#
            ), has: ["body: String"]),
        Attack(
            93,
            .schemas(
                "A: {type: object, not: {type: string}, if: {type: string}, unevaluatedProperties: false, properties: {a: {type: string}}}",
                .v31), has: ["struct A"]),
        Attack(
            93,
            .text(
                Attack.head31
                    + #"paths:\#n  /a:\#n    get: {operationId: a, callbacks: {c: {'{$url}': {post: {responses: {'204': {description: d}}}}}}, responses: {'200': {description: d, links: {l: {operationId: a}}}}}\#n"#
            ), has: ["func a("]),
    ]
}
