/// The type of a value in a certain place.
struct TypeUse {
    let type: TypeReference
    /// Whether the value can also be null.
    var isNullable = false

    /// The type as the element of an array or a dictionary, where null needs an `Optional`.
    var element: TypeReference { isNullable ? .optional(type) : type }
}
