import Foundation

/// The calls of a client, made one after the other; failures are printed and counted.
final class Calls {
    /// The server's address and the path of one document.
    let server: URL?
    private(set) var failures = 0

    init(server: URL?) { self.server = server }

    /// Makes a call.
    func call(_ operation: String, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            failures += 1
            print("the call of \(operation) failed: \(error)")
        }
    }
}

/// Text that has to be escaped wherever it goes.
let oddText = "a b/c?d&e=f%20+é;g,h.i|j#k\"l\\m"
let oddTexts = ["blue", oddText, "[]"]
