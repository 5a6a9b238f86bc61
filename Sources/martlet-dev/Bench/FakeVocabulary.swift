/// The words and schemas of made documents.
enum FakeVocabulary {
    static let adjectives = [
        "Access", "Audit", "Billing", "Canary", "Custom", "Daily", "Default", "Domain", "Edge", "Global", "Hosted",
        "Legacy",
        "Live", "Managed", "Metric", "Network", "Payment", "Public", "Regional", "Release", "Remote", "Service",
        "Shared",
        "Team",
    ]

    static let nouns = [
        "Account", "Alert", "Archive", "Backup", "Campaign", "Channel", "Cluster", "Contract", "Dashboard", "Endpoint",
        "Experiment", "Flag", "Invoice", "Monitor", "Pipeline", "Policy", "Project", "Record", "Report", "Rule",
        "Segment",
        "Session", "Template", "Workflow",
    ]

    static let sentences = [
        "It is set when the resource is created, and stays the same for as long as the resource lives.",
        "Members who may not see the project get the same answer as if there were none.",
        "To learn more, read [Conventions](https://docs.example.com/api/conventions) in the product documentation.",
        "Changes take effect within a minute, and appear in the audit log under the name of the member.",
        "Leave it out to keep what is there, or send an empty value to have it cleared.",
        "The value is unique within a project, and may hold letters, digits, dots and dashes.",
        "Administrators see everything, and other members only what their custom roles allow.",
        "The service computes it, so what a request says here is ignored without an error.",
        "Older clients don't send it, for which reason the service takes the default of the project instead.",
        "Results are ordered by the time of creation, the newest first, unless `sort` asks for something else.",
        "A deleted resource can be restored for thirty days, after which its data is gone for good.",
        "This is a _summary representation_, which holds only the attributes that matter most.",
        "Rate limits apply to each token, and the headers of the answer say how much is left.",
        "The field `expand` adds attributes that are costly to compute, such as counts and owners.",
        "Times are in the zone of the account, and given to the millisecond.",
        "If two members change it at once, the later request fails with a conflict and has to be repeated.",
        "It counts **all** environments of the project, also those which the member may not change.",
    ]

    /// Properties, used in order.
    static let properties: [(name: String, schema: [String])] = [
        ("key", ["type: string", "example: sort.order"]),
        ("name", ["type: string", "maxLength: 256", "example: \"Sort order, by date\""]),
        ("createdAt", ["type: string", "format: date-time", "example: \"2024-05-17T09:30:00Z\""]),
        ("version", ["type: integer", "format: int64", "minimum: 1", "example: 17"]),
        ("isEnabled", ["type: boolean"]),
        ("tags", ["type: array", "items:", "  type: string", "example: [ops, beta]"]),
        ("state", ["type: string", "enum:", "- active", "- paused", "- archived", "example: active"]),
        ("labels", ["type: object", "additionalProperties:", "  type: string"]),
        ("ratio", ["type: number", "format: double", "example: 0.25"]),
        ("externalId", ["type: string", "format: uuid", "example: 3f2504e0-4f89-41d3-9a0c-0305e82c3301"]),
        ("comment", ["type: string", "nullable: true"]),
        ("updatedAt", ["type: integer", "format: int64", "description: In milliseconds.", "example: 1715938200000"]),
        ("kind", ["type: string", "enum: [boolean, multivariate, percentage, none]"]),
        ("counts", ["type: array", "items:", "  type: integer", "  format: int32"]),
        ("priority", ["type: integer", "format: int32", "default: 0"]),
        ("_site", ["type: string", "description: Where people see it."]),
    ]

    /// Query parameters, by name.
    static let parameters: [String: [String]] = [
        "limit": ["type: integer", "format: int64", "default: 20"],
        "offset": ["type: integer", "format: int64"],
        "filter": ["type: string", "example: \"state:active\""],
        "sort": ["type: string", "enum: [name, -name, createdAt, -createdAt]"],
        "expand": ["type: array", "items:", "  type: string"],
        "from": ["type: string", "format: date-time"],
        "to": ["type: string", "format: date-time"],
        "force": ["type: boolean"],
        "comment": ["type: string"],
    ]

    /// The error responses of every operation.
    static let errors = [
        ("400", "Invalid request"), ("401", "Invalid access token"), ("403", "Forbidden"), ("404", "Not found"),
        ("429", "Rate limited"),
    ]
}
