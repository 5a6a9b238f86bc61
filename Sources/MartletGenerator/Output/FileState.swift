/// What changes when a file is written or replaced.
package struct FileState: Hashable, Sendable {
    let node: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
}
