// Refreshed from Templates/ with: swift run martlet-dev embed
// The literals are the templates byte for byte, so their lines are not for a formatter to judge.
// swift-format-ignore-file

/// The built-in templates.
package enum EmbeddedTemplates {
    /// The text of each template by its name, which is that of its file without `.mustache`.
    package static let sources: [String: String] = [
        "Api": #"""
{{#documentation}}
{{.}}
{{/documentation}}
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

/// {{documentation}}
{{access}}enum {{name}}: Hashable, Sendable {
{{#cases}}
{{#documentation}}
    {{.}}
{{/documentation}}
    case {{name}}{{payload}}
{{/cases}}
}
{{/choices}}

"""#,
        "Api.md": #"""
<!-- {{marker}} -->

# {{name}}

{{#description}}
{{.}}
{{/description}}

{{#baseURL}}
All paths are relative to {{baseURL}}, or to the server that the client was made with.

{{/baseURL}}
| Method | Request | Description |
| --- | --- | --- |
{{#methods}}
| [{{method}}](#{{anchor}}) | {{request}} | {{summary}} |
{{/methods}}
{{#methods}}

## {{method}}

{{#summary}}
**{{summary}}**

{{/summary}}
{{#isDeprecated}}
Deprecated.

{{/isDeprecated}}
{{#description}}
{{.}}
{{/description}}

### Example

```swift
{{#example}}
{{.}}
{{/example}}
```

### With status and headers

`{{method}}WithHTTPInfo` takes the same arguments and returns {{detailedType}}:

```swift
{{#detailedExample}}
{{.}}
{{/detailedExample}}
```

{{#variants}}
{{.}}

{{/variants}}
### Parameters

{{^arguments}}
None.
{{/arguments}}
{{#hasArguments}}
| Name | Type | Description | Notes |
| --- | --- | --- | --- |
{{/hasArguments}}
{{#arguments}}
| `{{argument}}` | {{type}} | {{description}} | {{notes}} |
{{/arguments}}

### Return type

{{returnType}}

### Responses

| Status | Body | Description |
| --- | --- | --- |
{{#responses}}
| {{status}} | {{type}} | {{description}} |
{{/responses}}

### Authorization

{{authorization}}

### HTTP headers

- **Content-Type**: {{contentType}}
- **Accept**: {{accept}}
{{#hasHeaders}}

The response's headers, as properties of `{{headersType}}`:

| Header | Property | Type | Description |
| --- | --- | --- | --- |
{{/hasHeaders}}
{{#headers}}
| {{name}} | {{property}} | {{type}} | {{description}} |
{{/headers}}
{{#hasLinks}}

### Links

| Link | Leads to | Description |
| --- | --- | --- |
{{/hasLinks}}
{{#links}}
| {{name}} | {{operation}} | {{description}} |
{{/links}}
{{/methods}}

"""#,
        "Apis.swift": #"""
// {{marker}}
{{#apis}}

{{> Api}}
{{/apis}}

"""#,
        "Client.swift": #"""
// {{marker}}

@_exported public import MartletRuntime

{{#documentation}}
{{.}}
{{/documentation}}
{{access}}struct {{client}}: Sendable {
    /// What all calls have in common.
    {{access}}let apiClient: ApiClient
{{#apis}}

{{#documentation}}
    {{.}}
{{/documentation}}
{{#accessor}}
    {{.}}
{{/accessor}}
{{/apis}}

{{#servers}}
{{> ServerSet}}

{{/servers}}
    /// A client with the usual settings.
    ///
    /// - Parameters:
{{#parameters}}
    {{.}}
{{/parameters}}
    ///   - server: Where the API is served.
    ///   - configure: Changes the settings before the client takes them.
{{#initializer}}
    {{.}}
{{/initializer}}
        var configuration = Configuration(server: server.url)
{{#credentials}}
{{#isArgument}}
        configuration.credentials[SecurityScheme.{{member}}.name] = {{value}}.credential
{{/isArgument}}
{{/credentials}}
        configure(&configuration)
        self.init(configuration: configuration)
    }

    /// A client with settings of your own.
    {{access}}init(configuration: Configuration) {
        apiClient = ApiClient(configuration: configuration{{#hasSecretProperties}}, secretProperties: Self.secretProperties{{/hasSecretProperties}})
    }
{{#hasSecretProperties}}

    /// The names of JSON properties whose values no error shows.
{{#secretProperties}}
    {{.}}
{{/secretProperties}}
{{/hasSecretProperties}}
}
{{#hasCredentials}}

extension SecurityScheme {
{{#credentials}}
    static let {{name}} = SecurityScheme.{{scheme}}
{{/credentials}}
}
{{/hasCredentials}}
{{#headers}}

/// The headers of responses that the document describes: `{{name}}(response.headers)`.
{{access}}struct {{name}}: Sendable {
    /// All headers, described or not.
    {{access}}let headers: HTTPHeaders

    /// The headers of a response or an error.
    {{access}}init(_ headers: HTTPHeaders) {
        self.headers = headers
    }
{{#properties}}

{{#documentation}}
    {{.}}
{{/documentation}}
{{#declaration}}
    {{.}}
{{/declaration}}
{{/properties}}
}
{{/headers}}
{{#webhooks}}

/// Decodes what the API sends of its own accord: the bodies of its webhooks and callbacks.
{{access}}enum {{name}} {
{{#events}}
{{^isFirst}}

{{/isFirst}}
{{#documentation}}
    {{.}}
{{/documentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
    {{access}}static func {{name}}(_ body: Data) throws -> {{type}} {
        try WebhookPayload.decoded(body, of: {{title}}{{#hasSecretProperties}}, secretProperties: {{client}}.secretProperties{{/hasSecretProperties}})
    }
{{/events}}
}
{{/webhooks}}

"""#,
        "Declaration": #"""
{{#documentation}}
{{.}}
{{/documentation}}
{{#structure}}
{{> Structure}}
{{/structure}}
{{#enumeration}}
{{> Enumeration}}
{{/enumeration}}
{{#union}}
{{> Union}}
{{/union}}
{{#overlap}}
{{> Overlap}}
{{/overlap}}
{{#tuple}}
{{> Tuple}}
{{/tuple}}
{{#wrapper}}
{{> Wrapper}}
{{/wrapper}}
{{#alias}}
{{access}}typealias {{name}} = {{alias}}
{{/alias}}

"""#,
        "Enumeration": #"""
{{#isLarge}}
{{> LargeEnumeration}}
{{/isLarge}}
{{^isLarge}}
{{access}}enum {{name}}: OpenEnum {
{{#declarations}}
    {{.}}
{{/declarations}}
    /// A value that the API's description doesn't list.
    case unrecognized({{rawValue}})

{{#known}}
    {{.}}
{{/known}}

    {{access}}var rawValue: {{rawValue}} {
        switch self {
{{#cases}}
{{#writing}}
        {{.}}
{{/writing}}
{{/cases}}
        case .unrecognized(let value): value
        }
    }
}
{{/isLarge}}

"""#,
        "LargeEnumeration": #"""
{{access}}struct {{name}}: OpenValue {
    {{access}}let rawValue: {{rawValue}}

    {{access}}init(rawValue: {{rawValue}}) {
        self.rawValue = rawValue
    }

{{#cases}}
{{#documentation}}
    {{.}}
{{/documentation}}
{{#property}}
    {{.}}
{{/property}}
{{/cases}}

    /// A value that the API's description doesn't list.
    {{access}}static func unrecognized(_ value: {{rawValue}}) -> Self { Self(rawValue: value) }
}

"""#,
        "Method": #"""
{{#documentation}}
    {{.}}
{{/documentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
{{#signature}}
    {{.}}
{{/signature}}
{{#call}}
        {{.}}
{{/call}}
    }

{{#detailedDocumentation}}
    {{.}}
{{/detailedDocumentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
{{#detailedSignature}}
    {{.}}
{{/detailedSignature}}
{{^download}}
{{#request}}
        {{.}}
{{/request}}
{{#statements}}
        {{.}}
{{/statements}}
{{/download}}
{{#sending}}
        {{.}}
{{/sending}}
    }
{{#download}}

{{#documentation}}
    {{.}}
{{/documentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
    @discardableResult
{{#signature}}
    {{.}}
{{/signature}}
{{#call}}
        {{.}}
{{/call}}
    }

{{#requestSignature}}
    {{.}}
{{/requestSignature}}
{{#request}}
        {{.}}
{{/request}}
{{#statements}}
        {{.}}
{{/statements}}
{{#isStatement}}
        return request
{{/isStatement}}
    }
{{/download}}
{{#pages}}

{{#documentation}}
    {{.}}
{{/documentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
{{#signature}}
    {{.}}
{{/signature}}
{{#body}}
        {{.}}
{{/body}}
    }

{{#allDocumentation}}
    {{.}}
{{/allDocumentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
{{#allSignature}}
    {{.}}
{{/allSignature}}
{{#allBody}}
        {{.}}
{{/allBody}}
    }
{{/pages}}
{{#patch}}

{{#documentation}}
    {{.}}
{{/documentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
{{#signature}}
    {{.}}
{{/signature}}
{{#call}}
        {{.}}
{{/call}}
    }

{{#detailedDocumentation}}
    {{.}}
{{/detailedDocumentation}}
{{#hasAttribute}}
    {{attribute}}
{{/hasAttribute}}
{{#detailedSignature}}
    {{.}}
{{/detailedSignature}}
{{#detailedCall}}
        {{.}}
{{/detailedCall}}
    }
{{/patch}}

"""#,
        "Model.md": #"""
<!-- {{marker}} -->

# {{name}}

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
{{#description}}
{{.}}
{{/description}}
{{#isDeprecated}}

Deprecated.
{{/isDeprecated}}
{{#alias}}

Another name for {{alias}}.
{{/alias}}
{{#hasProperties}}

## Properties

| Name | Type | Description | Key in JSON | Notes |
| --- | --- | --- | --- | --- |
{{#properties}}
| `{{name}}` | {{type}} | {{description}} | {{key}} | {{notes}} |
{{/properties}}
{{/hasProperties}}
{{#hasCases}}

## Cases

| Name | Type | Description | Value of the discriminator |
| --- | --- | --- | --- |
{{#cases}}
| `{{name}}` | {{type}} | {{description}} | {{tags}} |
{{/cases}}
| `unrecognized` | JSONValue | any other value, kept as it came | |
{{/hasCases}}
{{#hasValues}}

Values:

{{#values}}
- {{.}}
{{/values}}
- `.unrecognized`: any other value, kept as it came
{{/hasValues}}
{{#nested}}

## {{name}}

{{> ModelBody}}
{{/nested}}

"""#,
        "Models.swift": #"""
// {{marker}}
{{#declarations}}

{{> Declaration}}
{{#patchables}}

extension {{name}}: Patchable {
    /// The properties in a JSON Patch.
    {{access}}struct PatchKeys: Sendable {
{{#properties}}
{{#.}}
        {{.}}
{{/.}}
{{/properties}}
    }

    {{access}}static var patchKeys: PatchKeys { PatchKeys() }
}
{{/patchables}}
{{/declarations}}

"""#,
        "Overlap": #"""
///
/// A value may be several of these at once.
{{access}}struct {{name}}: Codable, Hashable, Sendable {
{{#cases}}
{{#documentation}}
    {{.}}
{{/documentation}}
    {{attribute}}{{access}}var {{name}}: {{type}}
{{/cases}}
    /// The value when it is none of these.
    {{access}}var unrecognized: JSONValue?
{{#nested}}

    {{> Declaration}}
{{/nested}}

{{#initializer}}
    {{.}}
{{/initializer}}
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
        "README.md": #"""
<!-- {{marker}} -->

# {{module}}: {{title}}

Version {{version}} of the API.

{{#description}}
{{.}}
{{/description}}

## Use

{{#hasExample}}
```swift
{{#example}}
{{.}}
{{/example}}
```

{{/hasExample}}
Every method has a second one, its name ending in `WithHTTPInfo`, that gives the response's status and headers as well.
What fails is thrown as an `ApiError`; a cancelled task throws `CancellationError`.

## Settings

The closure behind the arguments changes the settings before the client takes them:

```swift
import {{module}}

{{creation}} { configuration in
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
### {{name}}

{{#description}}
{{.}}
{{/description}}

{{#use}}
{{.}}
{{/use}}

{{/credentials}}
## Servers

| Server | URL | Description |
| --- | --- | --- |
{{#servers}}
| `.{{name}}` | {{url}} | {{description}} |
{{/servers}}
| `.custom(URL)` | | any other place |
{{#otherServers}}

Some operations are served elsewhere, which their argument `server` says, a `{{name}}`:

| Server | URL | Description |
| --- | --- | --- |
{{#cases}}
| `.{{name}}` | {{url}} | {{description}} |
{{/cases}}
{{/otherServers}}

## APIs

All paths are relative to the server's URL.

| API | Method | Request | Description |
| --- | --- | --- | --- |
{{#apis}}
{{#methods}}
| [{{name}}](docs/{{name}}.md) | [{{method}}](docs/{{name}}.md#{{anchor}}) | {{request}} | {{summary}} |
{{/methods}}
{{/apis}}

## Models

{{#models}}
- [{{.}}](docs/{{.}}.md)
{{/models}}

"""#,
        "ServerSet": #"""
    /// {{documentation}}
    {{access}}enum {{name}}: Hashable, Sendable {
{{#cases}}
{{#documentation}}
        {{.}}
{{/documentation}}
{{#declaration}}
        {{.}}
{{/declaration}}
{{/cases}}
        /// Any other place; the paths of the API are appended to it.
        case custom(URL?)
{{#choices}}

        /// {{documentation}}
        {{access}}enum {{name}}: String, Hashable, Sendable {
{{#cases}}
            case {{.}}
{{/cases}}
        }
{{/choices}}

        /// The URL before the paths of the API.
        {{access}}var url: URL? {
            switch self {
{{#cases}}
{{#url}}
            {{.}}
{{/url}}
{{/cases}}
            case .custom(let url): url
            }
        }
    }

"""#,
        "Structure": #"""
{{access}}struct {{name}}: Codable, Hashable, Sendable{{#hasMembers}}, ObjectModel{{/hasMembers}} {
{{#properties}}
{{#documentation}}
    {{.}}
{{/documentation}}
    {{attribute}}{{access}}var {{name}}: {{type}}
{{/properties}}
{{#parts}}
    {{attribute}}{{access}}var {{name}}: {{type}}
{{/parts}}
{{#additional}}
    /// All other properties.
    {{access}}var {{name}}: {{type}}
{{/additional}}
{{#nested}}

    {{> Declaration}}
{{/nested}}
{{#hasMembers}}

{{/hasMembers}}
{{#initializer}}
    {{.}}
{{/initializer}}
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
{{#hasReads}}
        let object = try ObjectDecoder(decoder)
{{/hasReads}}
{{^hasReads}}
        _ = try ObjectDecoder(decoder)
{{/hasReads}}
{{#properties}}
{{#isRead}}
        {{readTarget}} = try object.{{reading}}({{key}})
{{/isRead}}
{{^isRead}}
        {{readTarget}} = nil
{{/isRead}}
{{/properties}}
{{#parts}}
        {{name}} = try {{type}}(from: decoder)
{{/parts}}
{{#additional}}
{{#reading}}
        {{.}}
{{/reading}}
{{/additional}}
    }

    {{access}}func listProperties(in object: inout ObjectProperties) {
{{#properties}}
        object.{{listing}}
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
        "Tuple": #"""
{{access}}struct {{name}}: Codable, Hashable, Sendable {
{{#elements}}
{{#documentation}}
    {{.}}
{{/documentation}}
    {{attribute}}{{access}}var {{name}}: {{type}}
{{/elements}}
{{#rest}}
    /// The elements behind those.
    {{access}}var rest: {{rest}}
{{/rest}}
{{#nested}}

    {{> Declaration}}
{{/nested}}

{{#initializer}}
    {{.}}
{{/initializer}}
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
        self.{{name}} = try tuple.{{reading}}()
{{/elements}}
{{#rest}}
        rest = try tuple.rest()
{{/rest}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        var tuple = TupleEncoder(encoder)
{{#elements}}
        try tuple.encode({{label}}self.{{name}})
{{/elements}}
{{#rest}}
        try tuple.encode(rest: rest)
{{/rest}}
    }
}

"""#,
        "Union": #"""
{{#isAmbiguous}}
///
/// A value that fits several of these is the first one.
{{/isAmbiguous}}
{{access}}enum {{name}}: Codable, Hashable, Sendable {
{{#cases}}
{{#documentation}}
    {{.}}
{{/documentation}}
    {{indirect}}case {{name}}({{type}})
{{/cases}}
    /// A value that is none of these.
    case unrecognized(JSONValue)
{{#nested}}

    {{> Declaration}}
{{/nested}}

    {{access}}init(from decoder: any Decoder) throws {
        let union = UnionDecoder(decoder)
{{#discriminator}}
        switch union.tag({{discriminator}}) {
{{#tagged}}
        case {{tag}}: self = .{{member}}(try union.decoded())
{{/tagged}}
{{#otherwise}}
        {{.}}
{{/otherwise}}
        }
{{/discriminator}}
{{^discriminator}}
{{#tests}}
        {{.}}
{{/tests}}
{{/discriminator}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        let union = UnionEncoder(encoder)
        switch self {
{{#cases}}
        case .{{member}}(let value): try union.encode(value{{tag}})
{{/cases}}
        case .unrecognized(let value): try union.encode(value)
        }
    }
}

"""#,
        "Wrapper": #"""
{{access}}struct {{name}}: Codable, Hashable, Sendable {
    /// The value itself.
    {{access}}var value: {{wrapper}}

    {{access}}init(_ value: {{wrapper}}) {
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
    ]
}
