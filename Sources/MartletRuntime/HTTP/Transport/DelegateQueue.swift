#if canImport(FoundationNetworking)
    import Foundation

    /// Calls the delegate of FoundationNetworking at once, where it reads from its sockets.
    ///
    /// On a queue of its own, FoundationNetworking reads on however far behind its delegate is, and keeps all that it has
    /// read in operations: a server that sends fast enough fills the memory before a limit can take effect. Here, it
    /// waits for its delegate, which in turn must not wait for FoundationNetworking: whatever calls that goes through
    /// ``SessionCalls``. It has no state of its own.
    final class DelegateQueue: OperationQueue, @unchecked Sendable {
        /// Runs an operation now.
        override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
    }
#endif
