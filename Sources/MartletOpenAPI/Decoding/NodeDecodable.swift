package import MartletSource

/// An OpenAPI object that can be read from the tree of a document.
package protocol NodeDecodable: Sendable {
    /// Reads the object, reporting what is wrong with it; `nil` comes back only when nothing of it can be kept.
    init?(_ node: Node, _ diagnostics: DiagnosticCollector)
}
