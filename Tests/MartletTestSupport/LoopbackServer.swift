package import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An HTTP/1.1 server on 127.0.0.1 that does to its client whatever a test asks for, and records every request.
///
/// It works on bare sockets, with a thread for each connection, so that it can misbehave in ways an HTTP library would
/// prevent.
package final class LoopbackServer: @unchecked Sendable {
    /// The port it listens on.
    package let port: UInt16

    /// `http://127.0.0.1:port`
    package let url: URL

    private let handler: @Sendable (RecordedRequest) -> CannedResponse
    private let listener: Int32
    private let lock = NSLock()
    private var recorded: [RecordedRequest] = []
    private var connections: Set<Int32> = []
    private var accepted = 0
    private var isStopped = false

    /// Listens at once.
    /// - Parameter handler: Called on a connection's thread for each complete request.
    /// - Throws: `POSIXError` when there is no socket to be had.
    package init(_ handler: @escaping @Sendable (RecordedRequest) -> CannedResponse) throws {
        self.handler = handler
        (listener, port) = try Self.listen()
        guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw POSIXError(.EINVAL) }
        self.url = url
        Thread.detachNewThread { [listener, weak self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                guard let self, self.adopt(connection) else {
                    close(connection)
                    break
                }
                Thread.detachNewThread { self.serve(connection) }
            }
            #if !canImport(Darwin)
                close(listener)
            #endif
        }
    }

    /// Answers every request in the same way.
    package convenience init(_ response: CannedResponse) throws {
        try self.init { _ in response }
    }

    deinit { stop() }

    /// The requests so far, in the order in which they were complete.
    package var requests: [RecordedRequest] { lock.withLock { recorded } }

    /// How many connections were made, with or without a request.
    package var connectionCount: Int { lock.withLock { accepted } }

    /// How many connections are open.
    package var openConnectionCount: Int { lock.withLock { connections.count } }

    /// Closes everything. Their threads then end by themselves.
    package func stop() {
        lock.withLock {
            guard !isStopped else { return }
            isStopped = true
            // Each of the two systems wakes the thread in `accept` in one of these ways only.
            #if canImport(Darwin)
                close(listener)
            #else
                shutdown(listener, Int32(SHUT_RDWR))
            #endif
            for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    private func adopt(_ connection: Int32) -> Bool {
        lock.withLock {
            guard !isStopped else { return false }
            #if canImport(Darwin)
                var yes: Int32 = 1
                setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
            #endif
            accepted += 1
            connections.insert(connection)
            return true
        }
    }

    private func serve(_ connection: Int32) {
        defer {
            lock.withLock {
                connections.remove(connection)
                close(connection)
            }
        }
        var buffer = Data()
        while true {
            while let request = RecordedRequest(takingFrom: &buffer) {
                lock.withLock { recorded.append(request) }
                let response = handler(request)
                guard send(response, to: connection) else { return }
                switch response.ending {
                case .keepAlive: continue
                case .close: return
                case .stall: while receive(from: connection) != nil {}; return
                }
            }
            guard let received = receive(from: connection) else { return }
            buffer += received
        }
    }

    /// The next bytes; nil when the client has closed the connection or the server is stopped.
    private func receive(from connection: Int32) -> Data? {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = recv(connection, &chunk, chunk.count, 0)
        return count > 0 ? Data(chunk.prefix(count)) : nil
    }

    /// Whether everything was written before the client closed the connection.
    private func send(_ response: CannedResponse, to connection: Int32) -> Bool {
        guard response.pause > .zero else { return write(response.bytes, to: connection) }
        return response.bytes.allSatisfy { byte in
            Thread.sleep(forTimeInterval: response.pause / .seconds(1))
            return write(Data([byte]), to: connection)
        }
    }

    private func write(_ bytes: Data, to connection: Int32) -> Bool {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        return bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = systemSend(
                    connection,
                    UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                    rest.count,
                    flags
                )
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private static func listen() throws -> (socket: Int32, port: UInt16) {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                descriptor >= 0 && bind(descriptor, $0, length) == 0 && systemListen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isListening else {
            close(descriptor)
            throw POSIXError(.EADDRNOTAVAIL)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}

// The members `send` and `listen` hide the functions of the system.
private let systemSend: @Sendable (Int32, UnsafeRawPointer?, Int, Int32) -> Int = { send($0, $1, $2, $3) }
private let systemListen: @Sendable (Int32, Int32) -> Int32 = { listen($0, $1) }
