package import MartletSource

/// What a Swift name of a client stands for in the document.
package struct Explanation: Sendable {
    /// The name, such as `Token.role`; of a method, such as `AccessTokensApi.getToken`, without its labels.
    package let name: String
    /// What it is in the document, its type, and the settings that change it.
    package let facts: [Diagnostic.Text]
    package let location: Location?
    /// The other places in the document that have the name.
    var otherLocations: [Location] = []

    /// Whether the name is that of something at one of several places.
    func isAt(_ places: [Location]) -> Bool {
        ([location].compactMap(\.self) + otherLocations).contains(where: places.contains)
    }

    /// The same with a further fact before the others.
    func adding(_ fact: Diagnostic.Text) -> Explanation {
        Explanation(name: name, facts: [fact] + facts, location: location, otherLocations: otherLocations)
    }

    /// Lines for a terminal.
    package var text: String {
        let place = location.map { Diagnostic.Text("\($0): ").text } ?? ""
        return "\(place)\(name)\n" + facts.map { "  \($0.text)\n" }.joined()
    }
}
