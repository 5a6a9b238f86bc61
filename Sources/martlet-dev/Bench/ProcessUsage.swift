import Foundation

/// The CPU time and memory of processes.
struct ProcessUsage {
    /// CPU time in seconds, user and system.
    let cpu: Double
    /// The peak resident memory, in bytes.
    let peakBytes: Double

    /// The usage of this process.
    static var own: ProcessUsage { ProcessUsage(of: 0) }

    /// The usage of this process's terminated children and their descendants.
    static var children: ProcessUsage { ProcessUsage(of: -1) }

    /// - Parameter who: `RUSAGE_SELF` or `RUSAGE_CHILDREN`, whose types differ between platforms.
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
