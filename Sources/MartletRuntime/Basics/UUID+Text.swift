import Foundation

extension UUID {
    /// The digits in lower case (RFC 9562, section 4). Foundation formats them with `snprintf`, in upper case.
    package var text: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        withUnsafeBytes(of: uuid) { bytes in
            for (index, byte) in bytes.enumerated() {
                if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
                for digit in [byte >> 4, byte & 0xF] {
                    text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
