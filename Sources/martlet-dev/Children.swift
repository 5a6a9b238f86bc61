import Foundation

/// The programs that are running, which end when this one is ended.
enum Children {
    /// The temporary folder of each program, by process ID.
    private static let running = Locked<[Int32: URL]>([:])
    /// The pipe from the signal handler, which can do no more than write, to the thread that ends the programs.
    private static let alarm = Pipe()
    private static let alarmInput = alarm.fileHandleForWriting.fileDescriptor

    /// Runs a program to its end.
    static func run(_ process: Process, in folder: URL) throws {
        try running.withLock { running in
            try process.run()
            running[process.processIdentifier] = folder
        }
        process.waitUntilExit()
        running.withLock { $0[process.processIdentifier] = nil }
    }

    /// From now on, SIGINT and SIGTERM end the programs before this one.
    static func endWithThisProcess() {
        _ = alarmInput
        Thread.detachNewThread {
            let number = alarm.fileHandleForReading.readData(ofLength: 1).first ?? 0
            // The lock stays taken, so that no more programs are started.
            running.withLock { running in
                for (id, folder) in running {
                    // Programs that a thread of Dispatch starts block all other signals, and lead a process group.
                    kill(-id, SIGKILL)
                    try? FileManager.default.removeItem(at: folder)
                }
                exit(128 + Int32(number))
            }
        }
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Children.alarmInput, &byte, 1)
            }
        }
    }
}
