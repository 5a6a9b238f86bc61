package import MartletModel
import MartletSource

/// How much code the parts of a client are.
package struct SizeReport {
    /// What is needed for a tag.
    struct Api {
        let title: String
        let operations: Int
        let types: Int
        let lines: Int
        /// The lines that nothing else needs.
        let ownLines: Int
    }

    /// A part of the client's lines. Every line is in one part.
    struct Part {
        let title: String
        let files: [File]

        var lines: Int { files.reduce(0) { $0 + $1.lines } }
    }

    /// The file of a type.
    struct File {
        let name: String
        let lines: Int
    }

    let client: String
    let apis: [Api]
    let models: [File]
    /// The files of each tag with the types that it alone needs, then those of all others.
    let parts: [Part]

    /// - Parameters:
    ///   - namespace: The enum around all types, with which the names of files begin.
    ///   - files: The files of the client, one for each type.
    package init(_ client: Client, in namespace: Identifier?, _ files: [GeneratedFile]) {
        let prefix = namespace.map { "\($0.text)+" } ?? ""
        let lines = Dictionary(
            files.filter { $0.path.hasSuffix(".swift") }.map { file in
                let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
                return (
                    String(name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name),
                    file.contents.count { $0 == UInt8(ascii: "\n") }
                )
            },
            uniquingKeysWith: +
        )
        let file = { (name: Identifier) in File(name: name.text, lines: lines[name.text] ?? 0) }
        let needs = client.apis.map { client.declarations.types(neededBy: $0.methods.flatMap(\.references)) }
        var users: [Identifier: Int] = [:]
        for need in needs { for type in need { users[type, default: 0] += 1 } }
        var apis: [Api] = []
        var parts: [Part] = []
        for (api, need) in zip(client.apis, needs) {
            let own = Part(
                title: api.title.raw(for: .lines),
                files: [file(api.name)] + need.filter { users[$0] == 1 }.map(file)
            )
            let shared = need.filter { users[$0] != 1 }.map(file)
            apis.append(
                Api(
                    title: own.title,
                    operations: api.methods.count { $0.variantOf == nil },
                    types: need.count,
                    lines: own.lines + shared.reduce(0) { $0 + $1.lines },
                    ownLines: own.lines
                )
            )
            parts.append(own)
        }
        let types = client.declarations.map(\.name.last)
        parts.append(Part(title: "types of several tags", files: types.filter { users[$0, default: 0] > 1 }.map(file)))
        parts.append(Part(title: "other types", files: types.filter { users[$0] == nil }.map(file)))
        self.client = client.name.text
        self.apis = apis
        self.parts = parts
        models = types.map(file)
    }

    /// A table for a terminal: the largest first.
    package var text: String {
        var text = "operations   types   lines     only here  tag\n"
        for api in apis.sorted(by: { ($1.lines, $0.title) < ($0.lines, $1.title) }) {
            let cells = [(api.operations, 10), (api.types, 8), (api.lines, 8), (api.ownLines, 14)]
            text +=
                cells.map { Self.cell($0, width: $1) }.joined()
                + "  \(Diagnostic.Text("\(unquoted: SpecText(api.title))").text)\n"
        }
        text += "\n   lines  type\n"
        for model in models.sorted(by: { ($1.lines, $0.name) < ($0.lines, $1.name) }).prefix(10) {
            text += Self.cell(model.lines, width: 8) + "  \(model.name)\n"
        }
        return text
    }

    private static func cell(_ number: Int, width: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, width - digits.count)) + digits
    }
}
