import MartletRuntime
import MartletSupport

// A small version of generated code.

enum Role: ApiModel.OpenEnum {
    case reader, writer
    case unrecognized(String)

    static let knownCases: ApiModel.KnownCases<Self> = [.reader, .writer]

    var rawValue: String {
        switch self {
        case .reader: "reader"
        case .writer: "writer"
        case .unrecognized(let value): value
        }
    }
}

enum Level: ApiModel.OpenEnum {
    case low
    case unrecognized(Int)

    static let knownCases: ApiModel.KnownCases<Self> = [.low]

    var rawValue: Int {
        switch self {
        case .low: 1
        case .unrecognized(let value): value
        }
    }
}

struct Token: Codable, Hashable, Sendable, ApiModel.Object {
    var id: String
    var created: Int64?
    var role: Role?
    var tags: [String]?
    var links: [String: Token]?
    var value: JSONValue?

    init(
        id: String,
        created: Int64? = nil,
        role: Role? = nil,
        tags: [String]? = nil,
        links: [String: Token]? = nil,
        value: JSONValue? = nil
    ) {
        self.id = id
        self.created = created
        self.role = role
        self.tags = tags
        self.links = links
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        let object = try ObjectDecoder(decoder)
        id = try object.required("_id")
        created = try object.optional("created")
        role = try object.optional("role")
        tags = try object.optional("tags")
        links = try object.optional("_links")
        value = try object.nullable("value")
    }

    func listProperties(beside other: Self, in object: inout ApiModel.Properties) throws {
        try object.add("_id", id, other.id)
        try object.add("created", created, other.created)
        try object.add("role", role, other.role)
        try object.add("tags", tags, other.tags)
        try object.add("_links", links, other.links)
        try object.add("value", value, other.value)
    }
}

struct Tokens: Codable, Hashable, Sendable, ApiModel.Object {
    var items: [Token]

    init(from decoder: any Decoder) throws {
        let object = try ObjectDecoder(decoder)
        items = try object.required("items")
    }

    func listProperties(beside other: Self, in object: inout ApiModel.Properties) throws {
        try object.add("items", items, other.items)
    }
}
