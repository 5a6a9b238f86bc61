import MartletSource
import MartletTestSupport
import Testing

struct DiagnosticCollectorTests {
    private let place = Location(path: "api.yaml", position: Position(line: 3, column: 5))

    @Test("a diagnostic is reported once, even if copies of a node have the same fault")
    func repeated() {
        let collector = DiagnosticCollector()
        for _ in 0..<3 { collector.report(.warning("odd", at: place)) }
        collector.report(.warning("odd", at: nil))
        #expect(collector.diagnostics.count == 2)
    }

    @Test("suggestions are computed only for the first of very many mistakes")
    func comparisons() {
        let collector = DiagnosticCollector()
        let allowed = (0..<2_000).filter { _ in collector.mayCompare(with: 1_000) }
        #expect(allowed.count == 500)
        #expect(DiagnosticCollector().mayCompare(with: 10_000_000))
    }

    @Test("errors in an optional part become warnings, and the part is left out")
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

    @Test("diagnostics keep the order in which they are reported")
    func order() {
        let collector = DiagnosticCollector()
        collector.report(.warning("first", at: place))
        let _: Int? = collector.attempt {
            collector.report(.warning("second", at: place))
            collector.report(.error("third", at: nil))
            collector.report(.note("fourth", at: place))
            return nil
        }
        collector.report(.note("fifth", at: nil))
        #expect(collector.diagnostics.map(\.message.text) == ["first", "second", "third", "fourth", "fifth"])
        collector.restoreErrors()
        #expect(collector.diagnostics.map(\.message.text) == ["first", "second", "third", "fourth", "fifth"])
    }

    @Test("a nested part fails without the outer one, and its errors can be restored")
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
