package import MartletSource

/// One of several types, selected by the properties of the value.
package struct Union: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        package let type: TypeReference
        /// The discriminator values that select the case; empty without a discriminator.
        package let tags: [SpecText]
        /// Whether encoding has to add the discriminator, because the type has no property for it.
        package let needsTag: Bool
        package let description: SpecText?
        package internal(set) var isIndirect = false
    }

    /// A condition under which decoding as the type of a case is attempted.
    package struct Test: Sendable {
        package enum Kind: Sendable {
            /// An object with some keys and without others.
            case object(with: [SpecText], without: [SpecText])
            /// No condition: decoding decides.
            case value
        }

        package let name: Identifier
        package let kind: Kind
    }

    /// In document order.
    package internal(set) var cases: [Case]
    /// The name of the discriminator property.
    package let discriminator: SpecText?
    /// The case for objects without the discriminator, or with an unknown value of it.
    package internal(set) var defaultCase: Identifier?
    /// The conditions to test, in order, where no discriminator decides.
    package internal(set) var tests: [Test]
    /// Whether some values fit several types, so that the first one in order is used.
    package let isAmbiguous: Bool
    /// Whether a value must not appear in descriptions, because one of the types is secret.
    package let isSecret: Bool
    /// The keys that several types declare, all of which can apply to a value.
    package let sharedKeys: [SpecText]
    /// The name for the record of the decoded values of the shared keys.
    package let sharedName: Identifier
    package internal(set) var nested: [Declaration]
}
