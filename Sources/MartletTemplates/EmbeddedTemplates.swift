// Refreshed from Templates/ with: swift run martlet-dev embed
// The literals are the templates byte for byte, so their lines are not for a formatter to judge.
// swift-format-ignore-file

/// The built-in templates.
package enum EmbeddedTemplates {
    /// The text of each template by its name, which is that of its file without `.mustache`.
    package static let sources: [String: String] = [
        "Access": #"""
{{! martlet 2 }}
{{#steps}}{{#isChained}}?{{/isChained}}{{#kind.property}}.{{.}}{{/kind.property}}{{#kind.nullable}}.{{.}}?.value{{/kind.nullable}}{{#kind.key}}[{{.literal}}]{{/kind.key}}{{#kind.last}}.last{{/kind.last}}{{/steps}}

"""#,
        "Api": #"""
{{! martlet 2 }}
/// {{introduction.comment}}
///
{{#page}}
/// More in `{{page}}`.
{{/page}}
{{access}}struct {{name}}: Sendable {
    /// Sends the requests.
    {{access}}let client: ApiClient

    /// An API whose requests a client sends.
    {{access}}init(_ client: ApiClient) {
        self.client = client
    }
{{#methods}}

{{> Method}}
{{/methods}}
}
{{#choices}}

/// {{#isResult}}What comes back, by its status.{{/isResult}}{{^isResult}}What can be sent.{{/isResult}}
{{access}}enum {{name}}: Hashable, Sendable {
{{#cases}}
    /// {{description.comment}}{{^description}}{{#content}}Content of type {{> ContentTypes}}.{{/content}}{{^content}}No content.{{/content}}{{/description}}
    case {{name}}{{#content}}({{argumentType}}{{#hasContentTypeArgument}}{{^isResult}}, contentType: String = {{defaultContentType.literal}}{{/isResult}}{{/hasContentTypeArgument}}){{/content}}
{{/cases}}
}
{{/choices}}

"""#,
        "Api.md": #"""
{{! martlet 2, for each api: docs/{name}.md }}
<!-- {{marker}} -->

# {{name.plain}}

{{#description}}
{{description.markdown}}
{{/description}}

{{#servers}}
{{#-first}}
{{#cases}}
{{#-first}}
All paths are relative to {{url.code}}, or to the server that the client was made with.

{{/-first}}
{{/cases}}
{{/-first}}
{{/servers}}
| Method | Request | Description |
| --- | --- | --- |
{{#methods}}
| [{{name.plain}}](#{{name.anchor}}) | {{> RequestLine}} | {{summary.cell}} |
{{/methods}}
{{#methods}}

## {{name.plain}}

{{#summary}}
**{{summary.cell}}**

{{/summary}}
{{#isDeprecated}}
Deprecated.

{{/isDeprecated}}
{{#description}}
{{description.markdown}}
{{/description}}

### Example

```swift
import {{module}}

{{> Creation}}

do {
{{> ExampleCall}}
} catch let error as ApiError {
    print("{{name.plain}} failed:", error)
}
```

### With status and headers

`{{name.plain}}WithHTTPInfo` takes the same arguments and returns `ApiResponse<{{> ResultType}}>`:

```swift
import {{module}}

{{> Creation}}

do {
    let response = try await client.{{accessor.plain}}.{{name.plain}}WithHTTPInfo({{> ExampleArguments}})
    print(response.statusCode, response.headers{{#result.type}}, response.body{{/result.type}})
} catch let error as ApiError {
    print("{{name.plain}} failed:", error)
}
```

{{#pages}}
`{{pagesName.plain}}` gives the pages of the list one after the other, and `{{allName.plain}}` their elements: each an `AsyncSequence` that asks for a page when it is wanted.

{{/pages}}
{{#isDownload}}
With `to: file`, `{{name.plain}}` writes the body to a file while it comes, and tells how far it is.

{{/isDownload}}
{{#patch}}
With `{{patchLabel.plain}}: [PatchStep<{{model}}>]`, the steps' places are properties of the model: `.replace(\.name, value)`, `.remove(\.name)`.

{{/patch}}
### Parameters

{{^arguments}}
None.
{{/arguments}}
{{#arguments}}
{{#-first}}
| Name | Type | Description | Notes |
| --- | --- | --- | --- |
{{/-first}}
| `{{label.plain}}` | {{linkedType}} | {{description.cell}}{{^description}}{{> ArgumentPlace}}{{/description}} | {{> Notes}} |
{{/arguments}}

### Return type

{{result.linkedType}}{{^result.linkedType}}nothing (an empty body){{/result.linkedType}}

### Responses

| Status | Body | Description |
| --- | --- | --- |
{{#result.kind.choice}}
{{#cases}}
| {{> Status}} | `.{{name.plain}}`{{#content}}: {{linkedType}}{{/content}} | {{description.cell}} |
{{/cases}}
{{/result.kind.choice}}
{{^result.kind.choice}}
| {{#statuses}}{{^-first}}, {{/-first}}{{.}}{{/statuses}}{{^statuses}}2XX{{/statuses}} | {{result.linkedType}} | {{result.description.cell}} |
{{/result.kind.choice}}
{{#failures}}
| {{> Status}} | {{linkedType}} | {{description.cell}} |
{{/failures}}

### Authorization

{{#security}}{{^-first}}, or {{/-first}}{{#credentials}}{{^-first}} and {{/-first}}[{{name.plain}}](../README.md#authorization){{/credentials}}{{^credentials}}none{{/credentials}}{{/security}}{{^security}}none{{/security}}

### HTTP headers

- **Content-Type**: {{#body}}{{> ContentTypes}}{{/body}}{{^body}}not defined{{/body}}
- **Accept**: {{#result}}{{> ContentTypes}}{{/result}}{{^result.contentTypes}}{{#errorBodies}}{{#-first}}`application/json`{{/-first}}{{/errorBodies}}{{^errorBodies}}not defined{{/errorBodies}}{{/result.contentTypes}}
{{#headers}}
{{#-first}}

The response's headers, as properties of `{{#responseHeaders}}{{name.plain}}{{/responseHeaders}}`:

| Header | Property | Type | Description |
| --- | --- | --- | --- |
{{/-first}}
| {{key.cellCode}} | {{#property}}`{{property.plain}}`{{/property}} | {{linkedType}} | {{description.cell}} |
{{/headers}}
{{#links}}
{{#-first}}

### Links

| Link | Leads to | Description |
| --- | --- | --- |
{{/-first}}
| {{key.cellCode}} | {{#operation}}{{operation.cellCode}}{{/operation}} | {{description.cell}} |
{{/links}}
{{/methods}}

"""#,
        "Apis.swift": #"""
{{! martlet 2, for each api: APIs/{name}.swift }}
// {{marker}}
{{#apis}}

{{> Api}}
{{/apis}}

"""#,
        "ArgumentDefault": #"""
{{! martlet 2 }}
{{#text}}{{.literal}}{{/text}}{{#member}}.{{name.plain}}{{#isCall}}(){{/isCall}}{{/member}}

"""#,
        "ArgumentPlace": #"""
{{! martlet 2 }}
{{#place.path}}
The parameter {{key.code}} of the path.
{{/place.path}}
{{#place.query}}
The parameter {{key.code}} of the query.
{{/place.query}}
{{#place.header}}
The header {{key.code}}.
{{/place.header}}
{{#place.cookie}}
The cookie {{key.code}}.
{{/place.cookie}}
{{#place.queryString}}
The whole query.
{{/place.queryString}}
{{#place.body}}
The body of the request.
{{/place.body}}
{{#place.bodyChoice}}
The body of the request.
{{/place.bodyChoice}}
{{#place.contentType}}
The media type of the body.
{{/place.contentType}}
{{#place.server}}
Where the operation is served.
{{/place.server}}

"""#,
        "ArgumentType": #"""
{{! martlet 2 }}
{{type}}{{^default}}{{^isRequired}}?{{/isRequired}}{{/default}}

"""#,
        "Arguments": #"""
{{! martlet 2 }}
{{#arguments}}{{label.plain}}: {{variable}}, {{/arguments}}

"""#,
        "Binding": #"""
{{! martlet 2 }}
{{#arguments}}{{#-first}}var{{/-first}}{{/arguments}}{{^arguments}}let{{/arguments}}

"""#,
        "Body": #"""
{{! martlet 2 }}
{{#form.json}}
try request.setBody(json: {{variable}}{{> ContentType}})
{{/form.json}}
{{#form.events}}
try request.setBody(json: {{variable}}{{> ContentType}})
{{/form.events}}
{{#form.sequence}}
try request.setBody(sequence: {{variable}}{{> ContentType}})
{{/form.sequence}}
{{#form.form}}
try request.setBody(form: {{variable}}{{> Encoding}}{{> ContentType}})
{{/form.form}}
{{#form.multipart}}
try request.setBody(multipart: {{variable}}{{> Encoding}}{{> ContentType}})
{{/form.multipart}}
{{#form.text}}
request.setBody(text: {{variable}}{{> ContentType}})
{{/form.text}}
{{#form.bytes}}
request.setBody({{variable}}{{> ContentType}})
{{/form.bytes}}

"""#,
        "Client.swift": #"""
{{! martlet 2, for the client: {client}.swift }}
// {{marker}}

@_exported public import MartletRuntime

/// {{title.inline}}, version {{version.inline}}.
///
/// {{introduction.comment}}
///
{{#page}}
/// More in `{{page}}`.
{{/page}}
{{access}}struct {{client}}: Sendable {
    /// What all calls have in common.
    {{access}}let apiClient: ApiClient
{{#apis}}

    /// {{title.comment}}
    {{access}}var {{accessor}}: {{name}} { {{name}}(apiClient) }
{{/apis}}

{{#servers}}
{{> ServerSet}}

{{/servers}}
    /// A client with the usual settings.
    ///
    /// - Parameters:
{{#credentials}}
{{#isArgument}}
    ///   - {{name.plain}}: {{> CredentialDescription}}
{{/isArgument}}
{{/credentials}}
    ///   - server: Where the API is served.
    ///   - configure: Changes the settings before the client takes them.
    {{access}}init({{#credentials}}{{#isArgument}}{{name}}: {{> CredentialType}}, {{/isArgument}}{{/credentials}}server: {{> ServerArgument}}, configure: (inout Configuration) -> Void = { _ in }) {
        var configuration = Configuration(server: server.url)
{{#credentials}}
{{#isArgument}}
        configuration.credentials[SecurityScheme.{{name.plain}}.name] = {{name}}{{^isRequired}}?{{/isRequired}}.credential
{{/isArgument}}
{{/credentials}}
        configure(&configuration)
        self.init(configuration: configuration)
    }

    /// A client with settings of your own.
    {{access}}init(configuration: Configuration) {
        apiClient = ApiClient(configuration: configuration{{#secretProperties}}{{#-first}}, secretProperties: Self.secretProperties{{/-first}}{{/secretProperties}})
    }
{{#secretProperties}}
{{#-first}}

    /// The names of JSON properties whose values no error shows.
    static let secretProperties = [{{/-first}}{{^-first}}, {{/-first}}{{.literal}}{{#-last}}]
{{/-last}}
{{/secretProperties}}
}
{{#credentials}}
{{#-first}}

extension SecurityScheme {
{{/-first}}
    static let {{name}} = SecurityScheme.{{> SecurityScheme}}
{{#-last}}
}
{{/-last}}
{{/credentials}}
{{#responseHeaders}}

/// The headers of responses that the document describes: `{{name}}(response.headers)`.
{{access}}struct {{name}}: Sendable {
    /// All headers, described or not.
    {{access}}let headers: HTTPHeaders

    /// The headers of a response or an error.
    {{access}}init(_ headers: HTTPHeaders) {
        self.headers = headers
    }
{{#properties}}

    /// {{description.comment}}{{^description}}The header {{key.code}}.{{/description}}
    ///
    /// {{#isDeprecated}}Deprecated.{{/isDeprecated}}
    {{access}}var {{name}}: {{type}}? { headers.decoded({{key.literal}}{{#isJSON}}, as: .json{{/isJSON}}{{#isExploded}}, as: .exploded{{/isExploded}}) }
{{/properties}}
}
{{/responseHeaders}}
{{#webhooks}}

/// Decodes what the API sends of its own accord: the bodies of its webhooks and callbacks.
{{access}}enum {{name}} {
{{#events}}

    /// {{description.comment}}{{^description}}The webhook {{key.code}}.{{/description}}
    ///
    /// {{#callbackOf}}The callback of `{{callbackOf.plain}}`.{{/callbackOf}}
    ///
    /// - Throws: ``ApiError`` when the body is not what the document says.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}static func {{name}}(_ body: Data) throws -> {{type}} {
        try WebhookPayload.decoded(body, of: {{key.literal}}{{#secretProperties}}{{#-first}}, secretProperties: {{client}}.secretProperties{{/-first}}{{/secretProperties}})
    }
{{/events}}
}
{{/webhooks}}

"""#,
        "Container": #"""
{{! martlet 2 }}
{{#isArray}}Array{{/isArray}}{{#isDictionary}}Dictionary{{/isDictionary}}

"""#,
        "ContentType": #"""
{{! martlet 2 }}
{{^isUsualContentType}}, contentType: {{#hasContentTypeArgument}}contentType{{/hasContentTypeArgument}}{{^hasContentTypeArgument}}{{defaultContentType.literal}}{{/hasContentTypeArgument}}{{/isUsualContentType}}

"""#,
        "ContentTypes": #"""
{{! martlet 2 }}
{{#contentTypes}}{{^-first}}, {{/-first}}{{.code}}{{/contentTypes}}

"""#,
        "Creation": #"""
{{! martlet 2 }}
let client = {{client}}({{#exampleCredentials}}{{^-first}}, {{/-first}}{{name.plain}}: {{> ExampleCredential}}{{/exampleCredentials}}{{#exampleServer}}{{#exampleCredentials}}{{#-first}}, {{/-first}}{{/exampleCredentials}}server: {{> ExampleServer}}{{/exampleServer}})

"""#,
        "CredentialDescription": #"""
{{! martlet 2 }}
{{#description}}
{{description.inline}}
{{/description}}
{{^description}}
{{#kind.header}}
The key in the header {{key.code}}.
{{/kind.header}}
{{#kind.query}}
The key in the query, {{key.code}}.
{{/kind.query}}
{{#kind.cookie}}
The key in the cookie {{key.code}}.
{{/kind.cookie}}
{{#kind.basic}}
User and password: `Credential.basic(username:password:)`.
{{/kind.basic}}
{{#kind.bearer}}
The bearer token.
{{/kind.bearer}}
{{#kind.http}}
What stands behind {{key.code}} in the header `Authorization`.
{{/kind.http}}
{{/description}}

"""#,
        "CredentialType": #"""
{{! martlet 2 }}
{{#isRequired}}any CredentialSource{{/isRequired}}{{^isRequired}}(any CredentialSource)? = nil{{/isRequired}}

"""#,
        "CredentialUse": #"""
{{! martlet 2 }}
{{#kind.header}}
Sent in the header {{key.code}}. A prefix, if the server wants one, is a setting: `configuration.credentials[{{scheme.literal}}]?.prefix = "Bearer"`.
{{/kind.header}}
{{#kind.query}}
Sent in the query, as {{key.code}}.
{{/kind.query}}
{{#kind.cookie}}
Sent in the cookie {{key.code}}.
{{/kind.cookie}}
{{#kind.basic}}
User and password: `{{name.plain}}: Credential.basic(username: username, password: password)`.
{{/kind.basic}}
{{#kind.bearer}}
Sent in the header `Authorization`, as a bearer token.
{{/kind.bearer}}
{{#kind.http}}
Sent in the header `Authorization`, behind {{key.code}}.
{{/kind.http}}
{{#kind.mutualTLS}}
A certificate that the transport presents; there is no argument for it.
{{/kind.mutualTLS}}

"""#,
        "Declaration": #"""
{{! martlet 2 }}
/// {{description.comment}}
///
/// {{#isDeprecated}}Deprecated.{{/isDeprecated}}
{{#kind.structure}}
{{> Structure}}
{{/kind.structure}}
{{#kind.enumeration}}
{{> Enumeration}}
{{/kind.enumeration}}
{{#kind.union}}
{{> Union}}
{{/kind.union}}
{{#kind.overlap}}
{{> Overlap}}
{{/kind.overlap}}
{{#kind.tuple}}
{{> Tuple}}
{{/kind.tuple}}
{{#kind.wrapper}}
{{> Wrapper}}
{{/kind.wrapper}}
{{#kind.alias}}
{{access}}typealias {{name}} = {{type}}
{{/kind.alias}}

"""#,
        "Download": #"""
{{! martlet 2 }}
    /// The same as ``{{> Symbol}}``, written to a file while it comes: the file is there when it is complete.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    @discardableResult
    {{access}}func {{name}}({{> Parameters}}to file: URL, options: RequestOptions = .init(), progress: (@Sendable (DownloadProgress) -> Void)? = nil) async throws -> ApiResponse<URL> {
        try await client.download({{#arguments}}{{#-first}}try {{/-first}}{{/arguments}}{{> RequestCall}}, to: file, options: options, progress: progress)
    }

{{^arguments}}
    private func make{{name.capitalized}}Request() -> ApiRequest {
        {{> Request}}
    }
{{/arguments}}
{{#arguments}}
{{#-first}}
    private func make{{name.capitalized}}Request({{> RequestParameters}}) throws -> ApiRequest {
        var request = {{> Request}}
{{> Statements}}
        return request
    }
{{/-first}}
{{/arguments}}

"""#,
        "Encoding": #"""
{{! martlet 2 }}
{{#encoding}}{{#-first}}, encoding: [{{/-first}}{{^-first}}, {{/-first}}{{key.literal}}: {{#writing.style}}.style({{#settings}}{{^-first}}, {{/-first}}{{#style}}.{{style}}{{/style}}{{#explode}}explode: {{explode}}{{/explode}}{{#allowReserved}}allowReserved: true{{/allowReserved}}{{/settings}}){{/writing.style}}{{#writing.content}}.content({{#contentType}}{{contentType.literal}}{{/contentType}}{{^contentType}}nil{{/contentType}}{{#headers}}{{#-first}}, headers: [{{/-first}}{{^-first}}, {{/-first}}{{key.literal}}: {{value.literal}}{{#-last}}]{{/-last}}{{/headers}}){{/writing.content}}{{#-last}}]{{/-last}}{{/encoding}}

"""#,
        "Enumeration": #"""
{{! martlet 2 }}
{{#isLarge}}
{{> LargeEnumeration}}
{{/isLarge}}
{{^isLarge}}
{{access}}enum {{name}}: OpenEnum {
{{#lines}}
    /// {{description.comment}}
    case {{#cases}}{{^-first}}, {{/-first}}{{name}}{{/cases}}
{{/lines}}
    /// A value that the API's description doesn't list.
    case unrecognized({{rawType}})

    {{access}}static let knownCases: KnownCases<Self> = [{{#cases}}{{^-first}}, {{/-first}}.{{name.plain}}{{/cases}}]

    {{access}}var rawValue: {{rawType}} {
        switch self {
{{#cases}}
        case .{{name.plain}}: {{value}}
{{/cases}}
        case .unrecognized(let value): value
        }
    }
}
{{/isLarge}}

"""#,
        "ExampleArguments": #"""
{{! martlet 2 }}
{{#exampleArguments}}{{^-first}}, {{/-first}}{{label.plain}}: {{example}}{{/exampleArguments}}

"""#,
        "ExampleCall": #"""
{{! martlet 2 }}
{{#result.kind.none}}
    {{> PlainCall}}
{{/result.kind.none}}
{{#result.kind.content}}
{{#form.events}}
    for try await event in {{> PlainCall}} {
        print(event.data)
    }
{{/form.events}}
{{#form.sequence}}
    for try await value in {{> PlainCall}} {
        print(value)
    }
{{/form.sequence}}
{{^form.events}}
{{^form.sequence}}
    let result = {{> PlainCall}}
    print(result)
{{/form.sequence}}
{{/form.events}}
{{/result.kind.content}}
{{#result.kind.optional}}
    let result = {{> PlainCall}}
    print(result as Any)
{{/result.kind.optional}}
{{#result.kind.choice}}
    let result = {{> PlainCall}}
    print(result)
{{/result.kind.choice}}

"""#,
        "ExampleCredential": #"""
{{! martlet 2 }}
{{#kind.basic}}Credential.basic(username: "YOUR_USERNAME", password: "YOUR_PASSWORD"){{/kind.basic}}{{^kind.basic}}"YOUR_{{scheme.constantCase}}"{{/kind.basic}}

"""#,
        "ExampleServer": #"""
{{! martlet 2 }}
{{#relative}}.{{.plain}}(relativeTo: URL(string: "https://api.example.com")){{/relative}}{{#custom}}.custom(URL(string: "https://api.example.com")){{/custom}}

"""#,
        "Extensions": #"""
{{! martlet 2 }}
{{> Patchable}}
{{> ModelExtras}}
{{#nested}}
{{> Extensions}}
{{/nested}}

"""#,
        "HasLink": #"""
{{! martlet 2 }}
{{#links}}
$0{{> Access}}{{#isOptional}}.map { {{> NextValue}} != nil }{{/isOptional}}{{^isOptional}}{{#next}}{{> Access}}{{/next}} != nil{{/isOptional}}
{{/links}}
{{^links}}
{{> NextValue}} != nil
{{/links}}

"""#,
        "HasNext": #"""
{{! martlet 2 }}
{{#hasNext.flag}}
, hasNext: { $0{{> Access}} }
{{/hasNext.flag}}
{{#hasNext.link}}
, hasNext: { {{> HasLink}} }
{{/hasNext.link}}

"""#,
        "Indirect": #"""
{{! martlet 2 }}
{{#isIndirect}}@Indirect{{#isOptional}}Optional{{/isOptional}} {{/isIndirect}}

"""#,
        "LargeEnumeration": #"""
{{! martlet 2 }}
{{access}}struct {{name}}: OpenValue {
    {{access}}let rawValue: {{rawType}}

    {{access}}init(rawValue: {{rawType}}) {
        self.rawValue = rawValue
    }

{{#cases}}
    /// {{description.comment}}
    {{access}}static var {{name}}: Self { Self(rawValue: {{value}}) }
{{/cases}}

    /// A value that the API's description doesn't list.
    {{access}}static func unrecognized(_ value: {{rawType}}) -> Self { Self(rawValue: value) }
}

"""#,
        "Members": #"""
{{! martlet 2 }}
{{#members}}{{^-first}}, {{/-first}}{{name}}: {{type}}{{#default}} = {{default}}{{/default}}{{#isNilByDefault}} = nil{{/isNilByDefault}}{{#isEmptyByDefault}} = [:]{{/isEmptyByDefault}}{{/members}}

"""#,
        "Method": #"""
{{! martlet 2 }}
{{> MethodDocumentation}}
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name}}({{> Parameters}}options: RequestOptions = .init()) async throws{{#result.type}} -> {{.}}{{/result.type}} {
        {{^result.type}}_ = {{/result.type}}try await {{name.plain}}WithHTTPInfo({{> Arguments}}options: options){{#result.type}}.body{{/result.type}}
    }

    /// ``{{> Symbol}}`` with the response's status and headers.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name.plain}}WithHTTPInfo({{> Parameters}}options: RequestOptions = .init()) async throws -> ApiResponse<{{> ResultType}}> {
{{^isDownload}}
        {{> Binding}} request = {{> Request}}
{{> Statements}}
{{> Sending}}
{{/isDownload}}
{{#isDownload}}
        try await client.send({{> RequestCall}}, options: options) { try $0.data() }
{{/isDownload}}
    }
{{#isDownload}}

{{> Download}}
{{/isDownload}}
{{#pages}}

{{> Pages}}
{{/pages}}
{{#patch}}

{{> Patch}}
{{/patch}}
    {{> MethodExtras}}

"""#,
        "MethodDocumentation": #"""
{{! martlet 2 }}
    /// {{summary.comment}}
    ///
    /// {{introduction.comment}}
    ///
{{#page}}
    /// More in `{{page}}`.
    ///
{{/page}}
{{#variantOf}}
    /// Asks for {{#result}}{{> ContentTypes}}{{/result}}, where `{{variantOf.plain}}` asks for something else.
    ///
{{/variantOf}}
{{#arguments}}
{{#-first}}
    /// - Parameters:
{{/-first}}
    ///   - {{label.plain}}: {{description.inline}}{{^description}}{{> ArgumentPlace}}{{/description}}
{{#-last}}
    ///   - options: Settings for this call alone.
{{/-last}}
{{/arguments}}
{{^arguments}}
    /// - Parameter options: Settings for this call alone.
{{/arguments}}
{{#result.type}}
    /// - Returns: {{result.description.inline}}
{{/result.type}}
    /// - Throws: ``ApiError``{{#errorBodies}}{{#-first}}, with a body of {{/-first}}{{^-first}}, {{/-first}}``{{type}}`` for {{> Status}}{{#-last}}; `CancellationError`.{{/-last}}{{/errorBodies}}{{^errorBodies}} or `CancellationError`.{{/errorBodies}}

"""#,
        "MethodExtras": #"""
{{! martlet 2 }}

"""#,
        "Model.md": #"""
{{! martlet 2, for each model: docs/{name}.md }}
<!-- {{marker}} -->

# {{name.plain}}

{{> ModelBody}}
{{#example}}

## Example

```swift
import {{module}}

let value = {{example}}
```
{{/example}}

"""#,
        "ModelBody": #"""
{{! martlet 2 }}
{{#description}}
{{description.markdown}}
{{/description}}
{{#isDeprecated}}

Deprecated.
{{/isDeprecated}}
{{#kind.alias}}

Another name for {{linkedType}}.
{{/kind.alias}}
{{#kind.wrapper}}

Another name for {{linkedType}}.
{{/kind.wrapper}}
{{#kind.structure}}
{{#members}}
{{> PropertyRow}}
{{/members}}
{{/kind.structure}}
{{#kind.tuple}}
{{#members}}
{{> PropertyRow}}
{{/members}}
{{/kind.tuple}}
{{#kind.union}}
{{#cases}}
{{#-first}}

## Cases

| Name | Type | Description | Value of the discriminator |
| --- | --- | --- | --- |
{{/-first}}
| `.{{name.plain}}` | {{linkedType}} | {{description.cell}} | {{> Tags}} |
{{#-last}}
| `unrecognized` | JSONValue | any other value, kept as it came | |
{{/-last}}
{{/cases}}
{{/kind.union}}
{{#kind.overlap}}
{{#cases}}
{{#-first}}

## Cases

| Name | Type | Description | Value of the discriminator |
| --- | --- | --- | --- |
{{/-first}}
| `{{name.plain}}` | {{linkedType}} | {{description.cell}} | {{> Tags}} |
{{#-last}}
| `unrecognized` | JSONValue | any other value, kept as it came | |
{{/-last}}
{{/cases}}
{{/kind.overlap}}
{{#kind.enumeration}}
{{#cases}}
{{#-first}}

Values:

{{/-first}}
- `.{{name.plain}}`: {{text.code}}
{{#-last}}
- `.unrecognized`: any other value, kept as it came
{{/-last}}
{{/cases}}
{{/kind.enumeration}}
{{#nested}}

## {{name.plain}}

{{> ModelBody}}
{{/nested}}

"""#,
        "ModelExtras": #"""
{{! martlet 2 }}

"""#,
        "Models.swift": #"""
{{! martlet 2, for each model: Models/{name}.swift }}
// {{marker}}
{{#models}}

{{> Declaration}}
{{> Extensions}}
{{/models}}

"""#,
        "NextCursor": #"""
{{! martlet 2 }}
{{#hasNext.flag}}
$0{{> Access}}{{#isOptional}} == false ? nil : {{> NextValue}}{{/isOptional}}{{^isOptional}} ? {{> NextValue}} : nil{{/isOptional}}
{{/hasNext.flag}}
{{^hasNext.flag}}
{{> NextValue}}
{{/hasNext.flag}}

"""#,
        "NextValue": #"""
{{! martlet 2 }}
$0{{#next}}{{> Access}}{{/next}}

"""#,
        "Note": #"""
{{! martlet 2 }}
{{#optional}}
optional
{{/optional}}
{{#nullable}}
may be null
{{/nullable}}
{{#readOnly}}
only in responses
{{/readOnly}}
{{#writeOnly}}
only in requests
{{/writeOnly}}
{{#default}}
default {{.cellCode}}
{{/default}}
{{#documentedDefault}}
default: {{.cellCode}}
{{/documentedDefault}}
{{#defaultMember}}
default `.{{.plain}}`
{{/defaultMember}}
{{#secret}}
secret
{{/secret}}
{{#deprecated}}
deprecated
{{/deprecated}}
{{#part}}
in the same object
{{/part}}
{{#additional}}
all other properties
{{/additional}}
{{#rest}}
all further elements
{{/rest}}

"""#,
        "Notes": #"""
{{! martlet 2 }}
{{#notes}}{{^-first}}, {{/-first}}{{> Note}}{{/notes}}

"""#,
        "Overlap": #"""
{{! martlet 2 }}
///
/// A value may be several of these at once.
{{access}}struct {{name}}: Codable, Hashable, Sendable {
{{#cases}}
    /// {{description.comment}}
    {{#isIndirect}}@IndirectOptional {{/isIndirect}}{{access}}var {{name}}: {{type}}?
{{/cases}}
    /// The value when it is none of these.
    {{access}}var unrecognized: JSONValue?
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init({{#cases}}{{^-first}}, {{/-first}}{{name}}: {{type}}? = nil{{/cases}}) {
{{#cases}}
        self.{{name}} = {{name}}
{{/cases}}
    }

    {{access}}init(from decoder: any Decoder) throws {
        var overlap = OverlapDecoder(decoder)
{{#cases}}
        self.{{name}} = overlap.part()
{{/cases}}
        unrecognized = try overlap.rest()
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        let union = UnionEncoder(encoder)
{{#cases}}
        try union.encode(part: self.{{name}})
{{/cases}}
        try union.encode(part: unrecognized)
    }
}

"""#,
        "Pages": #"""
{{! martlet 2 }}
    /// The pages of ``{{> Symbol}}``, from the one it gives on, each asked for when it is wanted.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{pagesName}}({{> Parameters}}options: RequestOptions = .init()) -> Pages<{{> ResultType}}> {
        Pages({{> PagesArguments}}
            try await {{name.plain}}WithHTTPInfo({{> Arguments}}options: options)
        }
    }

    /// The elements of ``{{> Symbol}}`` and of all pages behind it, asked for page by page.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{allName}}({{> Parameters}}options: RequestOptions = .init()) -> PagedElements<{{> ResultType}}, {{elementType}}> {
        {{pagesName.plain}}({{> Arguments}}options: options).flattened { $0{{#elements}}{{> Access}}{{/elements}} }
    }

"""#,
        "PagesArguments": #"""
{{! martlet 2 }}
{{#kind.offset}}
offset: {{position}}, limit: {{size}}{{^size}}nil as Int?{{/size}}, elements: { $0{{#elements}}{{> Access}}{{/elements}} }{{> HasNext}}) { {{position}} in
{{/kind.offset}}
{{#kind.page}}
page: {{position}}{{#first}}, first: {{first}}{{/first}}, size: {{size}}{{^size}}nil as Int?{{/size}}, elements: { $0{{#elements}}{{> Access}}{{/elements}} }{{> HasNext}}) { {{position}} in
{{/kind.page}}
{{#kind.cursor}}
cursor: {{position}}, next: { {{> NextCursor}} }) { {{position}} in
{{/kind.cursor}}
{{#kind.link}}
options: options, next: { $0.body{{#next}}{{> Access}}{{/next}} }) { options in
{{/kind.link}}
{{#kind.linkHeader}}
options: options, next: { $0.headers.link("next") }) { options in
{{/kind.linkHeader}}

"""#,
        "Parameter": #"""
{{! martlet 2 }}
{{#isRenamed}}{{label.plain}} {{/isRenamed}}{{variable}}: {{> ArgumentType}}{{#default}} = {{> ArgumentDefault}}{{/default}}{{^default}}{{^isRequired}} = nil{{/isRequired}}{{/default}}

"""#,
        "Parameters": #"""
{{! martlet 2 }}
{{#arguments}}{{> Parameter}}, {{/arguments}}

"""#,
        "Patch": #"""
{{! martlet 2 }}
    /// The same as ``{{> Symbol}}``, with steps whose places are properties of ``{{model}}``, such as `.replace(\.name, value)`.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name}}({{> PatchParameters}}options: RequestOptions = .init()) async throws -> {{model}} {
        try await {{name.plain}}({{> PatchArguments}}options: options)
    }

    /// The same, with the response's status and headers.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name.plain}}WithHTTPInfo({{> PatchParameters}}options: RequestOptions = .init()) async throws -> ApiResponse<{{model}}> {
        try await {{name.plain}}WithHTTPInfo({{> PatchArguments}}options: options)
    }

"""#,
        "PatchArguments": #"""
{{! martlet 2 }}
{{#arguments}}{{label.plain}}: {{#isPatch}}{{patchLabel}}.rawSteps(){{/isPatch}}{{^isPatch}}{{variable}}{{/isPatch}}, {{/arguments}}

"""#,
        "PatchParameters": #"""
{{! martlet 2 }}
{{#arguments}}{{#isPatch}}{{patchLabel}}: [PatchStep<{{model}}>]{{/isPatch}}{{^isPatch}}{{> Parameter}}{{/isPatch}}, {{/arguments}}

"""#,
        "Patchable": #"""
{{! martlet 2 }}
{{#kind.structure}}
{{#isPatchable}}

extension {{path}}: Patchable {
    /// The properties in a JSON Patch.
    {{access}}struct PatchKeys: Sendable {
{{#properties}}
        {{access}}let {{name}} = PatchKey<{{#isNullable}}Nullable<{{valueType}}>{{/isNullable}}{{^isNullable}}{{valueType}}{{/isNullable}}>({{key.literal}})
{{/properties}}
    }

    {{access}}static var patchKeys: PatchKeys { PatchKeys() }
}
{{/isPatchable}}
{{/kind.structure}}

"""#,
        "PlainCall": #"""
{{! martlet 2 }}
try await client.{{accessor.plain}}.{{name.plain}}({{> ExampleArguments}})

"""#,
        "PropertyReading": #"""
{{! martlet 2 }}
{{#isRequired}}
required{{#isNullable}}OrNull{{/isNullable}}{{^isNullable}}{{> Container}}{{/isNullable}}
{{/isRequired}}
{{^isRequired}}
{{#isNullable}}nullable{{/isNullable}}{{^isNullable}}{{#isJSON}}nullable{{/isJSON}}{{^isJSON}}optional{{> Container}}{{/isJSON}}{{/isNullable}}
{{/isRequired}}

"""#,
        "PropertyRow": #"""
{{! martlet 2 }}
{{#-first}}

## Properties

| Name | Type | Description | Key in JSON | Notes |
| --- | --- | --- | --- | --- |
{{/-first}}
| `{{name.plain}}` | {{linkedType}} | {{description.cell}} | {{key.cellCode}}{{index}} | {{> Notes}} |

"""#,
        "README.md": #"""
{{! martlet 2, for the client: README.md }}
<!-- {{marker}} -->

# {{module}}: {{title.cell}}

Version {{version.cell}} of the API.

{{#description}}
{{description.markdown}}
{{/description}}

## Use

{{#apis}}
{{#-first}}
{{#methods}}
{{#-first}}
```swift
import {{module}}

{{> Creation}}

do {
{{> ExampleCall}}
} catch let error as ApiError {
    print("{{name.plain}} failed:", error)
}
```

{{/-first}}
{{/methods}}
{{/-first}}
{{/apis}}
Every method has a second one, its name ending in `WithHTTPInfo`, that gives the response's status and headers as well.
What fails is thrown as an `ApiError`; a cancelled task throws `CancellationError`.

## Settings

The closure behind the arguments changes the settings before the client takes them:

```swift
import {{module}}

{{> Creation}} { configuration in
    configuration.timeout = .seconds(10)
    configuration.userAgent = "my-app/1.0"
    configuration.headers["X-Request-Source"] = "my-app"
}
```

## Authorization

{{^credentials}}
The API needs no credentials.
{{/credentials}}
{{#credentials}}
### {{name.plain}}

{{#description}}
{{description.markdown}}
{{/description}}

{{> CredentialUse}}
{{#isArgument}}

A credential that changes is asked for before each call:
`configuration.credentials[{{scheme.literal}}] = Credential { try await currentToken() }`.
{{/isArgument}}
{{#flows}}

The flow `{{flow}}` gets tokens from {{tokenURL.code}}{{#scopes}}{{#-first}}, with the scopes {{/-first}}{{^-first}}, {{/-first}}{{.code}}{{/scopes}}; `OAuthTokens` asks for them and keeps them: `{{name.plain}}: tokens`.
{{/flows}}

{{/credentials}}
## Servers

| Server | URL | Description |
| --- | --- | --- |
{{#servers}}
{{#-first}}
{{#cases}}
| `.{{name.plain}}` | {{url.cellCode}} | {{description.cell}} |
{{/cases}}
| `.custom(URL)` | | any other place |
{{/-first}}
{{^-first}}

Some operations are served elsewhere, which their argument `server` says, a `{{name.plain}}`:

| Server | URL | Description |
| --- | --- | --- |
{{#cases}}
| `.{{name.plain}}` | {{url.cellCode}} | {{description.cell}} |
{{/cases}}
{{/-first}}
{{/servers}}

## APIs

All paths are relative to the server's URL.

| API | Method | Request | Description |
| --- | --- | --- | --- |
{{#apis}}
{{#methods}}
| [{{api.plain}}](docs/{{api.plain}}.md) | [{{name.plain}}](docs/{{api.plain}}.md#{{name.anchor}}) | {{> RequestLine}} | {{summary.cell}} |
{{/methods}}
{{/apis}}

## Models

{{#models}}
- [{{name.plain}}](docs/{{name.plain}}.md)
{{/models}}

"""#,
        "Reading": #"""
{{! martlet 2 }}
{{#form.json}}
json()
{{/form.json}}
{{#form.bytes}}
data()
{{/form.bytes}}
{{#form.sequence}}
data()
{{/form.sequence}}
{{#form.form}}
text()
{{/form.form}}
{{#form.multipart}}
text()
{{/form.multipart}}
{{#form.events}}
text()
{{/form.events}}
{{#form.text}}
text()
{{/form.text}}

"""#,
        "Request": #"""
{{! martlet 2 }}
ApiRequest({{#httpMethod}}{{#constant}}.{{constant}}{{/constant}}{{^constant}}HTTPMethod(rawValue: {{name.literal}}){{/constant}}{{/httpMethod}}, {{requestPath.literal}}{{#security}}{{#-first}}, security: [{{/-first}}{{^-first}}, {{/-first}}[{{#credentials}}{{^-first}}, {{/-first}}.{{name.plain}}{{/credentials}}]{{#-last}}]{{/-last}}{{/security}}{{#accept}}{{#-first}}, accept: [{{/-first}}{{^-first}}, {{/-first}}{{.literal}}{{#-last}}]{{/-last}}{{/accept}}{{#statuses}}{{#-first}}, success: [{{/-first}}{{^-first}}, {{/-first}}{{.}}{{#-last}}]{{/-last}}{{/statuses}}{{#idempotencyHeader}}, idempotencyHeader: {{idempotencyHeader.literal}}{{/idempotencyHeader}})

"""#,
        "RequestCall": #"""
{{! martlet 2 }}
make{{name.capitalized}}Request({{#arguments}}{{^-first}}, {{/-first}}{{label.plain}}: {{variable}}{{/arguments}})

"""#,
        "RequestLine": #"""
{{! martlet 2 }}
{{httpMethod.name.cellCode}} {{path.cellCode}}

"""#,
        "RequestParameters": #"""
{{! martlet 2 }}
{{#arguments}}{{^-first}}, {{/-first}}{{> Parameter}}{{/arguments}}

"""#,
        "ResultType": #"""
{{! martlet 2 }}
{{result.type}}{{^result.type}}Void{{/result.type}}

"""#,
        "SecurityScheme": #"""
{{! martlet 2 }}
{{#kind.header}}
apiKey({{scheme.literal}}, header: {{key.literal}})
{{/kind.header}}
{{#kind.query}}
apiKey({{scheme.literal}}, query: {{key.literal}})
{{/kind.query}}
{{#kind.cookie}}
apiKey({{scheme.literal}}, cookie: {{key.literal}})
{{/kind.cookie}}
{{#kind.basic}}
basic({{scheme.literal}})
{{/kind.basic}}
{{#kind.bearer}}
bearer({{scheme.literal}})
{{/kind.bearer}}
{{#kind.http}}
http({{scheme.literal}}, scheme: {{key.literal}})
{{/kind.http}}
{{#kind.mutualTLS}}
mutualTLS({{scheme.literal}})
{{/kind.mutualTLS}}

"""#,
        "Sending": #"""
{{! martlet 2 }}
{{#result.kind.none}}
        return try await client.send(request, options: options)
{{/result.kind.none}}
{{#result.kind.content}}
{{#form.json}}
        return try await client.send(request, options: options)
{{/form.json}}
{{#form.events}}
        return try await client.events(request, options: options)
{{/form.events}}
{{#form.sequence}}
        return try await client.sequence(request, options: options)
{{/form.sequence}}
{{#form.text}}
        return try await client.send(request, options: options) { try $0.text() }
{{/form.text}}
{{#form.form}}
        return try await client.send(request, options: options) { try $0.text() }
{{/form.form}}
{{#form.multipart}}
        return try await client.send(request, options: options) { try $0.text() }
{{/form.multipart}}
{{/result.kind.content}}
{{#result.kind.optional}}
        return try await client.send(request, options: options) { try $0.isEmpty ? nil : $0.{{> Reading}} }
{{/result.kind.optional}}
{{#result.kind.choice}}
        return try await client.send(request, options: options) { response in
            switch response.statusCode {
{{#cases}}
            {{> StatusPattern}}: .{{name.plain}}{{#content}}(try response.{{> Reading}}){{/content}}
{{/cases}}
            }
        }
{{/result.kind.choice}}

"""#,
        "ServerArgument": #"""
{{! martlet 2 }}
{{#servers}}{{#-first}}{{name}}{{#default}} = .{{name.plain}}{{#isCall}}(){{/isCall}}{{/default}}{{/-first}}{{/servers}}

"""#,
        "ServerBindings": #"""
{{! martlet 2 }}
{{#parameters}}{{#-first}}({{/-first}}{{^-first}}, {{/-first}}let {{#base}}base{{/base}}{{#variable}}{{label}}{{/variable}}{{#-last}}){{/-last}}{{/parameters}}

"""#,
        "ServerParameters": #"""
{{! martlet 2 }}
{{#parameters}}{{#-first}}({{/-first}}{{^-first}}, {{/-first}}{{#base}}relativeTo: URL?{{/base}}{{#variable}}{{label}}: {{type}}{{^type}}String{{/type}} = {{#member}}.{{member.plain}}{{/member}}{{^member}}{{default.literal}}{{/member}}{{/variable}}{{#-last}}){{/-last}}{{/parameters}}

"""#,
        "ServerSet": #"""
{{! martlet 2 }}
    /// {{#isMain}}Where the API is served.{{/isMain}}{{^isMain}}Where some of the operations are served.{{/isMain}}
    {{access}}enum {{name}}: Hashable, Sendable {
{{#cases}}
        /// {{description.comment}}{{^description}}{{url.comment}}{{/description}}
        ///
{{#variables}}
{{#description}}
        /// - Parameter {{label.plain}}: {{description.inline}}
{{/description}}
{{/variables}}
        case {{name}}{{> ServerParameters}}
{{/cases}}
        /// Any other place; the paths of the API are appended to it.
        case custom(URL?)
{{#choices}}

        /// Values of `{{label.plain}}`.
        {{access}}enum {{name}}: String, Hashable, Sendable {
{{#cases}}
            case {{name}}{{#value}} = {{value.literal}}{{/value}}
{{/cases}}
        }
{{/choices}}

        /// The URL before the paths of the API.
        {{access}}var url: URL? {
            switch self {
{{#cases}}
            case .{{name.plain}}{{> ServerBindings}}: URL(string: "{{> ServerURL}}"{{#isRelative}}, relativeTo: base)?.absoluteURL{{/isRelative}}{{^isRelative}}){{/isRelative}}
{{/cases}}
            case .custom(let url): url
            }
        }
    }

"""#,
        "ServerURL": #"""
{{! martlet 2 }}
{{#pieces}}{{#text}}{{.inLiteral}}{{/text}}{{#variable}}\({{label}}{{#type}}.rawValue{{/type}}){{/variable}}{{/pieces}}

"""#,
        "Statements": #"""
{{! martlet 2 }}
{{#arguments}}
{{#place.path}}
        try request.setPath({{key.literal}}, {{> Written}})
{{/place.path}}
{{#place.query}}
        try request.addQuery({{key.literal}}, {{> Written}})
{{/place.query}}
{{#place.header}}
        try request.setHeader({{key.literal}}, {{> Written}})
{{/place.header}}
{{#place.cookie}}
        try request.addCookie({{key.literal}}, {{> Written}})
{{/place.cookie}}
{{#place.queryString}}
{{#form.json}}
        try request.setQueryString(json: {{variable}})
{{/form.json}}
{{#form.form}}
        try request.setQueryString(form: {{variable}}{{> Encoding}})
{{/form.form}}
{{#form.text}}
        request.setQueryString(text: {{variable}})
{{/form.text}}
{{/place.queryString}}
{{#place.body}}
        {{> Body}}
{{/place.body}}
{{#place.bodyChoice}}
        switch {{variable}} {
{{#cases}}
        case .{{name.plain}}(let {{variable}}{{#content.hasContentTypeArgument}}, let contentType{{/content.hasContentTypeArgument}}):
{{#content}}
            {{> Body}}
{{/content}}
{{/cases}}
{{^isRequired}}
        case nil:
            request.leaveBodyOut()
{{/isRequired}}
        }
{{/place.bodyChoice}}
{{#place.server}}
        request.setServer({{variable}}.url)
{{/place.server}}
{{/arguments}}

"""#,
        "Status": #"""
{{! martlet 2 }}
{{#status.code}}{{.}}{{/status.code}}{{#status.range}}{{.}}XX{{/status.range}}{{#status.other}}any other status{{/status.other}}

"""#,
        "StatusPattern": #"""
{{! martlet 2 }}
{{#-last}}default{{/-last}}{{^-last}}{{#status.code}}case {{.}}{{/status.code}}{{#status.range}}case {{.}}00...{{.}}99{{/status.range}}{{#status.other}}default{{/status.other}}{{/-last}}

"""#,
        "Structure": #"""
{{! martlet 2 }}
{{access}}struct {{name}}: Codable, Hashable, Sendable{{#hasMembers}}, ObjectModel{{/hasMembers}} {
{{#properties}}
    /// {{description.comment}}
    ///
    /// {{#documentedDefault}}Default: {{documentedDefault.code}}. {{/documentedDefault}}{{#hasUniqueItems}}No element is there twice. {{/hasUniqueItems}}{{#isReadOnly}}Only in responses. {{/isReadOnly}}{{#isWriteOnly}}Only in requests. {{/isWriteOnly}}{{#isDeprecated}}Deprecated.{{/isDeprecated}}
    {{#isSecret}}@Redacted {{/isSecret}}{{^isSecret}}{{> Indirect}}{{/isSecret}}{{access}}var {{name}}: {{type}}
{{/properties}}
{{#parts}}
    {{> Indirect}}{{access}}var {{name}}: {{type}}
{{/parts}}
{{#additional}}
    /// All other properties.
    {{access}}var {{name}}: {{type}}
{{/additional}}
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init({{> Members}}) {
{{#properties}}
        self.{{name}} = {{name}}
{{/properties}}
{{#parts}}
        self.{{name}} = {{name}}
{{/parts}}
{{#additional}}
        self.{{name}} = {{name}}
{{/additional}}
    }
{{#hasMembers}}

    {{access}}init(from decoder: any Decoder) throws {
        {{#hasReads}}let object{{/hasReads}}{{^hasReads}}_{{/hasReads}} = try ObjectDecoder(decoder)
{{#properties}}
        {{#needsSelf}}self.{{/needsSelf}}{{name}} = {{#isWriteOnly}}nil{{/isWriteOnly}}{{^isWriteOnly}}try object.{{> PropertyReading}}({{key.literal}}){{/isWriteOnly}}
{{/properties}}
{{#parts}}
        {{name}} = try {{type}}(from: decoder)
{{/parts}}
{{#additional}}
        {{name}} = try object.others(than: [{{#properties}}{{^-first}}, {{/-first}}{{key.literal}}{{/properties}}])
{{/additional}}
    }

    {{access}}func listProperties(in object: inout ObjectProperties) {
{{#properties}}
        object.add{{#isReadOnly}}(readOnly: {{/isReadOnly}}{{^isReadOnly}}{{#isRequired}}{{#isNullable}}OrNull{{/isNullable}}{{/isRequired}}({{key.literal}}, {{/isReadOnly}}{{#needsSelf}}self.{{/needsSelf}}{{name}})
{{/properties}}
{{#parts}}
        object.add(part: {{name}})
{{/parts}}
{{#additional}}
        object.add(others: {{name}})
{{/additional}}
    }
{{/hasMembers}}
}

"""#,
        "Symbol": #"""
{{! martlet 2 }}
{{name.plain}}({{#arguments}}{{label.plain}}:{{/arguments}}options:)

"""#,
        "Tags": #"""
{{! martlet 2 }}
{{#tags}}{{^-first}}, {{/-first}}{{.cellCode}}{{/tags}}

"""#,
        "Tuple": #"""
{{! martlet 2 }}
{{access}}struct {{name}}: Codable, Hashable, Sendable {
{{#elements}}
    /// {{description.comment}}
    {{> Indirect}}{{access}}var {{name}}: {{type}}{{#isOptional}}?{{/isOptional}}
{{/elements}}
{{#rest}}
    /// The elements behind those.
    {{access}}var rest: {{type}}
{{/rest}}
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init({{#elements}}{{^-first}}, {{/-first}}{{name}}: {{type}}{{#isOptional}}? = nil{{/isOptional}}{{/elements}}{{#rest}}, rest: {{type}} = []{{/rest}}) {
{{#elements}}
        self.{{name}} = {{name}}
{{/elements}}
{{#rest}}
        self.rest = rest
{{/rest}}
    }

    {{access}}init(from decoder: any Decoder) throws {
        var tuple = try TupleDecoder(decoder)
{{#elements}}
        self.{{name}} = try tuple.{{#isOptional}}optional{{/isOptional}}{{^isOptional}}required{{/isOptional}}()
{{/elements}}
{{#rest}}
        rest = try tuple.rest()
{{/rest}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        var tuple = TupleEncoder(encoder)
{{#elements}}
        try tuple.encode({{#isOptional}}optional: {{/isOptional}}self.{{name}})
{{/elements}}
{{#rest}}
        try tuple.encode(rest: rest)
{{/rest}}
    }
}

"""#,
        "Union": #"""
{{! martlet 2 }}
{{#isAmbiguous}}
///
/// A value that fits several of these is the first one.
{{/isAmbiguous}}
{{access}}enum {{name}}: Codable, Hashable, Sendable {
{{#cases}}
    /// {{description.comment}}
    {{#isIndirect}}indirect {{/isIndirect}}case {{name}}({{type}})
{{/cases}}
    /// A value that is none of these.
    case unrecognized(JSONValue)
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init(from decoder: any Decoder) throws {
        let union = UnionDecoder(decoder)
{{#discriminator}}
        switch union.tag({{discriminator.literal}}) {
{{#cases}}
{{#tags}}
        case {{.literal}}: self = .{{name.plain}}(try union.decoded())
{{/tags}}
{{/cases}}
{{^tests}}
        default: {{> UnionDefault}}
{{/tests}}
{{#tests}}
{{#-first}}
        default:
{{/-first}}
            {{> UnionTest}}
{{/tests}}
        }
{{/discriminator}}
{{^discriminator}}
{{^tests}}
        {{> UnionDefault}}
{{/tests}}
{{#tests}}
        {{> UnionTest}}
{{/tests}}
{{/discriminator}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        let union = UnionEncoder(encoder)
        switch self {
{{#cases}}
        case .{{name.plain}}(let value): try union.encode(value{{#writtenTag}}, tag: {{writtenTag.literal}}, {{discriminator.literal}}{{/writtenTag}})
{{/cases}}
        case .unrecognized(let value): try union.encode(value)
        }
    }
}

"""#,
        "UnionDefault": #"""
{{! martlet 2 }}
self = .{{#defaultCase}}{{defaultCase.plain}}{{/defaultCase}}{{^defaultCase}}unrecognized{{/defaultCase}}(try union.decoded())

"""#,
        "UnionTest": #"""
{{! martlet 2 }}
{{^-first}}} else {{/-first}}if let value: {{type}} = union.{{> UnionTestCall}} {
    self = .{{name.plain}}(value)
{{#-last}}
} else {
    {{> UnionDefault}}
}
{{/-last}}

"""#,
        "UnionTestCall": #"""
{{! martlet 2 }}
{{#kind.value}}
value()
{{/kind.value}}
{{#kind.object}}
object({{#keyTests}}{{^-first}}, {{/-first}}{{#isPresence}}with{{/isPresence}}{{^isPresence}}without{{/isPresence}}: [{{#keys}}{{^-first}}, {{/-first}}{{.literal}}{{/keys}}]{{/keyTests}})
{{/kind.object}}

"""#,
        "Wrapper": #"""
{{! martlet 2 }}
{{access}}struct {{name}}: Codable, Hashable, Sendable {
    /// The value itself.
    {{access}}var value: {{type}}

    {{access}}init(_ value: {{type}}) {
        self.value = value
    }

    {{access}}init(from decoder: any Decoder) throws {
        value = try UnionDecoder(decoder).decoded()
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        try UnionEncoder(encoder).encode(value)
    }
}

"""#,
        "Written": #"""
{{! martlet 2 }}
{{#isJSON}}json: {{/isJSON}}{{variable}}{{#style}}, style: .{{style}}{{/style}}{{#explode}}, explode: {{explode}}{{/explode}}{{#allowReserved}}, allowReserved: true{{/allowReserved}}{{#allowEmptyValue}}, allowEmptyValue: true{{/allowEmptyValue}}

"""#,
    ]
}
