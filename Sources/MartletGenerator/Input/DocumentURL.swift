import MartletSource

/// Recognizes URLs of documents, which martlet never fetches.
enum DocumentURL {
    /// Whether a path is meant as a URL.
    static func isURL(_ path: String) -> Bool { ["https://", "http://"].contains { path.lowercased().hasPrefix($0) } }
}

extension Diagnostic.Message {
    static func remoteDocument(_ url: String) -> Self {
        Self(
            ofRun: "\(quoted: url) is a URL, and martlet never fetches documents",
            hint: "save the document and name the file, for example with curl -o openapi.yaml")
    }
}
