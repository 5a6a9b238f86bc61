package import Foundation

/// The server's behavior on a connection before it reads a byte, and before any handshake.
package enum Opening: Sendable, Hashable {
    /// It serves requests.
    case serve
    /// It closes the connection.
    case close
    /// It resets the connection.
    case reset
    /// It reads nothing until the client closes the connection or the server is stopped.
    case ignore
    /// It writes these bytes, whatever the client may want, and closes the connection once the client has.
    case write(Data)
}
