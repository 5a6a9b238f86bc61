// Refreshed from Templates/ with: swift run martlet-dev embed
// The literals are the templates byte for byte, so their lines are not for a formatter to judge.
// swift-format-ignore-file

/// The built-in templates.
package enum EmbeddedTemplates {
    /// The text of each template by its name, which is that of its file without `.mustache`.
    package static let sources: [String: String] = [
        "Access": #"""
{{! martlet 3 }}
{{#steps}}{{#isChained}}?{{/isChained}}{{#kind.property}}.{{.}}{{/kind.property}}{{#kind.nullable}}.{{.}}?.value{{/kind.nullable}}{{#kind.key}}[{{.literal}}]{{/kind.key}}{{#kind.last}}.last{{/kind.last}}{{/steps}}

"""#,
        "Api": #"""
{{! martlet 3 }}
{{#accessor}}
/// {{introduction.comment}}
///
{{#page}}
/// For details, see `{{page}}`.
{{/page}}
nonisolated {{access}}struct {{name}}: Sendable {
    /// The client that sends the requests.
    {{access}}let client: ApiClient

    /// Creates the API group.
    {{access}}init(_ client: ApiClient) {
        self.client = client
    }
{{/accessor}}
{{^accessor}}
nonisolated extension {{#namespace}}{{namespace}}.{{/namespace}}{{client}} {
{{/accessor}}
{{#methods}}

{{> Method}}
{{/methods}}
}

"""#,
        "Api.md": #"""
{{! martlet 3, for each api: docs/{name}.md }}
<!-- {{marker}} -->

# {{name.plain}}

{{#description}}
{{description.markdown}}
{{/description}}

{{#servers}}
{{#-first}}
{{#cases}}
{{#-first}}
All paths are relative to the URL of the client's server, by default {{url.code}}.

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
    let response = try await client.{{#accessor}}{{accessor.plain}}.{{/accessor}}{{name.plain}}WithHTTPInfo({{> ExampleArguments}})
    print(response.statusCode, response.headers{{#result.type}}, response.body{{/result.type}})
} catch let error as ApiError {
    print("{{name.plain}} failed:", error)
}
```

{{#pages}}
`{{name.plain}}(every: .page, …)` returns the pages of the list, and `{{name.plain}}(every: .element, …)` returns their elements, each as an `AsyncSequence` that fetches pages lazily.

{{/pages}}
{{#isDownload}}
With the argument `to: file`, `{{name.plain}}` writes the body to a file as it arrives, and reports the progress.

{{/isDownload}}
{{#patch}}
With the argument `{{patchLabel.plain}}: [JSONPatch.Step<{{model}}>]`, key paths of the model specify what to change: `.replace(\.name, value)`, `.remove(\.name)`.

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

| Link | Operation | Description |
| --- | --- | --- |
{{/-first}}
| {{key.cellCode}} | {{#operation}}{{operation.cellCode}}{{/operation}} | {{description.cell}} |
{{/links}}
{{/methods}}

"""#,
        "Apis.swift": #"""
{{! martlet 3, for each api: APIs/{name}.swift }}
// {{marker}}

{{^embedsRuntime}}
internal import MartletSupport
{{/embedsRuntime}}
{{#apis}}

{{^namespace}}
{{> Api}}
{{> Choices}}
{{/namespace}}
{{#namespace}}
{{#accessor}}
nonisolated extension {{namespace}} {
    {{> Api}}
    {{> Choices}}
}
{{/accessor}}
{{^accessor}}
{{> Api}}
{{#choices}}
{{#-first}}
nonisolated extension {{namespace}} {
    {{> Choices}}
}
{{/-first}}
{{/choices}}
{{/accessor}}
{{/namespace}}
{{/apis}}

"""#,
        "ArgumentDefault": #"""
{{! martlet 3 }}
{{#text}}{{.literal}}{{/text}}{{#member}}.{{name.plain}}{{#isCall}}(){{/isCall}}{{/member}}

"""#,
        "ArgumentPlace": #"""
{{! martlet 3 }}
{{#place.path}}
The path parameter {{key.cellCode}}.
{{/place.path}}
{{#place.query}}
The query parameter {{key.cellCode}}.
{{/place.query}}
{{#place.header}}
The header {{key.cellCode}}.
{{/place.header}}
{{#place.cookie}}
The cookie {{key.cellCode}}.
{{/place.cookie}}
{{#place.queryString}}
The entire query string.
{{/place.queryString}}
{{#place.body}}
The request body.
{{/place.body}}
{{#place.bodyChoice}}
The request body.
{{/place.bodyChoice}}
{{#place.contentType}}
The media type of the body.
{{/place.contentType}}
{{#place.server}}
The server of the operation.
{{/place.server}}

"""#,
        "ArgumentType": #"""
{{! martlet 3 }}
{{type}}{{^default}}{{^isRequired}}?{{/isRequired}}{{/default}}

"""#,
        "Arguments": #"""
{{! martlet 3 }}
{{#arguments}}{{label.plain}}: {{variable}}, {{/arguments}}

"""#,
        "Binding": #"""
{{! martlet 3 }}
{{#arguments}}{{#-first}}var{{/-first}}{{/arguments}}{{^arguments}}let{{/arguments}}

"""#,
        "Body": #"""
{{! martlet 3 }}
{{#isSecret}}
request.hide({{variable}})
{{/isSecret}}
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
        "Choices": #"""
{{! martlet 3 }}
{{#choices}}

/// {{#isResult}}The results of the operation, by status code.{{/isResult}}{{^isResult}}The request bodies to choose from.{{/isResult}}
nonisolated {{access}}enum {{name}}: Hashable, Sendable {
{{#cases}}
    /// {{description.comment}}{{^description}}{{#content}}Content of type {{> ContentTypes}}.{{/content}}{{^content}}No content.{{/content}}{{/description}}
    case {{name}}{{#content}}({{argumentType}}{{#hasContentTypeArgument}}{{^isResult}}, contentType: String{{#defaultContentType}} = {{defaultContentType.literal}}{{/defaultContentType}}{{/isResult}}{{/hasContentTypeArgument}}){{/content}}
{{/cases}}
}
{{/choices}}

"""#,
        "Client": #"""
{{! martlet 3 }}
/// {{title.inline}}, version {{version.inline}}.
///
/// {{introduction.comment}}
///
{{#page}}
/// For details, see `{{page}}`.
{{/page}}
nonisolated {{access}}struct {{client}}: Sendable {
    /// The shared state of all calls: configuration, credentials and transport.
    {{access}}let apiClient: ApiClient
{{#apis}}
{{#accessor}}

    /// The operations with the tag {{title.code}}.
    {{access}}var {{accessor}}: {{name}} { {{name}}(apiClient) }
{{/accessor}}
{{/apis}}

{{#servers}}
{{> ServerSet}}

{{/servers}}
    /// Creates a client.
    ///
    /// - Parameters:
{{#credentials}}
{{#isArgument}}
    ///   - {{name.plain}}: {{> CredentialDescription}}
{{/isArgument}}
{{/credentials}}
    ///   - server: The server that requests are sent to.
    ///   - configure: A closure that changes the configuration.
    {{access}}init({{#credentials}}{{#isArgument}}{{name.label}}: {{> CredentialType}}, {{/isArgument}}{{/credentials}}server: {{> ServerArgument}}, configure: (inout Configuration) -> Void = { _ in }) {
        var configuration = Configuration(server: server.url)
{{#credentials}}
{{#isArgument}}
        configuration.credentials[Credential.Scheme.{{> SchemeReference}}.name] = {{#isRequired}}Credential(from: {{name}}){{/isRequired}}{{^isRequired}}{{name}}.map(Credential.init(from:)){{/isRequired}}
{{/isArgument}}
{{/credentials}}
        configure(&configuration)
        self.init(configuration: configuration)
    }

    /// Creates a client with a configuration.
    {{access}}init(configuration: Configuration) {
        apiClient = ApiClient(configuration: configuration{{#secretProperties}}{{#-first}}, secretProperties: Self.secretProperties{{/-first}}{{/secretProperties}})
    }

    // Generated by martlet {{martlet}}. If this line does not compile, the runtime is incompatible: regenerate the client with the version of martlet that the package depends on, or depend on the version that generated it.
    private typealias FittingRuntime = ApiClient.GeneratedCode1

    private init(apiClient: ApiClient) {
        self.apiClient = apiClient
    }

    /// Returns a client with changed settings, which shares this client's connections and retry budget.
    ///
    /// - Parameter change: A closure that changes the settings.
    {{access}}func with(_ change: (inout Configuration) -> Void) -> {{client}} {
        {{client}}(apiClient: apiClient.with(change))
    }
{{#secretProperties}}
{{#-first}}

    /// The names of JSON properties whose values never appear in errors.
    static let secretProperties = [{{/-first}}{{^-first}}, {{/-first}}{{.literal}}{{#-last}}]
{{/-last}}
{{/secretProperties}}
}

"""#,
        "Client.swift": #"""
{{! martlet 3, for the client: {client}.swift }}
// {{marker}}

{{^embedsRuntime}}
@_exported public import MartletRuntime
internal import MartletSupport
{{/embedsRuntime}}
{{#shared}}
{{#import}}
@_exported public import {{.}}
{{/import}}
{{/shared}}

{{#namespace}}
/// {{title.inline}}, version {{version.inline}}: the client and its types.
nonisolated {{access}}enum {{namespace}} {}

nonisolated extension {{namespace}} {
    {{> Client}}
    {{> ClientParts}}
    {{> SharedTypes}}
}
{{/namespace}}
{{^namespace}}
{{> Client}}
{{/namespace}}
{{#credentials}}
{{#-first}}

nonisolated extension Credential.Scheme {
{{/-first}}
    /// {{> CredentialDescription}}
    {{access}}static let {{> SchemeName}} = Credential.Scheme.{{> SecurityScheme}}
{{#-last}}
}
{{/-last}}
{{/credentials}}
{{^namespace}}
{{> ClientParts}}
{{> SharedTypes}}
{{/namespace}}
{{#renames}}
{{> Renamed}}
{{/renames}}

"""#,
        "ClientParts": #"""
{{! martlet 3 }}
{{#responseHeaders}}

/// The response headers that the document describes, as properties: `{{name}}(response.headers)`.
nonisolated {{access}}struct {{name}}: Sendable {
    /// All headers, including those that the document does not describe.
    {{access}}let headers: HTTPHeaders

    /// Creates the value from the headers of a response or an error.
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

/// Decodes the bodies of the API's webhooks and callbacks.
nonisolated {{access}}enum {{name}} {
{{#events}}

    /// {{description.comment}}{{^description}}The webhook {{key.code}}.{{/description}}
    ///
    /// {{#callbackOf}}A callback of `{{callbackOf.plain}}`.{{/callbackOf}}
    ///
    /// - Throws: ``ApiError`` if the body does not match the document.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}static func {{name}}(_ body: Data) throws -> {{type}} {
        try MartletSupport.WebhookPayload.decoded(body, of: {{key.literal}}{{#secretProperties}}{{#-first}}, secretProperties: {{client}}.secretProperties{{/-first}}{{/secretProperties}})
    }
{{/events}}
}
{{/webhooks}}

"""#,
        "Container": #"""
{{! martlet 3 }}
{{#isArray}}Array{{/isArray}}{{#isDictionary}}Dictionary{{/isDictionary}}

"""#,
        "ContentType": #"""
{{! martlet 3 }}
{{^isUsualContentType}}, contentType: {{#hasContentTypeArgument}}contentType{{/hasContentTypeArgument}}{{^hasContentTypeArgument}}{{defaultContentType.literal}}{{/hasContentTypeArgument}}{{/isUsualContentType}}

"""#,
        "ContentTypes": #"""
{{! martlet 3 }}
{{#contentTypes}}{{^-first}}, {{/-first}}{{.code}}{{/contentTypes}}

"""#,
        "Creation": #"""
{{! martlet 3 }}
let client = {{#namespace}}{{namespace}}.{{/namespace}}{{client}}({{> CreationArguments}})

"""#,
        "CreationArguments": #"""
{{! martlet 3 }}
{{#exampleCredentials}}{{^-first}}, {{/-first}}{{name.plain}}: {{> ExampleCredential}}{{/exampleCredentials}}{{#exampleServer}}{{#exampleCredentials}}{{#-first}}, {{/-first}}{{/exampleCredentials}}server: {{> ExampleServer}}{{/exampleServer}}

"""#,
        "CredentialDescription": #"""
{{! martlet 3 }}
{{#description}}
{{description.inline}}
{{/description}}
{{^description}}
{{#kind.header}}
The API key for the header {{key.code}}.
{{/kind.header}}
{{#kind.query}}
The API key for the query parameter {{key.code}}.
{{/kind.query}}
{{#kind.cookie}}
The API key for the cookie {{key.code}}.
{{/kind.cookie}}
{{#kind.basic}}
The user name and password, as `Credential.basic(username:password:)`.
{{/kind.basic}}
{{#kind.bearer}}
The bearer token.
{{/kind.bearer}}
{{#kind.http}}
The credential that follows {{key.code}} in the header `Authorization`.
{{/kind.http}}
{{#kind.mutualTLS}}
The client certificate, which the transport presents.
{{/kind.mutualTLS}}
{{/description}}

"""#,
        "CredentialType": #"""
{{! martlet 3 }}
{{#isRequired}}any Credential.Source{{/isRequired}}{{^isRequired}}(any Credential.Source)? = nil{{/isRequired}}

"""#,
        "CredentialUse": #"""
{{! martlet 3 }}
{{#kind.header}}
Sent in the header {{key.code}}. If the server expects a prefix, set it: `configuration.credentials[{{scheme.literal}}]?.prefix = "Bearer"`.
{{/kind.header}}
{{#kind.query}}
Sent as the query parameter {{key.code}}.
{{/kind.query}}
{{#kind.cookie}}
Sent as the cookie {{key.code}}.
{{/kind.cookie}}
{{#kind.basic}}
Sent in the header `Authorization`. Pass the user name and password: `{{name.plain}}: Credential.basic(username: username, password: password)`.
{{/kind.basic}}
{{#kind.bearer}}
Sent in the header `Authorization`, as a bearer token.
{{/kind.bearer}}
{{#kind.http}}
Sent in the header `Authorization`, after {{key.code}}.
{{/kind.http}}
{{#kind.mutualTLS}}
A client certificate. Configure it on the transport; the client has no argument for it.
{{/kind.mutualTLS}}

"""#,
        "Declaration": #"""
{{! martlet 3 }}
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
{{! martlet 3 }}
    /// Writes the result of ``{{> Symbol}}`` to a file as it arrives; the file appears when it is complete.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    @discardableResult
    {{access}}func {{name}}({{> Parameters}}to file: URL, options: RequestOptions = .init(), progress: (@Sendable (HTTPResponse.Progress) -> Void)? = nil) async throws -> ApiResponse<URL> {
        try await {{> Sender}}.download({{> RequestCall}}, to: file, options: options, progress: progress)
    }

{{^arguments}}
    private func make{{name.capitalized}}Request() -> ApiClient.Request {
        {{> Request}}
    }
{{/arguments}}
{{#arguments}}
{{#-first}}
    private func make{{name.capitalized}}Request({{> RequestParameters}}) throws -> ApiClient.Request {
        var request = {{> Request}}
{{> Statements}}
        return request
    }
{{/-first}}
{{/arguments}}

"""#,
        "Encoding": #"""
{{! martlet 3 }}
{{#encoding}}{{#-first}}, encoding: [{{/-first}}{{^-first}}, {{/-first}}{{key.literal}}: {{#writing.style}}.style({{#settings}}{{^-first}}, {{/-first}}{{#style}}.{{style}}{{/style}}{{#explode}}explode: {{explode}}{{/explode}}{{#allowReserved}}allowReserved: true{{/allowReserved}}{{/settings}}){{/writing.style}}{{#writing.content}}.content({{#contentType}}{{contentType.literal}}{{/contentType}}{{^contentType}}nil{{/contentType}}{{#headers}}{{#-first}}, headers: [{{/-first}}{{^-first}}, {{/-first}}{{key.literal}}: {{value.literal}}{{#-last}}]{{/-last}}{{/headers}}){{/writing.content}}{{#-last}}]{{/-last}}{{/encoding}}

"""#,
        "Enumeration": #"""
{{! martlet 3 }}
{{#isLarge}}
{{> LargeEnumeration}}
{{/isLarge}}
{{^isLarge}}
{{> TypeAccess}}enum {{name}}: ApiModel.OpenEnum {
{{#lines}}
    /// {{description.comment}}
    case {{#cases}}{{^-first}}, {{/-first}}{{name}}{{/cases}}
{{/lines}}
    /// A value that the API's document does not list.
    case unrecognized({{rawType}})

    {{access}}static let knownCases: ApiModel.KnownCases<Self> = [{{#cases}}{{^-first}}, {{/-first}}.{{name.plain}}{{/cases}}]

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
{{! martlet 3 }}
{{#exampleArguments}}{{^-first}}, {{/-first}}{{label.plain}}: {{example}}{{/exampleArguments}}

"""#,
        "ExampleCall": #"""
{{! martlet 3 }}
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
{{! martlet 3 }}
{{#kind.basic}}Credential.basic(username: "YOUR_USERNAME", password: "YOUR_PASSWORD"){{/kind.basic}}{{^kind.basic}}"YOUR_{{scheme.constantCase}}"{{/kind.basic}}

"""#,
        "ExampleServer": #"""
{{! martlet 3 }}
{{#relative}}.{{.plain}}(relativeTo: URL(string: "https://api.example.com")){{/relative}}{{#custom}}.custom(URL(string: "https://api.example.com")){{/custom}}

"""#,
        "Extensions": #"""
{{! martlet 3 }}
{{> Patchable}}
{{> ModelExtras}}
{{#nested}}
{{> Extensions}}
{{/nested}}

"""#,
        "FailureEnum": #"""
{{! martlet 3 }}
    /// The failures of {{operation.code}} that the document describes. Create one from an error: `{{name.plain}}(error)`.
    {{access}}enum {{name}}: Hashable, Sendable {
{{#cases}}
        /// {{description.comment}}{{^description}}A failure that the document lists without a description.{{/description}}
        case {{name}}{{#type}}({{.}}){{/type}}
{{/cases}}
        /// A failure without a response, with another status, or with a body that does not match the document.
        case other

        /// Creates the failure from an error of this operation.
        {{access}}init(_ error: ApiError) {
            switch error.statusCode {
{{#cases}}
{{#status.other}}
            case nil: self = .other
{{/status.other}}
            {{> FailurePattern}}: self = {{#type}}error.decoded({{.}}.self).map { .{{name}}($0) } ?? .other{{/type}}{{^type}}.{{name}}{{/type}}
{{/cases}}
{{#cases}}
{{#-last}}
{{^status.other}}
            default: self = .other
{{/status.other}}
{{/-last}}
{{/cases}}
            }
        }
    }

"""#,
        "FailurePattern": #"""
{{! martlet 3 }}
{{#status.code}}case {{.}}{{/status.code}}{{#status.range}}case .some({{.}}00...{{.}}99){{/status.range}}{{#status.other}}default{{/status.other}}

"""#,
        "HasLink": #"""
{{! martlet 3 }}
{{#links}}
$0{{> Access}}{{#isOptional}}.map { {{> NextValue}} != nil }{{/isOptional}}{{^isOptional}}{{#next}}{{> Access}}{{/next}} != nil{{/isOptional}}
{{/links}}
{{^links}}
{{> NextValue}} != nil
{{/links}}

"""#,
        "HasNext": #"""
{{! martlet 3 }}
{{#hasNext.flag}}
, hasNext: { $0{{> Access}} }
{{/hasNext.flag}}
{{#hasNext.link}}
, hasNext: { {{> HasLink}} }
{{/hasNext.link}}

"""#,
        "InnerKey": #"""
{{! martlet 3 }}
{{^-first}}, {{/-first}}[{{#path}}{{^-first}}, {{/-first}}{{#key}}{{key.literal}}{{/key}}{{^key}}nil{{/key}}{{/path}}]

"""#,
        "LargeEnumeration": #"""
{{! martlet 3 }}
{{> TypeAccess}}struct {{name}}: ApiModel.OpenValue {
    {{access}}let rawValue: {{rawType}}

    {{access}}init(rawValue: {{rawType}}) {
        self.rawValue = rawValue
    }

{{#cases}}
    /// {{description.comment}}
    {{access}}static var {{name}}: Self { Self(rawValue: {{value}}) }
{{/cases}}

    /// A value that the API's document does not list.
    {{access}}static func unrecognized(_ value: {{rawType}}) -> Self { Self(rawValue: value) }
}

"""#,
        "LiteralInitializer": #"""
{{! martlet 3 }}
{{#kind.string}}
{{access}}init(stringLiteral value: {{type}}) {
    self = {{#isListed}}Self.listedValues[.string(value)] ?? {{/isListed}}.{{name.plain}}(value)
}
{{/kind.string}}
{{#kind.integer}}
{{access}}init(integerLiteral value: {{type}}) {
    self = .{{name.plain}}(value)
}
{{/kind.integer}}
{{#kind.wholeNumber}}
{{access}}init(integerLiteral value: Int64) {
    self = .{{name.plain}}({{type}}(value))
}
{{/kind.wholeNumber}}
{{#kind.number}}
{{access}}init(floatLiteral value: {{type}}) {
    self = .{{name.plain}}(value)
}
{{/kind.number}}
{{#kind.boolean}}
{{access}}init(booleanLiteral value: {{type}}) {
    self = .{{name.plain}}(value)
}
{{/kind.boolean}}
{{#kind.array}}
{{access}}init(arrayLiteral elements: {{type}}...) {
    self = .{{name.plain}}(elements)
}
{{/kind.array}}

"""#,
        "LiteralProtocol": #"""
{{! martlet 3 }}
{{#kind.string}}ExpressibleByStringLiteral{{/kind.string}}{{#kind.integer}}ExpressibleByIntegerLiteral{{/kind.integer}}{{#kind.wholeNumber}}ExpressibleByIntegerLiteral{{/kind.wholeNumber}}{{#kind.number}}ExpressibleByFloatLiteral{{/kind.number}}{{#kind.boolean}}ExpressibleByBooleanLiteral{{/kind.boolean}}{{#kind.array}}ExpressibleByArrayLiteral{{/kind.array}}

"""#,
        "Members": #"""
{{! martlet 3 }}
{{#members}}{{^-first}}, {{/-first}}{{name.label}}: {{type}}{{#default}} = {{default}}{{/default}}{{#isNilByDefault}} = nil{{/isNilByDefault}}{{#isEmptyByDefault}} = [:]{{/isEmptyByDefault}}{{/members}}

"""#,
        "Method": #"""
{{! martlet 3 }}
{{> MethodDocumentation}}
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name}}({{> Parameters}}options: RequestOptions = .init()) async throws{{#result.type}} -> {{.}}{{/result.type}} {
        {{^result.type}}_ = {{/result.type}}try await {{name.plain}}WithHTTPInfo({{> Arguments}}options: options){{#result.type}}.body{{/result.type}}
    }

    /// Calls ``{{> Symbol}}`` and returns the response with its status and headers.
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
        try await {{> Sender}}.send({{> RequestCall}}, options: options) { try $0.data() }
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
{{#failureEnum}}

{{> FailureEnum}}
{{/failureEnum}}
    {{> MethodExtras}}

"""#,
        "MethodDocumentation": #"""
{{! martlet 3 }}
    /// {{summary.comment}}
    ///
    /// {{introduction.comment}}
    ///
{{^summary}}
{{^introduction}}
    /// Sends the request {{httpMethod.name.code}} {{path.code}}.
    ///
{{/introduction}}
{{/summary}}
{{#page}}
    /// For details, see `{{page}}`.
    ///
{{/page}}
{{#variantOf}}
    /// A variant of `{{variantOf.plain}}` that requests the response as {{#result}}{{> ContentTypes}}{{/result}}.
    ///
{{/variantOf}}
{{#arguments}}
{{#-first}}
    /// - Parameters:
{{/-first}}
{{#description}}
    ///   - {{label.plain}}: {{description.item}}{{#documentedDefault}} (default: {{documentedDefault.code}}){{/documentedDefault}}{{#spelling}} (sent as {{spelling.code}}){{/spelling}}
{{/description}}
{{^description}}
{{#documentedDefault}}
    ///   - {{label.plain}}: Default: {{documentedDefault.code}}.{{#spelling}} Sent as {{spelling.code}}.{{/spelling}}
{{/documentedDefault}}
{{^documentedDefault}}
{{#spelling}}
    ///   - {{label.plain}}: Sent as {{spelling.code}}.
{{/spelling}}
{{^spelling}}
{{^place.path}}
{{^place.query}}
    ///   - {{label.plain}}: {{> ArgumentPlace}}
{{/place.query}}
{{/place.path}}
{{/spelling}}
{{/documentedDefault}}
{{/description}}
{{#-last}}
    ///   - options: Settings for this call.
{{/-last}}
{{/arguments}}
{{^arguments}}
    /// - Parameter options: Settings for this call.
{{/arguments}}
{{#result.type}}
    /// - Returns: {{result.description.inline}}
{{/result.type}}
    /// - Throws: ``ApiError``{{#errorBodies}}{{#-first}}, with a body of {{/-first}}{{^-first}}, {{/-first}}`{{#typeKind.named}}`{{/typeKind.named}}{{type}}{{#typeKind.named}}`{{/typeKind.named}}` for {{#statuses}}{{^-first}}{{^-last}}, {{/-last}}{{#-last}} and {{/-last}}{{/-first}}{{> Status}}{{/statuses}}{{#-last}}; `CancellationError`.{{/-last}}{{/errorBodies}}{{^errorBodies}} or `CancellationError`.{{/errorBodies}}

"""#,
        "MethodExtras": #"""
{{! martlet 3 }}
{{! Placed after each method, in the type of its API. Begin lines at the first column. }}

"""#,
        "Model.md": #"""
{{! martlet 3, for each model: docs/{name}.md }}
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
{{! martlet 3 }}
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
{{#values}}
{{#-first}}

Values:

{{/-first}}
- `.{{name.plain}}`: {{text.code}}
{{/values}}
{{#cases}}
{{#-first}}

| Case | Type | Description | Value of the discriminator |
| --- | --- | --- | --- |
{{/-first}}
| `.{{name.plain}}` | {{linkedType}} | {{description.cell}} | {{> Tags}} |
{{#-last}}
| `.unrecognized` | JSONValue | any other value, kept unchanged | |
{{/-last}}
{{/cases}}
{{/kind.union}}
{{#kind.overlap}}
{{#cases}}
{{#-first}}

| Case | Type | Description | Value of the discriminator |
| --- | --- | --- | --- |
{{/-first}}
| `{{name.plain}}` | {{linkedType}} | {{description.cell}} | {{> Tags}} |
{{#-last}}
| `unrecognized` | JSONValue | any other value, kept unchanged | |
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
- `.unrecognized`: any other value, kept unchanged
{{/-last}}
{{/cases}}
{{/kind.enumeration}}
{{#nested}}

## {{name.plain}}
{{> ModelBody}}
{{/nested}}

"""#,
        "ModelExtras": #"""
{{! martlet 3 }}
{{! Placed after each model, at the top level of its file. }}

"""#,
        "Models.swift": #"""
{{! martlet 3, for each model: Models/{name}.swift }}
// {{marker}}

{{^embedsRuntime}}
internal import MartletSupport
{{/embedsRuntime}}
{{#models}}

{{#namespace}}
nonisolated extension {{namespace}} {
    {{> Declaration}}
}
{{/namespace}}
{{^namespace}}
{{> Declaration}}
{{/namespace}}
{{> Extensions}}
{{/models}}

"""#,
        "NextCursor": #"""
{{! martlet 3 }}
{{#hasNext.flag}}
$0{{> Access}}{{#isOptional}} == false ? nil : {{> NextValue}}{{/isOptional}}{{^isOptional}} ? {{> NextValue}} : nil{{/isOptional}}
{{/hasNext.flag}}
{{^hasNext.flag}}
{{> NextValue}}
{{/hasNext.flag}}

"""#,
        "NextValue": #"""
{{! martlet 3 }}
$0{{#next}}{{> Access}}{{/next}}

"""#,
        "Note": #"""
{{! martlet 3 }}
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
part of the same object
{{/part}}
{{#additional}}
all other properties
{{/additional}}
{{#rest}}
all further elements
{{/rest}}

"""#,
        "Notes": #"""
{{! martlet 3 }}
{{#notes}}{{^-first}}, {{/-first}}{{> Note}}{{/notes}}

"""#,
        "Overlap": #"""
{{! martlet 3 }}
///
/// A value may match several of these types at once.
{{> TypeAccess}}struct {{name}}: Codable, Hashable, Sendable{{> Secrecy}} {
{{#cases}}
    /// {{description.comment}}
    {{> Variable}}
{{/cases}}
    /// The value, if it matches none of these types.
    {{access}}var unrecognized: JSONValue?
{{#sharedName}}
    private var {{sharedName}} = MartletSupport.SharedProperties()
{{/sharedName}}
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init({{#cases}}{{^-first}}, {{/-first}}{{name.label}}: {{type}} = nil{{/cases}}) {
{{#cases}}
        self.{{name.plain}} = {{name}}
{{/cases}}
    }

    {{access}}init(from decoder: any Decoder) throws {
        var overlap = MartletSupport.OverlapDecoder(decoder)
{{#cases}}
        self.{{name.plain}} = overlap.part({{#isClosed}}only: [{{#allKeys}}{{^-first}}, {{/-first}}{{.literal}}{{/allKeys}}]{{/isClosed}})
{{/cases}}
{{#hasClosedCases}}
        if !overlap.fits {
{{#cases}}
            self.{{name.plain}} = overlap.part()
{{/cases}}
        }
{{/hasClosedCases}}
        unrecognized = try overlap.rest()
{{#sharedName}}
        {{sharedName}} = MartletSupport.SharedProperties(in: decoder)
{{/sharedName}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
{{#sharedName}}
        try {{sharedName.plain}}.encode([{{#cases}}self.{{name.plain}}, {{/cases}}unrecognized], to: encoder)
{{/sharedName}}
{{^sharedName}}
        let union = MartletSupport.UnionEncoder(encoder)
{{#cases}}
        try union.encode(part: self.{{name.plain}})
{{/cases}}
        try union.encode(part: unrecognized)
{{/sharedName}}
    }
}

"""#,
        "Pages": #"""
{{! martlet 3 }}
    /// Returns the pages of the list, beginning with the one that ``{{> Symbol}}`` returns. They are fetched lazily.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name}}(every _: ApiClient.EveryPage, {{> Parameters}}options: RequestOptions = .init()) -> Pages<{{> ResultType}}> {
        Pages({{> PagesArguments}}
            try await {{name.plain}}WithHTTPInfo({{> Arguments}}options: options)
        }
    }

    /// Returns the elements of the list, beginning with the page that ``{{> Symbol}}`` returns. Pages are fetched lazily.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name}}(every _: ApiClient.EveryElement, {{> Parameters}}options: RequestOptions = .init()) -> Pages<{{> ResultType}}>.Elements<{{elementType}}> {
        {{name.plain}}(every: .page, {{> Arguments}}options: options).flattened { $0{{#elements}}{{> Access}}{{/elements}} }
    }

"""#,
        "PagesArguments": #"""
{{! martlet 3 }}
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
{{! martlet 3 }}
{{#isRenamed}}{{label.label}} {{/isRenamed}}{{variable.label}}: {{> ArgumentType}}{{#default}} = {{> ArgumentDefault}}{{/default}}{{^default}}{{^isRequired}} = nil{{/isRequired}}{{/default}}

"""#,
        "Parameters": #"""
{{! martlet 3 }}
{{#arguments}}{{> Parameter}}, {{/arguments}}

"""#,
        "Patch": #"""
{{! martlet 3 }}
    /// Does the same as ``{{> Symbol}}``, with a patch of key paths of ``{{model}}``, such as `.replace(\.name, value)`.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name}}({{> PatchParameters}}options: RequestOptions = .init()) async throws -> {{model}} {
        try await {{name.plain}}({{> PatchArguments}}options: options)
    }

    /// Does the same, and returns the response with its status and headers.
{{#isDeprecated}}
    @available(*, deprecated)
{{/isDeprecated}}
    {{access}}func {{name.plain}}WithHTTPInfo({{> PatchParameters}}options: RequestOptions = .init()) async throws -> ApiResponse<{{model}}> {
        try await {{name.plain}}WithHTTPInfo({{> PatchArguments}}options: options)
    }

"""#,
        "PatchArguments": #"""
{{! martlet 3 }}
{{#arguments}}{{label.plain}}: {{#isPatch}}{{patchLabel}}.rawSteps(){{/isPatch}}{{^isPatch}}{{variable}}{{/isPatch}}, {{/arguments}}

"""#,
        "PatchParameters": #"""
{{! martlet 3 }}
{{#arguments}}{{#isPatch}}{{patchLabel}}: [JSONPatch.Step<{{model}}>]{{/isPatch}}{{^isPatch}}{{> Parameter}}{{/isPatch}}, {{/arguments}}

"""#,
        "Patchable": #"""
{{! martlet 3 }}
{{#kind.structure}}
{{#isPatchable}}

nonisolated extension {{#namespace}}{{namespace}}.{{/namespace}}{{path}}: JSONPatch.Patchable {
    /// The properties that a JSON Patch can change.
    {{access}}struct PatchKeys: Sendable {
{{#properties}}
        {{access}}let {{name}} = JSONPatch.Key<{{#isNullable}}Nullable<{{valueType}}>{{/isNullable}}{{^isNullable}}{{valueType}}{{/isNullable}}>({{key.literal}})
{{/properties}}
    }

    {{access}}static var patchKeys: PatchKeys { PatchKeys() }
}
{{/isPatchable}}
{{/kind.structure}}

"""#,
        "PlainCall": #"""
{{! martlet 3 }}
try await client.{{#accessor}}{{accessor.plain}}.{{/accessor}}{{name.plain}}({{> ExampleArguments}})

"""#,
        "PropertyReading": #"""
{{! martlet 3 }}
{{#isRequired}}
required{{#isNullable}}OrNull{{/isNullable}}{{^isNullable}}{{> Container}}{{/isNullable}}
{{/isRequired}}
{{^isRequired}}
{{#tellsNull}}nullable{{/tellsNull}}{{^tellsNull}}{{#isJSON}}nullable{{/isJSON}}{{^isJSON}}optional{{> Container}}{{/isJSON}}{{/tellsNull}}
{{/isRequired}}

"""#,
        "PropertyRow": #"""
{{! martlet 3 }}
{{#-first}}

| Property | Type | Description | Key in JSON | Notes |
| --- | --- | --- | --- | --- |
{{/-first}}
| `{{name.plain}}` | {{linkedType}} | {{description.cell}} | {{key.cellCode}}{{index}} | {{> Notes}} |

"""#,
        "README.md": #"""
{{! martlet 3, for the client: README.md }}
<!-- {{marker}} -->

# {{module}}: {{title.cell}}

Version {{version.cell}} of the API.

{{#description}}
{{description.markdown}}

{{/description}}
## Usage

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
Every method has a variant whose name ends in `WithHTTPInfo`, which also returns the response's status and headers.
Failures are thrown as an `ApiError`; a cancelled task throws `CancellationError`.

## Settings

A trailing closure changes the configuration:

```swift
import {{module}}

let client = {{#namespace}}{{namespace}}.{{/namespace}}{{client}}{{#exampleCredentials}}{{#-first}}({{> CreationArguments}}){{/-first}}{{/exampleCredentials}}{{^exampleCredentials}}{{#exampleServer}}({{> CreationArguments}}){{/exampleServer}}{{/exampleCredentials}} { configuration in
    configuration.timeout = .seconds(10)
    configuration.userAgent = "my-app/1.0"
    configuration.headers["X-Request-Source"] = "my-app"
}
```

## Authorization

{{^credentials}}
The API requires no credentials.

{{/credentials}}
{{#credentials}}
### {{name.plain}}

{{#description}}
{{description.markdown}}

{{/description}}
{{> CredentialUse}}
{{#isArgument}}

If the credential changes, supply it with a closure, which is called before each attempt:
`configuration.credentials[{{scheme.literal}}] = Credential { try await currentToken() }`.
{{/isArgument}}
{{#flows}}

For the flow `{{flow}}`, `OAuthTokens` requests tokens from {{tokenURL.code}}{{#scopes}}{{#-first}}, with the scopes {{/-first}}{{^-first}}, {{/-first}}{{.code}}{{/scopes}}, and caches and renews them: `{{name.plain}}: tokens`.
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
| `.custom(URL)` | | any other server |
{{/-first}}
{{^-first}}

Some operations have servers of their own; their argument `server` is of type `{{name.plain}}`:

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
{{#shared}}
{{#types}}
- `{{name.plain}}`, which is `{{type}}`
{{/types}}
{{/shared}}

"""#,
        "Reading": #"""
{{! martlet 3 }}
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
        "Renamed": #"""
{{! martlet 3 }}
{{#scope}}

nonisolated extension {{scope}} {
{{/scope}}
{{#kind.type}}
{{#scope}}
    @available(*, deprecated, renamed: "{{newName}}")
    {{access}}typealias {{name}} = {{newName}}
{{/scope}}
{{^scope}}

@available(*, deprecated, renamed: "{{newName}}")
{{access}}typealias {{name}} = {{newName}}
{{/scope}}
{{/kind.type}}
{{#kind.property}}
    @available(*, deprecated, renamed: "{{newName}}")
    {{access}}var {{name}}: {{type}} {
        get { self.{{newName}} }
        set { self.{{newName}} = newValue }
    }
{{/kind.property}}
{{#kind.accessor}}
    @available(*, deprecated, renamed: "{{newName}}")
    {{access}}var {{name}}: {{type}} { self.{{newName}} }
{{/kind.accessor}}
{{#kind.enumCase}}
    @available(*, deprecated, renamed: "{{newName}}")
    {{access}}static var {{name}}: Self { .{{newName}} }
{{/kind.enumCase}}
{{#kind.unionCase}}
    @available(*, deprecated, renamed: "{{newName}}")
    {{access}}static func {{name}}(_ value: {{type}}) -> Self { .{{newName}}(value) }
{{/kind.unionCase}}
{{#kind.method}}
    @available(*, deprecated, renamed: "{{newName}}({{labels}})")
{{#isDiscardable}}
    @discardableResult
{{/isDiscardable}}
    {{access}}func {{name}}({{#parameters}}{{^-first}}, {{/-first}}{{name}}: {{type}}{{/parameters}}){{#isAsync}} async throws{{/isAsync}}{{#result}} -> {{.}}{{/result}} {
        {{#isAsync}}try await {{/isAsync}}self.{{newName}}({{#parameters}}{{^-first}}, {{/-first}}{{newName.plain}}: {{name}}{{/parameters}})
    }
{{/kind.method}}
{{#scope}}
}
{{/scope}}

"""#,
        "Request": #"""
{{! martlet 3 }}
ApiClient.Request({{#httpMethod}}{{#constant}}.{{constant}}{{/constant}}{{^constant}}HTTPRequest.Method(rawValue: {{name.literal}}){{/constant}}{{/httpMethod}}, {{requestPath.literal}}, operationID: {{operation.literal}}{{#security}}{{#-first}}, security: [{{/-first}}{{^-first}}, {{/-first}}[{{#credentials}}{{^-first}}, {{/-first}}.{{> SchemeReference}}{{/credentials}}]{{#-last}}]{{/-last}}{{/security}}{{#accept}}{{#-first}}, accept: [{{/-first}}{{^-first}}, {{/-first}}{{.literal}}{{#-last}}]{{/-last}}{{/accept}}{{#statuses}}{{#-first}}, success: [{{/-first}}{{^-first}}, {{/-first}}{{.}}{{#-last}}]{{/-last}}{{/statuses}}{{#idempotencyHeader}}, idempotencyHeader: {{idempotencyHeader.literal}}{{/idempotencyHeader}}{{#hidesResult}}, hidesResult: true{{/hidesResult}})

"""#,
        "RequestCall": #"""
{{! martlet 3 }}
make{{name.capitalized}}Request({{#arguments}}{{^-first}}, {{/-first}}{{label.plain}}: {{variable}}{{/arguments}})

"""#,
        "RequestLine": #"""
{{! martlet 3 }}
{{httpMethod.name.cellCode}} {{path.cellCode}}

"""#,
        "RequestParameters": #"""
{{! martlet 3 }}
{{#arguments}}{{^-first}}, {{/-first}}{{> Parameter}}{{/arguments}}

"""#,
        "ResultType": #"""
{{! martlet 3 }}
{{result.type}}{{^result.type}}Void{{/result.type}}

"""#,
        "SchemeName": #"""
{{! martlet 3 }}
{{#namespace}}{{namespace}}_{{name.plain}}{{/namespace}}{{^namespace}}{{name}}{{/namespace}}

"""#,
        "SchemeReference": #"""
{{! martlet 3 }}
{{#namespace}}{{namespace}}_{{/namespace}}{{name.plain}}

"""#,
        "Secrecy": #"""
{{! martlet 3 }}
{{#isSecret}}, ApiModel.Secret{{/isSecret}}

"""#,
        "SecurityScheme": #"""
{{! martlet 3 }}
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
        "Sender": #"""
{{! martlet 3 }}
{{#accessor}}client{{/accessor}}{{^accessor}}self.apiClient{{/accessor}}

"""#,
        "Sending": #"""
{{! martlet 3 }}
{{#result.kind.none}}
        return try await {{> Sender}}.send(request, options: options)
{{/result.kind.none}}
{{#result.kind.content}}
{{#form.json}}
        return try await {{> Sender}}.send(request, options: options)
{{/form.json}}
{{#form.events}}
        return try await {{> Sender}}.events(request, options: options)
{{/form.events}}
{{#form.sequence}}
        return try await {{> Sender}}.sequence(request, options: options)
{{/form.sequence}}
{{#form.text}}
        return try await {{> Sender}}.send(request, options: options) { try $0.text() }
{{/form.text}}
{{#form.form}}
        return try await {{> Sender}}.send(request, options: options) { try $0.text() }
{{/form.form}}
{{#form.multipart}}
        return try await {{> Sender}}.send(request, options: options) { try $0.text() }
{{/form.multipart}}
{{/result.kind.content}}
{{#result.kind.optional}}
        return try await {{> Sender}}.send(request, options: options) { try $0.isEmpty ? nil : $0.{{> Reading}} }
{{/result.kind.optional}}
{{#result.kind.choice}}
        return try await {{> Sender}}.send(request, options: options) { response in
            switch response.statusCode {
{{#cases}}
            {{> StatusPattern}}: .{{name.plain}}{{#content}}(try response.{{> Reading}}){{/content}}
{{/cases}}
            }
        }
{{/result.kind.choice}}

"""#,
        "ServerArgument": #"""
{{! martlet 3 }}
{{#servers}}{{#-first}}{{name}}{{#default}} = .{{name.plain}}{{#isCall}}(){{/isCall}}{{/default}}{{/-first}}{{/servers}}

"""#,
        "ServerBindings": #"""
{{! martlet 3 }}
{{#parameters}}{{#-first}}({{/-first}}{{^-first}}, {{/-first}}let {{#base}}base{{/base}}{{#variable}}{{label}}{{/variable}}{{#-last}}){{/-last}}{{/parameters}}

"""#,
        "ServerParameters": #"""
{{! martlet 3 }}
{{#parameters}}{{#-first}}({{/-first}}{{^-first}}, {{/-first}}{{#base}}relativeTo: URL?{{/base}}{{#variable}}{{label.label}}: {{type}}{{^type}}String{{/type}} = {{#member}}.{{member.plain}}{{/member}}{{^member}}{{default.literal}}{{/member}}{{/variable}}{{#-last}}){{/-last}}{{/parameters}}

"""#,
        "ServerSet": #"""
{{! martlet 3 }}
    /// {{#isMain}}The servers of the API.{{/isMain}}{{^isMain}}The servers of some operations.{{/isMain}}
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
        /// Any other server; the paths of the API are appended to the URL.
        case custom(URL?)
{{#choices}}

        /// The values of `{{label.plain}}`.
        {{access}}enum {{name}}: String, Hashable, Sendable {
{{#cases}}
            case {{name}}{{#value}} = {{value.literal}}{{/value}}
{{/cases}}
        }
{{/choices}}

        /// The base URL, to which the paths of the API are appended.
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
{{! martlet 3 }}
{{#pieces}}{{#text}}{{.inLiteral}}{{/text}}{{#variable}}\({{label}}{{#type}}.rawValue{{/type}}){{/variable}}{{/pieces}}

"""#,
        "SharedTypes": #"""
{{! martlet 3 }}
{{#shared}}
{{#types}}

/// A type of another client, which both clients share.
{{access}}typealias {{name}} = {{type}}
{{/types}}
{{/shared}}

"""#,
        "Statements": #"""
{{! martlet 3 }}
{{#arguments}}
{{#isSecret}}
        request.hide({{variable}})
{{/isSecret}}
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
{{! martlet 3 }}
{{#status.code}}{{.}}{{/status.code}}{{#status.range}}{{.}}XX{{/status.range}}{{#status.other}}any other status{{/status.other}}

"""#,
        "StatusPattern": #"""
{{! martlet 3 }}
{{#-last}}default{{/-last}}{{^-last}}{{#status.code}}case {{.}}{{/status.code}}{{#status.range}}case {{.}}00...{{.}}99{{/status.range}}{{#status.other}}default{{/status.other}}{{/-last}}

"""#,
        "Structure": #"""
{{! martlet 3 }}
{{> TypeAccess}}struct {{name}}: Codable, Hashable, {{#isIdentifiable}}Identifiable, {{/isIdentifiable}}Sendable{{#hasMembers}}, ApiModel.Object{{/hasMembers}} {
{{#properties}}
    /// {{description.comment}}
    ///
    /// {{#documentedDefault}}Default: {{documentedDefault.code}}. {{/documentedDefault}}{{#hasUniqueItems}}The elements are unique. {{/hasUniqueItems}}{{#isReadOnly}}Only in responses. {{/isReadOnly}}{{#isWriteOnly}}Only in requests. {{/isWriteOnly}}{{#isDeprecated}}Deprecated.{{/isDeprecated}}
    {{> Variable}}
{{/properties}}
{{#parts}}
    {{> Variable}}
{{/parts}}
{{#additional}}
    /// All other properties.
    {{> Variable}}
{{/additional}}
{{#sharedName}}
    private var {{sharedName}} = MartletSupport.SharedProperties()
{{/sharedName}}
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init({{> Members}}) {
{{#properties}}
        self.{{name.plain}} = {{name}}
{{/properties}}
{{#parts}}
        self.{{name.plain}} = {{name}}
{{/parts}}
{{#additional}}
        self.{{name.plain}} = {{name}}
{{/additional}}
    }
{{#hasMembers}}

    {{access}}init(from decoder: any Decoder) throws {
        {{#hasReads}}let object{{/hasReads}}{{^hasReads}}_{{/hasReads}} = try MartletSupport.ObjectDecoder(decoder)
{{#properties}}
        {{#needsSelf}}self.{{name.plain}}{{/needsSelf}}{{^needsSelf}}{{name}}{{/needsSelf}} = try object.{{> PropertyReading}}({{key.literal}})
{{#constant}}
        try object.constant({{key.literal}}, {{.}})
{{/constant}}
{{/properties}}
{{#parts}}
        {{name}} = try {{type}}(from: decoder)
{{/parts}}
{{#refusesOthers}}
        object.expect(only: [{{#knownKeys}}{{^-first}}, {{/-first}}{{.literal}}{{/knownKeys}}])
{{/refusesOthers}}
{{#sharedName}}
        {{sharedName}} = MartletSupport.SharedProperties(in: decoder)
{{/sharedName}}
{{#additional}}
        {{name}} = try object.others(than: [{{#knownKeys}}{{^-first}}, {{/-first}}{{.literal}}{{/knownKeys}}])
{{/additional}}
    }

    {{access}}func listProperties(beside other: Self, in object: inout ApiModel.Properties) throws {
{{#parts}}
        try object.add(part: self.{{name.plain}}, other.{{name.plain}})
{{/parts}}
{{#properties}}
        {{#isReadOnly}}if object.includesReadOnly { {{/isReadOnly}}try object.add{{#isRequired}}{{#isNullable}}OrNull{{/isNullable}}{{/isRequired}}({{key.literal}}, {{#needsSelf}}self.{{name.plain}}{{/needsSelf}}{{^needsSelf}}{{name}}{{/needsSelf}}, other.{{name.plain}}){{#isReadOnly}} }{{/isReadOnly}}
{{/properties}}
{{#additional}}
        try object.add(others: self.{{name.plain}}, other.{{name.plain}})
{{/additional}}
    }
{{#sharedName}}

    {{access}}func encode(to encoder: any Encoder) throws {
        try {{sharedName.plain}}.encode(self, parts: [{{#parts}}{{^-first}}, {{/-first}}{{name}}{{/parts}}], to: encoder)
    }
{{/sharedName}}
{{/hasMembers}}
}

"""#,
        "Symbol": #"""
{{! martlet 3 }}
{{name.plain}}({{#arguments}}{{label.plain}}:{{/arguments}}options:)

"""#,
        "TagPattern": #"""
{{! martlet 3 }}
{{#string}}.string({{string}}){{/string}}{{#integer}}.integer({{integer}}){{/integer}}{{#number}}.number({{number}}){{/number}}{{#boolean}}.bool({{boolean}}){{/boolean}}{{#null}}.null{{/null}}

"""#,
        "Tags": #"""
{{! martlet 3 }}
{{#tags}}{{^-first}}, {{/-first}}{{.cellCode}}{{/tags}}

"""#,
        "Tuple": #"""
{{! martlet 3 }}
{{> TypeAccess}}struct {{name}}: Codable, Hashable, Sendable{{> Secrecy}} {
{{#elements}}
    /// {{description.comment}}
    {{> Variable}}
{{/elements}}
{{#rest}}
    /// The remaining elements.
    {{access}}var rest: {{type}}
{{/rest}}
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init({{#elements}}{{^-first}}, {{/-first}}{{name.label}}: {{type}}{{#isOptional}} = nil{{/isOptional}}{{/elements}}{{#rest}}, rest: {{type}} = []{{/rest}}) {
{{#elements}}
        self.{{name.plain}} = {{name}}
{{/elements}}
{{#rest}}
        self.rest = rest
{{/rest}}
    }

    {{access}}init(from decoder: any Decoder) throws {
        var tuple = try MartletSupport.TupleDecoder(decoder)
{{#elements}}
        self.{{name.plain}} = try tuple.{{#isOptional}}optional{{/isOptional}}{{^isOptional}}required{{/isOptional}}()
{{/elements}}
{{#rest}}
        rest = try tuple.rest()
{{/rest}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        var tuple = MartletSupport.TupleEncoder(encoder)
{{#elements}}
        try tuple.encode({{#isOptional}}optional: {{/isOptional}}self.{{name.plain}})
{{/elements}}
{{#rest}}
        try tuple.encode(rest: rest)
{{/rest}}
    }
}

"""#,
        "TypeAccess": #"""
{{! martlet 3 }}
{{^isNested}}nonisolated {{/isNested}}{{access}}

"""#,
        "Union": #"""
{{! martlet 3 }}
{{#isAmbiguous}}
///
/// A value that matches several of these types is decoded as the first.
{{/isAmbiguous}}
{{> TypeAccess}}enum {{name}}: ApiModel.OpenUnion{{> Secrecy}}{{#literals}}, {{> LiteralProtocol}}{{/literals}} {
{{#lines}}
    /// {{description.comment}}
    case {{#cases}}{{^-first}}, {{/-first}}{{name}}{{/cases}}
{{/lines}}
{{#cases}}
    /// {{description.comment}}
    {{#isIndirect}}indirect {{/isIndirect}}case {{name}}({{type}})
{{/cases}}
    /// A value that matches none of these types.
    case unrecognized(JSONValue)
{{#values}}
{{#-first}}

    private static let listedValues: MartletSupport.UnionDecoder<Self>.Listed = [{{#values}}{{^-first}}, {{/-first}}{{value}}: .{{name.plain}}{{/values}}]
{{/-first}}
{{/values}}
{{#nested}}

    {{> Declaration}}
{{/nested}}
{{#literals}}

    {{> LiteralInitializer}}
{{/literals}}

    {{access}}init(from decoder: any Decoder) throws {
        {{> UnionBinding}} union = MartletSupport.UnionDecoder<Self>(decoder)
{{#discriminator}}
        switch union.tag({{discriminator.literal}}) {
{{#cases}}
{{#tagPatterns}}
        case {{> TagPattern}}: self = .{{name.plain}}(try union.decoded())
{{/tagPatterns}}
{{/cases}}
        default:
            {{> UnionTests}}
        }
{{/discriminator}}
{{^discriminator}}
        {{> UnionTests}}
{{/discriminator}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        let union = MartletSupport.UnionEncoder(encoder)
        switch self {
{{#values}}
        case .{{name.plain}}: try union.encode({{value}} as JSONValue)
{{/values}}
{{#cases}}
        case .{{name.plain}}(let value): try union.encode(value{{#writtenTag}}, tag: {{writtenTag}}, {{discriminator.literal}}{{/writtenTag}})
{{/cases}}
        case .unrecognized(let value): try union.encode(value)
        }
    }
}

"""#,
        "UnionBinding": #"""
{{! martlet 3 }}
{{#values}}{{#-first}}var{{/-first}}{{/values}}{{^values}}{{#tests}}{{#-first}}var{{/-first}}{{/tests}}{{^tests}}{{#defaultCase}}var{{/defaultCase}}{{^defaultCase}}let{{/defaultCase}}{{/tests}}{{/values}}

"""#,
        "UnionTest": #"""
{{! martlet 3 }}
union.attempt(Self.{{name.plain}}{{> UnionTestCall}}{{#innerKeys}}{{#-first}}, withoutInside: [{{/-first}}{{> InnerKey}}{{#-last}}]{{/-last}}{{/innerKeys}}{{#foreignInnerKeys}}{{#-first}}, foreignInside: [{{/-first}}{{> InnerKey}}{{#-last}}]{{/-last}}{{/foreignInnerKeys}}{{#constant}}, constant: {{.}}{{/constant}})

"""#,
        "UnionTestCall": #"""
{{! martlet 3 }}
{{#kind.object}}
{{#keyTests}}, {{#isPresence}}with{{/isPresence}}{{^isPresence}}{{#isForeign}}foreign{{/isForeign}}{{^isForeign}}without{{/isForeign}}{{/isPresence}}: [{{#keys}}{{^-first}}, {{/-first}}{{.literal}}{{/keys}}]{{/keyTests}}
{{/kind.object}}

"""#,
        "UnionTests": #"""
{{! martlet 3 }}
{{#values}}
{{#-first}}
union.attempt(Self.listedValues)
{{/-first}}
{{/values}}
{{#tests}}
{{> UnionTest}}
{{/tests}}
{{#defaultCase}}
union.attempt(Self.{{defaultCase.plain}})
{{/defaultCase}}
self = try union.result()

"""#,
        "Variable": #"""
{{! martlet 3 }}
{{access}}var {{name}}: {{type}}{{#storage}} {
    @storageRestrictions(initializes: _{{name.plain}})
    init { _{{name.plain}} = .init(wrappedValue: newValue) }
    get { _{{name.plain}}.wrappedValue }
    set { _{{name.plain}}.wrappedValue = newValue }
}
private var _{{name.plain}}: {{.}}{{/storage}}

"""#,
        "Wrapper": #"""
{{! martlet 3 }}
{{> TypeAccess}}struct {{name}}: Codable, Hashable, Sendable {
    /// The wrapped value.
    {{access}}var value: {{type}}

    {{access}}init(_ value: {{type}}) {
        self.value = value
    }

    {{access}}init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode({{type}}.self)
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        try MartletSupport.UnionEncoder(encoder).encode(value)
    }
}

"""#,
        "Written": #"""
{{! martlet 3 }}
{{#isJSON}}json: {{/isJSON}}{{variable}}{{#style}}, style: .{{style}}{{/style}}{{#explode}}, explode: {{explode}}{{/explode}}{{#allowReserved}}, allowReserved: true{{/allowReserved}}{{#allowEmptyValue}}, allowEmptyValue: true{{/allowEmptyValue}}

"""#,
    ]

    /// The reference of what templates receive, `Templates/README.md`.
    package static let reference = #"""
# Templates

All of martlet's output comes from the templates in this folder: each keyword, brace, comment and heading. martlet
itself determines facts, such as names, types and literals, and the templates arrange them. This page is the reference for
custom templates. Tests compare it with the keys that the templates receive.

```
martlet templates export Templates                                these files, to change
martlet templates context openapi.yaml --config martlet.yaml      the facts of your document, as JSON
martlet templates diff Templates                                  your changes, and keys that no longer exist
martlet generate --templates Templates                            or `templates: Templates` in martlet.yaml
```

Keep the files that you change and delete the others, so that new versions of martlet can update them.

## The language

Templates are written in [Mustache](https://mustache.github.io/mustache.5.html), without lambdas, inheritance and dynamic
names.

| Tag | Writes |
| --- | --- |
| `{{name}}` | The value of a key. |
| `{{summary.comment}}` | Text of the document, encoded for a comment. See Encodings. |
| `{{result.type}}` | The value of a key of an object. |
| `{{#body}}…{{/body}}` | A section: once for a value, once for each element of a list; nothing for null, false, an empty text and an empty list. Within it, the value or element is the current object. |
| `{{^body}}…{{/body}}` | An inverted section: once, if the section would write nothing. |
| `{{.}}` | The current value itself, such as a number of the list `statuses`. |
| `{{.comment}}` | The current value, encoded. |
| `{{.name}}` | A key of the current object only. |
| `{{-first}}`, `{{-last}}` | Whether the element is the first or the last one of the innermost list: `{{^-first}}, {{/-first}}`. |
| `{{> Method}}` | Another template, which sees the same objects. |
| `{{! … }}` | Nothing: a comment. |

- **Lookup.** The first part of a name is looked up in the current object, then in the enclosing ones, up to the client. A key
  with the value null ends the search too. Every further part is a key of the value before it. An unknown name is an error
  with line and column.
- **Null.** The keys of null are null: without a result, `{{result.type}}` writes nothing.
- **One of several kinds.** A value such as the `kind` of a model is an object in which one key has a value and all others
  are null. Select it with a section: `{{#kind.structure}}…{{/kind.structure}}`.
- **Lines.** A section's tag or a comment on a line of its own leaves no empty line. A template that is included on a line of
  its own is indented like its tag; one that is included within a line loses its last line break.
- **Variables.** An argument may have any name, so a variable of your own in a method could hide it. No argument begins with an
  underscore and a letter, so name such variables `_start`. `isRenamed` and `needsSelf` prevent clashes only with the variables
  of the built-in templates.
- **Layout.** Write a declaration or a call on one line, however long it gets. In files that end in `.swift`, martlet breaks
  lines and comments after 120 columns as `swift format` does, and removes superfluous blank lines and empty comment lines.
  `/// {{summary.comment}}` therefore needs no section around it.

## Files

The first line of a template is a comment with the version of the context that the template was written for, now 3. When the
keys below change in a way that breaks templates, the version is increased, and martlet warns about templates for another one.

| First line | Meaning |
| --- | --- |
| `{{! martlet 3 }}` | Other templates include this one. A template that replaces a built-in one generates the same files. |
| `{{! martlet 3, for the client: Sources/{client}.swift }}` | The template generates one file. |
| `{{! martlet 3, for each api: APIs/{name}.swift }}` | It generates a file for each API. |
| `{{! martlet 3, for each model: Models/{name}.swift }}` | It generates a file for each type that isn't nested. |

A path may contain `{client}` and `{module}`, and for each API or model it must contain `{name}`. It consists of ASCII letters,
digits, spaces and `-_.+/`, stays in the output folder and is not hidden. With `documentation: none`, files that end in `.md`
are not generated. A template whose name is not that of a built-in one adds files; it needs a path, or another template that
includes it. The build plugin has files with fixed names, so it doesn't generate added files.

A template sees the client. In a file for each API or model, it also sees an object whose `apis` or `models` is a list with that
one, and the API or model itself. So `{{#models}}…{{/models}}` writes a single model in a file for each model, and several if
the build plugin puts several into a file.

## Encodings

Text of the document may contain anything, so a template states after a dot where the text is written. Text without an
encoding is an error. Names can be encoded as well: `{{name.plain}}`; `plain`, `label` and `anchor` are only for names. Each line of a
text begins with what the template has before the tag, such as `/// `.

| Encoding | Place | Text | Written |
| --- | --- | --- | --- |
| `comment` | A Swift comment that begins with `//` or `///`, with all lines of the text. | `Who <b>is</b> it?` | `Who <b>is</b> it?` |
| `item` | A list item in such a comment, in one line unless the text contains a list. | `Who is it?` | `Who is it?` |
| `inline` | A Swift comment that begins with `//` or `///`, in one line. | `MARK: a` | `MARK : a` |
| `literal` | A Swift string literal. | `Say "hi" \(x)` | `"Say \"hi\" \\(x)"` |
| `inLiteral` | Part of a Swift string literal. | `Say "hi" \(x)` | `Say \"hi\" \\(x)` |
| `plain` | A name where keywords need no backticks: after a dot, in a call, in Markdown. | `` `default` `` | `default` |
| `label` | A name where a parameter is declared, which needs backticks only for `let` and `var`. | `` `default` `` | `default` |
| `capitalized` | A part of a name that begins with a capital letter. | `getToken` | `GetToken` |
| `constantCase` | A placeholder in capital letters. | `api-key` | `API_KEY` |
| `markdown` | Markdown paragraphs, which keep their formatting but not HTML. | `*Who* <b>is</b> it?` | `*Who* &lt;b>is&lt;/b> it?` |
| `cell` | One line of Markdown, such as a table cell. | `<b>` | `&lt;b>` |
| `code` | Markdown code. | `a*b` | `` `a*b` `` |
| `cellCode` | Markdown code in a table cell. | `a*b` | `` `a*b` `` |
| `anchor` | The anchor of a Markdown heading that is a name. | `getToken` | `gettoken` |
| `json` | A JSON string. | `Say "hi"` | `"Say \"hi\""` |
| `kotlin` | A Kotlin string literal. | `Say "hi" $x` | `"Say \"hi\" \$x"` |
| `csv` | A field of comma-separated values, safe in spreadsheets. | `=1, "a"` | `"'=1, ""a"""` |
| `fileName` | A file name. | `a/b.c` | `a-b-c` |

## The built-in templates

| Template | What it writes | Makes, or is placed by | Object |
| --- | --- | --- | --- |
| `Access` | The steps from a value to one within it. | `HasLink`, `HasNext`, `NextCursor`, `NextValue`, `Pages`, `PagesArguments` | Access |
| `Api` | The type of an API, or an extension of the client. | `Apis.swift` | API |
| `Api.md` | The page of an API. | makes `docs/{name}.md` for each api | API |
| `Apis.swift` | The file of an API. | makes `APIs/{name}.swift` for each api | API |
| `ArgumentDefault` | The default of an argument. | `Parameter` | ArgumentDefault |
| `ArgumentPlace` | The description of a parameter that has none in the document. | `Api.md`, `MethodDocumentation` | Argument |
| `ArgumentType` | The type of an argument, optional if callers may leave it out. | `Parameter` | Argument |
| `Arguments` | The arguments with which a method calls another one. | `Method`, `Pages` | Method |
| `Binding` | `let` or `var` before a request. | `Method` | Method |
| `Body` | The statement that sets a body. | `Statements` | Argument |
| `Choices` | The types of an API's bodies and results. | `Apis.swift` | API |
| `Client` | The type of the client. | `Client.swift` | Client |
| `Client.swift` | The client, its security schemes, response headers and webhooks. | makes `{client}.swift` for the client | Client |
| `ClientParts` | The types of the response headers and webhooks. | `Client.swift` | Client |
| `Container` | The suffix of a decoding function for arrays and dictionaries. | `PropertyReading` | Property |
| `ContentType` | The argument with the media type of a body. | `Body` | Content |
| `ContentTypes` | The media types, as code. | `Api.md`, `Choices`, `MethodDocumentation` | Content |
| `Creation` | The line of an example that makes a client. | `Api.md`, `README.md` | Method |
| `CreationArguments` | The arguments with which an example makes a client. | `Creation`, `README.md` | Method |
| `CredentialDescription` | What a credential is, in a comment. | `Client`, `Client.swift` | Credential |
| `CredentialType` | The type and default of a credential's argument. | `Client` | Credential |
| `CredentialUse` | How a credential is used, in Markdown. | `README.md` | Credential |
| `Declaration` | A type. | `Models.swift`, `Overlap`, `Structure`, `Tuple`, `Union` | Model |
| `Download` | The method that writes bytes to a file. | `Method` | Method |
| `Encoding` | The argument with the encoding of a form's parts. | `Body`, `Statements` | Content |
| `Enumeration` | An enumeration. | `Declaration` | Enumeration |
| `ExampleArguments` | The arguments of an example. | `Api.md`, `PlainCall` | Method |
| `ExampleCall` | The call of an example, and what it does with the result. | `Api.md`, `README.md` | Method |
| `ExampleCredential` | A credential of an example. | `CreationArguments` | Credential |
| `ExampleServer` | The server of an example. | `CreationArguments` | ExampleServer |
| `Extensions` | What follows a type: its extensions and those of its nested types. | `Extensions`, `Models.swift` | Model |
| `FailureEnum` | The type of the failures of an operation. | `Method` | FailureEnum |
| `FailurePattern` | Statuses of failures, as a pattern. | `FailureEnum` | FailureCase |
| `HasLink` | The condition that a page links to the next one. | `HasNext` | NextLink |
| `HasNext` | The argument that tells whether another page follows. | `PagesArguments` | Pages |
| `InnerKey` | The path to a key inside a property, in a list. | `UnionTest` | InnerKey |
| `LargeEnumeration` | An enumeration with many cases. | `Enumeration` | Enumeration |
| `LiteralInitializer` | The initializer for a literal. | `Union` | LiteralForm |
| `LiteralProtocol` | The conformance for a literal. | `Union` | LiteralForm |
| `Members` | The parameters of a memberwise initializer. | `Structure` | Structure |
| `Method` | A method with its variants. | `Api` | Method |
| `MethodDocumentation` | The comment of a method. | `Method` | Method |
| `MethodExtras` | Nothing; inserted after each method, for additions. | `Method` | Method |
| `Model.md` | The page of a model. | makes `docs/{name}.md` for each model | Model |
| `ModelBody` | The content of a page about a model and its nested types. | `Model.md`, `ModelBody` | Model |
| `ModelExtras` | Nothing; inserted after each type, for additions. | `Extensions` | Model |
| `Models.swift` | The file of a model. | makes `Models/{name}.swift` for each model | Model |
| `NextCursor` | The value with which the next page is requested. | `PagesArguments` | CursorPages |
| `NextValue` | The path from a page to the value for the next one. | `HasLink`, `NextCursor` | CursorPages |
| `Note` | A note in a table. | `Notes` | Note |
| `Notes` | The notes in a table. | `Api.md`, `PropertyRow` | Property |
| `Overlap` | A type for several types at once. | `Declaration` | Union |
| `Pages` | The methods that return pages and their elements. | `Method` | Method |
| `PagesArguments` | How these methods request the next page. | `Pages` | Pages |
| `Parameter` | A parameter of a method. | `Parameters`, `PatchParameters`, `RequestParameters` | Argument |
| `Parameters` | The parameters of a method, each followed by a comma. | `Download`, `Method`, `Pages` | Method |
| `Patch` | The methods that take a typed JSON Patch. | `Method` | Method |
| `PatchArguments` | The arguments with which these methods call the untyped ones. | `Patch` | Method |
| `PatchParameters` | The parameters of these methods. | `Patch` | Method |
| `Patchable` | The extension with the keys of a typed JSON Patch. | `Extensions` | Model |
| `PlainCall` | The call of an example. | `ExampleCall` | Method |
| `PropertyReading` | The name of the function that decodes a property. | `Structure` | Property |
| `PropertyRow` | A row in the table of a model's properties. | `ModelBody` | Property |
| `README.md` | The page of the module. | makes `README.md` for the client | Client |
| `Reading` | The function that reads a response. | `Sending` | Content |
| `Renamed` | A declaration of an old name. | `Client.swift` | Rename |
| `Request` | The expression that makes a request. | `Download`, `Method` | Method |
| `RequestCall` | The call of the function that makes a request for a download. | `Download`, `Method` | Method |
| `RequestLine` | HTTP method and path, as code. | `Api.md`, `README.md` | Method |
| `RequestParameters` | The parameters of the function that makes a request for a download. | `Download` | Method |
| `ResultType` | The type of a method's result, or `Void`. | `Api.md`, `Method`, `Pages` | Method |
| `SchemeName` | The name of a security scheme's constant, which differs in each namespace. | `Client.swift` | Credential |
| `SchemeReference` | The same name, after a dot. | `Client`, `Request` | Credential |
| `Secrecy` | The conformance of a type whose values are left out of descriptions. | `Overlap`, `Tuple`, `Union` | Union |
| `SecurityScheme` | The call that makes a security scheme. | `Client.swift` | Credential |
| `Sender` | The client that sends a request. | `Download`, `Method`, `Sending` | Method |
| `Sending` | The statement that sends a request. | `Method` | Method |
| `ServerArgument` | The type and default of the argument for the server. | `Client` | Client |
| `ServerBindings` | The associated values of a server in a pattern. | `ServerSet` | Server |
| `ServerParameters` | The associated values of a server in its declaration. | `ServerSet` | Server |
| `ServerSet` | The type of a set of servers. | `Client` | ServerSet |
| `ServerURL` | The URL of a server, within a string literal. | `ServerSet` | Server |
| `SharedTypes` | The names of types that another client declares. | `Client.swift` | Client |
| `Statements` | The statements that put arguments into a request. | `Download`, `Method` | Method |
| `Status` | Statuses, in words. | `Api.md`, `MethodDocumentation` | Failure |
| `StatusPattern` | Statuses, as a pattern. | `Sending` | ContentCase |
| `Structure` | A structure. | `Declaration` | Structure |
| `Symbol` | The name of a method with its labels, for links in comments. | `Download`, `Method`, `Pages`, `Patch` | Method |
| `TagPattern` | A value of a discriminator, as a pattern. | `Union` | TagPattern |
| `Tags` | The values of a discriminator, as code. | `ModelBody` | UnionCase |
| `Tuple` | A tuple. | `Declaration` | Tuple |
| `TypeAccess` | The modifiers of a type. | `Enumeration`, `LargeEnumeration`, `Overlap`, `Structure`, `Tuple`, `Union`, `Wrapper` | Model |
| `Union` | A union. | `Declaration` | Union |
| `UnionBinding` | `var` or `let` for the decoder of a union. | `Union` | Union |
| `UnionTest` | The attempt to decode a value as a type. | `UnionTests` | UnionTest |
| `UnionTestCall` | The conditions of such an attempt. | `UnionTest` | UnionTest |
| `UnionTests` | The statements for a value that names no type. | `Union` | Union |
| `Variable` | A stored property. | `Overlap`, `Structure`, `Tuple` | Property |
| `Wrapper` | A structure around a single value. | `Declaration` | Alias |
| `Written` | A value and how it is written. | `Statements` | Parameter |

## Objects

Each table lists the keys that all objects of a kind have. The examples come from the documents in `Specs/` and in the test.

| Type | Meaning |
| --- | --- |
| `text` | Text of the document. It needs an encoding. |
| `name` | A Swift name, in backticks if it is a keyword. |
| `type` | A Swift type. |
| `literal` | A Swift literal, or another expression. |
| `markdown` | Markdown. |
| `string` | Other text that martlet made, such as a path. |
| `flag` | A Boolean. |
| `null` | Always null. Lists of several kinds of objects have such keys. |
| `Method` | An object with the keys of the table of that name. |
| `one of Place` | One of several kinds: one key of the table has a value, and the others are null. |
| `list of X` | A list. |
| `X or Y` | Either of these. |

### Client

Every template sees the client.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `marker` | string | The line that marks a file as generated. Files without it are never removed. | `Generated by martlet. Do not edit.` |
| `martlet` | string | The version of martlet. | `0.1.0` |
| `embedsRuntime` | flag | Whether the runtime is among the files of the client, which then don't import it. | |
| `access` | string | The access modifier, followed by a space; empty for `internal`. | `public ` |
| `module` | name | The Swift module that the files belong to. | `LaunchDarklyAPI` |
| `namespace` | name or null | The enum around all types; null when they are types of the module itself. | `Fleet` |
| `client` | name | The client's type. | `LaunchDarklyClient` |
| `title` | text | The API's title. | `LaunchDarkly access tokens` |
| `version` | text | The version of the API's description. | `2.0` |
| `description` | text or null | The description in the document. | `One of every construct that an operation can have.` |
| `introduction` | text or null | The part of the description for comments: up to its first heading if a page contains the rest, otherwise all of it. | `One of every construct that an operation can have.` |
| `page` | string or null | The page that contains the rest of the description, if comments contain only a part. | `README.md` |
| `apis` | list of API | The groups of operations, each a type. In a file for each API, the one API. | |
| `models` | list of Model | The types at the top of the module. In a file for each model, the one model. | |
| `servers` | list of ServerSet | The servers of the API: the main set first, then those of single operations. | |
| `credentials` | list of Credential | The credentials of the security schemes. | |
| `secretProperties` | list of text | The JSON keys of secret properties, whose values never appear in errors. | |
| `responseHeaders` | ResponseHeaders or null | The type with the headers that the document describes. | |
| `webhooks` | Webhooks or null | The type that decodes webhooks and callbacks. | |
| `exampleCredentials` | list of Credential | The credentials that an example passes to the client's initializer. A method has a list of its own. | |
| `exampleServer` | one of ExampleServer or null | The server that an example must specify; null if the client has a default. | |
| `shared` | Shared or null | The types that another client declares (`shared`). | |
| `renames` | list of Rename | The declarations of the names of an earlier client. | |

### Shared

The types that another client declares, and this one gives names to.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `import` | name or null | The module of the other client; null when it is the same one. | |
| `types` | list of SharedType | The types. | |

### SharedType

A type that another client declares.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | Its name in this client. | |
| `type` | type | The type, with its module. | |

### Rename

A name of an earlier client, and what it is called now.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `kind` | one of RenameKind | What has the name. | |
| `scope` | type or null | The type that has it; null for the module. | |
| `name` | name | The old name. | |
| `newName` | type | The new one. | |
| `type` | type | The type of a property, or of the value of a case. | |
| `labels` | type | The labels of a method's parameters. | |
| `parameters` | list of RenamedParameter | The parameters of a method. | |
| `isAsync` | flag | Whether the method waits for a response. | |
| `isDiscardable` | flag | Whether callers may ignore the result. | |
| `result` | type or null | The type of a method's result. | |

### RenameKind

What has another name now.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `type` | flag | A type. | |
| `property` | flag | A property. | |
| `enumCase` | flag | A value of an enumeration. | |
| `unionCase` | flag | A case of a union. | |
| `method` | flag | A method. | |
| `accessor` | flag | The property for an API. | |

### RenamedParameter

A parameter of a method with an old name.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The old label. | |
| `newName` | name | The new one. | |
| `type` | type | The type, and the default value. | |

### ExampleServer

The server of an example.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `relative` | name | A server whose URL is relative and needs a base URL. | `here` |
| `custom` | flag | The document has no servers. | |

### API

The operations with one tag, or those without any.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type, and the page. | `AccessTokensApi` |
| `accessor` | name or null | The client's property of that type; none for the operations without a tag, which are methods of the client. | `accessTokens` |
| `title` | text | The tag as the document spells it. | `Access tokens` |
| `description` | text | The tag's description, or the tag itself. | `What is sent.` |
| `introduction` | text | The part of the description for comments: up to its first heading if a page contains the rest, otherwise all of it. | `What is sent.` |
| `page` | string or null | The page that contains the rest of the description, if comments contain only a part. | `docs/KitesApi.md` |
| `methods` | list of Method | The operations. | |
| `choices` | list of ContentChoice | The types of bodies and results that are one of several. | |

### Method

An operation.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `operation` | text | The `operationId`, or the HTTP method and path. | `getToken` |
| `name` | name | The method. | `getToken` |
| `api` | name | The type of the API that the method belongs to. | `AccessTokensApi` |
| `httpMethod` | HTTPMethod | The HTTP method. | |
| `path` | text | The path as the document spells it. | `/api/v2/tokens/{id}` |
| `requestPath` | text | The path as it is requested: without a fragment, and percent-encoded where a URL needs it. | `/api/v2/tokens/{id}` |
| `summary` | text or null | The summary. | `Get access token` |
| `description` | text or null | The description in the document. | |
| `introduction` | text or null | The part of the description for comments: up to its first heading if a page contains the rest, otherwise all of it. | |
| `page` | string or null | The page that contains the rest of the description, if comments contain only a part. | `docs/KitesApi.md` |
| `arguments` | list of Argument | The arguments, the required ones first. | |
| `exampleArguments` | list of Argument | The arguments that an example passes. | |
| `exampleCredentials` | list of Credential | The credentials that an example of this method needs. | |
| `body` | Body or null | The request's body as a whole. Its value is an argument. | |
| `result` | Result | What a successful call returns. | |
| `accept` | list of text | The media types for the `Accept` header; empty if it is `application/json` alone. | |
| `statuses` | list of string | The status codes that mean success; empty if all of 200 to 299 do. | |
| `failures` | list of Failure | The documented failures. | |
| `failureEnum` | FailureEnum or null | The enumeration of the failures; null if there are none, and for a method with `variantOf`. | |
| `errorBodies` | list of ErrorBody | The types of failures' bodies. | |
| `security` | list of SecurityAlternative | The alternative sets of credentials; empty if no credentials are needed. | |
| `headers` | list of Header | The documented headers of responses. | |
| `links` | list of Link | The documented links of responses. | |
| `isDeprecated` | flag | Whether the operation is deprecated. | |
| `isDownload` | flag | Whether the result is bytes, which can be written to a file as they arrive. | |
| `hidesResult` | flag | Whether descriptions, logs and errors leave the result out. | |
| `variantOf` | name or null | The method of the same operation that asks for another media type. | `getReport` |
| `idempotencyHeader` | text or null | The header that lets the server recognize a repeated request. | `Idempotency-Key` |
| `pages` | Pages or null | How a list continues. | |
| `patch` | Patch or null | The typed form of a JSON Patch. | |

### HTTPMethod

The method of a request.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | text | The method as it is sent. | `PATCH` |
| `constant` | name or null | The static member of the runtime's `HTTPRequest.Method`; null for methods that have none. | `patch` |

### Argument

An argument of a method.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `label` | name | The argument label. | `accessTokenPost` |
| `variable` | name | The parameter's name within the method, which differs from the label if that is taken. | `accessTokenPost` |
| `isRenamed` | flag | Whether label and variable differ. | |
| `type` | type | The type without the optionality that comes from not being required. | `AccessTokenPost` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `[AccessTokenPost](AccessTokenPost.md)` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `spelling` | text or null | The parameter's name in the document, if it has signs that the label lacks. | `StartTime<` |
| `place` | one of Place | Where the value goes. | |
| `isRequired` | flag | Whether callers must pass a value. | |
| `isSecret` | flag | Whether descriptions, logs and errors leave the parameter's value out. | |
| `isDeprecated` | flag | Whether the parameter is deprecated. | |
| `isPatch` | flag | Whether the argument takes a JSON Patch for which there is a typed form. | |
| `default` | one of ArgumentDefault or null | The value when callers pass none. | |
| `documentedDefault` | text or null | The default that the server uses, according to the document. | `20` |
| `description` | text or null | The description. | `The token to create.` |
| `example` | literal or null | A value for examples; null for arguments that an example leaves out. | `AccessTokenPost(name: "ci", role: .reader)` |
| `notes` | list of one of Note | Short notes for a table. | |

### ArgumentDefault

The value of an argument that callers leave out.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `text` | text | A string. | `image/png` |
| `member` | DefaultCase | A case of an enumeration. | |

### DefaultCase

An enumeration's case that serves as a default.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `regional` |
| `isCall` | flag | Whether the case has associated values, all with defaults. | |

### Place

Where an argument's value goes in the request.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `path` | Parameter | Into the path. | |
| `query` | Parameter | Into the query. | |
| `header` | Parameter | Into a header. | |
| `cookie` | Parameter | Into the `Cookie` header. | |
| `queryString` | Content | The value is the whole query. | |
| `body` | Content | Into the body. | |
| `bodyChoice` | ContentCases | Into the body, in one of several forms. | |
| `contentType` | flag | Into the `Content-Type` header: the media type of the body. | |
| `server` | flag | The server of this request. | |

### Parameter

How a parameter is written. What the runtime does by default is null or false.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `key` | text | The parameter's name in the request. | `showAll` |
| `isJSON` | flag | Whether the value is written as JSON. | |
| `style` | name or null | The style, a static member of the runtime's `ParameterStyle`. | `deepObject` |
| `explode` | literal or null | Whether each element or property is a parameter of its own. | `false` |
| `allowReserved` | flag | Whether reserved characters stay as they are. | |
| `allowEmptyValue` | flag | Whether the value may be empty. | |

### Content

A body in one form.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `form` | one of Form | How the value is written. | |
| `type` | type | The type of the value in a response. | `Token` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `[Token](Token.md)` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `argumentType` | type | The type of the value that is sent. | `AccessTokenPost` |
| `contentTypes` | list of text | The media types, ranges among them. | |
| `defaultContentType` | text or null | The media type that is sent, or null if only the caller knows it. | `application/json` |
| `isUsualContentType` | flag | Whether the runtime sends that media type by default. | |
| `hasContentTypeArgument` | flag | Whether callers choose the media type. | |
| `isSecret` | flag | Whether descriptions, logs and errors leave the whole value out. | |
| `encoding` | list of PartEncoding | How the parts of a form are written, as far as it is not the default. | |

### Form

How a body is written.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `json` | flag | JSON. | |
| `form` | flag | `application/x-www-form-urlencoded`. | |
| `multipart` | flag | `multipart/form-data`. | |
| `sequence` | flag | JSON values one after the other, such as JSON Lines. | |
| `events` | flag | Server-sent events. | |
| `text` | flag | Plain text. | |
| `bytes` | flag | Anything else, as bytes. | |

### PartEncoding

How one property of a form is written.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `key` | text | The property's name in the document. | `note` |
| `writing` | one of PartWriting | How it is written. | |

### PartWriting

How a property of a form is written.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `style` | PartStyle | As a parameter of a query. | |
| `content` | PartContent | As a part with a media type. | |

### PartStyle

A property written as a parameter of a query.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `settings` | list of one of PartSetting | What differs from the default. | |

### PartSetting

A setting that differs from the default.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `style` | name | The style, a static member of the runtime's `ParameterStyle`. | `deepObject` |
| `explode` | literal | Whether each element or property is a parameter of its own. | `false` |
| `allowReserved` | flag | Reserved characters stay as they are. | |

### PartContent

A property written as a part with a media type.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `contentType` | text or null | The part's media type; null for that of its value. | `text/markdown` |
| `headers` | list of PartHeader | The part's headers. | |

### PartHeader

A header of a part, whose value the document fixes.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `key` | text | The header's name. | `X-Kind` |
| `value` | text | Its value. | `note` |

### ContentCases

A body in one of several forms.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `cases` | list of ContentCase | The forms. | |

### ContentChoice

An enumeration of request bodies or of results.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type. | `StartJobResult` |
| `isResult` | flag | Whether it is a result; otherwise it is an argument. | |
| `cases` | list of ContentCase | The cases. | |

### ContentCase

One of several bodies.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `accepted` |
| `status` | one of Status or null | The statuses of the case; null for a request body. | |
| `content` | Content or null | The body; null for none. | |
| `description` | text or null | The description. | `Begun.` |

### Body

The request's body as a whole.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `contentTypes` | list of text | The media types. | |

### Result

What a successful call returns.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `kind` | one of ResultKind | How the response is read. | |
| `type` | type or null | The type that the method returns; null for none. | `Token` |
| `linkedType` | markdown or null | The type in Markdown, with links to the pages of models. | `[Token](Token.md)` |
| `contentTypes` | list of text | The media types that the response may have. | |
| `description` | text | The description of the response. | `The token.` |

### ResultKind

How a response is read.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `none` | flag | The body is not read. | |
| `content` | Content | There always is a body. | |
| `optional` | Content | There may be no body. | |
| `choice` | ContentCases | The body depends on the status. | |

### Failure

A documented failure.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `status` | one of Status | The statuses. | |
| `type` | type or null | The type of the body; null if the document describes none. | `NotFoundErrorRep` |
| `linkedType` | markdown or null | The type in Markdown, with links to the pages of models. | `[NotFoundErrorRep](NotFoundErrorRep.md)` |
| `description` | text | The description. | `No access token has this ID.` |

### ErrorBody

A type of failures' bodies.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `type` | type | The type; without a `?` where the body may be null. | `NotFoundErrorRep` |
| `typeKind` | one of TypeKind | What kind of type that is. | |
| `statuses` | list of ErrorStatus | The statuses whose bodies have it. | |

### ErrorStatus

A documented status of failures.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `status` | one of Status | The statuses. | |

### FailureEnum

The enumeration of an operation's failures, nested in the type of the API.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type. | `GetTokenFailure` |
| `cases` | list of FailureCase | The failures, the most specific statuses first. | |

### FailureCase

A case for a documented failure.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `notFound` |
| `status` | one of Status | The statuses. | |
| `type` | type or null | The type of the body; null if the document describes none. | `NotFoundErrorRep` |
| `description` | text | The description. | `No access token has this ID.` |

### Status

Statuses of responses.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `code` | string | One status code. | `404` |
| `range` | string | A hundred of them: the first digit. | `4` |
| `other` | flag | All that the document does not list. | |

### SecurityAlternative

Credentials that suffice together.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `credentials` | list of CredentialReference | The credentials; empty if none is needed. | |

### CredentialReference

A credential, by its name.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The name of a Credential. | `apiKey` |

### Header

A documented header of a method's responses.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `key` | text | The header's name. | `X-Rate-Limit` |
| `property` | name or null | The property of the response headers' type; null if that has none. | `xRateLimit` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `Int64` |
| `description` | text or null | The description. | `How many calls are left.` |

### Link

A link from a response to another operation.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `key` | text | The link's name. | `remove` |
| `operation` | text or null | The `operationId` or `operationRef` of the operation that it leads to. | `deleteThing` |
| `description` | text or null | The description. | `Removes this thing.` |

### Patch

The typed form of a JSON Patch.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `model` | type | The model that is patched. | `Token` |
| `patchLabel` | name | The label of the argument that takes the steps. | `patch` |

### Pages

How a list continues.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `kind` | one of PagesKind | How the next page is requested. | |
| `elements` | Access | The path from a page to its elements. | |
| `elementType` | type | The type of an element. | `Token` |
| `hasNext` | one of HasNext or null | How a page indicates whether another one follows; null if it does not. | |

### PagesKind

How the next page is requested.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `offset` | OffsetPages | By the number of elements before it. | |
| `page` | NumberedPages | By its number. | |
| `cursor` | CursorPages | By a value of the previous page. | |
| `link` | LinkedPages | By a link in the previous page. | |
| `linkHeader` | flag | By the `Link` header of the previous response. | |

### OffsetPages

Pages by the number of elements before them.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `position` | name | The argument that takes the offset. | `offset` |
| `size` | name or null | The argument that takes the number of elements in a page. | `limit` |

### NumberedPages

Pages by number.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `position` | name | The argument that takes the number. | `page` |
| `first` | literal or null | The number of the first page; null for 1. | `0` |
| `size` | name or null | The argument that takes the number of elements in a page. | `perPage` |

### CursorPages

Pages by a value of the previous page.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `position` | name | The argument that takes the value. | `cursor` |
| `next` | Access | The path from a page to the value for the next one. | |

### LinkedPages

Pages that link to the next one.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `next` | Access | The path from a page to the link. | |

### HasNext

How a page indicates whether another one follows.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `flag` | Access | By a Boolean. | |
| `link` | NextLink | By a link to the next page. | |

### NextLink

The path to a link that the last page does not have.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `links` | Access or null | The path to the object with the links; null if the path does not lead through one. | |
| `next` | Access | The path from there, or from the page, to the link. | |

### Access

A path from a value to one within it.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `steps` | list of Step | The steps. | |
| `isOptional` | flag | Whether the value may be missing. | |

### Step

A step of a path.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `isChained` | flag | Whether the value before may be nil, so that `?` is needed. | |
| `kind` | one of StepKind | What the step does. | |

### StepKind

What a step does.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `property` | name | Takes a property. | `items` |
| `nullable` | name | Takes the value of a `Nullable` property. | `nextCursor` |
| `key` | text | Takes the value of a dictionary's key. | `next` |
| `last` | flag | Takes the last element of an array. | |

### ServerSet

The servers of the API, or of some operations.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type. | `Server` |
| `isMain` | flag | Whether it is the API's; otherwise it belongs to some operations. | |
| `default` | DefaultCase or null | The default server; null if callers must specify one. | |
| `cases` | list of Server | The servers. | |
| `choices` | list of VariableType | The types of variables with a list of values. | |

### Server

A server.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `regional` |
| `url` | text | The URL as the document spells it. | `https://{region}.example.com:{port}/v1` |
| `isRelative` | flag | Whether the URL is relative, so that callers pass a base. | |
| `description` | text or null | The description. | `Near you` |
| `variables` | list of ServerVariable | The variables in the URL. | |
| `parameters` | list of one of ServerParameter | The associated values of the case. | |
| `pieces` | list of one of URLPiece | The URL, taken apart. | |

### ServerParameter

An associated value of a server.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `base` | flag | The URL that the server's URL is relative to. | |
| `variable` | ServerVariable | A variable. | |

### URLPiece

A piece of a server's URL.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `text` | text | Constant text. | `.example.com:` |
| `variable` | ServerVariable | The value of a variable. | |

### ServerVariable

A variable in a server's URL.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `label` | name | The label of the associated value. | `region` |
| `type` | type or null | The type with the variable's values; null for any string. | `Region` |
| `default` | text | The default value. | `eu` |
| `member` | name or null | The case of the type that is the default. | `eu` |
| `description` | text or null | The description. | `Where the data is kept.` |

### VariableType

An enumeration of a variable's values.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type. | `Region` |
| `label` | name | The label of the variable. | `region` |
| `cases` | list of VariableCase | The values. | |

### VariableCase

A value of a server's variable.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `apSouth` |
| `value` | text or null | The value; null if it is the case's name. | `ap-south` |

### Credential

The credential of a security scheme.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The argument of the client's initializer, and the static member of `Credential.Scheme`. | `headerKey` |
| `scheme` | text | The security scheme's name in the document. | `headerKey` |
| `kind` | one of CredentialKind | How the credential is sent. | |
| `key` | text or null | The name of the header, query parameter, cookie or HTTP authentication scheme. | `X-Key` |
| `isArgument` | flag | Whether the client's initializer takes it. | |
| `isRequired` | flag | Whether all operations need it. | |
| `description` | text or null | The description. | `The key of a clerk.` |
| `flows` | list of Flow | The OAuth flows with a token endpoint. | |

### CredentialKind

How a credential is sent.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `header` | flag | A key in a header. | |
| `query` | flag | A key in the query. | |
| `cookie` | flag | A key in a cookie. | |
| `basic` | flag | User name and password. | |
| `bearer` | flag | A bearer token. | |
| `http` | flag | Another scheme of HTTP authentication. | |
| `mutualTLS` | flag | A certificate that the transport presents. | |

### Flow

An OAuth flow.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `flow` | string | The flow's name in OpenAPI. | `clientCredentials` |
| `tokenURL` | text | The URL of the token endpoint. | `https://example.com/token` |
| `scopes` | list of text | The scopes to request. | |

### ResponseHeaders

The type with the headers that the document describes.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type. | `ResponseHeaders` |
| `properties` | list of ResponseHeader | The headers. | |

### ResponseHeader

A header of responses, as a property.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The property. | `xRateLimit` |
| `key` | text | The header's name. | `X-Rate-Limit` |
| `type` | type | The type without the optionality that every header has. | `Int64` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `Int64` |
| `isJSON` | flag | Whether the value is JSON. | |
| `isExploded` | flag | Whether the properties of an object are written as `key=value`. | |
| `isDeprecated` | flag | Whether the header is deprecated. | |
| `description` | text or null | The description. | `How many calls are left.` |

### Webhooks

The type that decodes webhooks and callbacks.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type. | `OperationsWebhooks` |
| `events` | list of Event | The webhooks and callbacks with a body. | |

### Event

A webhook or a callback.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The method that decodes it. | `thingCreated` |
| `key` | text | The webhook's or callback's name in the document. | `thing.created` |
| `type` | type | The type of the body. | `Thing` |
| `callbackOf` | name or null | The method that the callback belongs to; null for a webhook. | `subscribe` |
| `isDeprecated` | flag | Whether the operation is deprecated. | |
| `description` | text or null | The description. | `A thing has been made.` |

### Model

A type, of a schema or within another type.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The type without those around it. | `Effect` |
| `path` | type | The type with those around it. | `Statement.Effect` |
| `isNested` | flag | Whether it is within another type. | |
| `kind` | one of ModelKind | What kind of type it is. | |
| `nested` | list of Model | The types within it. | |
| `description` | text or null | The description. | `One page of access tokens.` |
| `isDeprecated` | flag | Whether the schema is deprecated. | |
| `example` | literal or null | A value for the page's example; null for anything but a structure at the top of the module. | `Statement(effect: .allow)` |

### ModelKind

What kind of type a model is.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `structure` | Structure | An object with properties. | |
| `enumeration` | Enumeration | One of listed values. | |
| `union` | Union | One of several types. | |
| `overlap` | Union | One or more of several types at once. | |
| `tuple` | Tuple | An array with a type for each place. | |
| `alias` | Alias | Another name for a type. | |
| `wrapper` | Alias | A structure around a type that an alias cannot name, because it contains itself. | |

### Structure

An object with properties.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `properties` | list of Property | The properties. | |
| `parts` | list of Part | The unions that are in the same JSON object. | |
| `additional` | AdditionalProperties or null | All other properties of the object. | |
| `knownKeys` | list of text | The keys that no additional property has. | |
| `sharedKeys` | list of text | The keys that several parts declare. | |
| `sharedName` | name or null | The name for the record of the decoded values of these keys; null if there are none. | |
| `members` | list of Property or Part or AdditionalProperties | All of these, in that order. | |
| `refusesOthers` | flag | Whether other keys mean that the value is of another type of a union. | |
| `hasMembers` | flag | Whether there is anything to decode. | |
| `hasReads` | flag | Whether decoding reads any key. | |
| `isPatchable` | flag | Whether a JSON Patch can be written in terms of the properties. | |
| `isIdentifiable` | flag | Whether there is a required property `id` that is a scalar. | |

### Property

A property of a structure.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The property. | `links` |
| `key` | text | The key in JSON. | `_links` |
| `index` | null | For tables that list the elements of tuples too. | |
| `type` | type | The type as it is declared, optionality and `Nullable` included. | `[String: Link]?` |
| `valueType` | type | The type of the value alone. | `[String: Link]` |
| `linkedType` | markdown | The value's type in Markdown, with links to the pages of models. | `[ObjectId](ObjectId.md)` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `isRequired` | flag | Whether the key must be there. | |
| `isNullable` | flag | Whether the value may be `null` in JSON. | |
| `tellsNull` | flag | Whether `null` and an absent key are different, so that the declared type has `Nullable`. | |
| `isOptional` | flag | Whether the declared type is optional. | |
| `isArray` | flag | Whether the value is an array. | |
| `isDictionary` | flag | Whether the value is a dictionary. | |
| `isJSON` | flag | Whether the value is any JSON. | |
| `isReadOnly` | flag | Whether only responses have it. | |
| `isWriteOnly` | flag | Whether only requests have it. | |
| `isSecret` | flag | Whether descriptions and logs leave it out. | |
| `isDeprecated` | flag | Whether it is deprecated. | |
| `storage` | type or null | The type that holds the value, if it isn't the declared type itself: for secrets, and where a type contains itself. | `MartletSupport.Redacted<String?>` |
| `hasUniqueItems` | flag | Whether the elements are unique. | |
| `needsSelf` | flag | Whether its name is taken within the initializers of built-in templates. | |
| `constant` | literal or null | The only value that it, or each of its elements, has. | `"cat"` |
| `default` | literal or null | The value when the memberwise initializer is given none. | `10` |
| `isNilByDefault` | flag | Whether that value is nil. | |
| `isEmptyByDefault` | flag | Whether that value is an empty dictionary; false for a property. | |
| `documentedDefault` | text or null | The default that the server uses, according to the document. | `20` |
| `description` | text or null | The description. | `The tokens of this page.` |
| `notes` | list of one of Note | Short notes for a table. | |

### Part

A union in the same JSON object as the properties.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The property. | `variant` |
| `key` | null | A part has no key of its own. | |
| `index` | null | For tables that list the elements of tuples too. | |
| `type` | type | The type. | `Variant` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `Variant` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `isOptional` | flag | False. | |
| `storage` | type or null | The type that holds the value, if it isn't the declared type itself, because that contains itself. | |
| `default` | null | A part has no default. | |
| `isNilByDefault` | flag | False. | |
| `isEmptyByDefault` | flag | False. | |
| `description` | null | A part has no description. | |
| `notes` | list of one of Note | Short notes for a table. | |

### AdditionalProperties

All other properties of an object, as a dictionary.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The property. | `additionalProperties` |
| `key` | null | The dictionary has no key of its own. | |
| `index` | null | For tables that list the elements of tuples too. | |
| `type` | type | The type. | `[String: Int64]` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `storage` | type or null | The type that holds the values, if they are secret. | `MartletSupport.Redacted<[String: String]>` |
| `default` | null | See `isEmptyByDefault`. | |
| `isNilByDefault` | flag | False. | |
| `isEmptyByDefault` | flag | True. | |
| `description` | null | There is no description. | |
| `notes` | list of one of Note | Short notes for a table. | |

### Note

A note about a property, an element or an argument in a table.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `optional` | flag | It may be left out. | |
| `nullable` | flag | It may be `null` in JSON. | |
| `readOnly` | flag | Only responses have it. | |
| `writeOnly` | flag | Only requests have it. | |
| `default` | text | The value when callers pass none. | `image/png` |
| `defaultMember` | name | The case when callers pass none. | |
| `documentedDefault` | text | The default that the server uses, according to the document. | `1` |
| `secret` | flag | Descriptions and logs leave it out. | |
| `deprecated` | flag | It is deprecated. | |
| `part` | flag | Its properties are in the same object. | |
| `additional` | flag | It holds all other properties. | |
| `rest` | flag | It holds all further elements. | |

### Enumeration

One of listed values.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `rawType` | type | The type of the values. | `String` |
| `isLarge` | flag | Whether there are so many cases that a structure with static members compiles faster. | |
| `cases` | list of EnumerationCase | The cases. | |
| `lines` | list of EnumerationLine | The cases as they are declared: those without a description share a line. | |

### EnumerationCase

A case of an enumeration.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `reader` |
| `value` | literal | The value as a literal. | `"reader"` |
| `text` | text | The value as text. | `reader` |
| `description` | text or null | The description. | `Look at it.` |

### EnumerationLine

Cases that are declared together.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `description` | text or null | The description of the only case; null for cases without one. | `Look at it.` |
| `cases` | list of EnumerationCase | The cases. | |

### Union

One of several types, or several of them at once.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `cases` | list of UnionCase | The types. | |
| `values` | list of EnumerationCase | The values that the document lists beside types. | |
| `lines` | list of EnumerationLine | The declarations of their cases. | |
| `literals` | list of LiteralForm | The literals in Swift that make a value. | |
| `discriminator` | text or null | The property whose value names the type. | `petType` |
| `hasClosedCases` | flag | Whether any of several types at once has no properties but its own. | |
| `isAmbiguous` | flag | Whether a value may fit several types, of which the first is taken. | |
| `sharedKeys` | list of text | The keys that several parts declare. | |
| `sharedName` | name or null | The name for the record of the decoded values of these keys; null if there are none. | |
| `isSecret` | flag | Whether descriptions leave the value out. | |
| `defaultCase` | name or null | The case for a value that names no type. | `delta` |
| `tests` | list of UnionTest | How the type is found from the value itself, in order. | |

### UnionCase

A type of a union.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case. | `cat` |
| `type` | type | The type. | `Cat` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `[Cat](Cat.md)` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `tags` | list of text | The values of the discriminator that name it. | |
| `tagPatterns` | list of one of TagPattern | The same values with their types. | |
| `writtenTag` | literal or null | The value to write, if the type does not write it itself. | `"fish"` |
| `isClosed` | flag | Whether it has no properties but its own, where several types apply at once. | |
| `allKeys` | list of text | The keys of these properties. | |
| `isIndirect` | flag | Whether it must be stored indirectly, because its type contains itself. | |
| `storage` | type or null | The type that holds the value, if it isn't the declared type itself, because that contains itself. | |
| `description` | text or null | The description. | `A text.` |

### LiteralForm

A literal in Swift that makes a value of a union.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case of the value. | `string` |
| `type` | type | The type of the literal; for an array, that of its elements. | `String` |
| `isListed` | flag | Whether the literal can be a value that the document lists. | |
| `kind` | one of LiteralKind | What is written. | |

### LiteralKind

What is written.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `string` | flag | A text. | |
| `integer` | flag | A whole number. | |
| `number` | flag | A number with a fraction. | |
| `boolean` | flag | `true` or `false`. | |
| `array` | flag | A list. | |
| `wholeNumber` | flag | A whole number, where the type has fractions too. | |

### TagPattern

A value of the discriminator.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `string` | literal | A string. | `"cat"` |
| `integer` | literal | A whole number. | `1` |
| `number` | literal | A number with a fraction. | `1.5` |
| `boolean` | literal | `true` or `false`. | `true` |
| `null` | flag | Whether the value is null. | |

### UnionTest

A test whether a value is of a type.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The case if it is. | `string` |
| `type` | type | The type. | `String` |
| `kind` | one of UnionTestKind | What is tested. | |
| `innerKeys` | list of InnerKey | The keys inside properties that must not be there. | |
| `foreignInnerKeys` | list of InnerKey | The keys inside properties that belong to other types. | |
| `constant` | literal or null | The only value of the elements of an array or a dictionary. | `"a"` |

### UnionTestKind

What is tested.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `value` | flag | Whether the value decodes as the type. | |
| `object` | ObjectTest | Whether the value is an object with certain keys. | |

### ObjectTest

Which keys an object has.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `keyTests` | list of KeyTest | The keys that must be there, and those that must not. | |

### KeyTest

Keys that an object has or lacks.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `isPresence` | flag | Whether they must be there. | |
| `isForeign` | flag | Whether they belong to other types. If neither is set, they must not be there. | |
| `keys` | list of text | The keys. | |

### InnerKey

A key of an object inside an object.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `path` | list of PathKey | The keys that lead to it, and the key itself. | |

### PathKey

One of the keys that lead to another.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `key` | text or null | The key; null for any key of a map. | |

### Tuple

An array with a type for each place.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `elements` | list of Element | The elements with a type of their own. | |
| `rest` | Rest or null | All further elements; null if there can be none. | |
| `isSecret` | flag | Whether descriptions leave the value out. | |
| `members` | list of Element or Rest | All of these. | |

### Element

An element of a tuple.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The property. | `first` |
| `type` | type | The declared type. | `Double` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `Double` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `key` | null | An element has no key. | |
| `index` | string | The place in the array, from 0 on. | `0` |
| `isOptional` | flag | Whether the array may be shorter. | |
| `storage` | type or null | The type that holds the value, if it isn't the declared type itself, because that contains itself. | |
| `description` | text or null | The description. | `The latitude.` |
| `notes` | list of one of Note | Short notes for a table. | |

### Rest

All further elements of a tuple, as an array.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `name` | name | The property. | `rest` |
| `type` | type | The type. | `[Bool]` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |
| `key` | null | The array has no key. | |
| `index` | null | The array has no place. | |
| `description` | null | There is no description. | |
| `notes` | list of one of Note | Short notes for a table. | |

### TypeKind

A type, taken apart.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `string` | flag | `String`. | |
| `boolean` | flag | `Bool`. | |
| `int32` | flag | `Int32`. | |
| `int64` | flag | `Int64`. | |
| `uint64` | flag | `UInt64`. | |
| `float` | flag | `Float`. | |
| `double` | flag | `Double`. | |
| `decimal` | flag | `Decimal`. | |
| `dateTime` | flag | A point in time. | |
| `date` | flag | A day of the calendar. | |
| `uuid` | flag | `UUID`. | |
| `data` | flag | Bytes, in Base64. | |
| `json` | flag | Any JSON. | |
| `file` | flag | A file in a form. | |
| `body` | flag | The body of a request, as bytes. | |
| `parts` | flag | A multipart body whose parts the caller makes. | |
| `custom` | name | A type that the configuration names for a format. | |
| `array` | ElementType | An array. | |
| `dictionary` | ElementType | A dictionary with keys that are strings. | |
| `optional` | ElementType | An optional. | |
| `named` | type | A model. | |

### ElementType

The type within an array, a dictionary or an optional.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `typeKind` | one of TypeKind | The type, taken apart. | |

### Alias

A type that has another name.

| Key | Type | Meaning | Example |
| --- | --- | --- | --- |
| `type` | type | The type. | `[PatchOperation]` |
| `linkedType` | markdown | The type in Markdown, with links to the pages of models. | `String` |
| `typeKind` | one of TypeKind | The type, taken apart for other languages. | |

"""#
}
