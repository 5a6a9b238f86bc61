/// A hash that is the same in every run, unlike `Hasher`'s: 64-bit FNV-1a.
package enum StableHash {
    package static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
