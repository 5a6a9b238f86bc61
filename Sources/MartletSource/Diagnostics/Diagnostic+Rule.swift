extension Diagnostic {
    /// What a diagnostic of a document or a configuration is about. The article *Rules* says of each why it matters and what
    /// to do.
    package enum Rule: String, CaseIterable, Sendable {
        case ambiguousUnion = "ambiguous-union"
        case brokenReference = "broken-reference"
        case circularSchema = "circular-schema"
        case configuration
        case contradiction
        case deepObject = "deep-object"
        case defaultValue = "default-value"
        case discriminator
        case duplicateId = "duplicate-id"
        case duplicateKey = "duplicate-key"
        case duplicateParameter = "duplicate-parameter"
        case duplicatePath = "duplicate-path"
        case dynamicReference = "dynamic-reference"
        case emptySchema = "empty-schema"
        case enumValue = "enum-value"
        case example
        case headerName = "header-name"
        case ignoredHeader = "ignored-header"
        case ignoredPart = "ignored-part"
        case insecureServer = "insecure-server"
        case leftOut = "left-out"
        case limit
        case mediaType = "media-type"
        case misspelledField = "misspelled-field"
        case missingField = "missing-field"
        case nameClash = "name-clash"
        case needlessSetting = "needless-setting"
        case null
        case overlay
        case pathParameter = "path-parameter"
        case pathTemplate = "path-template"
        case referenceSibling = "reference-sibling"
        case required
        case security
        case server
        case syntax
        case template
        case unknownField = "unknown-field"
        case unknownFormat = "unknown-format"
        case unsupported
        case unusualReference = "unusual-reference"
        case version
        case wrongValue = "wrong-value"
    }

    /// The severity that the user sets for a rule.
    package enum RuleSetting: String, CaseIterable, Sendable {
        case off, warning, error
    }
}
