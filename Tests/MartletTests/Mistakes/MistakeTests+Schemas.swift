extension MistakeTests {
    static let schemas: [Mistake] = [
        Mistake(
            "properties misspelled", .schemas, "Pet: {type: object, proprties: {name: {type: string}}}",
            [
                #"5:21: error: "proprties" is not a field of the Schema Object; did you mean "properties"? [misspelled-field]"#
            ]),
        Mistake(
            "required misspelled", .schemas,
            "Pet: {type: object, requierd: [name], properties: {name: {type: string}}}",
            [
                #"5:21: error: "requierd" is not a field of the Schema Object; did you mean "required"? [misspelled-field]"#
            ]),
        Mistake(
            "a type that is none", .schemas, "Pet: {type: text}",
            [
                #"5:13: error: "text" is not a type of a schema; write string [wrong-value]"#
            ]),
        Mistake(
            "a type misspelled", .schemas, "Pet: {type: strng}",
            [
                #"5:13: error: "strng" is not a type of a schema; did you mean `string`? [wrong-value]"#
            ]),
        Mistake(
            "a type in capitals", .schemas, "Pet: {type: String}",
            [
                #"5:13: error: "String" is not a type of a schema; did you mean `string`? [wrong-value]"#
            ]),
        Mistake(
            "int for integer", .schemas, "Pet: {type: int}",
            [
                #"5:13: error: "int" is not a type of a schema; write integer [wrong-value]"#
            ]),
        Mistake(
            "date for a type", .schemas, "Pet: {type: date}",
            [
                #"5:13: error: "date" is not a type of a schema; write string and format: date [wrong-value]"#
            ]),
        Mistake(
            "the type null without quotes", .schemas, "Pet: {type: [string, null]}",
            [
                #"5:22: warning: write the type "null" in quotes [null]"#
            ]),
        Mistake(
            "nullable in 3.1", .schemas, "Pet: {type: string, nullable: true}",
            [
                #"5:31: warning: "nullable" is not a keyword since OpenAPI 3.1: add "null" to the types instead; here and elsewhere it is treated as in OpenAPI 3.0 [null]"#
            ]),
        Mistake(
            "a format misspelled", .schemas, "Pet: {type: string, format: datetime}",
            [
                #"5:6: warning: the format "datetime" is unknown and ignored; did you mean `date-time`? [unknown-format]"#
            ]),
        Mistake(
            "a format of one's own", .schemas, "Pet: {type: string, format: money}",
            [
                #"5:6: warning: the format "money" is unknown and ignored; set a Swift type for it with formats in the configuration [unknown-format]"#
            ]),
        Mistake(
            "required at the property", .schemas,
            "Pet: {type: object, properties: {name: {type: string, required: true}}}",
            [
                #"5:65: warning: "required" must be a list of names in the object that has the property; it is ignored here [required]"#
            ]),
        Mistake(
            "a required property that is not declared", .schemas,
            "Pet: {type: object, required: [nmae], properties: {name: {type: string}}}",
            [
                #"5:6: warning: the required property "nmae" is not among the properties; did you mean `name`? [required]"#
            ]),
        Mistake(
            "a name twice in required", .schemas,
            "Pet: {type: object, required: [name, name], properties: {name: {type: string}}}",
            [
                #"5:38: warning: "name" is listed twice in "required" [required]"#
            ]),
        Mistake(
            "a list of items", .schemas, "Pet: {type: array, items: [{type: string}]}",
            [
                #"5:27: warning: "items" must be one schema; write "prefixItems" for a list of schemas by position [wrong-value]"#
            ]),
        Mistake(
            "an empty enum", .schemas, "Pet: {type: string, enum: []}",
            [
                "5:27: warning: an enum needs at least one value; this one is ignored [enum-value]"
            ]),
        Mistake(
            "a value twice in an enum", .schemas, "Pet: {type: string, enum: [cat, dog, cat]}",
            [
                #"5:38: warning: the enum lists "cat" twice; remove one [enum-value]"#
            ]),
        Mistake(
            "a number in an enum of text", .schemas, "Pet: {type: string, enum: [1.0, 1.1]}",
            [
                #"5:28: warning: the value "1.0" is not of the schema's type; if it is text, put quotes around it [enum-value]"#,
                #"5:33: warning: the value "1.1" is not of the schema's type; if it is text, put quotes around it [enum-value]"#,
            ]),
        Mistake(
            "a number as the constant of text", .schemas,
            "Pet: {type: object, properties: {kind: {type: string, const: 5}}}",
            [
                #"5:62: warning: the value "5" is not of the schema's type; if it is text, put quotes around it [enum-value]"#
            ]),
        Mistake(
            "a number as the constant of a component of text", .schemas, "Kind: {type: string, const: 5}",
            [
                #"5:29: warning: the value "5" is not of the schema's type; if it is text, put quotes around it [enum-value]"#
            ]),
        Mistake(
            "text as the constant of a number", .schemas, "Pet: {allOf: [{type: number}, {const: '1.5'}]}",
            [
                #"5:39: warning: the value "1.5" is not of the schema's type; write numbers, true and false without quotes [enum-value]"#
            ]),
        Mistake(
            "yes and no as Booleans", .schemas, "Pet: {type: boolean, enum: [true, no]}",
            [
                #"5:35: warning: the value "no" is not of the schema's type; write numbers, true and false without quotes [enum-value]"#
            ]),
        Mistake(
            "an object as the constant of text", .schemas, "Pet: {type: string, const: {a: 1}}",
            [
                "5:28: warning: this value is not of the schema's type [enum-value]"
            ]),
        Mistake(
            "a reference to a schema misspelled", .schemas,
            "Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Ower'}}}, Owner: {type: string}",
            [
                ##"5:48: error: the target of the reference "#/components/schemas/Ower" does not exist; did you mean `Owner`? [broken-reference]"##
            ]),
        Mistake(
            "a reference without its hash", .schemas,
            "Pet: {type: object, properties: {owner: {$ref: 'Owner'}}}, Owner: {type: string}",
            [
                #"5:48: error: there is no file "Owner"; did you mean `#/components/schemas/Owner`? [broken-reference]"#
            ]),
        Mistake(
            "a reference into the old place", .schemas,
            "Pet: {type: object, properties: {owner: {$ref: '#/definitions/Owner'}}}, Owner: {type: string}",
            [
                ##"5:48: error: the target of the reference "#/definitions/Owner" does not exist; did you mean `#/components/schemas/Owner`? [broken-reference]"##
            ]),
        Mistake(
            "a reference to another host", .schemas, "Pet: {$ref: 'https://example.com/pet.yaml'}",
            [
                "5:13: error: martlet never fetches files from other hosts; save the file and refer to it by a relative path [broken-reference]"
            ]),
        Mistake(
            "a reference to a missing file", .schemas, "Pet: {$ref: 'pet.yml'}",
            [
                #"5:13: error: there is no file "pet.yml"; did you mean `pet.yaml`? [broken-reference]"#
            ]),
        Mistake(
            "a reference to itself", .schemas, "Pet: {$ref: '#/components/schemas/Pet'}",
            [
                ##"5:13: error: the reference "#/components/schemas/Pet" is circular: it leads only to references [broken-reference]"##
            ]),
        Mistake(
            "properties as a list", .schemas, "Pet: {type: object, properties: [name]}",
            [
                "5:33: error: expected a mapping here, not a sequence; write keys with their values, without hyphens and brackets [wrong-value]"
            ]),
        Mistake(
            "a property without a schema", .schemas, "Pet: {type: object, properties: {name: }}",
            [
                "5:40: warning: the schema is empty; any value is accepted [empty-schema]"
            ]),
        Mistake(
            "a property as text", .schemas, "Pet: {type: object, properties: {name: string}}",
            [
                #"5:40: error: expected a mapping (Schema Object) here, not "string"; write {type: string} [wrong-value]"#
            ]),
        Mistake(
            "oneOf and anyOf at once", .schemas, "Pet: {oneOf: [{type: string}], anyOf: [{type: integer}]}",
            [
                "5:6: warning: the schema has both oneOf and anyOf; only oneOf is used [ignored-part]"
            ]),
        Mistake(
            "allOf of two types", .schemas, "Pet: {allOf: [{type: string}, {type: integer}]}",
            [
                "5:31: warning: no value can have this type and the types that allOf requires; any value is accepted [contradiction]"
            ]),
        Mistake(
            "limits that no value keeps", .schemas, "Pet: {type: integer, minimum: 5, maximum: 3}",
            [
                #"5:31: warning: no value is valid: "minimum" is "5", and "maximum" is "3" [contradiction]"#
            ]),
        Mistake(
            "alternatives in items", .document,
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {}
            definitions: {Pet: {items: [{type: string}, {type: 'null'}]}}
            """,
            [
                #"4:28: warning: "items" must be one schema; where the type is not array, a list is read as "anyOf" [wrong-value]"#
            ]),
        Mistake(
            "a discriminator with a missing schema", .schemas,
            "Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {cat: Cta}}}, Cat: {type: object, properties: {kind: {type: string}}}",
            [
                #"5:103: error: the components have no schema "Cta"; did you mean `Cat`? [broken-reference]"#
            ]),
        Mistake(
            "a default of another type", .schemas,
            "Pet: {type: object, properties: {age: {type: integer, default: young}}}",
            [
                "5:64: warning: the default or constant does not fit its schema, or its Swift type can't hold it exactly; the client does not send it [default-value]"
            ]),
        Mistake(
            "an example of another type", .schemas,
            "Pet: {type: object, properties: {age: {type: integer}}, example: {age: young}}",
            [
                "5:72: warning: the example does not fit its schema, which requires an integer here [example]"
            ]),
        Mistake(
            "jwt for a type", .schemas, "Pet: {type: jwt}",
            [
                #"5:13: error: "jwt" is not a type of a schema; write string, number, integer, boolean, array, object or null [wrong-value]"#
            ]),
        Mistake(
            "item for items", .schemas, "Pet: {type: array, item: {type: string}}",
            [
                #"5:20: error: "item" is not a field of the Schema Object; did you mean "items"? [misspelled-field]"#
            ]),
        Mistake(
            "an enum as text", .schemas, "Pet: {type: string, enum: a}",
            [
                #"5:27: error: expected a sequence here, not "a"; put it in brackets [wrong-value]"#
            ]),
        Mistake(
            "enums for enum", .schemas, "Pet: {type: string, enums: [a]}",
            [
                #"5:21: error: "enums" is not a field of the Schema Object; did you mean "enum"? [misspelled-field]"#
            ]),
        Mistake(
            "required as text", .schemas, "Pet: {type: object, required: name, properties: {name: {type: string}}}",
            [
                #"5:31: error: expected a sequence here, not "name"; put it in brackets [wrong-value]"#
            ]),
        Mistake(
            "ref without its sign", .schemas,
            "Pet: {type: object, properties: {owner: {ref: '#/components/schemas/Owner'}}}, Owner: {type: string}",
            [
                #"5:42: error: "ref" is not a field of the Schema Object; did you mean "$ref"? [misspelled-field]"#
            ]),
        Mistake(
            "a reference without quotes", .document,
            "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Pet:\n      $ref: #/components/schemas/Owner\n",
            [
                #"7:12: warning: a reference must be text; null is treated as the type "null"; put a reference in quotes: # begins a comment [unusual-reference]"#
            ]),
        Mistake(
            "a reference that lacks components", .schemas, "Pet: {$ref: '#/schemas/Owner'}, Owner: {type: string}",
            [
                ##"5:13: error: the target of the reference "#/schemas/Owner" does not exist; did you mean `#/components/schemas/Owner`? [broken-reference]"##
            ]),
        Mistake(
            "a reference in lower case", .schemas, "Pet: {$ref: '#/components/schemas/owner'}, Owner: {type: string}",
            [
                ##"5:13: error: the target of the reference "#/components/schemas/owner" does not exist; did you mean `Owner`? [broken-reference]"##
            ]),
        Mistake(
            "a reference with a backslash", .schemas, #"Pet: {$ref: 'owner\owner.yaml'}"#,
            [
                #"5:13: error: the reference "owner\owner.yaml" must be a relative path with forward slashes [broken-reference]"#
            ]),
        Mistake(
            "allOf as a mapping", .schemas, "Pet: {allOf: {$ref: '#/components/schemas/Owner'}}, Owner: {type: string}",
            [
                "5:14: error: expected a sequence here, not a mapping; begin each element with a hyphen, or put all of them in brackets [wrong-value]"
            ]),
        Mistake(
            "a keyword in lower case", .schemas,
            "Pet: {type: object, properties: {id: {type: string, readonly: true}}}",
            [
                #"5:53: error: "readonly" is not a field of the Schema Object; did you mean "readOnly"? [misspelled-field]"#
            ]),
        Mistake(
            "a discriminator as text", .schemas,
            "Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: kind}, Cat: {type: object, properties: {kind: {type: string}}}",
            [
                #"5:67: error: expected a mapping (Discriminator Object) here, not "kind"; write {propertyName: kind} [wrong-value]"#
            ]),
        Mistake(
            "a property beside properties", .schemas, "Pet: {type: object, name: {type: string}}",
            [
                #"5:21: warning: "name" is not a field of the Schema Object; it is ignored; put a property into properties [unknown-field]"#
            ]),
    ]
}
