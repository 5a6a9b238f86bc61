extension AttackTests {
    /// G1 to G24: text that attempts to end its literal or its comment.
    static let texts: [Attack] = [
        Attack(
            1, .schemas("A: {type: object, description: 'ok */ func pwn() {} /*', properties: {a: {type: string}}}"),
            has: ["/// ok */ func pwn() {} /*"]),
        Attack(
            2,
            .schemas(
                #"A: {type: object, description: '/*', properties: {a: {type: string}}}\#nB: {type: object, description: '*/', properties: {a: {type: string}}}\#nC: {type: object, properties: {a: {type: string}}}"#
            ), has: ["struct A:", "struct B:", "struct C:"]),
        Attack(
            3, .schemas(#"A: {type: object, description: "line1\r\nlet pwned = 1", properties: {a: {type: string}}}"#),
            has: ["/// line1", "/// let pwned = 1"], lacks: [#"\#nlet pwned"#]),
        Attack(
            4,
            .schemas(
                #"A: {type: object, description: "a\rlet pwn = 1\x85let pwn = 2\u2028let pwn = 3\u2029let pwn = 4\x0blet pwn = 5\x0clet pwn = 6\0let pwn = 7", properties: {a: {type: string}}}"#
            ), has: ["/// let pwn = 6<U+0>let pwn = 7", "/// let pwn = 3"], lacks: [#"\#nlet pwn"#]),
        Attack(
            5,
            .schemas(
                #"A: {type: object, properties: {a: {type: string, default: 'a\(exit(9))b', enum: ['a\(exit(9))b', c]}}}"#
            ), has: [#""a\\(exit(9))b""#]),
        Attack(
            6,
            .schemas(
                #"A: {type: object, properties: {a: {type: string, default: '"; import Glibc; _ = system("pwn"); //', enum: ['"; import Glibc; _ = system("pwn"); //', c]}}}"#
            ), has: [#""\"; import Glibc; _ = system(\"pwn\"); //""#]),
        Attack(7, .schemas(#"A: {type: string, enum: ["a\nb", c]}"#), has: [#""a\nb""#]),
        Attack(
            8,
            .schemas(
                #"A: {type: string, enum: ["\u0600\"; pwn() //", "\"\u0301; pwn()", "\"\u200d; pwn()", "\\\u0301; pwn()"]}"#
            ),
            has: [#""\u{600}\"; pwn() //""#, #""\"\u{301}; pwn()""#, #""\"\u{200D}; pwn()""#, #""\\\u{301}; pwn()""#]),
        Attack(
            9, .schemas(###########"A: {type: string, enum: ['x"#', 'x"##########', '\#(1)']}"###########),
            has: [###########""x\"##########""###########, ##""\\#(1)""##]),
        Attack(10, .schemas(#"A: {type: string, enum: ['"""', 'ends in \']}"#), has: [#""\"\"\"""#, #""ends in \\""#]),
        Attack(
            11,
            .schemas(#"A: {type: string, description: "x\u202ey\u2066z\u2069", enum: ["x\u202ey", "x\u2066y\u2069"]}"#),
            has: [#""x\u{202E}y""#, "/// x<U+202E>y<U+2066>z<U+2069>"], lacks: [#"\#u{202E}"#, #"\#u{2066}"#]),
        Attack(
            12,
            .schemas(
                #"A: {type: string, enum: ["ab", "a\u200bb", "a\u2060b", "a\ufeffb", "a\u00adb", "a\U000E0001b"]}"#),
            has: ["case ab, aU200BB, aU2060B, aUFEFFB, aUADB, aUE0001B"], lacks: [#"\#u{200B}"#]),
        Attack(
            13, .schemas("A: {type: object, properties: {a: {type: integer, default: '0; pwn()'}}}"),
            says: ["warning: the default or constant does not fit its schema"], has: ["var a: Int64?"]),
        Attack(
            13, .schemas("A: {type: object, properties: {a: {type: integer, maximum: '1) + pwn('}}}"),
            says: [#"warning: expected a number here, not "1) + pwn(""#]),
        Attack(
            14, .schemas("A: {type: object, properties: {a: {type: number, default: 1e400}}}"),
            says: ["warning: the default or constant does not fit"]),
        Attack(
            14, .schemas("A: {type: object, properties: {a: {type: number, default: .inf}}}"),
            says: ["warning: the default or constant does not fit"]),
        Attack(
            14, .schemas("A: {type: object, properties: {a: {type: number, default: .nan}}}"),
            says: ["warning: the default or constant does not fit"]),
        Attack(14, .schemas("A: {type: object, properties: {a: {type: number, default: -0}}}")),
        Attack(
            14, .schemas("A: {type: object, properties: {a: {type: integer, default: 1_000}}}"),
            says: ["warning: the default or constant does not fit"]),
        Attack(
            14, .schemas("A: {type: object, required: [a], properties: {a: {type: integer, default: 0x10}}}"),
            has: ["Int64 = 16"]),
        Attack(
            14, .schemas("A: {type: object, properties: {a: {type: integer, default: 9223372036854775808}}}"),
            says: ["warning: the default or constant does not fit"]),
        Attack(
            14,
            .schemas(
                "A: {type: object, properties: {a: {type: integer, default: \(String(repeating: "9", count: 400))}}}"),
            says: ["warning: the default or constant does not fit"]),
        Attack(
            15,
            .schemas(
                "A: {type: object, properties: {a: {type: number, format: float, default: 0.1}, b: {type: number, default: 0.1, multipleOf: 0.01}}}"
            ), has: ["0.1"], lacks: ["0,1", "0.10000"]),
        Attack(
            16,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {parameters: [{name: 'a"b', in: query, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), has: [#""a\"b""#]),
        Attack(
            16,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {parameters: [{name: "X-Y\r\nEvil: 1", in: header, required: true, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), says: ["!is not a valid name of a header"]),
        Attack(
            16,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {responses: {'200': {description: d, content: {'application/json"; x': {}}}}}\#n"#
            ), says: ["!is not a media type"]),
        Attack(16, .schemas(#"A: {type: object, properties: {'a\(1)': {type: string}}}"#), has: [#""a\\(1)""#]),
        Attack(
            16,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {responses: {"200": {description: d, headers: {"X-Y\r\nEvil: 1": {schema: {type: string}}}}}}\#n"#
            ), says: [#"warning: "X-Y<U+000D><U+000A>Evil: 1" is not a valid name of a header"#], lacks: ["Evil"]),
        Attack(
            17, .text(Attack.head + #"paths:\#n  '/x"+pwn()+"':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["warning: "], has: ["%22+pwn()+%22"]),
        Attack(
            17, .text(Attack.head + #"paths:\#n  '/x\(1)':\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["warning: "], has: ["%5C(1)"]),
        Attack(
            17, .text(Attack.head + #"paths:\#n  "/x\n":\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["!has control characters"]),
        Attack(
            17, .text(Attack.head + #"paths:\#n  "/x\0":\#n    get: {responses: {'204': {description: d}}}\#n"#),
            says: ["!has control characters"]),
        Attack(
            18, .text(Attack.head + #"servers: [{url: 'https://h/"+pwn()+"'}]\#npaths: {}\#n"#),
            says: ["must begin with https://"]),
        Attack(
            18, .text(Attack.head + #"servers: [{url: 'javascript:pwn()'}]\#npaths: {}\#n"#),
            says: ["must begin with https://"], lacks: ["javascript"]),
        Attack(
            18, .text(Attack.head + #"servers: [{url: 'https://user:pw@h/'}]\#npaths: {}\#n"#),
            says: ["must begin with https://"], lacks: ["user:pw"]),
        Attack(18, .text(Attack.head + #"servers: [{url: 'http://h/'}]\#npaths: {}\#n"#), says: ["is not encrypted"]),
        Attack(
            19,
            .text(
                #"openapi: 3.0.3\#ninfo: {title: "x\n::error file=a.swift::owned \e[2J \e]52;c;aGk=\a", version: '1'}\#npaths: {}\#nx y: 1\#ninfos: {}\#n"#
            ), says: [#""infos" is not a field"#]),
        Attack(
            19, .schemas(#"A: {type: "x\n::error file=a.swift::owned\e[2J\e]52;c;aGk=\a"}"#),
            says: [#"!"x<U+000A>::error file=a.swift::owned<U+001B>[2J<U+001B>]52;c;aGk=<U+0007>" is not a type"#]),
        Attack(
            20,
            .schemas(
                #"A: {type: object, description: "swift-format-ignore-file\nswiftlint:disable all\nsourcery: x\nMARK: y", properties: {a: {type: string}}}"#
            ), has: ["swift-format ignore-file", "swiftlint :disable", "sourcery :", "MARK :"], lacks: ["swiftlint:"]),
        Attack(
            21,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {description: "```\nopen", parameters: [{name: q, in: query, description: "- Parameter x: y\n\n@Metadata { }\n<script>", schema: {type: string}}, {name: r, in: query, description: later, schema: {type: string}}], responses: {'204': {description: d}}}\#n"#
            ), has: ["later"]),
        Attack(
            22,
            .schemas(
                "A: {type: object, description: '\(String(repeating: "word ", count: 1_000_000))', properties: {a: {type: string}}}"
            ), has: ["word word"]),
        Attack(
            23,
            .schemas(
                #"A: {type: object, properties: {a: {type: string, deprecated: true, x-deprecated-message: '", renamed: "pwn'}}}"#
            ), lacks: ["renamed"]),
        Attack(
            24,
            .schemas(
                "A: {type: object, x-swift-type: pwn, x-go-type-import: pwn, x-ms-enum: {name: pwn}, x-codegen-a: pwn, properties: {a: {type: string, enum: [a, b], x-enum-varnames: ['pwn()', x]}}}"
            ), has: ["case pwn, x"], lacks: ["pwn("]),
    ]
}
