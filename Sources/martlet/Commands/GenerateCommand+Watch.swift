import MartletSource

extension GenerateCommand {
    /// Generates, and again whenever a file changes that was read for it, until the user ends it.
    ///
    /// The files are looked at a few times a second: that works on every system and on every kind of disk.
    func runAndWatch() throws(UsageError) -> ExitStatus {
        Interruption.await()
        while true {
            let watched = WatchedFiles()
            try runJobs(watched)
            Terminal.print("watching \(counted: watched.count, "file"); press Control-C to stop\n")
            repeat {
                guard Interruption.pause(milliseconds: 300) else { return .done }
            } while !watched.haveChanged
            // Editors and version control write several files, or one in several steps.
            guard Interruption.pause(milliseconds: 100) else { return .done }
        }
    }
}
