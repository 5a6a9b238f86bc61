package import MartletSource

/// A difference between two clients from the user's point of view.
package struct Change: Sendable {
    /// What a change means, the mildest first.
    package enum Impact: Int, CaseIterable, Comparable, Sendable {
        /// Only texts differ.
        case documentation
        case compatible
        /// Some uses may break.
        case risky
        case breaking

        package static func < (left: Impact, right: Impact) -> Bool { left.rawValue < right.rawValue }
    }

    /// What a change means for one kind of use, and why.
    package struct Effect: Sendable {
        package let impact: Impact
        package let reason: Diagnostic.Text

        init(_ impact: Impact, _ reason: Diagnostic.Text) {
            self.impact = impact
            self.reason = reason
        }
    }

    /// The Swift name of what changed, such as `Token.role` or `AccessTokensApi.getToken(id:)`.
    package let subject: String
    package let text: Diagnostic.Text
    /// The effect on Swift code that is compiled against the new client; `nil` when there is none.
    package let source: Effect?
    /// The effect on clients of the old document that run against a server of the new one; `nil` when there is none.
    package let wire: Effect?
    package let old: Location?
    package let new: Location?

    package init(
        _ subject: String,
        _ text: Diagnostic.Text,
        source: Effect? = nil,
        wire: Effect? = nil,
        old: Location? = nil,
        new: Location? = nil
    ) {
        self.subject = subject
        self.text = text
        self.source = source
        self.wire = wire
        self.old = old
        self.new = new
    }

    /// The same change where the old document is not at hand.
    var withoutOldPlace: Change { Change(subject, text, source: source, wire: wire, new: new) }

    /// The same change where the new document is not at hand.
    var withoutNewPlace: Change { Change(subject, text, source: source, wire: wire, old: old) }

    /// The worse of both effects; a change without an effect is one of documentation.
    package var impact: Impact { max(source?.impact ?? .documentation, wire?.impact ?? .documentation) }
}
