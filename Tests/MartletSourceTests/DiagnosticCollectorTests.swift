import MartletSource
import Testing

struct DiagnosticCollectorTests {
    private let place = Location(path: "api.yaml", position: Position(line: 3, column: 5))

    @Test("the same diagnostic is reported once, wherever copies of a part of a document lead to it")
    func repeated() {
        let collector = DiagnosticCollector()
        for _ in 0..<3 { collector.report(.warning("odd", at: place)) }
        collector.report(.warning("odd", at: nil))
        #expect(collector.diagnostics.count == 2)
    }

    @Test("errors in a part that the rest can do without become warnings, and the part is not there")
    func attempts() {
        let collector = DiagnosticCollector()
        collector.report(.warning("before", at: place))
        let part: Int? = collector.attempt {
            collector.report(.error("bad", at: place))
            return 1
        }
        #expect(part == nil)
        #expect(collector.attempt { 2 } == 2)
        #expect(!collector.hasErrors)
        #expect(collector.diagnostics == [.warning("before", at: place), .warning("bad", at: place)])
        // The same fault outside of any part is an error.
        collector.report(.error("bad", at: place))
        #expect(collector.hasErrors)
    }

    @Test("a part within a part fails alone, and its errors can be restored")
    func nested() {
        let collector = DiagnosticCollector()
        let outer: Int? = collector.attempt {
            let inner: Int? = collector.attempt {
                collector.report(.error("bad", at: place))
                return 1
            }
            return inner == nil ? 2 : nil
        }
        #expect(outer == 2)
        #expect(!collector.hasErrors)
        collector.restoreErrors()
        #expect(collector.hasErrors)
        #expect(collector.diagnostics == [.error("bad", at: place)])
    }
}
