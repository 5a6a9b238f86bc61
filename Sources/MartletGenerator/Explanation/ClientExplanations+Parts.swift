import MartletModel
import MartletOpenAPI
import MartletSource

/// The names of a client that are neither in an operation nor in a type of a schema.
extension ClientExplanations {
    /// - Parameter client: The type that the sets of servers are nested in.
    mutating func add(_ sets: [ServerSet], of client: String, _ document: ResolvedDocument) {
        let servers = document.servers + document.operations.flatMap(\.servers)
        for (index, set) in sets.enumerated() {
            let type = "\(client).\(set.name.text)"
            let own = set.cases.first.flatMap { first in servers.first { $0.url == first.text } }
            add(
                type, own?.location,
                [index == 0 ? "the servers" : "the servers of some operations, of which this is the first"])
            var known: Set<String> = []
            for server in set.cases {
                let places = servers.filter { $0.url == server.text }
                let name = "\(type).\(server.name.text)"
                add(
                    name,
                    places.first?.location,
                    [
                        "the server \(server.text)",
                        server.isRelative ? "relative: it needs a base URL" : nil,
                        "settings: names.servers, by the URL",
                    ],
                    others: places.dropFirst().map(\.location)
                )
                for variable in server.variables {
                    let declared = places.first?.variables.first { Identifier.member(Words($0.name)) == variable.label }
                    add(
                        "\(name).\(variable.label.text)",
                        declared?.location ?? places.first?.location,
                        [
                            declared.map { "the variable \($0.name) of the URL" } ?? "a variable of the URL",
                            "type: \(variable.type?.name.text ?? "String")",
                            "default: \(variable.defaultValue)",
                        ]
                    )
                    guard let choice = variable.type, known.insert(choice.name.text).inserted else { continue }
                    add("\(type).\(choice.name.text)", declared?.location, ["the values of a variable of the URL"])
                    for member in choice.cases {
                        add(
                            "\(type).\(choice.name.text).\(member.name.text)",
                            declared?.location,
                            ["the value \(member.value)"])
                    }
                }
            }
        }
    }

    mutating func add(_ credential: Credential, of client: String, _ document: ResolvedDocument) {
        let scheme = document.securitySchemes.first { $0.name == credential.scheme }
        let others = [scheme?.value.location].compactMap(\.self)
        let described: Diagnostic.Text = "the security scheme \(credential.scheme)"
        add("Credential.Scheme.\(credential.name.text)", scheme?.location, [described], others: others)
        guard credential.isArgument else { return }
        add(
            "\(client).init.\(credential.name.text)",
            scheme?.location,
            [
                described,
                "an argument of the client's initializer",
                credential.isRequired ? "required: some operation needs it, and there is no other" : "optional",
            ],
            others: others
        )
    }

    mutating func add(_ header: ResponseHeaders.Property, of type: String) {
        add(
            "\(type).\(header.name.text)",
            header.locations.first,
            [
                "the header \(header.header) of a response",
                "type: \(header.type.code())?",
                header.isSecret ? "secret: never in descriptions and logs" : nil,
                header.isDeprecated ? "deprecated" : nil,
                "settings: names.headers, by the name",
            ],
            others: Array(header.locations.dropFirst())
        )
    }

    mutating func add(_ webhooks: Webhooks) {
        let type = webhooks.name.text
        add(type, webhooks.events.first?.location, ["the webhooks and callbacks, of which this is the first"])
        for event in webhooks.events {
            add(
                "\(type).\(event.name.text)",
                event.location,
                [
                    event.method.map { "the callback \(event.title) of \($0.text)" } ?? "the webhook \(event.title)",
                    "type: \(event.type.code())",
                    event.isDeprecated ? "deprecated" : nil,
                    setting("names.webhooks", at: event.location),
                ]
            )
        }
    }
}
