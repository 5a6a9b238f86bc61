package import MartletSource

/// A group of operations (Tag Object, 4.7.22).
package struct Tag: Sendable {
    package let name: SpecText
    package let description: SpecText?
}
