import MartletModel
package import MartletOpenAPI
package import MartletSource

/// The setting `shared`: models that another client declares.
package struct SharedSetting: Sendable {
    /// The path of the other client's configuration, relative to this one.
    let path: String
    /// The schemas that are shared; what these need comes along.
    let patterns: [Selection.Pattern]
    /// The other client, once its files have been read.
    package var owner: Owner?

    /// A client that declares models for another one.
    package final class Owner: Sendable {
        package let source: SourceFile
        package let configuration: Configuration
        /// The files that its document can refer to.
        package let files: any SourceFiles & Sendable

        package init(_ source: SourceFile, _ configuration: Configuration, _ files: any SourceFiles & Sendable) {
            self.source = source
            self.configuration = configuration
            self.files = files
        }
    }
}
