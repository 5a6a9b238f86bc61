package import Foundation

/// An HTTP/1.1 server on 127.0.0.1, plain or under TLS, that does to its client whatever a test asks for, and records
/// every request.
///
/// It works on bare sockets, with a thread for each connection, so that it can misbehave in ways an HTTP library would
/// prevent.
package final class LoopbackServer: @unchecked Sendable {
    /// The port it listens on.
    package let port: UInt16

    /// `http://127.0.0.1:port`, or `https` under TLS.
    package let url: URL

    private let handler: @Sendable (RecordedRequest) -> CannedResponse
    private let opening: @Sendable (Int) -> Opening
    private let identity: TLSIdentity?
    private let keepsRequests: Bool
    private let listener: Int32

    /// Guards everything below.
    private let lock = NSLock()
    private var recorded: [RecordedRequest] = []
    private var connections: Set<Int32> = []
    private var accepted = 0
    private var peak = 0
    private var received = 0
    private var isStopped = false

    /// Listens at once.
    /// - Parameters:
    ///   - identity: What it shows its clients; nil for plain TCP.
    ///   - receiveBuffer: The size of the system's buffer for what comes, in bytes; nil for the usual one.
    ///   - keepsRequests: Whether it records requests; for runs that are long.
    ///   - opening: What it does with a connection at first, by the connection's number from zero.
    ///   - handler: Called on a connection's thread for each complete request.
    /// - Throws: `POSIXError` when there is no socket to be had.
    package init(
        tls identity: TLSIdentity? = nil,
        receiveBuffer: Int32? = nil,
        keepsRequests: Bool = true,
        opening: @escaping @Sendable (Int) -> Opening = { _ in .serve },
        _ handler: @escaping @Sendable (RecordedRequest) -> CannedResponse
    ) throws {
        self.handler = handler
        self.opening = opening
        self.identity = identity
        self.keepsRequests = keepsRequests
        (listener, port) = try Socket.listening(receiveBuffer: receiveBuffer)
        let scheme = identity == nil ? "http" : "https"
        guard let url = URL(string: "\(scheme)://127.0.0.1:\(port)") else { throw POSIXError(.EINVAL) }
        self.url = url
        Thread.detachNewThread { [listener, weak self] in
            while let connection = Socket.accepted(by: listener) {
                guard let self, let number = self.adopt(connection) else {
                    Socket.closeConnection(connection)
                    break
                }
                Thread.detachNewThread { self.serve(connection, number) }
            }
            Socket.free(listener: listener)
        }
    }

    /// Answers every request in the same way.
    package convenience init(_ response: CannedResponse) throws {
        try self.init { _ in response }
    }

    /// Answers requests in the order in which they come, each one in its own way; the last answer is for the rest too.
    package convenience init(_ responses: [CannedResponse]) throws {
        let remaining = Counter()
        try self.init { _ in responses[min(remaining.next(), responses.count - 1)] }
    }

    deinit { stop() }

    /// The requests so far, in the order in which they were complete.
    package var requests: [RecordedRequest] { lock.withLock { recorded } }

    /// How many connections were made, with or without a request.
    package var connectionCount: Int { lock.withLock { accepted } }

    /// How many connections are open.
    package var openConnectionCount: Int { lock.withLock { connections.count } }

    /// How many connections were open at a time, at most.
    package var peakConnectionCount: Int { lock.withLock { peak } }

    /// How many bytes have come, requests complete or not, after decryption.
    package var receivedByteCount: Int { lock.withLock { received } }

    /// Closes everything. Their threads then end by themselves.
    package func stop() {
        lock.withLock {
            guard !isStopped else { return }
            isStopped = true
            Socket.stop(listener: listener)
            connections.forEach(Socket.shutDown)
        }
    }

    /// Closes the connections that are open, as a server does with idle ones.
    package func closeConnections() {
        lock.withLock { connections.forEach(Socket.shutDown) }
    }

    /// The number of a new connection; nil when the server has been stopped.
    private func adopt(_ connection: Int32) -> Int? {
        lock.withLock {
            guard !isStopped else { return nil }
            connections.insert(connection)
            peak = max(peak, connections.count)
            accepted += 1
            return accepted - 1
        }
    }

    private func serve(_ descriptor: Int32, _ number: Int) {
        // A write under TLS would raise a signal when the client has gone; it is blocked for this thread.
        Signals.blockBrokenPipe()
        var connection = Connection(descriptor)
        let isReset = open(&connection, number)
        lock.withLock {
            if isReset { Socket.setReset(descriptor) }
            connections.remove(descriptor)
            Socket.closeConnection(descriptor)
        }
    }

    /// Serves the connection to its end; whether it then is to be reset.
    private func open(_ connection: inout Connection, _ number: Int) -> Bool {
        switch opening(number) {
        case .serve: break
        case .close: return false
        case .reset: return true
        case .ignore:
            while !lock.withLock({ isStopped }), !Socket.isClosedByPeer(connection.descriptor) {
                Thread.sleep(forTimeInterval: 0.005)
            }
            return false
        case .write(let bytes):
            if connection.write(bytes) { connection.awaitEnd() }
            return false
        }
        if let identity, !connection.shakeHands(identity) { return false }
        var parser = RequestParser()
        while let bytes = connection.receive() {
            lock.withLock { received += bytes.count }
            parser.append(bytes)
            while var request = parser.next() {
                request.connection = number
                if keepsRequests { lock.withLock { recorded.append(request) } }
                let response = handler(request).closingWhereAsked(by: request)
                guard response.steps.allSatisfy({ connection.perform($0) }) else { return false }
                switch response.ending {
                case .keepAlive: continue
                case .close: return false
                case .reset: return true
                case .stall:
                    connection.awaitEnd()
                    return false
                }
            }
        }
        return false
    }
}
