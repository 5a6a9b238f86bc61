package import MartletOpenAPI
package import MartletSource

/// A body in one form.
package struct Content: Sendable {
    package enum Form: String, CaseIterable, Sendable {
        case json
        /// `application/x-www-form-urlencoded`
        case form
        case multipart
        /// JSON texts one after the other: JSON Lines or JSON sequences.
        case sequence
        /// Server-sent events.
        case events
        case text
        case bytes
    }

    package let form: Form
    /// As the document writes them; at least one.
    package let contentTypes: [SpecText]
    /// The type of the value; of one element for a sequence, and of the data for events.
    package let type: TypeReference
    /// How properties of a form travel that do so in another way than usual.
    package let encoding: [PartEncoding]

    /// The type of the value that is handed over.
    package var argumentType: TypeReference { form == .sequence ? .array(type) : type }

    /// How a property of a form travels (Encoding Object, 4.15).
    package struct PartEncoding: Sendable {
        package enum Writing: Sendable {
            case style(Parameter.Style, explode: Bool, allowReserved: Bool)
            /// As content, of that type if one is stated.
            case content(SpecText?)
        }

        package let property: SpecText
        package let writing: Writing
        /// Headers of the part that have one value.
        package let headers: [(name: SpecText, value: SpecText)]
    }
}

/// An enum with a case for each of several contents.
package struct ContentChoice: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        /// `nil` for no body.
        package let content: Content?
        /// The status that stands for the case, in a response.
        package let status: StatusPattern?
        package let description: SpecText?
    }

    package let name: TypeName
    package let cases: [Case]

    package init(name: TypeName, cases: [Case]) {
        self.name = name
        self.cases = cases
    }
}

/// What a successful call gives.
package struct Result: Sendable {
    package enum Kind: Sendable {
        case none
        case content(Content)
        /// Content, or none.
        case optional(Content)
        /// By status, one of several.
        case choice(ContentChoice)
    }

    /// The statuses that the document lists; `nil` when any 2xx will do.
    package let statuses: [Int]?
    package let kind: Kind
    package let description: SpecText

    /// The media types that the answer may have.
    package var contentTypes: [SpecText] {
        switch kind {
        case .none: []
        case .content(let content), .optional(let content): content.contentTypes
        case .choice(let choice):
            choice.cases.reduce(into: []) { types, member in
                types += (member.content?.contentTypes ?? []).filter { !types.contains($0) }
            }
        }
    }
}
