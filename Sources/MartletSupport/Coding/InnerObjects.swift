/// The properties of an object, or of each object in an array, to look for names in them.
struct InnerObjects: Decodable {
    let objects: [ObjectDecoder]

    init(from decoder: any Decoder) {
        if let object = try? ObjectDecoder(decoder) {
            objects = [object]
        } else {
            objects = (try? [Self](from: decoder))?.flatMap(\.objects) ?? []
        }
    }
}
