package import MartletSource

/// The words in Swift sources that can be names.
package struct SwiftIdentifiers {
    package private(set) var all: Set<String> = []

    /// Reads the sources below some folders. Hidden folders are skipped, and so are the files that martlet has made.
    package init(below folders: [String]) throws(Diagnostic) {
        for folder in folders { try add(folder) }
    }

    private mutating func add(_ folder: String) throws(Diagnostic) {
        let disk = Disk()
        let names = try disk.listing(folder)
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if disk.isLink(path) { continue }
            if disk.isFolder(path) {
                try add(path)
            } else if name.hasSuffix(".swift"), let text = try disk.contents(of: path), !text.isMarked {
                add(text)
            }
        }
    }

    /// Words in comments and strings count too: they do no harm.
    private mutating func add(_ text: [UInt8]) {
        for word in text.split(whereSeparator: { !Self.isWordByte($0) }) {
            all.insert(String(decoding: word, as: UTF8.self))
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
