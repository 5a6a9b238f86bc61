package import MartletSource

/// The title, description and version of the API (OpenAPI 3.2.0, 4.2, Info Object).
package struct Info: Sendable {
    package let title: SpecText
    package let description: SpecText?
    package let version: SpecText
}
