package import MartletSource

/// In tests a literal may be a message about no rule.
extension Diagnostic.Message: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init(ofRun: Diagnostic.Text(stringLiteral: value)) }
}
