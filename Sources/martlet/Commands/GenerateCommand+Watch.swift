import MartletSource

extension GenerateCommand {
    /// Generates, and again whenever a file changes that was read for it, until the user ends it.
    ///
    /// The files are looked at a few times a second: that works on every system and on every kind of disk.
    func runAndWatch() throws(UsageError) -> ExitStatus {
        Interruption.await()
        var watched = WatchedFiles()
        try runJobs(watched)
        while true {
            Terminal.print("watching \(counted: watched.count, "file"); press Control-C to stop\n")
            repeat {
                guard Interruption.pause(milliseconds: 300) else { return .done }
            } while !watched.haveChanged
            // Editors and version control write several files, or one in several steps.
            guard Interruption.pause(milliseconds: 100) else { return .done }
            let earlier = watched
            watched = WatchedFiles()
            if run(watched) != .done { watched.watchAll(of: earlier) }
        }
    }

    /// Runs the jobs. A usage error can only mean that an editor has temporarily removed a file.
    private func run(_ watched: WatchedFiles) -> ExitStatus {
        do throws(UsageError) {
            return try runJobs(watched)
        } catch {
            Terminal.report([.error(error.message, at: nil)])
            return .usage
        }
    }
}
