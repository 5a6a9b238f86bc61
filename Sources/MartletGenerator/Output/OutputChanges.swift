/// The differences between the output folder and the generated files.
package struct OutputChanges: Sendable {
    package internal(set) var missing: [GeneratedFile] = []
    package internal(set) var stale: [GeneratedFile] = []
    /// The paths of files that an earlier run wrote and this one doesn't.
    package internal(set) var surplus: [String] = []
    package internal(set) var currentCount = 0

    package var isEmpty: Bool { missing.isEmpty && stale.isEmpty && surplus.isEmpty }
}
