extension MistakeTests {
    static let configuration: [Mistake] = [
        Mistake(
            "a key misspelled", .configuration, "ouput: out",
            [
                #"3:1: error: "ouput" is not a key of the configuration; did you mean `output`? [configuration]"#
            ]),
        Mistake(
            "a key of another tool", .configuration, "generate: [types, client]",
            [
                #"3:1: error: "generate" is not a key of the configuration [configuration]"#
            ]),
        Mistake(
            "an access level that is none", .configuration, "access: open",
            [
                #"3:9: error: "open" is not a value of access; write public, package or internal [configuration]"#
            ]),
        Mistake(
            "an access level misspelled", .configuration, "access: publc",
            [
                #"3:9: error: "publc" is not a value of access; did you mean `public`? [configuration]"#
            ]),
        Mistake(
            "a keyword for the client", .configuration, "client: class",
            [
                #"3:9: error: "client" can't be class, which Swift, Foundation or the runtime needs for something else [configuration]"#
            ]),
        Mistake(
            "a type of Swift for the client", .configuration, "client: String",
            [
                #"3:9: error: "client" can't be String, which Swift, Foundation or the runtime needs for something else [configuration]"#
            ]),
        Mistake(
            "a client with a hyphen", .configuration, "client: pets-client",
            [
                #"3:9: error: "client" must be a Swift name: letters, digits and underscores, not beginning with a digit; for example PetsClient [configuration]"#
            ]),
        Mistake(
            "a type that formats can't set", .configuration, "formats: {date-time: NSDate}",
            [
                #"3:22: error: "NSDate" is not a type that formats can set; did you mean `Date`? [configuration]"#
            ]),
        Mistake(
            "an optional type for a format", .configuration, "formats: {uri: \"URL?\"}",
            [
                #"3:16: error: "URL?" is not a type that formats can set; did you mean `URL`? [configuration]"#
            ]),
        Mistake(
            "a name with a space", .configuration, "names: {operations: {getPets: get pets}}",
            [
                #"3:31: error: "get pets" can't be the name of "getPets"; a Swift name has letters, digits and underscores, and doesn't begin with a digit [configuration]"#
            ]),
        Mistake(
            "a key of names misspelled", .configuration, "names: {propertys: {Pet.name: title}}",
            [
                #"3:9: error: "propertys" is not a key of names; did you mean `properties`? [configuration]"#
            ]),
        Mistake(
            "a format misspelled", .configuration, "formats: {date-tme: Date}",
            [
                #"3:11: error: neither OpenAPI nor the document has a format "date-tme"; did you mean `date-time`? [configuration]"#
            ]),
        Mistake(
            "a schema misspelled in names", .configuration, "names: {schemas: {Pett: Animal}}",
            [
                #"3:19: error: the document has no schema "Pett"; did you mean `Pet`? [configuration]"#
            ]),
        Mistake(
            "a property misspelled in names", .configuration, "names: {properties: {Pet.nme: title}}",
            [
                #"3:22: error: the document has no schema "Pet" with a property "nme"; did you mean `Pet.name`? [configuration]"#
            ]),
        Mistake(
            "an operation misspelled in names", .configuration, "names: {operations: {getPts: pets}}",
            [
                #"3:22: error: the document has no operation "getPts"; did you mean `getPets`? [configuration]"#
            ]),
        Mistake(
            "a name that Swift needs", .configuration, "names: {schemas: {Pet: String}}",
            [
                "3:19: error: the name String can't be used, because Swift, Foundation or the runtime needs it [configuration]"
            ]),
        Mistake(
            "a secret without its schema", .configuration, "secrets: [token]",
            [
                #"3:11: error: write "token" as Schema.member, or as a JSON pointer [configuration]"#
            ]),
        Mistake(
            "a secret that is not there", .configuration, "secrets: [Pet.token]",
            [
                #"3:11: error: the document has no schema "Pet" with a property "token" [configuration]"#
            ]),
        Mistake(
            "a tag that is not there", .configuration, "include: {tags: [cats]}",
            [
                #"3:18: error: "cats" matches none of the tags of the document [configuration]"#
            ]),
        Mistake(
            "a kind of pattern misspelled", .configuration, "include: {tag: [pets]}",
            [
                #"3:11: error: "tag" is none of tags, paths, operations and schemas; did you mean `tags`? [configuration]"#
            ]),
        Mistake(
            "pages of no kind", .configuration, "pages: {getPets: {kind: all}}",
            [
                #"3:25: error: "all" is not a value of kind; write none, offset, page, cursor or link [configuration]"#
            ]),
        Mistake(
            "a rule misspelled", .configuration, "rules: {unknown-formt: off}",
            [
                #"3:9: error: "unknown-formt" is not a rule; did you mean `unknown-format`? [configuration]"#
            ]),
        Mistake(
            "a rule set to false", .configuration, "rules: {unknown-format: false}",
            [
                #"3:25: error: "false" is not a setting of a rule; write off, warning or error [configuration]"#
            ]),
        Mistake(
            "templates that are not there", .configuration, "templates: Template",
            [
                #"3:12: error: there is no folder "Template" [configuration]"#
            ]),
        Mistake(
            "a root that is not there", .configuration, "root: ../specs",
            [
                #"3:7: error: there is no folder "../specs" [configuration]"#
            ]),
        Mistake("the configuration's own folder as the root", .configuration, "root: .", []),
        Mistake(
            "too many shards", .configuration, "shards: 1000",
            [
                #"3:9: error: "shards" must be a number from 1 to 256 [configuration]"#
            ]),
        Mistake(
            "a value left out", .configuration, "output:",
            [
                #"3:8: error: "output" must be a string [configuration]"#
            ]),
        Mistake(
            "names without their kinds", .configuration, "names: {Pet: Animal}",
            [
                #"3:9: error: "Pet" is not a key of names; write schemas, operations, parameters, properties, enumCases, tags, headers, contents, webhooks, servers or credentials [configuration]"#
            ]),
        Mistake(
            "a name in brackets", .configuration, "names: {schemas: {Pet: [Animal]}}",
            [
                #"3:24: error: a sequence can't be the name of "Pet"; a Swift name has letters, digits and underscores, and doesn't begin with a digit [configuration]"#
            ]),
        Mistake(
            "shards in words", .configuration, "shards: many",
            [
                #"3:9: error: "shards" must be a number from 1 to 256 [configuration]"#
            ]),
        Mistake(
            "rules off at once", .configuration, "rules: off",
            [
                #"3:8: error: "rules" must be a mapping [configuration]"#
            ]),
        Mistake(
            "include as a list", .configuration, "include: [pets]",
            [
                #"3:10: error: "include" must be a mapping with the keys tags, paths, operations and schemas, and sequences of patterns [configuration]"#
            ]),
        Mistake(
            "one tag for a list of tags", .configuration, "include: {tags: pets}",
            [
                #"3:17: error: "include" must be a mapping with the keys tags, paths, operations and schemas, and sequences of patterns [configuration]"#
            ]),
        Mistake(
            "overlays as text", .configuration, "overlays: mend.yaml",
            [
                #"3:11: error: "overlays" must be a sequence of strings [configuration]"#
            ]),
        Mistake(
            "documentation of another kind", .configuration, "documentation: html",
            [
                #"3:16: error: "html" is not a value of documentation; write markdown or none [configuration]"#
            ]),
        Mistake(
            "embed for embedded", .configuration, "runtime: embed",
            [
                #"3:10: error: "embed" is not a value of runtime; write library or embedded [configuration]"#
            ]),
        Mistake(
            "true for keep", .configuration, "unknownProperties: true",
            [
                #"3:20: error: "true" is not a value of unknownProperties; write drop or keep [configuration]"#
            ]),
        Mistake(
            "pages of an operation misspelled", .configuration, "pages: {getPetz: {kind: offset}}",
            [
                #"3:9: error: the document has no operation "getPetz"; did you mean `getPets`? [configuration]"#
            ]),
        Mistake(
            "a key twice", .configuration, "access: public\naccess: internal",
            [
                #"4:1: error: duplicate key "access", first used at 3:1 [duplicate-key]"#
            ]),
        Mistake(
            "a property without its dot", .configuration, "names: {properties: {Pet name: title}}",
            [
                #"3:22: error: write "Pet name" as Schema.member, or as a JSON pointer [configuration]"#
            ]),
        Mistake(
            "the name of the client for a schema", .configuration, "names: {schemas: {Pet: PetsClient}}",
            [
                "3:19: error: the name PetsClient can't be used, because another thing in the same scope has it [configuration]"
            ]),
        Mistake(
            "a key behind a hyphen", .configuration, "- access: public",
            [
                "3:1: error: a hyphen begins an element of a sequence, but the lines above are keys; remove the hyphen, or indent it below the key that it belongs to [syntax]"
            ]),
        Mistake(
            "a folder for an overlay", .configuration, "overlays: [.]",
            [
                #"3:12: error: "." is a folder, not a file [configuration]"#
            ]),
        Mistake(
            "an overlay left out", .configuration, "overlays: [~]",
            [
                #"3:11: error: "overlays" must be a sequence of strings [configuration]"#
            ]),
        Mistake(
            "a bell in the output", .configuration, #"output: "out\a""#,
            [
                #"3:9: error: "output" must be a string; remove its control characters [configuration]"#
            ]),
        Mistake(
            "the folder of nothing as an earlier client", .configuration, "renamed: .",
            [
                #"3:10: error: the folder "." has no files that martlet wrote [configuration]"#
            ]),
        Mistake(
            "a type of Swift for the namespace", .configuration, "namespace: String",
            [
                #"3:12: error: "namespace" can't be String, which Swift, Foundation or the runtime needs for something else [configuration]"#
            ]),
        Mistake(
            "a no-break space after a colon of the configuration", .configuration, "access:\u{A0}public",
            [
                "3:8: error: a no-break space (U+00A0) follows the colon; put an ordinary space there [syntax]"
            ]),
    ]
}
