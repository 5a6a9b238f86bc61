extension MistakeTests {
    static let documents: [Mistake] = [
        Mistake(
            "an empty document", .document, "",
            [
                "1:1: error: the document is empty [syntax]"
            ]),
        Mistake(
            "a document of something else", .document, "name: pets\nversion: 1\n",
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger" [version]"#
            ]),
        Mistake(
            "openapi as a number with two parts", .document,
            "openapi: 3.1\ninfo: {title: T, version: \"1\"}\npaths: {}\n",
            [
                #"1:10: warning: the version must have three parts, such as openapi: 3.1.1; "3.1" is read as all of its versions are [version]"#
            ]),
        Mistake(
            "the next version", .document, "openapi: 4.0.0\ninfo: {title: T, version: \"1\"}\npaths: {}\n",
            [
                #"1:10: error: OpenAPI version "4.0.0" is not supported; martlet reads 2.0, 3.0, 3.1 and 3.2 [version]"#
            ]),
        Mistake(
            "swagger as 2", .document, "swagger: 2\ninfo: {title: T, version: \"1\"}\npaths: {}\n",
            [
                #"1:10: error: OpenAPI version "2" is not supported; write swagger: "2.0" [version]"#
            ]),
        Mistake(
            "the version in quotes with a v", .document,
            "openapi: v3.0.0\ninfo: {title: T, version: \"1\"}\npaths: {}\n",
            [
                #"1:10: error: OpenAPI version "v3.0.0" is not supported; martlet reads 2.0, 3.0, 3.1 and 3.2 [version]"#
            ]),
        Mistake(
            "no info", .document, "openapi: 3.0.3\npaths: {}\n",
            [
                #"1:1: warning: the OpenAPI Object lacks the required field "info" [missing-field]"#
            ]),
        Mistake(
            "no paths before 3.1", .document, "openapi: 3.0.3\ninfo: {title: T, version: \"1\"}\n",
            [
                #"1:1: warning: the OpenAPI Object lacks the required field "paths" [missing-field]"#
            ]),
        Mistake(
            "path for paths", .document, "openapi: 3.0.3\ninfo: {title: T, version: \"1\"}\npath: {}\n",
            [
                #"1:1: warning: the OpenAPI Object lacks the required field "paths" [missing-field]"#,
                #"3:1: warning: "path" is not a field of the OpenAPI Object; it is ignored; did you mean "paths"? [unknown-field]"#,
            ]),
        Mistake(
            "components misspelled", .document,
            "openapi: 3.0.3\ninfo: {title: T, version: \"1\"}\npaths: {}\ncomponets: {}\n",
            [
                #"4:1: error: "componets" is not a field of the OpenAPI Object; did you mean "components"? [misspelled-field]"#
            ]),
        Mistake(
            "a tab for indentation", .document, "openapi: 3.0.3\ninfo:\n\ttitle: T\n",
            [
                "3:1: error: a tab indents this line; indent with spaces [syntax]"
            ]),
        Mistake(
            "a no-break space for indentation", .document,
            "openapi: 3.0.3\ninfo:\n\u{A0}\u{A0}title: T\n  version: 1\n",
            [
                "3:1: error: a no-break space (U+00A0) indents this line; indent with ordinary spaces [syntax]"
            ]),
        Mistake(
            "a no-break space among the spaces of the indentation", .document,
            "openapi: 3.0.3\ninfo:\n  title: T\n \u{A0}version: 1\n",
            [
                "4:2: error: a no-break space (U+00A0) indents this line; indent with ordinary spaces [syntax]"
            ]),
        Mistake(
            "a no-break space before a field", .document,
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n\u{A0} tags: []\n",
            [
                #"4:1: error: "\#u{A0} tags" is not a field of the OpenAPI Object: it begins with a no-break space (U+00A0); indent with ordinary spaces [misspelled-field]"#
            ]),
        Mistake(
            "a merge conflict", .document,
            "openapi: 3.0.3\ninfo:\n<<<<<<< HEAD\n  title: T\n=======\n  title: U\n>>>>>>> topic\n",
            [
                "3:1: error: this line is a conflict marker of Git; keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>> [syntax]"
            ]),
        Mistake(
            "a merge conflict in JSON", .json,
            "{\"openapi\": \"3.0.3\",\n<<<<<<< HEAD\n\"paths\": {},\n=======\n\"tags\": [],\n>>>>>>> topic\n}\n",
            [
                "2:1: error: this line is a conflict marker of Git; keep one of the versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>> [syntax]"
            ]),
        Mistake(
            "a key one space to the left", .document, "openapi: 3.0.3\ninfo:\n  title: T\n version: \"1\"\n",
            [
                "4:2: error: the indentation doesn't fit: this begins in column 2; what begins in line 1 has its keys or hyphens in column 1 [syntax]"
            ]),
        Mistake(
            "a colon in plain text", .document, "openapi: 3.0.3\ninfo:\n  title: Pets: the API\n  version: \"1\"\n",
            [
                "3:14: error: a colon and a space end a key, and there can't be a key here; put text with a colon in quotes; a key begins a line, and the line above may lack the space after its colon [syntax]"
            ]),
        Mistake(
            "a quote that is not closed", .document, "openapi: 3.0.3\ninfo:\n  title: \"Pets\n  version: 1\n",
            [
                "3:10: error: the text in quotes that begins here has no closing quote [syntax]"
            ]),
        Mistake(
            "no space after a colon", .document, "openapi: 3.0.3\ninfo:\n  title:Pets\n  version: \"1\"\n",
            [
                "4:10: error: a colon and a space end a key, and there can't be a key here; put text with a colon in quotes; a key begins a line, and the line above may lack the space after its colon [syntax]"
            ]),
        Mistake(
            "text that begins with an at sign", .document, "openapi: 3.0.3\ninfo:\n  title: @pets\n  version: \"1\"\n",
            [
                "3:10: error: text without quotes can't begin with @; put it in quotes [syntax]"
            ]),
        Mistake(
            "text that begins with a backquote", .document,
            "openapi: 3.0.3\ninfo:\n  title: `pets`\n  version: \"1\"\n",
            [
                "3:10: error: text without quotes can't begin with `; put it in quotes [syntax]"
            ]),
        Mistake(
            "a list entry out of line", .document,
            "openapi: 3.0.3\nservers:\n  - url: https://a.example\n - url: https://b.example\n",
            [
                "4:2: error: the indentation doesn't fit: this begins in column 2; what begins in line 1 has its keys or hyphens in column 1 [syntax]"
            ]),
        Mistake(
            "a flow mapping that is not closed", .document,
            "openapi: 3.0.3\ninfo: {title: T, version: \"1\"\npaths: {}\n",
            [
                "3:1: error: expected a comma or the } that ends the mapping that begins at 2:7 [syntax]"
            ]),
        Mistake(
            "a sequence that the document ends in", .document, "openapi: 3.0.3\ntags: [a",
            [
                "2:9: error: expected a comma or the ] that ends the sequence that begins at 2:7 [syntax]"
            ]),
        Mistake(
            "a key twice", .document, "openapi: 3.0.3\ninfo: {title: T, title: U, version: \"1\"}\npaths: {}\n",
            [
                #"2:18: error: duplicate key "title", first used at 2:8 [duplicate-key]"#
            ]),
        Mistake(
            "two documents", .document,
            "openapi: 3.0.3\ninfo: {title: T, version: \"1\"}\npaths: {}\n---\nopenapi: 3.0.3\n",
            [
                "4:1: error: a second document begins here; a file must hold exactly one [syntax]"
            ]),
        Mistake(
            "an alias without an anchor", .document, "openapi: 3.0.3\ninfo: *info\npaths: {}\n",
            [
                #"2:7: error: there is no anchor "info" before this alias; put text that begins with * in quotes [syntax]"#
            ]),
        Mistake(
            "a tag of another language", .document,
            "openapi: 3.0.3\ninfo: !!python/object {title: T, version: \"1\"}\npaths: {}\n",
            [
                #"2:7: error: the tag "!!python/object" is not supported; the tags of JSON's types are: !!str, !!int, !!float, !!bool, !!null, !!map and !!seq [syntax]"#
            ]),
        Mistake(
            "a comma after the last entry", .json, #"{"openapi": "3.0.3",}"#,
            [
                "1:21: error: expected a key in double quotes; remove the comma before the } that ends the object [syntax]"
            ]),
        Mistake(
            "a comment", .json, "{\"openapi\": \"3.0.3\" // the version\n}",
            [
                "1:21: error: JSON has no comments; remove it, or write YAML [syntax]"
            ]),
        Mistake(
            "single quotes", .json, "{'openapi': '3.0.3'}",
            [
                #"1:2: error: expected a key in double quotes; JSON has no other quotes than " [syntax]"#
            ]),
        Mistake(
            "a comma missing", .json, #"{"openapi": "3.0.3" "info": {}}"#,
            [
                "1:21: error: expected a comma or the } that ends the object [syntax]"
            ]),
        Mistake(
            "a document cut off", .json, #"{"openapi": "3.0.3", "info": {"title": "T""#,
            [
                "1:43: error: the document ends too early: expected a comma or the } that ends the object [syntax]"
            ]),
        Mistake(
            "a line break in a string", .json, "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"a\nb\"}}",
            [
                #"1:42: error: a control character in a string must be escaped, such as \n for a line break [syntax]"#
            ]),
        Mistake(
            "a Windows path", .json, #"{"openapi": "3.0.3", "info": {"title": "C:\pets"}}"#,
            [
                #"1:44: error: expected one of " \ / b f n r t u after the backslash [syntax]"#
            ]),
        Mistake(
            "the fields in capitals", .document, "OpenAPI: 3.0.3\nInfo: {title: T, version: \"1\"}\nPaths: {}\n",
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger"; did you mean `openapi`? [version]"#
            ]),
        Mistake(
            "a web page", .document, "<!DOCTYPE html>\n<html></html>\n",
            [
                #"1:1: error: expected a mapping (OpenAPI Object) here, not "<!DOCTYPE html> <html></html>"; this is a web page; save the document itself [wrong-value]"#
            ]),
        Mistake(
            "a collection of Postman", .json, #"{"info": {"name": "x"}, "item": []}"#,
            [
                #"1:1: error: this is not an OpenAPI document: it has no field "openapi" or "swagger" [version]"#
            ]),
        Mistake(
            "info as text", .document, "openapi: 3.0.3\ninfo: T\npaths: {}\n",
            [
                #"2:7: error: expected a mapping (Info Object) here, not "T"; write {title: T} [wrong-value]"#
            ]),
        Mistake(
            "what belongs to info is not indented", .document,
            "openapi: 3.0.3\ninfo:\ntitle: T\nversion: \"1\"\npaths: {}\n",
            [
                "2:6: error: expected a mapping (Info Object) here, not null; indent what belongs to it [wrong-value]",
                #"3:1: warning: "title" is not a field of the OpenAPI Object; it is ignored; indent it below info [unknown-field]"#,
                #"4:1: warning: "version" is not a field of the OpenAPI Object; it is ignored; indent it below info [unknown-field]"#,
            ]),
        Mistake(
            "paths as a list", .document, "openapi: 3.0.3\ninfo: {title: T, version: \"1\"}\npaths:\n  - /pets: {}\n",
            [
                "4:3: error: expected a mapping here, not a sequence; write keys with their values, without hyphens and brackets [wrong-value]"
            ]),
        Mistake(
            "the quotes of a word processor", .json, #"{“openapi”: "3.0.3"}"#,
            [
                #"1:2: error: expected a key in double quotes; JSON has no other quotes than " [syntax]"#
            ]),
        Mistake(
            "two documents of JSON", .json, "{\"openapi\": \"3.0.3\"}\n{\"openapi\": \"3.0.3\"}",
            [
                "2:1: error: nothing may follow the value of the document [syntax]"
            ]),
        Mistake(
            "YAML in a file of JSON", .json, "openapi: 3.0.3\n",
            [
                "1:1: error: expected a value: an object, an array, a string, a number, true, false or null; if this is YAML, name the file .yaml [syntax]"
            ]),
        Mistake(
            "a word of Python", .json, #"{"openapi": "3.0.3", "deprecated": True}"#,
            [
                "1:36: error: expected a value: an object, an array, a string, a number, true, false or null; JSON has true, false and null in lower case, but neither NaN nor undefined [syntax]"
            ]),
        Mistake(
            "a number that is none", .json, #"{"openapi": "3.0.3", "x": NaN}"#,
            [
                "1:27: error: expected a value: an object, an array, a string, a number, true, false or null; JSON has true, false and null in lower case, but neither NaN nor undefined [syntax]"
            ]),
    ]
}
