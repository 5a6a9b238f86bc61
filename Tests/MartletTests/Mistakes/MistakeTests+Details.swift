/// Mistakes of a character or a word.
extension MistakeTests {
    static let details: [Mistake] = [
        Mistake(
            "a no-break space after a colon", .document,
            "openapi: 3.0.3\ninfo:\n  title:\u{A0}T\n  version: '1'\npaths: {}\n",
            [
                "3:9: error: a no-break space (U+00A0) follows the colon; put an ordinary space there [syntax]"
            ]),
        Mistake(
            "a no-break space after the first colon", .document,
            "openapi:\u{A0}3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n",
            [
                "1:9: error: a no-break space (U+00A0) follows the colon; put an ordinary space there [syntax]"
            ]),
        Mistake(
            "a no-break space after the only colon", .document, "openapi: 3.0.3\ninfo:\n  title:\u{A0}T\npaths: {}\n",
            [
                "3:3: error: expected a mapping (Info Object) here, not \"title:\u{A0}T\"; put an ordinary space in place of the no-break space (U+00A0) that follows the colon [wrong-value]"
            ]),
        Mistake(
            "a no-break space after a colon in braces", .rest, "tags: [{name: a, description:\u{A0}b}]",
            [
                "4:18: error: \"description:\u{A0}b\" is not a field of the Tag Object; put an ordinary space in place of the no-break space (U+00A0) that follows the colon [misspelled-field]"
            ]),
        Mistake(
            "a no-break space after the colon of an element", .rest, "tags:\n  - name:\u{A0}a",
            [
                "5:5: error: expected a mapping (Tag Object) here, not \"name:\u{A0}a\"; put an ordinary space in place of the no-break space (U+00A0) that follows the colon [wrong-value]"
            ]),
        Mistake(
            "a merge conflict in braces", .document,
            "{openapi: 3.0.3,\n<<<<<<< HEAD\n\"info\": {},\n=======\n\"info\": {},\n>>>>>>> topic\n}\n",
            [
                "2:1: error: this line is a conflict marker of Git; keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>> [syntax]"
            ]),
        Mistake(
            "a merge conflict in text in quotes", .document,
            "openapi: 3.0.3\ninfo:\n  title: \"T\n<<<<<<< HEAD\n  one\n=======\n  two\n>>>>>>> topic\n\"\npaths: {}\n",
            [
                "4:1: error: this line is a conflict marker of Git; keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>> [syntax]"
            ]),
        Mistake(
            "a merge conflict in a string of JSON", .json,
            "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"T\n<<<<<<< HEAD\nx\"}}",
            [
                "2:1: error: this line is a conflict marker of Git; keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>> [syntax]"
            ]),
        Mistake(
            "a line separator in text without quotes", .document,
            "openapi: 3.0.3\ninfo:\n  title: a\u{2028}b\n  version: '1'\npaths: {}\n",
            [
                #"3:12: error: an invisible line separator (U+0085, U+2028 or U+2029) splits this line; remove it, or write it as \N, \L or \P in double quotes [syntax]"#
            ]),
        Mistake(
            "something else behind a line separator in quotes", .document,
            "openapi: 3.0.3\ninfo: {title: \"a\u{2028}b\", version: '1'}\npaths: 5\n",
            [
                #"3:8: error: expected a mapping here, not "5" [wrong-value]"#
            ]),
        Mistake(
            "something else behind a next line in quotes", .document,
            "openapi: 3.0.3\ninfo: {title: \"a\u{85}b\", version: 1}\npaths: {}\ntags: 5\n",
            [
                #"4:7: error: expected a sequence here, not "5"; put it in brackets [wrong-value]"#
            ]),
        Mistake(
            "a media type for content", .paths,
            "/p: {get: {responses: {'200': {description: d, content: application/json}}}}",
            [
                "4:59: error: expected a mapping here, not \"application/json\"; write {application/json: {schema: …}} [wrong-value]"
            ]),
        Mistake(
            "a path behind the name of a file", .schemas, "Pet: {$ref: 'pet.yaml/Cat'}",
            [
                #"5:13: error: there is no file "pet.yaml/Cat"; did you mean `pet.yaml#/Cat`? [broken-reference]"#
            ]),
        Mistake(
            "a reference without the slash after its hash", .schemas,
            "Pet: {$ref: '#components/schemas/Cat'}, Cat: {type: string}",
            [
                ##"5:13: error: the target of the reference "#components/schemas/Cat" does not exist; did you mean `#/components/schemas/Cat`? [broken-reference]"##
            ]),
        Mistake(
            "a reference to an anchor misspelled", .schemas, "Pet: {$ref: '#cta'}, Cat: {$anchor: cat, type: string}",
            [
                ##"5:13: error: the target of the reference "#cta" does not exist; did you mean `#cat`? [broken-reference]"##
            ]),
        Mistake(
            "a length in words", .schemas, "Pet: {type: string, minLength: ten}",
            [
                #"5:32: warning: expected a whole number from 0 on here, not "ten"; it is ignored [wrong-value]"#
            ]),
        Mistake(
            "a negative length", .schemas, "Pet: {type: array, items: {type: string}, maxItems: -1}",
            [
                #"5:53: warning: expected a whole number from 0 on here, not "-1"; it is ignored [wrong-value]"#
            ]),
        Mistake(
            "a length with a fraction of zero", .schemas, "Pet: {type: string, maxLength: 5.0}",
            []),
        Mistake(
            "a URL for the host", .document,
            "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: https://a.example/v1\nschemes: [https]\npaths: {}\n",
            [
                #"3:7: warning: "https://a.example/v1" is more than a host; "a.example" is used; schemes has the scheme, and basePath the path [server]"#
            ]),
        Mistake(
            "a base path without its slash", .document,
            "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: a.example\nbasePath: v1\npaths: {}\n",
            [
                #"4:11: warning: the basePath "v1" must begin with a slash; it is added [server]"#
            ]),
        Mistake(
            "http alone as a scheme", .document,
            "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: a.example\nschemes: [http]\npaths: {}\n",
            [
                #"4:11: warning: the server URL "http://a.example" is not encrypted; the client refuses it unless it's on this machine [insecure-server]"#
            ]),
        Mistake(
            "a link to an operation that is not there", .paths,
            "/p: {get: {operationId: readPet, responses: {'200': {description: d, links: {next: {operationId: readPets}}}}}}",
            [
                #"4:86: warning: the document has no operation with the operationId "readPets" that this link leads to; did you mean `readPet`? [broken-reference]"#
            ]),
        Mistake(
            "a method in place of a callback's URL", .paths,
            "/p: {post: {callbacks: {done: {post: {responses: {'200': {description: d}}}}}, responses: {'200': {description: d}}}}",
            [
                #"4:34: error: expected the URL of a callback here, such as {$request.body#/url}, not the method "post"; indent the methods below the URL [wrong-value]"#
            ]),
        Mistake(
            "no space behind a hyphen", .rest, "tags:\n  -name: a",
            [
                "5:3: error: expected a sequence here, not a mapping; put a space behind the hyphen [wrong-value]"
            ]),
        Mistake(
            "no space behind a hyphen in a list of words", .rest, "x-a: 1\nsecurity:\n  -key",
            [
                #"6:3: error: expected a sequence here, not "-key"; put a space behind the hyphen [wrong-value]"#
            ]),
        Mistake(
            "text that begins with an asterisk", .rest, "tags: [{name: *all}]",
            [
                #"4:15: error: there is no anchor "all" before this alias; put text that begins with * in quotes [syntax]"#
            ]),
        Mistake(
            "a backslash in double quotes", .rest, #"tags: [{name: "a\d"}]"#,
            [
                #"4:17: error: this is no escape sequence of YAML; write a backslash in double quotes as \\, or put the text in single quotes [syntax]"#
            ]),
        Mistake(
            "a collection of Postman", .json, #"{"info": {"_postman_id": "1", "name": "Pets"}, "item": []}"#,
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger"; this is a collection of Postman; export it as OpenAPI [version]"#
            ]),
        Mistake(
            "an AsyncAPI document", .document, "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\n",
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger"; this is an AsyncAPI document, which martlet doesn't read [version]"#
            ]),
        Mistake(
            "a JSON Schema", .json, #"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}"#,
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger"; this is a JSON Schema; refer to it from the components of an OpenAPI document [version]"#
            ]),
        Mistake(
            "an overlay", .document, "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: []\n",
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger"; this is an overlay; name it under overlays in martlet.yaml, after the document that it changes [version]"#
            ]),
        Mistake(
            "a configuration", .document, "spec: openapi.yaml\nmodule: PetsAPI\n",
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger"; this is a martlet.yaml; pass it with --config [version]"#
            ]),
        Mistake(
            "a style of the path in the query", .paths,
            "/p: {get: {parameters: [{name: q, in: query, style: matrix, schema: {type: string}}], responses: {'200': {description: d}}}}",
            [
                "4:55: warning: matrix is not a style of a parameter in query; form is used; write form, spaceDelimited, pipeDelimited or deepObject [wrong-value]"
            ]),
        Mistake(
            "a style of the query in the path", .paths,
            "/p/{id}: {get: {parameters: [{name: id, in: path, required: true, style: form, schema: {type: string}}], responses: {'200': {description: d}}}}",
            [
                "4:76: warning: form is not a style of a parameter in path; simple is used; write simple, label or matrix [wrong-value]"
            ]),
        Mistake(
            "a style of the query in a header", .paths,
            "/p: {get: {parameters: [{name: X-A, in: header, style: form, schema: {type: string}}], responses: {'200': {description: d}}}}",
            [
                "4:58: warning: form is not a style of a header; simple is used; write simple [wrong-value]"
            ]),
        Mistake(
            "a style of the query in a cookie", .paths,
            "/p: {get: {parameters: [{name: a, in: cookie, style: simple, schema: {type: string}}], responses: {'200': {description: d}}}}",
            [
                "4:56: warning: simple is not a style of a parameter in cookie; form is used; write form or cookie [wrong-value]"
            ]),
        Mistake(
            "a style of the query in a header of a response", .paths,
            "/p: {get: {responses: {'200': {description: d, headers: {X-A: {style: form, schema: {type: string}}}}}}}",
            [
                "4:73: warning: form is not a style of a header; simple is used; write simple [wrong-value]"
            ]),
        Mistake(
            "deepObject for one value", .paths,
            "/p: {get: {parameters: [{name: q, in: query, style: deepObject, schema: {type: string}}], responses: {'200': {description: d}}}}",
            [
                "4:27: warning: the style deepObject is only for objects; this value is sent as name=value; write form [wrong-value]"
            ]),
        Mistake(
            "pipes for one value", .paths,
            "/p: {get: {parameters: [{name: q, in: query, style: pipeDelimited, schema: {type: integer}}], responses: {'200': {description: d}}}}",
            [
                "4:27: warning: the style pipeDelimited is only for arrays and objects; this value is sent as name=value; write form [wrong-value]"
            ]),
        Mistake(
            "schemas called like types that are added", .document,
            "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: get\n      tags: [x]\n      responses: {'200': {description: d, headers: {X-A: {schema: {type: string}}}}}\n    post: {operationId: post, responses: {'204': {description: d}}}\ncomponents:\n  schemas:\n    XApi: {type: object, properties: {a: {type: string}}}\n    ResponseHeaders: {type: object, properties: {a: {type: string}}}\n    APIClientMethods: {type: object, properties: {a: {type: string}}}\n",
            [
                #"5:5: warning: "XApi" is called XApi2, because "XApi" in line 12 has its name [name-clash]"#,
                #"8:53: warning: the type of the response headers is called ResponseHeaders2, because "ResponseHeaders" in line 13 has its name [name-clash]"#,
            ]),
        Mistake(
            "a method for a further content type called like another operation", .document,
            "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: read\n      responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}, application/pdf: {schema: {}}}}}\n    put: {operationId: readAsPDF, responses: {'204': {description: d}}}\n",
            [
                #"7:147: warning: "readAsPDF" is called readAsPDF2, because "/paths/~1a/put" in line 8 has its name; a line in the configuration settles that for good: names: {contents: {"/paths/~1a/get/responses/200/content/application~1pdf": pdf2}} [name-clash]"#
            ]),
    ]
}
