import Foundation

/// What processes took of the processor and of memory.
struct ProcessUsage {
    /// Seconds, in user mode and in the system.
    let cpu: Double
    /// The most memory that was resident at once.
    let peakBytes: Double

    /// Of this process.
    static var own: ProcessUsage { ProcessUsage(of: 0) }

    /// Of the processes that this one has started and waited for, and of theirs.
    static var children: ProcessUsage { ProcessUsage(of: -1) }

    /// - Parameter who: `RUSAGE_SELF` or `RUSAGE_CHILDREN`, which have a type of their own on each platform.
    private init(of who: Int32) {
        var usage = rusage()
        getrusage(who, &usage)
        self.init(usage)
    }

    private init(_ usage: rusage) {
        cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        #if canImport(Darwin)
            peakBytes = Double(usage.ru_maxrss)
        #else
            peakBytes = Double(usage.ru_maxrss) * 1024
        #endif
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
