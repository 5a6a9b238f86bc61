import MartletSource

/// Requests that the API sends, with the runtime expressions of their URLs (OpenAPI 3.2.0, 4.18, Callback Object).
package struct Callback: Sendable {
    package internal(set) var paths: [Named<PathItem>]
}
