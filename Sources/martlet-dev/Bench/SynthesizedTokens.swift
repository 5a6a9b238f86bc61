/// The models of tokens as one would write them by hand, with synthesized conformances.
///
/// They have the same properties as the models of LaunchDarklyAPI.
enum Synthesized {
    /// A page of tokens.
    struct Tokens: Codable, Hashable, Sendable {
        var items: [Token]?
        var links: [String: Link]?
        var totalCount: Int64?

        enum CodingKeys: String, CodingKey {
            case items
            case links = "_links"
            case totalCount
        }
    }

    /// A token.
    struct Token: Codable, Hashable, Sendable {
        var id: String
        var ownerId: String
        var memberId: String
        var member: MemberSummary?
        var name: String?
        var description: String?
        var creationDate: Int64
        var lastModified: Int64
        var customRoleIds: [String]?
        var inlineRole: [Statement]?
        var role: String?
        var token: String?
        var serviceToken: Bool?
        var links: [String: Link]
        var defaultApiVersion: Int64?
        var lastUsed: Int64?

        enum CodingKeys: String, CodingKey {
            case id = "_id"
            case ownerId, memberId
            case member = "_member"
            case name, description, creationDate, lastModified, customRoleIds, inlineRole, role, token, serviceToken
            case links = "_links"
            case defaultApiVersion, lastUsed
        }
    }

    /// The owner of a token.
    struct MemberSummary: Codable, Hashable, Sendable {
        var links: [String: Link]
        var id: String
        var firstName: String?
        var lastName: String?
        var role: String
        var email: String

        enum CodingKeys: String, CodingKey {
            case links = "_links"
            case id = "_id"
            case firstName, lastName, role, email
        }
    }

    /// A permission of a token.
    struct Statement: Codable, Hashable, Sendable {
        var resources: [String]?
        var notResources: [String]?
        var actions: [String]?
        var notActions: [String]?
        var effect: Effect
    }

    /// Whether a statement allows or denies.
    enum Effect: String, Codable, Sendable {
        case allow, deny
    }

    /// A link.
    struct Link: Codable, Hashable, Sendable {
        var href: String?
        var type: String?
    }
}

extension Synthesized.Tokens {
    /// A page as the service sends it: personal tokens with an owner, and service tokens with a policy.
    init(count: Int) {
        let links = ["self": Synthesized.Link(href: "/api/v2/tokens?limit=\(count)&offset=0", type: "application/json")]
        self.init(items: (0..<count).map(Synthesized.Token.init(number:)), links: links, totalCount: Int64(count))
    }
}

extension Synthesized.Token {
    fileprivate init(number: Int) {
        let isService = number.isMultiple(of: 3)
        let id = "61095542756dba551110\(1000 + number)"
        let path = "/api/v2/members/569f183514f4432160000007"
        let member = Synthesized.MemberSummary(
            links: ["self": Synthesized.Link(href: path, type: "application/json")],
            id: "569f183514f4432160000007",
            firstName: "Ariel",
            lastName: "Flores",
            role: "admin",
            email: "ariel@example.com"
        )
        let statement = Synthesized.Statement(
            resources: ["proj/*:env/*:flag/*"],
            actions: ["updateOn", "updateRules"],
            effect: .allow
        )
        self.init(
            id: id,
            ownerId: "569f183514f4432160000007",
            memberId: "569f183514f4432160000007",
            member: isService ? nil : member,
            name: "Deployment of team \(number)",
            description: "Turns flags of the \"checkout\" project on and off",
            creationDate: 1_628_001_602_644 + Int64(number),
            lastModified: 1_628_001_602_644 + Int64(number),
            inlineRole: isService ? [statement] : nil,
            role: isService ? nil : "writer",
            token: "1234",
            serviceToken: isService,
            links: [
                "parent": Synthesized.Link(href: "/api/v2/tokens", type: "application/json"),
                "self": Synthesized.Link(href: "/api/v2/tokens/\(id)", type: "application/json"),
            ],
            defaultApiVersion: 20_240_415,
            lastUsed: 1_628_001_602_644 + Int64(number)
        )
    }
}
