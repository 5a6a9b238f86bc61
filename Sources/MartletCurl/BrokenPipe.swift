#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Blocks SIGPIPE in the current thread for good, because a TLS library may write to a socket that the other side has
/// closed.
func blockBrokenPipe() {
    var signals = brokenPipe()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
}

/// Calls a function while SIGPIPE is blocked in the current thread, and discards one that occurs.
func withoutBrokenPipe(_ body: () -> Void) {
    #if canImport(Darwin)
        // libcurl turns the signal off for its sockets (SO_NOSIGPIPE).
        body()
    #else
        var signals = brokenPipe()
        var former = sigset_t()
        pthread_sigmask(SIG_BLOCK, &signals, &former)
        body()
        guard sigismember(&former, SIGPIPE) == 0 else { return }
        var now = timespec()
        while sigtimedwait(&signals, nil, &now) == SIGPIPE {}
        pthread_sigmask(SIG_SETMASK, &former, nil)
    #endif
}

private func brokenPipe() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    return signals
}
