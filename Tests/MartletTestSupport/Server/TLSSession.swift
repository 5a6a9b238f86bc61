import Foundation

/// The server's side of TLS on one connection. It belongs to the thread that serves the connection.
final class TLSSession {
    private let library: TLSLibrary
    private let context: TLSLibrary.Pointer
    private let session: TLSLibrary.Pointer

    /// A session that has not shaken hands.
    /// - Throws: `POSIXError` when there is no OpenSSL or it does not take the certificate.
    init(_ identity: TLSIdentity, descriptor: Int32) throws {
        guard let library = TLSLibrary.shared, let context = library.makeContext(library.serverMethod()) else {
            throw POSIXError(.ENOSYS)
        }
        let pem: Int32 = 1  // SSL_FILETYPE_PEM
        guard library.useCertificate(context, identity.certificate) == 1,
            library.useKey(context, identity.key, pem) == 1,
            let session = library.makeSession(Self.configured(context, identity, library)),
            library.setDescriptor(session, descriptor) == 1
        else {
            library.freeContext(context)
            throw POSIXError(.EINVAL)
        }
        (self.library, self.context, self.session) = (library, context, session)
    }

    private static func configured(
        _ context: TLSLibrary.Pointer,
        _ identity: TLSIdentity,
        _ library: TLSLibrary
    ) -> TLSLibrary.Pointer {
        if identity.isOutdated {
            _ = library.setCiphers(context, "ALL:@SECLEVEL=0")
            _ = library.control(context, 123, 0x0301, nil)  // SSL_CTRL_SET_MIN_PROTO_VERSION, TLS 1.0
            _ = library.control(context, 124, 0x0301, nil)  // SSL_CTRL_SET_MAX_PROTO_VERSION, TLS 1.0
        }
        if let authority = identity.clientAuthority {
            _ = library.loadAuthorities(context, authority, nil)
            library.setVerification(context, 3, nil)  // SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT
        }
        return context
    }

    deinit {
        _ = library.shutDown(session)
        library.freeSession(session)
        library.freeContext(context)
    }

    /// Whether the handshake succeeded.
    func accept() -> Bool { library.accept(session) == 1 }

    /// How many bytes were read; zero or less at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        Int(library.read(session, buffer.baseAddress, Int32(clamping: buffer.count)))
    }

    /// How many bytes were written; zero or less when the client has gone.
    func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        Int(library.write(session, bytes.baseAddress, Int32(clamping: bytes.count)))
    }
}
