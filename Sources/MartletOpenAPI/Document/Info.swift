package import MartletSource

/// What the API is called and about (Info Object, 4.2).
package struct Info: Sendable {
    package let title: SpecText
    package let description: SpecText?
    package let version: SpecText
}
