/// The type of a value where it stands.
struct TypeUse {
    let type: TypeReference
    /// Whether null is a value as well.
    var isNullable = false

    /// The type of an element of an array or a map, where null has to have a place.
    var element: TypeReference { isNullable ? .optional(type) : type }
}
