import Foundation
import MartletSource

/// Standard output, standard error and the exit.
enum Terminal {
    /// The form of diagnostics.
    enum Style: String, CaseIterable {
        case text, json
    }

    /// Prints a result.
    static func print(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Prints diagnostics to standard error, one a line.
    static func report(_ diagnostics: [Diagnostic], _ style: Style = .text) {
        let lines = diagnostics.map { style == .json ? "\($0.json)\n" : "\($0)\n" }
        FileHandle.standardError.write(Data(lines.joined().utf8))
    }

    static func exit(_ status: ExitStatus) -> Never {
        Foundation.exit(status.rawValue)
    }
}
