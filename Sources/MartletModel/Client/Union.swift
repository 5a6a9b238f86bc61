package import MartletSource

/// One of several types, selected by the properties of the value.
package struct Union: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        package let type: TypeReference
        /// The discriminator values that select the case; empty without a discriminator.
        package let tags: [Literal]
        /// Whether encoding has to add the discriminator, because the type has no property for it.
        package let needsTag: Bool
        /// The only keys that the type's values have where several types can apply at once; `nil` for any.
        package let only: [SpecText]?
        package let description: SpecText?
        package internal(set) var isIndirect = false
    }

    /// An attempt to decode a value as the type of a case.
    package struct Test: Hashable, Sendable {
        /// What tells values of the type from those of other types, besides that they can be decoded.
        package struct Conditions: Hashable, Sendable {
            /// The keys that are present.
            package var required: [SpecText] = []
            /// The keys that are absent.
            package var excluded: [SpecText] = []
            /// The keys inside properties that are absent, each with the path to it, where `nil` stands for any key.
            package var excludedInside: [[SpecText?]] = []
            /// The keys that speak for another type.
            package var foreign: [SpecText] = []
            /// The keys inside properties that speak for another type, each with the path to it, where `nil` stands for any key.
            package var foreignInside: [[SpecText?]] = []
            /// The only value of the elements of an array or a map.
            package var constant: Literal?
        }

        package let name: Identifier
        package let conditions: Conditions
    }

    /// A literal in Swift that makes a value.
    package struct LiteralForm: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case string, integer, number, boolean, array
            /// An integer where the type is one for fractions too.
            case wholeNumber
        }

        package let kind: Kind
        /// The case for the value.
        package let name: Identifier
        /// The type that the compiler makes of the literal; for arrays, that of the elements.
        package let type: TypeReference
    }

    /// In document order.
    package internal(set) var cases: [Case]
    /// The values that the document lists beside other types, each a case of its own, in document order.
    package let values: [Enumeration.Case]
    /// The literals that make a value.
    package let literals: [LiteralForm]
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
    /// The name of the property that stores the decoded object, if several parts may have the same keys.
    package let sharedName: Identifier?
    package internal(set) var nested: [Declaration]
}
