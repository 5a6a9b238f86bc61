/// A value that names are looked up in.
struct TemplateScope {
    let value: TemplateValue
    /// The marks of all keys that the value may have; see `TemplateObject`. They stand beside the value because most scopes
    /// lack a key, and to look at a value takes longer.
    let marks: UInt64
    /// The object that the value is, so that it need not be taken out of the value for each lookup.
    let object: TemplateObject?

    init(_ value: TemplateValue) {
        self.value = value
        switch value {
        case .object(let object):
            marks = object.marks
            self.object = object
        case .choice:
            marks = .max
            object = nil
        case .null, .bool, .string, .text, .list:
            marks = 0
            object = nil
        }
    }
}
