package import MartletSource

/// The key of a response: a status code, a range of them, or all that no other key names (4.7.16.1).
package enum StatusPattern: Hashable, Sendable {
    /// 100 to 599.
    case code(Int)
    /// `2XX` is 2.
    case range(Int)
    case `default`

    /// - Parameter text: the key as written; `nil` comes back for anything but `200`, `2XX` (or `2xx`) and `default`.
    package init?(_ text: SpecText) {
        let bytes = Array(text.utf8)
        if text == "default" {
            self = .default
        } else if bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) {
            let hundreds = Int(bytes[0] - UInt8(ascii: "0"))
            if bytes[1...].allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) {
                self = .range(hundreds)
            } else if let code = Int(text.unencoded) {
                self = .code(code)
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    /// Whether the pattern stands for success: 200 to 299.
    package var isSuccess: Bool {
        switch self {
        case .code(let code): (200...299).contains(code)
        case .range(let hundreds): hundreds == 2
        case .default: false
        }
    }
}
