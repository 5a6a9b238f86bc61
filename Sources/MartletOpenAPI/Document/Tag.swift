package import MartletSource

/// A group of operations (Tag Object, 4.22).
package struct Tag: Sendable {
    package let name: SpecText
    package let summary: SpecText?
    package let description: SpecText?
}
