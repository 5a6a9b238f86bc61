#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs programs.
enum ChildProcess {
    /// A program that has ended.
    struct Outcome {
        let isSuccess: Bool
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Runs a program; `nil` if it can't be started.
    ///
    /// - Parameter arguments: The program, which is looked up in `PATH`, and its arguments; no shell sees them.
    static func run(_ arguments: [String]) -> Outcome? {
        guard let program = arguments.first, let output = Pipe(), let errors = Pipe() else { return nil }
        defer { for pipe in [output, errors] { close(pipe.reading) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (pipe, end) in [(output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
            posix_spawn_file_actions_adddup2(&actions, pipe.writing, end)
            posix_spawn_file_actions_addclose(&actions, pipe.reading)
            posix_spawn_file_actions_addclose(&actions, pipe.writing)
        }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let isStarted = posix_spawnp(&process, program, &actions, nil, &words, environ) == 0
        for pipe in [output, errors] { close(pipe.writing) }
        guard isStarted else { return nil }
        let texts = contents(of: [output.reading, errors.reading])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return Outcome(isSuccess: status == 0, output: texts[0], errors: texts[1])
    }

    private struct Pipe {
        let reading: Int32
        let writing: Int32

        init?() {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { return nil }
            reading = ends[0]
            writing = ends[1]
        }
    }

    /// What can be read from files until all have ended. They are read in turn, so that a full pipe stops no program.
    private static func contents(of files: [Int32]) -> [[UInt8]] {
        var contents = files.map { _ in [UInt8]() }
        // A negative number is that of no file.
        var open = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while open.contains(where: { $0.fd >= 0 }) {
            if poll(&open, nfds_t(open.count), -1) < 0, errno != EINTR { break }
            for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
                let count = read(open[index].fd, &part, part.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { open[index].fd = -1 } else { contents[index] += part[..<count] }
            }
        }
        return contents
    }
}
