extension AttackTests {
    /// G25 to G41: names that attempt to be something else.
    static let names: [Attack] = [
        Attack(
            25,
            .schemas(
                #"A: {type: object, properties: {'self': {type: string}, 'Self': {type: string}, 'init': {type: string}, 'Type': {type: string}, 'Protocol': {type: string}, '_': {type: string}, 'some': {type: string}, 'any': {type: string}, 'actor': {type: string}, 'async': {type: string}, 'await': {type: string}, 'consume': {type: string}, 'borrowing': {type: string}, 'nonisolated': {type: string}, 'throws': {type: string}, 'inout': {type: string}, 'subscript': {type: string}, 'class': {type: string}, 'func': {type: string}, 'let': {type: string}}}\#nE: {type: string, enum: [self, Self, init, Type, Protocol, _, some, any, await, class]}"#
            ), has: ["`await`: String?", "`subscript`: String?"]),
        Attack(
            26,
            .schemas(
                #"String: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nInt: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nError: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nData: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nDate: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nURL: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nCodable: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nSendable: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nOptional: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nArray: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nResult: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nTask: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nFoundation: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nSwift: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nApiError: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nJSONValue: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}\#nObjectModel: {type: object, properties: {a: {type: string}, d: {type: string, format: date-time}, u: {type: string, format: uri}}}"#
            ), has: ["struct StringModel", "struct ErrorModel"]),
        Attack(
            27,
            .schemas(
                #"A: {type: string, enum: ['123', 1st, '-1', '+1', '', ' ', '.', '$', '@type', '$ref', 'a b', 'a-b', 'a.b', 'a/b']}\#n123: {type: object, properties: {a: {type: string}}}"#
            ), has: ["_123, _1st, minus1, plus1, empty, space, dot, dollar, type, ref"]),
        Attack(
            28,
            .schemas(
                #"A: {type: object, properties: {foo_bar: {type: string}, foo-bar: {type: string}, fooBar: {type: string}, URL: {type: string}, url: {type: string}}}\#nE: {type: string, enum: [a, A]}"#
            ), has: ["var foo_bar: String?", "var fooBar2: String?", "var fooBar: String?", "case a, A"]),
        Attack(
            29,
            .schemas(
                #"A: {type: object, properties: {"\u00e9": {type: string}, "e\u0301": {type: string}, "\u212b": {type: string}, "\u00c5": {type: string}}}"#
            ), has: [#"var \#u{E9}: String?"#, #"var \#u{E9}2: String?"#, #"var \#u{E5}2: String?"#]),
        Attack(
            30,
            .schemas(
                #"A: {type: object, properties: {"\U0001F511": {type: string}, "\u6771\u4eac": {type: string}, "\u0301": {type: string}, "\ue000": {type: string}, admin: {type: string}, "\u0430dmin": {type: string}}}"#
            ), has: ["var u1F511: String?", "var u301: String?", "var admin: String?", "var u430Dmin: String?"],
            lacks: [#"\#u{430}dmin: String"#]),
        Attack(
            31,
            .schemas(
                "A: {type: object, properties: {\(String(repeating: "a", count: 300))x: {type: string}, \(String(repeating: "a", count: 300))y: {type: string}}}"
            ), has: ["a_d5dbfe6dd769b13b: String?", "a_d5dbfd6dd769af88: String?"]),
        Attack(31, .schemas("\(String(repeating: "N", count: 300)): {type: object}")),
        Attack(
            32,
            .schemas(
                #"A: {type: object, properties: {"a`b": {type: string}, "a\\b": {type: string}, "a\"b": {type: string}, "a\nb": {type: string}}}"#
            ), has: ["var aB4: String?", "var aB: String?"], lacks: ["`a"]),
        Attack(32, .schemas(#"A: {type: object, properties: {"a\0b": {type: string}}}"#), has: [#""a\u{0}b""#]),
        Attack(33, .schemas("'../../evil': {type: object, properties: {a: {type: string}}}"), has: ["struct Evil"]),
        Attack(
            33, .schemas("/etc/cron.d/x: {type: object, properties: {a: {type: string}}}"), has: ["struct EtcCronDX"]),
        Attack(33, .schemas(#"'C:\x': {type: object, properties: {a: {type: string}}}"#), has: ["struct CX"]),
        Attack(33, .schemas("CON: {type: object, properties: {a: {type: string}}}"), has: ["struct CONModel"]),
        Attack(33, .schemas("nul.txt: {type: object, properties: {a: {type: string}}}"), has: ["struct NulTxt"]),
        Attack(33, .schemas("aux: {type: object, properties: {a: {type: string}}}"), has: ["struct AuxModel"]),
        Attack(33, .schemas("'x. ': {type: object, properties: {a: {type: string}}}"), has: ["struct X:"]),
        Attack(
            34,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {tags: [main], responses: {'204': {description: d}}}\#ncomponents: {schemas: {main: {type: object}, Package: {type: object}, Client: {type: object}}}\#n"#
            )),
        Attack(
            35,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {tags: [Tokens], responses: {'204': {description: d}}}\#ncomponents: {schemas: {Tokens: {type: object}, tokens: {type: object}, TOKENS: {type: object}}}\#n"#
            ), says: [#""Tokens" is called Tokens2"#]),
        Attack(
            40, .text(Attack.head + #"paths:\#n  /a:\#n    get: {responses: {'204': {description: d}}}\#n"#),
            has: ["func getA("]),
        Attack(
            40,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {operationId: get-token, responses: {'204': {description: d}}}\#n"#),
            has: ["func getToken("]),
        Attack(
            40,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {operationId: DELETE, responses: {'204': {description: d}}}\#n"#)),
        Attack(
            40,
            .text(
                Attack.head
                    + #"paths:\#n  /a:\#n    get: {operationId: a, responses: {'204': {description: d}}}\#n  /b:\#n    get: {operationId: a, responses: {'204': {description: d}}}\#n"#
            ), says: [#"another operation has the operationId "a" too; this one's method is called getB"#]),
    ]
}
