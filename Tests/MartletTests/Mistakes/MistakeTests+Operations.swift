extension MistakeTests {
    static let operations: [Mistake] = [
        Mistake(
            "a path without its slash", .paths, "pets: {get: {responses: {'204': {description: d}}}}",
            [
                #"4:3: error: the path "pets" must begin with a slash [path-template]"#
            ]),
        Mistake(
            "a brace that is not closed", .paths, "/pets/{id: {get: {responses: {'204': {description: d}}}}",
            [
                #"4:3: error: the path "/pets/{id" has unbalanced or empty braces [path-template]"#
            ]),
        Mistake(
            "a method in capitals", .paths, "/pets: {GET: {responses: {'204': {description: d}}}}",
            [
                #"4:11: error: "GET" is not a field of the Path Item Object; did you mean "get"? [misspelled-field]"#
            ]),
        Mistake(
            "a method misspelled", .paths, "/pets: {pots: {responses: {'204': {description: d}}}}",
            [
                #"4:11: error: "pots" is not a field of the Path Item Object; did you mean "post"? [misspelled-field]"#
            ]),
        Mistake(
            "responses misspelled", .paths, "/pets: {get: {respones: {'200': {description: d}}}}",
            [
                #"4:16: warning: the Operation Object lacks the required field "responses" [missing-field]"#,
                #"4:17: error: "respones" is not a field of the Operation Object; did you mean "responses"? [misspelled-field]"#,
            ]),
        Mistake(
            "no responses", .paths, "/pets: {get: {summary: s}}",
            [
                #"4:16: warning: the Operation Object lacks the required field "responses" [missing-field]"#
            ]),
        Mistake(
            "a status that is none", .paths, "/pets: {get: {responses: {ok: {description: d}}}}",
            [
                #"4:29: error: "ok" is not a status: write a status code such as 200, a range such as 2XX, or default [wrong-value]"#
            ]),
        Mistake(
            "a range in lower case", .paths, "/pets: {get: {responses: {2xx: {description: d}}}}",
            [
                #"4:29: warning: "2xx" must be in uppercase; it is read as "2XX" [wrong-value]"#
            ]),
        Mistake(
            "a response without a description", .paths,
            "/pets: {get: {responses: {'200': {content: {application/json: {schema: {type: string}}}}}}}",
            [
                #"4:36: warning: the Response Object lacks the required field "description" [missing-field]"#
            ]),
        Mistake(
            "a schema directly in a response", .paths,
            "/pets: {get: {responses: {'200': {description: d, schema: {type: string}}}}}",
            [
                #"4:53: warning: "schema" is not a field of the Response Object; it is ignored; put it into content: {application/json: {schema: …}} [unknown-field]"#
            ]),
        Mistake(
            "a schema directly in content", .paths,
            "/pets: {get: {responses: {'200': {description: d, content: {schema: {type: string}}}}}}",
            [
                #"4:63: warning: "schema" is not a media type: it has no slash, unlike application/json; it is left out [media-type]"#
            ]),
        Mistake(
            "a media type without a slash", .paths,
            "/pets: {get: {responses: {'200': {description: d, content: {json: {schema: {type: string}}}}}}}",
            [
                #"4:63: warning: "json" is not a media type: it has no slash, unlike application/json; it is left out [media-type]"#
            ]),
        Mistake(
            "a parameter of the path that is not declared", .paths,
            "/pets/{id}: {get: {responses: {'204': {description: d}}}}",
            [
                #"4:16: warning: the path has the parameter "id", which is not declared with "in: path"; it is treated as a string [path-parameter]"#
            ]),
        Mistake(
            "a declared parameter that the path lacks", .paths,
            "/pets: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:30: warning: the path does not contain the parameter "id"; it is left out [path-parameter]"#
            ]),
        Mistake(
            "a parameter of the path that is not required", .paths,
            "/pets/{id}: {get: {parameters: [{name: id, in: path, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:35: warning: the path parameter "id" must have "required: true"; it is treated as required [path-parameter]"#
            ]),
        Mistake(
            "a parameter in body", .paths,
            "/pets: {post: {parameters: [{name: pet, in: body, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:47: error: "body" is not a place of a parameter; write a requestBody beside the parameters [wrong-value]"#
            ]),
        Mistake(
            "a parameter in quer", .paths,
            "/pets: {get: {parameters: [{name: q, in: quer, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:44: error: "quer" is not a place of a parameter; did you mean `query`? [wrong-value]"#
            ]),
        Mistake(
            "a parameter without a name", .paths,
            "/pets: {get: {parameters: [{in: query, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:30: error: the Parameter Object lacks the required field "name" [missing-field]"#
            ]),
        Mistake(
            "a type without a schema", .paths,
            "/pets: {get: {parameters: [{name: q, in: query, type: string}], responses: {'204': {description: d}}}}",
            [
                #"4:30: warning: the Parameter Object lacks the required field "schema" [missing-field]"#,
                #"4:51: warning: "type" is not a field of the Parameter Object; it is ignored; put it into schema [unknown-field]"#,
            ]),
        Mistake(
            "parameters as a mapping", .paths,
            "/pets: {get: {parameters: {name: q, in: query}, responses: {'204': {description: d}}}}",
            [
                "4:29: error: expected a sequence here, not a mapping; begin each element with a hyphen, or put all of them in brackets [wrong-value]"
            ]),
        Mistake(
            "a parameter twice", .paths,
            "/pets: {get: {parameters: [{name: q, in: query, schema: {}}, {name: q, in: query, schema: {}}], responses: {'204': {description: d}}}}",
            [
                #"4:64: warning: the parameter "q" is already declared at line 4; this declaration is ignored [duplicate-parameter]"#,
                "4:30: note: the first one is here",
            ]),
        Mistake(
            "a style that is none", .paths,
            "/pets: {get: {parameters: [{name: q, in: query, style: comma, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:58: warning: "comma" is not a style; the default style is used; write matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject or cookie [wrong-value]"#
            ]),
        Mistake(
            "a header with a space", .paths,
            "/pets: {get: {parameters: [{name: 'X Pet', in: header, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:30: warning: "X Pet" is not a valid name of a header; the parameter is left out [header-name]"#
            ]),
        Mistake(
            "Authorization as a parameter", .paths,
            "/pets: {get: {parameters: [{name: Authorization, in: header, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:30: warning: the header parameter "Authorization" is ignored, as OpenAPI requires: the client sets that header itself [ignored-header]"#
            ]),
        Mistake(
            "one operationId twice", .paths,
            "/pets: {get: {operationId: pets, responses: {'204': {description: d}}}, put: {operationId: pets, responses: {'204': {description: d}}}}",
            [
                #"4:75: warning: another operation has the operationId "pets" too; this one's method is called putPets, after its method and path; give it an operationId of its own [duplicate-id]"#,
                "4:11: note: this operation is named after it",
            ]),
        Mistake(
            "one operationId twice, the second of which is first in order", .paths,
            "/pets: {put: {operationId: pets, responses: {'204': {description: d}}}}\n  /cats: {get: {operationId: pets, tags: [cats], responses: {'204': {description: d}}}}",
            [
                #"4:11: warning: another operation has the operationId "pets" too; this one's method is called putPets, after its method and path; give it an operationId of its own [duplicate-id]"#,
                "5:11: note: this operation is named after it",
            ]),
        Mistake(
            "two paths that differ in a name", .paths,
            "/pets/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}\n  /pets/{name}: {put: {parameters: [{name: name, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"5:18: warning: the paths "/pets/{name}" and "/pets/{id}" differ only in the names of parameters [duplicate-path]"#
            ]),
        Mistake(
            "a body for GET", .paths,
            "/pets: {get: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'204': {description: d}}}}",
            [
                "4:30: warning: the body of a GET request has no defined meaning; it is left out [ignored-part]"
            ]),
        Mistake(
            "a Boolean in quotes", .paths, "/pets: {get: {deprecated: 'true', responses: {'204': {description: d}}}}",
            [
                "4:29: warning: this is text, and read as a Boolean; write true and false without quotes [wrong-value]"
            ]),
        Mistake(
            "yes for a Boolean", .paths, "/pets: {get: {deprecated: yes, responses: {'204': {description: d}}}}",
            [
                #"4:29: error: expected true or false here, not "yes" [wrong-value]"#
            ]),
        Mistake(
            "tags as text", .paths, "/pets: {get: {tags: pets, responses: {'204': {description: d}}}}",
            [
                #"4:23: error: expected a sequence here, not "pets"; put it in brackets [wrong-value]"#
            ]),
        Mistake(
            "a security scheme that is not declared", .paths,
            "/pets: {get: {security: [{token: []}], responses: {'204': {description: d}}}}",
            [
                #"4:28: warning: the document has no security scheme "token"; this requirement is left out [security]"#
            ]),
        Mistake(
            "a reference to a response that is missing", .paths,
            "/pets: {get: {responses: {'200': {$ref: '#/components/responses/Pet'}}}}",
            [
                ##"4:43: error: the target of the reference "#/components/responses/Pet" does not exist [broken-reference]"##
            ]),
        Mistake(
            "a reference to the wrong section", .paths,
            "/pets: {get: {responses: {'200': {$ref: '#/components/schemas/Pet'}}}}",
            [
                ##"4:43: error: the target of the reference "#/components/schemas/Pet" does not exist [broken-reference]"##
            ]),
        Mistake(
            "a server without encryption", .rest, "servers: [{url: 'http://pets.example'}]",
            [
                #"4:11: warning: the server URL "http://pets.example" is not encrypted; the client refuses it unless it's on this machine [insecure-server]"#
            ]),
        Mistake(
            "a server of another protocol", .rest, "servers: [{url: 'ftp://pets.example'}]",
            [
                #"4:11: warning: the server URL "ftp://pets.example" must begin with https:// and have no user, query or fragment; it is left out [server]"#
            ]),
        Mistake(
            "a server variable that is not declared", .rest, "servers: [{url: 'https://{region}.pets.example'}]",
            [
                #"4:11: warning: the variable "region" of the server's URL is not declared; it is empty unless the caller sets it [server]"#
            ]),
        Mistake(
            "a security scheme of no type", .rest,
            "components: {securitySchemes: {key: {type: apikey, name: k, in: header}}}",
            [
                #"4:44: error: "apikey" is not a type of a security scheme; did you mean `apiKey`? [wrong-value]"#
            ]),
        Mistake(
            "an API key in the body", .rest, "components: {securitySchemes: {key: {type: apiKey, name: k, in: body}}}",
            [
                #"4:65: error: "body" is not a place of an API key; write header, query or cookie [wrong-value]"#
            ]),
        Mistake(
            "an HTTP scheme without its name", .rest, "components: {securitySchemes: {token: {type: http}}}",
            [
                #"4:39: error: the Security Scheme Object lacks the required field "scheme" [missing-field]"#
            ]),
        Mistake(
            "definitions of Swagger in OpenAPI 3", .rest, "definitions: {Pet: {type: string}}",
            [
                #"4:1: warning: "definitions" is not a field of the OpenAPI Object; it is ignored; OpenAPI 3 has them in components, as schemas [unknown-field]"#
            ]),
        Mistake(
            "a parameter in form", .swagger,
            "/pets: {post: {parameters: [{name: a, in: form, type: string}], responses: {'204': {description: d}}}}",
            [
                #"4:45: error: "form" is not a place of a parameter; write path, query, header, formData or body [wrong-value]"#
            ]),
        Mistake(
            "a collectionFormat misspelled", .swagger,
            "/pets: {get: {parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: mutli}], responses: {'204': {description: d}}}}",
            [
                #"4:105: warning: "mutli" is not a collectionFormat of this place; it is treated as csv; did you mean `multi`? [wrong-value]"#
            ]),
        Mistake(
            "requestBody in Swagger", .swagger,
            "/pets: {post: {requestBody: {content: {}}, responses: {'204': {description: d}}}}",
            [
                #"4:18: warning: "requestBody" is not a field of the Operation Object; it is ignored; Swagger 2.0 has a parameter with in: body [unknown-field]"#
            ]),
        Mistake(
            "two bodies", .swagger,
            "/pets: {post: {parameters: [{name: a, in: body, schema: {type: string}}, {name: b, in: body, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:76: warning: an operation can have only one body; the parameter "b" is left out [ignored-part]"#
            ]),
        Mistake(
            "responses as a list", .paths, "/pets: {get: {responses: [{description: d}]}}",
            [
                "4:28: error: expected a mapping here, not a sequence; write keys with their values, without hyphens and brackets [wrong-value]"
            ]),
        Mistake(
            "response for responses", .paths, "/pets: {get: {response: {'200': {description: d}}}}",
            [
                #"4:16: warning: the Operation Object lacks the required field "responses" [missing-field]"#,
                #"4:17: error: "response" is not a field of the Operation Object; did you mean "responses"? [misspelled-field]"#,
            ]),
        Mistake(
            "a parameter as in server frameworks", .paths, "/pets/:id: {get: {responses: {'204': {description: d}}}}",
            [
                #"4:3: warning: the path "/pets/:id" has a segment that begins with a colon, which is sent unchanged; OpenAPI writes a parameter as {id} [path-template]"#
            ]),
        Mistake(
            "a parameter in angle brackets", .paths, "/pets/<id>: {get: {responses: {'204': {description: d}}}}",
            [
                #"4:3: warning: the path "/pets/<id>" has characters that are not allowed in the path of a URL; they are percent-encoded; OpenAPI writes a parameter in braces [path-template]"#
            ]),
        Mistake(
            "a path with its host", .paths, "https://pets.example/pets: {get: {responses: {'204': {description: d}}}}",
            [
                #"4:3: error: the path "https://pets.example/pets" must begin with a slash; the host belongs in servers [path-template]"#
            ]),
        Mistake(
            "a parameter of the path in another spelling", .paths,
            "/pets/{petId}: {get: {parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:19: warning: the path has the parameter "petId", which is not declared with "in: path"; it is treated as a string [path-parameter]"#,
                #"4:38: warning: the path does not contain the parameter "pet_id"; it is left out; did you mean `petId`? [path-parameter]"#,
            ]),
        Mistake(
            "a parameter in headers", .paths,
            "/pets: {get: {parameters: [{name: q, in: headers, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:44: error: "headers" is not a place of a parameter; did you mean `header`? [wrong-value]"#
            ]),
        Mistake(
            "a parameter as text", .paths, "/pets: {get: {parameters: [q], responses: {'204': {description: d}}}}",
            [
                #"4:30: error: expected a mapping (Parameter Object) here, not "q" [wrong-value]"#
            ]),
        Mistake(
            "a schema directly in a body", .paths,
            "/pets: {post: {requestBody: {schema: {type: string}}, responses: {'204': {description: d}}}}",
            [
                #"4:31: warning: the Request Body Object lacks the required field "content" [missing-field]"#,
                #"4:32: warning: "schema" is not a field of the Request Body Object; it is ignored; put it into content: {application/json: {schema: …}} [unknown-field]"#,
            ]),
        Mistake(
            "content as a list", .paths,
            "/pets: {post: {requestBody: {content: [{application/json: {schema: {type: string}}}]}, responses: {'204': {description: d}}}}",
            [
                "4:41: error: expected a mapping here, not a sequence; write keys with their values, without hyphens and brackets [wrong-value]"
            ]),
        Mistake(
            "a tag as an object", .paths, "/pets: {get: {tags: [{name: pets}], responses: {'204': {description: d}}}}",
            [
                "4:24: error: expected text here, not a mapping [wrong-value]"
            ]),
        Mistake(
            "security as a mapping", .paths,
            "/pets: {get: {security: {token: []}, responses: {'204': {description: d}}}}",
            [
                "4:27: error: expected a sequence here, not a mapping; begin each element with a hyphen, or put all of them in brackets [wrong-value]"
            ]),
        Mistake(
            "security as names", .paths, "/pets: {get: {security: [token], responses: {'204': {description: d}}}}",
            [
                #"4:28: error: expected a mapping (Security Requirement Object) here, not "token"; write {token: []} [wrong-value]"#
            ]),
        Mistake(
            "servers as text", .rest, "servers: https://pets.example",
            [
                #"4:10: error: expected a sequence here, not "https://pets.example"; put it in brackets [wrong-value]"#
            ]),
        Mistake(
            "a server as text", .rest, "servers: [https://pets.example]",
            [
                #"4:11: error: expected a mapping (Server Object) here, not "https://pets.example"; write {url: https://pets.example} [wrong-value]"#
            ]),
        Mistake(
            "a server without its scheme", .rest, "servers: [{url: api.pets.example/v1}]",
            [
                #"4:11: warning: the server URL "api.pets.example/v1" is relative because it has no scheme; if it begins with a host, write https:// before it [server]"#
            ]),
        Mistake(
            "schemas outside of the components", .rest, "schemas: {Pet: {type: string}}",
            [
                #"4:1: warning: "schemas" is not a field of the OpenAPI Object; it is ignored; put it into components [unknown-field]"#
            ]),
        Mistake(
            "security schemes outside of the components", .rest,
            "securitySchemes: {token: {type: http, scheme: bearer}}",
            [
                #"4:1: warning: "securitySchemes" is not a field of the OpenAPI Object; it is ignored; put it into components [unknown-field]"#
            ]),
        Mistake(
            "a security scheme of type bearer", .rest, "components: {securitySchemes: {token: {type: bearer}}}",
            [
                #"4:46: error: "bearer" is not a type of a security scheme; write type: http and scheme: bearer [wrong-value]"#
            ]),
        Mistake(
            "a security scheme of type jwt", .rest, "components: {securitySchemes: {token: {type: jwt}}}",
            [
                #"4:46: error: "jwt" is not a type of a security scheme; write type: http, scheme: bearer and bearerFormat: JWT [wrong-value]"#
            ]),
        Mistake(
            "OAuth without flows", .rest, "components: {securitySchemes: {token: {type: oauth2}}}",
            [
                #"4:39: error: the Security Scheme Object lacks the required field "flows" [missing-field]"#
            ]),
        Mistake(
            "a flow as Swagger calls it", .rest,
            "components: {securitySchemes: {token: {type: oauth2, flows: {accessCode: {scopes: {}}}}}}",
            [
                #"4:62: warning: "accessCode" is not a field of the OAuth Flows Object; it is ignored; OpenAPI 3 calls it authorizationCode [unknown-field]"#
            ]),
        Mistake(
            "consumes as text", .swagger,
            "/pets: {post: {consumes: application/json, responses: {'204': {description: d}}}}",
            [
                #"4:28: error: expected a sequence here, not "application/json"; put it in brackets [wrong-value]"#
            ]),
        Mistake(
            "a schema of a parameter in Swagger", .swagger,
            "/pets: {get: {parameters: [{name: q, in: query, schema: {type: string}}], responses: {'204': {description: d}}}}",
            [
                #"4:51: warning: "schema" is not a field of the Parameter Object; it is ignored; Swagger 2.0 has type and format here; schema is for the body [unknown-field]"#
            ]),
    ]
}
