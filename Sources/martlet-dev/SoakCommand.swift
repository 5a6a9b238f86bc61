import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport

/// `martlet-dev soak [--seconds N]`: fifty calls per second over both transports, by default for ten minutes, to
/// servers on loopback that fail in every possible way; fails when memory or file descriptors grow.
///
/// Faults that crash FoundationNetworking 6.3 are tested with libcurl only: incomplete response heads, and trailers.
enum SoakCommand {
    static func run() async throws {
        let arguments = CommandLine.arguments
        let option = arguments.firstIndex(of: "--seconds").map { arguments.index(after: $0) }
        let seconds = option.flatMap { arguments.indices.contains($0) ? Int(arguments[$0]) : nil } ?? 600
        let server = try LoopbackServer(keepsRequests: false) {
            SoakFault.all[(Int($0.target.split(separator: "/")[0]) ?? 0)].answer($0)
        }
        let outcomes = SoakOutcomes()
        var samples: [Resources] = []
        let begin = ContinuousClock.now
        let before: Resources
        do {
            let transports: [(any Transport, isCurl: Bool)] =
                [(URLSessionTransport(), false)] + (CurlTransport.isAvailable ? [(CurlTransport(), true)] : [])
            before = Resources()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<seconds * 50 {
                    let (transport, isCurl) = transports[number % transports.count]
                    let faults = SoakFault.all.indices.filter { isCurl || !SoakFault.all[$0].needsCurl }
                    let fault = faults[number / transports.count % faults.count]
                    group.addTask { await outcomes.call(fault, transport, server.url) }
                    if number >= 200 { try await group.next() }
                    try await Task.sleep(until: begin + .milliseconds(20 * (number + 1)), clock: .continuous)
                    guard (number + 1) % (50 * max(1, seconds / 20)) == 0 else { continue }
                    samples.append(Resources())
                    // Written immediately, even if the output is a file.
                    let line = line(ContinuousClock.now - begin, number + 1, Resources())
                    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
                }
            }
            for (transport, _) in transports {
                (transport as? URLSessionTransport)?.close()
                (transport as? CurlTransport)?.close()
            }
        }
        let after = await Resources.settled(to: before)
        server.stop()
        outcomes.report()
        let half = samples.dropFirst(samples.count / 2).map(\.residentKiB)
        let slope = (Double(half.last ?? 0) - Double(half.first ?? 0)) / 1024 / (Double(seconds) / 120)
        print("memory in the second half: \(slope.formatted(.number.precision(.fractionLength(2)))) MiB a minute")
        print("descriptors: \(before.descriptors) before, \(after.descriptors) after, all closed")
        guard slope < 1, after.descriptors <= before.descriptors + 2, outcomes.unexpected == 0 else { exit(1) }
    }

    private static func line(_ time: Duration, _ count: Int, _ resources: Resources) -> String {
        "\(time.components.seconds) s: \(count) calls, \(resources.residentKiB / 1024) MiB, "
            + "\(resources.descriptors) descriptors, \(resources.threads) threads"
    }
}
