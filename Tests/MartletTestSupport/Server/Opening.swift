package import Foundation

/// What the server does with a connection before it has read a byte, and before the handshake where there is one.
package enum Opening: Sendable, Hashable {
    /// It serves requests.
    case serve
    /// It closes the connection.
    case close
    /// It resets the connection.
    case reset
    /// It reads nothing, ever, until the client closes the connection or the server is stopped.
    case ignore
    /// It writes these bytes, whatever the client may want, and closes the connection once the client has.
    case write(Data)
}
