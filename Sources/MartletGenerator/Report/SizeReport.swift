package import MartletModel
import MartletSource

/// How much code the parts of a client are.
package struct SizeReport {
    private let apis: [(name: SpecText, operations: Int, types: Int, lines: Int, ownLines: Int)]
    private let models: [(name: String, lines: Int)]

    /// - Parameter files: The files of the client, one for each type.
    package init(_ client: Client, _ files: [GeneratedFile]) {
        let lines = Dictionary(
            files.filter { $0.path.hasSuffix(".swift") }.map { file in
                let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
                return (String(name), file.contents.count { $0 == UInt8(ascii: "\n") })
            },
            uniquingKeysWith: +
        )
        let needs = client.apis.map { client.declarations.types(neededBy: $0.methods.flatMap(\.references)) }
        var users: [Identifier: Int] = [:]
        for need in needs { for type in need { users[type, default: 0] += 1 } }
        apis = zip(client.apis, needs).map { api, need in
            let own = lines[api.name.text] ?? 0
            let size = { (types: Set<Identifier>) in types.reduce(own) { $0 + (lines[$1.text] ?? 0) } }
            return (
                api.title, api.methods.count { $0.variantOf == nil }, need.count, size(need),
                size(need.filter { users[$0] == 1 })
            )
        }
        models = client.declarations.map { ($0.name.last.text, lines[$0.name.last.text] ?? 0) }
    }

    /// A table for a terminal: the largest first.
    package var text: String {
        var text = "operations   types   lines     only here  tag\n"
        for api in apis.sorted(by: { ($1.lines, $0.name) < ($0.lines, $1.name) }) {
            let cells = [(api.operations, 10), (api.types, 8), (api.lines, 8), (api.ownLines, 14)]
            text +=
                cells.map { Self.cell($0, width: $1) }.joined()
                + "  \(Diagnostic.Message("\(unquoted: api.name)").text)\n"
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
