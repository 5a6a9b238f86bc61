package import MartletSource

/// A base URL of the API (Server Object, 4.7.5).
package struct Server: Sendable {
    package let url: SpecText
    package let description: SpecText?
    package let location: Location
}
