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

{{#documentation}}
    {{.}}
{{/documentation}}
{{#attribute}}
    {{attribute}}
{{/attribute}}
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
{{#attribute}}
    {{attribute}}
{{/attribute}}
{{#detailedSignature}}
    {{.}}
{{/detailedSignature}}
{{#request}}
        {{.}}
{{/request}}
{{#statements}}
        {{.}}
{{/statements}}
        return try await client.send(request, options: options)
    }
{{/methods}}
}

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

@_exported public import struct Foundation.URL
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
    {{access}}var {{accessor}}: {{name}} { {{name}}(apiClient) }
{{/apis}}

    /// Where the API is served.
    {{access}}enum Server: Hashable, Sendable {
{{#servers}}
{{#documentation}}
        {{.}}
{{/documentation}}
        case {{name}}
{{/servers}}
        /// Any other place; the paths of the API are appended to it.
        case custom(URL)

        /// The URL before the paths of the API.
        {{access}}var url: URL? {
            switch self {
{{#servers}}
            case .{{member}}: URL(string: {{url}})
{{/servers}}
            case .custom(let url): url
            }
        }
    }

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
        configuration.credentials[SecurityScheme.{{name}}.name] = Credential({{name}})
{{/credentials}}
        configure(&configuration)
        self.init(configuration: configuration)
    }

    /// A client with settings of your own.
    {{access}}init(configuration: Configuration) {
        apiClient = ApiClient(configuration: configuration)
    }
}
{{#hasCredentials}}

extension SecurityScheme {
{{#credentials}}
    static let {{name}} = SecurityScheme.apiKey({{scheme}}, header: {{header}})
{{/credentials}}
}
{{/hasCredentials}}

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
{{#alias}}
{{access}}typealias {{name}} = {{alias}}
{{/alias}}

"""#,
        "Enumeration": #"""
{{access}}enum {{name}}: OpenEnum {
{{#cases}}
    case {{name}}
{{/cases}}
    /// A value that the API's description doesn't list.
    case unrecognized(String)

    {{access}}init(rawValue: String) {
        switch rawValue {
{{#cases}}
        case {{value}}: self = .{{member}}
{{/cases}}
        default: self = .unrecognized(rawValue)
        }
    }

    {{access}}var rawValue: String {
        switch self {
{{#cases}}
        case .{{member}}: {{value}}
{{/cases}}
        case .unrecognized(let value): value
        }
    }
}

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
{{#isStructure}}

## Properties

| Name | Type | Description | Key in JSON | Notes |
| --- | --- | --- | --- | --- |
{{#properties}}
| `{{name}}` | {{type}} | {{description}} | {{key}} | {{notes}} |
{{/properties}}
{{/isStructure}}
{{#hasValues}}

Values:

{{#values}}
- {{.}}
{{/values}}
- `.unrecognized(String)`: any other value, kept as it came
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
{{/declarations}}

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

Sent in the header {{header}}. A prefix, if the server wants one, is a setting:
`configuration.credentials[{{scheme}}]?.prefix = "Bearer"`.

{{/credentials}}
## Servers

| Server | URL | Description |
| --- | --- | --- |
{{#servers}}
| `.{{name}}` | {{url}} | {{description}} |
{{/servers}}
| `.custom(URL)` | | any other place |

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
        "Structure": #"""
{{access}}struct {{name}}: Codable, Hashable, Sendable {
{{#properties}}
{{#documentation}}
    {{.}}
{{/documentation}}
    {{attribute}}{{access}}var {{name}}: {{type}}
{{/properties}}
{{#nested}}

    {{> Declaration}}
{{/nested}}
{{#hasProperties}}

{{/hasProperties}}
{{#initializer}}
    {{.}}
{{/initializer}}
{{#properties}}
        self.{{name}} = {{name}}
{{/properties}}
    }
{{#hasProperties}}

    {{access}}init(from decoder: any Decoder) throws {
        let object = try ObjectDecoder(decoder)
{{#properties}}
        {{name}} = try object.{{reading}}({{key}})
{{/properties}}
    }

    {{access}}func encode(to encoder: any Encoder) throws {
        var object = ObjectEncoder(encoder)
{{#properties}}
        try object.encode({{key}}, {{name}})
{{/properties}}
    }
{{/hasProperties}}
}

"""#,
    ]
}
