#if canImport(FoundationNetworking)
    import Foundation

    /// The queue on which FoundationNetworking calls its delegate, with an end to it.
    ///
    /// FoundationNetworking reads from its sockets however far behind its delegate is, and keeps all that it has read in
    /// operations of this queue: a server that sends fast enough fills the memory before a limit can take effect. Here,
    /// it waits after some of them, as anyone does who writes faster than others read. That holds for all transfers of a
    /// session, so the delegate must never wait itself.
    final class DelegateQueue: OperationQueue, @unchecked Sendable {
        private let queue = DispatchQueue(label: "MartletRuntime.DelegateQueue")
        /// Lets through as many operations as may wait, of 16 KiB or less each.
        private let room = DispatchSemaphore(value: 64)

        /// Runs an operation after those before it.
        override func addOperation(_ block: @escaping @Sendable () -> Void) {
            room.wait()
            queue.async { [self] in
                block()
                room.signal()
            }
        }
    }
#endif
