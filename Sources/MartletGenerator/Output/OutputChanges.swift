/// How a folder differs from the files that should be there.
package struct OutputChanges: Sendable {
    package internal(set) var missing: [GeneratedFile] = []
    package internal(set) var stale: [GeneratedFile] = []
    /// Paths of files that an earlier run wrote and that don't belong there any more.
    package internal(set) var surplus: [String] = []
    package internal(set) var currentCount = 0

    package var isEmpty: Bool { missing.isEmpty && stale.isEmpty && surplus.isEmpty }
}
