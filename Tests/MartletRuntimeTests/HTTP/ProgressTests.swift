import MartletTestSupport
import MartletTesting
import Testing

@testable import MartletRuntime

@Suite("Progress", .timeLimit(.minutes(1)))
struct ProgressTests {
    @Test("progress is reported at most ten times a second and at the end")
    func throttled() {
        let time = TestClock()
        let seen = Locked<[HTTPBody.Progress]>([])
        var reports = ProgressReports(
            { report in seen.withLock { $0.append(report) } },
            HTTPBody.Progress.init(sentBytes:totalBytes:),
            time.environment.now
        )
        for bytes in 1...8 {
            reports.next(bytes, of: 8)?()
            time.advance(by: .milliseconds(40))
        }
        reports.last(8, of: 8)?()
        // The last report was about fewer bytes, so that the end has one of its own.
        let all = seen.withLock { $0 }
        #expect(all.map(\.sentBytes) == [1, 4, 7, 8])
        let fractions: [Double] = [0.125, 0.5, 0.875, 1]
        #expect(all.compactMap(\.fraction) == fractions)
        reports.last(8, of: 8)?()
        #expect(seen.withLock(\.count) == 4)
        #expect(HTTPResponse.Progress(receivedBytes: 5, totalBytes: nil).fraction == nil)
        #expect(HTTPResponse.Progress(receivedBytes: 0, totalBytes: 0).fraction == 1)
    }
}
