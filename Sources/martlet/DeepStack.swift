#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread whose stack is large enough for schemas that refer to each other in a chain of a hundred thousand. What isn't used
/// of it takes no memory.
enum DeepStack {
    private static let size = 1 << 30

    /// Runs the command line of the process, and ends it.
    static func run() -> Never {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        pthread_attr_setstacksize(attributes, size)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let status = pthread_create(&thread, attributes, { _ in Martlet.runAndEnd() }, nil)
        // Where the system has no room for such a stack, that of the process has to do.
        if status != 0 { Martlet.runAndEnd() }
        while true { pause() }
    }
}
