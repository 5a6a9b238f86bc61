import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calls of the system that the server needs, with the differences between systems in one place.
enum Socket {
    /// A socket that listens on a port of 127.0.0.1 which the system chooses.
    static func listening(receiveBuffer: Int32? = nil) throws -> (descriptor: Int32, port: UInt16) {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        if var receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                descriptor >= 0 && bind(descriptor, $0, length) == 0 && listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isListening else {
            close(descriptor)
            throw POSIXError(.EADDRNOTAVAIL)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// The next connection; nil once the listener has been stopped.
    static func accepted(by listener: Int32) -> Int32? {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return nil }
        #if canImport(Darwin)
            var yes: Int32 = 1
            setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return connection
    }

    /// Ends `accepted(by:)`. Each of the systems wakes the thread in `accept` in one of these ways only.
    static func stop(listener: Int32) {
        #if canImport(Darwin)
            close(listener)
        #else
            shutdown(listener, Int32(SHUT_RDWR))
        #endif
    }

    /// Frees the listener once `accepted(by:)` has ended.
    static func free(listener: Int32) {
        #if !canImport(Darwin)
            close(listener)
        #endif
    }

    /// Ends reads and writes on a connection, from any thread.
    static func shutDown(_ connection: Int32) { shutdown(connection, Int32(SHUT_RDWR)) }

    /// Makes closing send a reset.
    static func setReset(_ connection: Int32) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Closes a connection.
    static func closeConnection(_ connection: Int32) { close(connection) }

    /// Whether the other side has closed or reset the connection, even when bytes of it are still unread.
    static func isClosedByPeer(_ connection: Int32) -> Bool {
        #if canImport(Darwin)
            let hangUp = Int16(POLLHUP)
        #else
            let hangUp = Int16(POLLHUP) | 0x2000  // POLLRDHUP, which the modules of the C libraries lack.
        #endif
        var entry = pollfd(fd: connection, events: hangUp, revents: 0)
        return poll(&entry, 1, 0) > 0 && entry.revents & (hangUp | Int16(POLLERR) | Int16(POLLNVAL)) != 0
    }

    /// Reads bytes into `buffer` and returns their number; zero or less at the end.
    static func read(_ connection: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        recv(connection, buffer.baseAddress, buffer.count, 0)
    }

    /// How many bytes of `bytes` were written; less than zero when the client has gone. Never a signal.
    static func write(_ bytes: UnsafeRawBufferPointer, to connection: Int32) -> Int {
        #if canImport(Darwin)
            send(connection, bytes.baseAddress, bytes.count, 0)
        #else
            send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #endif
    }
}
