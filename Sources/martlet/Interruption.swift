#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's wish to end a command that runs until then: control-C, or the signal TERM.
enum Interruption {
    /// Only one signal handler writes it.
    nonisolated(unsafe) private static var isRequested: sig_atomic_t = 0

    /// From now on, the wish doesn't end the process at once, so that files are not left half written.
    static func await() {
        isRequested = 0
        // A process inherits the signals that its parent blocks (POSIX, sigprocmask), as the threads of Dispatch do.
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in Interruption.isRequested = 1 }
            sigaddset(&numbers, number)
        }
        sigprocmask(SIG_UNBLOCK, &numbers, nil)
    }

    /// Waits.
    ///
    /// - Returns: Whether the process is to go on.
    static func pause(milliseconds: UInt32) -> Bool {
        if isRequested == 0 { usleep(milliseconds * 1000) }
        return isRequested == 0
    }
}
