import MartletModel
import MartletOpenAPI
package import MartletSource
import MartletTemplates

extension Generator {
    /// Explains a Swift name, or finds the Swift name of a part of the document.
    ///
    /// - Parameter name: A Swift name such as `Token.role` or its end, or a JSON pointer (RFC 6901) into the document.
    /// - Returns: None if there is no such name, or the document has an error, which is reported.
    package static func explanations(
        of name: String,
        in input: Input,
        diagnostics: DiagnosticCollector
    ) -> [Explanation] {
        let overlays = input.configuration.overlaySources
        guard let document = document(input.source, overlays: overlays, files: input.files, diagnostics: diagnostics)
        else { return [] }
        let options = input.configuration.clientOptions
        let shared = sharedModels(of: input.configuration, diagnostics)
        let client = ClientLowering(document, options, diagnostics, shared: shared).client()
        let all = ClientExplanations(client, document, options, shared?.module).all
        if name.hasPrefix("/") || name.hasPrefix("#") {
            return explanations(at: name, in: document.root, all, diagnostics)
        }
        // Labels of a method may be given, and the suffix of its variant.
        var plain = String(name.replacing("init(", with: "init.").prefix { !"(:".contains($0) }.filter { $0 != "`" })
        for suffix in LocalNames.api.methodSuffixes where plain.hasSuffix(suffix) { plain.removeLast(suffix.count) }
        var found = explanations(all, of: plain)
        if found.isEmpty {
            found = explanations(all, of: written(plain, input.configuration.module.text, client))
        }
        if found.isEmpty {
            found = renames(input).filter { $0.plainOld == plain || $0.plainOld.hasSuffix(".\(plain)") }.flatMap {
                line in
                explanations(all, of: line.plainNew).map { $0.adding("the new name of \(line.plainOld)") }
            }
        }
        if found.isEmpty { diagnostics.report(.error(.unknownSwiftName(plain, among: all.map(\.name)), at: nil)) }
        return found
    }

    /// The explanations of a name, or else of those that end with it.
    private static func explanations(_ all: [Explanation], of name: String) -> [Explanation] {
        let exact = all.filter { $0.name == name }
        return exact.isEmpty ? all.filter { $0.name.hasSuffix(".\(name)") } : exact
    }

    /// The name that is meant by one as code has it, such as `BooksApi.getBook` by `client.books.getBook`.
    private static func written(_ name: String, _ module: String, _ client: Client) -> String {
        var parts = name.split(separator: ".").map { String($0) }
        if parts.first == module { parts.removeFirst() }
        for (index, part) in parts.prefix(2).enumerated() {
            guard let api = client.apis.first(where: { $0.accessor?.text == part }) else { continue }
            return ([client.owner(of: api).text] + parts[(index + 1)...]).joined(separator: ".")
        }
        return parts.joined(separator: ".")
    }

    /// The explanations of a pointer's target, or of the nearest named part that contains it.
    private static func explanations(
        at pointer: String,
        in root: Node?,
        _ all: [Explanation],
        _ diagnostics: DiagnosticCollector
    ) -> [Explanation] {
        guard let root, let path = places(at: pointer, in: root, diagnostics) else { return [] }
        // What refers to something stands for it, unless it has a name of its own.
        var (node, places) = path
        var visited: Set<SpecText> = []
        while let last = places.last {
            let found = all.filter { $0.isAt(last) }
            if !found.isEmpty { return found }
            guard let target = node["$ref"]?.text, target.hasPrefix("#"), visited.insert(target).inserted,
                let next = self.places(at: target.raw(for: .grammar), in: root, DiagnosticCollector())
            else { break }
            (node, places) = next
        }
        for place in path.places.dropLast().reversed() {
            let found = all.filter { $0.isAt(place) }
            if found.isEmpty { continue }
            diagnostics.report(.note(.nearestName, at: place[0]))
            return found
        }
        diagnostics.report(.error(.noSwiftName, at: path.node.location))
        return []
    }

    /// The node that a pointer leads to, and the places on the way to it; `nil` if there is none, which is reported.
    private static func places(
        at pointer: String,
        in root: Node,
        _ diagnostics: DiagnosticCollector
    ) -> (node: Node, places: [[Location]])? {
        var node = root
        var places: [[Location]] = []
        let text = pointer.hasPrefix("#") ? pointer.dropFirst() : pointer[...]
        for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let token = SpecText(String(part.replacing("~1", with: "/").replacing("~0", with: "~")))
            if let entry = node.entries.first(where: { $0.keyText == token }) {
                places.append([entry.key.location, entry.value.location])
                node = entry.value
            } else if let index = Int(token), node.elements.indices.contains(index) {
                node = node.elements[index]
                places.append([node.location])
            } else {
                let keys = node.entries.map(\.keyText)
                diagnostics.report(.error(.unknownPointer(token, among: keys), at: node.location))
                return nil
            }
        }
        return (node, places)
    }
}

extension Diagnostic.Message {
    package static func unknownSwiftName(_ name: String, among names: [String]) -> Self {
        Self(ofRun: "the client has no name \(quoted: name)", hint: NearMiss.hint(for: name, among: names))
    }

    package static func unknownPointer(_ token: SpecText, among keys: [SpecText]) -> Self {
        Self(ofRun: "the document has nothing named \(token) here", hint: NearMiss.hint(for: token, among: keys))
    }

    package static let nearestName = Self(
        ofRun: "the value at this pointer has no Swift name; this is the nearest enclosing one that has")
    package static let noSwiftName = Self(ofRun: "nothing here has a Swift name")
}
