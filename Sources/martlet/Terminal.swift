import MartletGenerator
import MartletSource

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output, standard error and process exit.
enum Terminal {
    /// The style of diagnostics.
    enum Style: String, CaseIterable {
        case text, json
    }

    /// Prints a result.
    static func print(_ text: String) {
        Disk().writeAll(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// Prints diagnostics to standard error, one per line, in the order of their locations.
    static func report(_ diagnostics: [Diagnostic], _ style: Style = .text) {
        let ordered = diagnostics.enumerated().sorted { first, second in
            switch (first.element.location, second.element.location) {
            case (let firstPlace?, let secondPlace?) where firstPlace != secondPlace: firstPlace < secondPlace
            case (nil, _?): true
            case (_?, nil): false
            default: first.offset < second.offset
            }
        }
        let lines = ordered.map(\.element).map { style == .json ? "\($0.json)\n" : "\($0)\n" }
        Disk().writeAll(Array(lines.joined().utf8), to: STDERR_FILENO)
    }

    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}
