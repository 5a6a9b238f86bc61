package import MartletSource

extension Reference {
    /// The name of the component that the reference points to.
    ///
    /// The fragment is percent-decoded first (RFC 3986, section 2.1), then `~1` and `~0` are (RFC 6901, section 6).
    ///
    /// - Parameter section: the map below `components`, such as `schemas`.
    /// - Returns: `nil` when the reference points anywhere else; the message says what is wrong with it.
    package func component(in section: String) -> Result<SpecText, Diagnostic> {
        let target = target.unencoded
        guard target.utf8.first == UInt8(ascii: "#") else {
            let isRemote = target.utf8.starts(with: "//".utf8) || target.contains("://")
            return .failure(.error(isRemote ? .remoteReference : .fileReference(self.target), at: location))
        }
        guard let decoded = Self.percentDecoded(target.utf8.dropFirst()) else {
            return .failure(.error(.brokenReference(self.target), at: location))
        }
        let tokens = decoded.split(separator: "/", omittingEmptySubsequences: false).map(Self.pointerDecoded)
        guard tokens.count == 4, tokens[0].isEmpty, tokens[1] == "components", tokens[2] == section else {
            return .failure(.error(.referenceElsewhere(self.target, section), at: location))
        }
        return .success(SpecText(tokens[3]))
    }

    private static func percentDecoded(_ bytes: some Sequence<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(hexadecimalValue),
                let low = iterator.next().flatMap(hexadecimalValue)
            else { return nil }
            decoded.append(high << 4 | low)
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// `~1` is `/` and `~0` is `~`, in one pass, so that `~01` is `~1`.
    private static func pointerDecoded(_ token: Substring) -> String {
        var decoded = ""
        var isEscape = false
        for scalar in token.unicodeScalars {
            if isEscape {
                decoded += scalar == "1" ? "/" : scalar == "0" ? "~" : "~\(scalar)"
                isEscape = false
            } else if scalar == "~" {
                isEscape = true
            } else {
                decoded.unicodeScalars.append(scalar)
            }
        }
        return isEscape ? decoded + "~" : decoded
    }
}

extension Diagnostic.Message {
    package static let remoteReference: Self =
        "martlet never fetches anything: a reference must not lead to another host"

    package static func fileReference(_ target: SpecText) -> Self {
        "the reference \(target) leads to another file, which is not supported yet"
    }

    package static func brokenReference(_ target: SpecText) -> Self {
        "the reference \(target) is not a valid pointer: % must be followed by two hexadecimal digits of UTF-8"
    }

    package static func referenceElsewhere(_ target: SpecText, _ section: String) -> Self {
        "the reference \(target) must have the form #/components/\(section)/Name here"
    }
}
