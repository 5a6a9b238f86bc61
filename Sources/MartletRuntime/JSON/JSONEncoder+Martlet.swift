import Foundation

extension JSONEncoder {
    /// The encoder of all request values; equal values have equal bytes.
    package static var martlet: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        encoder.userInfo = RequestMark.userInfo
        encoder.dateEncodingStrategy = .custom { try DateTime($0).encode(to: $1) }
        return encoder
    }
}
