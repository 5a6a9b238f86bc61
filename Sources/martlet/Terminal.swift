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
        guard !Disk().writeAll(Array(text.utf8), to: STDOUT_FILENO) else { return }
        let reason = String(cString: strerror(errno))
        report([.error(.unwritableOutput(reason), at: nil)])
        end(.failed)
    }

    /// The number of diagnostics that people are shown; tools see all.
    private static let limit = 50

    /// Prints diagnostics to standard error in the order of their locations: as one line each, which editors and build
    /// servers understand, or on a terminal with the line of the document.
    static func report(_ diagnostics: [Diagnostic], _ style: Style = .text) {
        var documents = DiagnosedDocuments()
        var lines: [String]
        switch style {
        case .json:
            lines = ordered(diagnostics).map { diagnostic in
                diagnostic.json(pointer: diagnostic.location.flatMap { documents.pointer($0) })
            }
        case .text:
            let (findings, others) = Finding.common(Finding.findings(ordered(diagnostics)))
            // Errors come first, so that warnings don't hide them.
            let shown = findings.indices.sorted { findings[$0].rank < findings[$1].rank }.prefix(limit).sorted()
            let rest = findings.count - shown.count
            let isForPeople = isatty(STDERR_FILENO) == 1
            lines = shown.map { findings[$0].text(isForPeople: isForPeople, &documents) }
            lines += others.map { "note: \($0.count) more of [\($0.rule.rawValue)]; --diagnostics json prints all" }
            if rest > 0 { lines.append("note: \(rest) more; --diagnostics json prints all") }
        }
        Disk().writeAll(Array(lines.map { "\($0)\n" }.joined().utf8), to: STDERR_FILENO)
    }

    /// Diagnostics in the order of their locations.
    private static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let ordered = diagnostics.enumerated().sorted { first, second in
            switch (first.element.location, second.element.location) {
            case (let firstPlace?, let secondPlace?) where firstPlace != secondPlace: firstPlace < secondPlace
            case (nil, _?): true
            case (_?, nil): false
            default: first.offset < second.offset
            }
        }
        return ordered.map(\.element)
    }

    /// Does work, and tells people what it is on standard error if it takes longer than a second.
    static func announcing<Result>(_ text: String, _ style: Style, _ work: () -> Result) -> Result {
        if style == .json { return work() }
        let announcement = Task.detached {
            try await Task.sleep(for: .seconds(1))
            Disk().writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO)
        }
        defer { announcement.cancel() }
        return work()
    }

    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}

extension Diagnostic.Message {
    fileprivate static func unwritableOutput(_ reason: String) -> Self {
        Self(ofRun: "can't write the output: \(quoted: reason)")
    }
}
