package import MartletSource

/// The key of a response: a status code, a range of status codes, or all other ones (OpenAPI 3.2.0, 4.16, Responses
/// Object).
package enum StatusPattern: Hashable, Sendable {
    /// A status code from 100 to 599.
    case code(Int)
    /// A range of status codes by the first digit, such as 2 for `2XX`.
    case range(Int)
    /// The status codes that no other key matches.
    case `default`

    /// Parses a key such as `200`, `2XX`, `2xx` or `default`; `nil` if it is invalid.
    package init?(_ text: SpecText) {
        let bytes = Array(text.utf8)
        if text == "default" {
            self = .default
        } else if bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) {
            let hundreds = Int(bytes[0] - UInt8(ascii: "0"))
            if bytes[1...].allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) {
                self = .range(hundreds)
            } else if let code = Int(text) {
                self = .code(code)
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    /// Whether responses to these statuses never have content (RFC 9110, 6.4.1).
    package var excludesContent: Bool {
        switch self {
        case .code(let code): code < 200 || [204, 205, 304].contains(code)
        case .range(let hundreds): hundreds == 1
        case .default: false
        }
    }

    /// The redirects that the pattern matches; 304 is none (RFC 9110, 15.4).
    package var redirects: [Int] {
        switch self {
        case .code(let code): (300...399).contains(code) && code != 304 ? [code] : []
        case .range(let hundreds): hundreds == 3 ? [300, 301, 302, 303, 307, 308] : []
        case .default: []
        }
    }

    /// Whether the pattern matches only successful status codes, 200 to 299.
    package var isSuccess: Bool {
        switch self {
        case .code(let code): (200...299).contains(code)
        case .range(let hundreds): hundreds == 2
        case .default: false
        }
    }
}
