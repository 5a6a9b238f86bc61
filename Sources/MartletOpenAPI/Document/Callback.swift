import MartletSource

/// Requests that the API makes, by the runtime expression of their URL (Callback Object, 4.18).
package struct Callback: Sendable {
    package internal(set) var paths: [Named<PathItem>]
}
