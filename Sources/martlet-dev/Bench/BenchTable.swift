import Foundation

/// The table of figures, in Markdown, that grows while they are measured.
enum BenchTable {
    static func begin() {
        write("| figure | measured as | target | value: median (least–greatest) |\n| --- | --- | --- | --- |\n")
    }

    static func add(_ figure: String, _ measure: String, target: String = "", _ value: String) {
        write("| \(figure) | \(measure) | \(target) | \(value) |\n")
    }

    // At once, also into a file.
    private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}

extension Double {
    /// The number as people write it.
    ///
    /// - Parameter digits: how many stand behind the point.
    func text(digits: Int) -> String { formatted(.number.precision(.fractionLength(digits)).grouping(.never)) }
}
