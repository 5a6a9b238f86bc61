package import MartletSource

/// A group of operations (OpenAPI 3.2.0, 4.22, Tag Object).
package struct Tag: Sendable {
    package let name: SpecText
    package let summary: SpecText?
    package let description: SpecText?
}
