import Foundation

#if canImport(Darwin)
    import Darwin
#endif

/// What this process holds of the system.
package struct Resources: Sendable {
    /// Open files and sockets.
    package let descriptors: Int

    /// Threads; 0 where they are not counted.
    package let threads: Int

    /// Memory that is resident, in KiB; 0 where it is not known.
    package let residentKiB: Int

    /// What it holds now.
    package init() {
        let folder = FileManager.default.fileExists(atPath: "/proc/self/fd") ? "/proc/self/fd" : "/dev/fd"
        descriptors = (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0
        threads = Self.status("Threads:")
        residentKiB = Self.status("VmRSS:")
    }

    /// What it holds once that is no more than before, or after a few seconds. The pool of Dispatch shrinks slowly, and
    /// some of its threads stay.
    package static func settled(to before: Resources) async -> Resources {
        var now = Resources()
        for _ in 0..<100 where now.descriptors > before.descriptors || now.threads > before.threads + 4 {
            try? await Task.sleep(for: .milliseconds(100))
            now = Resources()
        }
        return now
    }

    /// The most memory that was resident so far, in KiB.
    package static var peakKiB: Int {
        #if canImport(Darwin)
            var usage = rusage()
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss / 1024
        #else
            status("VmHWM:")
        #endif
    }

    private static func status(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
