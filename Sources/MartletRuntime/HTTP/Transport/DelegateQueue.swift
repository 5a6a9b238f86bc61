#if canImport(FoundationNetworking)
    import Foundation

    /// An operation queue that calls the delegate of FoundationNetworking immediately, on the thread that reads from
    /// the sockets.
    ///
    /// On a regular queue, FoundationNetworking keeps reading even if its delegate falls behind, and stores all data in
    /// operations: a fast server fills the memory before a limit can take effect. With this queue, FoundationNetworking
    /// waits for its delegate. The delegate must therefore not wait for FoundationNetworking; calls that could do so go
    /// through ``SessionCalls``. The class has no state of its own.
    final class DelegateQueue: OperationQueue, @unchecked Sendable {
        /// Runs an operation immediately.
        override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
    }
#endif
