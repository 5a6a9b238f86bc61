import Foundation

/// The table of results, in Markdown, which is printed row by row.
enum BenchTable {
    static func begin() {
        write("| figure | measured as | target | value: median (least–greatest) |\n| --- | --- | --- | --- |\n")
    }

    static func add(_ figure: String, _ measure: String, target: String = "", _ value: String) {
        write("| \(figure) | \(measure) | \(target) | \(value) |\n")
    }

    // Written immediately, even if the output is a file.
    private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}

extension Double {
    /// The number in decimal notation.
    ///
    /// - Parameter digits: The number of digits after the decimal point.
    func text(digits: Int) -> String { formatted(.number.precision(.fractionLength(digits)).grouping(.never)) }
}
