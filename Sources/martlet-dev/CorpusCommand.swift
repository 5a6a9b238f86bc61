import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates

/// `martlet-dev corpus DIR`: generates and type-checks the client of every document below a folder.
struct CorpusCommand {
    private let folder: String
    private let progress = Progress()

    init(_ folder: String) {
        self.folder = folder
    }

    /// - Returns: Whether every document succeeded or is known to be invalid.
    func run() throws -> Bool {
        Children.endWithThisProcess()
        let documents = try CorpusDocument.find(below: folder)
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let queue = Locked(documents[...])
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while let document = queue.withLock({ $0.popFirst() }) {
                progress.add(document.check(), of: documents.count)
            }
        }
        return progress.finish()
    }

    /// Prints outcomes as they arrive, and the totals at the end.
    private final class Progress: Sendable {
        private let counts = Locked((passed: 0, failed: 0))

        func add(_ outcome: CorpusOutcome, of total: Int) {
            counts.withLock { counts in
                if outcome.isFine { counts.passed += 1 } else { counts.failed += 1 }
                // Written immediately, even if the output is a file.
                let line = outcome.line(progress: "\(counts.passed + counts.failed) of \(total)")
                FileHandle.standardOutput.write(Data("\(line)\n".utf8))
            }
        }

        func finish() -> Bool {
            counts.withLock { counts in
                print("\(counts.passed) passed, \(counts.failed) failed")
                return counts.failed == 0
            }
        }
    }
}

/// A value that can only be accessed under a lock.
final class Locked<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}
