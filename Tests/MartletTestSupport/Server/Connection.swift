import Foundation

/// One accepted connection, plain or under TLS. It belongs to the thread that serves it.
struct Connection {
    /// The socket.
    let descriptor: Int32

    /// The TLS session; nil for plain TCP, and before the handshake.
    private var session: TLSSession?

    /// A connection on which nothing has happened.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Whether the handshake succeeded.
    mutating func shakeHands(_ identity: TLSIdentity) -> Bool {
        session = try? TLSSession(identity, descriptor: descriptor)
        return session?.accept() ?? false
    }

    /// The next bytes; nil when the client has closed the connection or the server is stopped.
    func receive() -> Data? {
        var chunk = Data(count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes { buffer in
            session?.read(into: buffer) ?? Socket.read(descriptor, into: buffer)
        }
        return count > 0 ? chunk.prefix(count) : nil
    }

    /// Whether everything was written before the client closed the connection.
    ///
    /// It avoids generic code: in debug builds, that looks up types behind a lock of Swift's runtime, for which the
    /// threads of all connections would wait at every small part.
    func write(_ bytes: Data) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return true }
            var written = 0
            while written < bytes.count {
                let part = UnsafeRawBufferPointer(start: start + written, count: bytes.count - written)
                let count = session?.write(part) ?? Socket.write(part, to: descriptor)
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
    }

    /// Reads until the client closes the connection.
    func awaitEnd() { while receive() != nil {} }

    /// Whether a step was carried out before the client closed the connection.
    func perform(_ step: CannedResponse.Step) -> Bool {
        switch step {
        case .write(let bytes): return write(bytes)
        case .pause(let pause):
            Thread.sleep(forTimeInterval: pause / .seconds(1))
            return true
        case .drip(let bytes, let pause):
            return bytes.allSatisfy { byte in
                Thread.sleep(forTimeInterval: pause / .seconds(1))
                return write(Data([byte]))
            }
        case .flood(let bytes, let times):
            var left = times
            while left > 0, write(bytes) { left -= 1 }
            return left == 0
        }
    }
}
