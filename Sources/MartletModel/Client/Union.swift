package import MartletSource

/// One of several types, chosen by what a value looks like.
package struct Union: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        package let type: TypeReference
        /// Values of the discriminator that stand for the type; none without a discriminator.
        package let tags: [SpecText]
        /// Whether encoding has to add the discriminator, which the type itself has no property for.
        package let needsTag: Bool
        package let description: SpecText?
        package internal(set) var isIndirect = false
    }

    /// What has to hold of a value before it is tried as the type of a case.
    package struct Test: Sendable {
        package enum Kind: Sendable {
            /// An object with some keys and without others.
            case object(with: [SpecText], without: [SpecText])
            /// Anything that the type can be decoded from.
            case value
        }

        package let name: Identifier
        package let kind: Kind
    }

    /// In document order.
    package internal(set) var cases: [Case]
    /// The key whose value tells the types apart.
    package let discriminator: SpecText?
    /// The case for objects without the discriminator or with an unknown value of it.
    package internal(set) var defaultCase: Identifier?
    /// What is tried, in this order, where no discriminator decides.
    package internal(set) var tests: [Test]
    /// Whether some values fit several types, so that the first one in order is taken.
    package let isAmbiguous: Bool
    package internal(set) var nested: [Declaration]
}
