import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The functions of OpenSSL that a server under TLS needs, found when the tests run.
///
/// A server in another process (`openssl s_server`) could not misbehave as tests ask, and linking would need OpenSSL's
/// headers where `swift build` is to work without. The library itself is there wherever FoundationNetworking's libcurl
/// uses it; where it is not, tests under TLS are skipped. All of these functions have been in its ABI since 1.1.1.
package struct TLSLibrary: Sendable {
    /// The library; nil where there is none. Its functions may be called from any thread.
    package static let shared = try? TLSLibrary()

    typealias Pointer = UnsafeMutableRawPointer
    typealias Path = UnsafePointer<CChar>

    let serverMethod: @convention(c) @Sendable () -> Pointer?
    let makeContext: @convention(c) @Sendable (Pointer?) -> Pointer?
    let freeContext: @convention(c) @Sendable (Pointer?) -> Void
    let useCertificate: @convention(c) @Sendable (Pointer?, Path) -> Int32
    let useKey: @convention(c) @Sendable (Pointer?, Path, Int32) -> Int32
    let control: @convention(c) @Sendable (Pointer?, Int32, Int, Pointer?) -> Int
    let setCiphers: @convention(c) @Sendable (Pointer?, Path) -> Int32
    let loadAuthorities: @convention(c) @Sendable (Pointer?, Path, Path?) -> Int32
    let setVerification: @convention(c) @Sendable (Pointer?, Int32, Pointer?) -> Void
    let makeSession: @convention(c) @Sendable (Pointer?) -> Pointer?
    let freeSession: @convention(c) @Sendable (Pointer?) -> Void
    let setDescriptor: @convention(c) @Sendable (Pointer?, Int32) -> Int32
    let accept: @convention(c) @Sendable (Pointer?) -> Int32
    let read: @convention(c) @Sendable (Pointer?, Pointer?, Int32) -> Int32
    let write: @convention(c) @Sendable (Pointer?, UnsafeRawPointer?, Int32) -> Int32
    let shutDown: @convention(c) @Sendable (Pointer?) -> Int32

    private init() throws {
        let names = ["libssl.so.3", "libssl.so.1.1"]
        let library = names.lazy.compactMap { dlopen($0, RTLD_NOW) }.first
        func function<Function>(_ name: String) throws -> Function {
            guard let library, let symbol = dlsym(library, name) else { throw POSIXError(.ENOSYS) }
            return unsafeBitCast(symbol, to: Function.self)
        }
        serverMethod = try function("TLS_server_method")
        makeContext = try function("SSL_CTX_new")
        freeContext = try function("SSL_CTX_free")
        useCertificate = try function("SSL_CTX_use_certificate_chain_file")
        useKey = try function("SSL_CTX_use_PrivateKey_file")
        control = try function("SSL_CTX_ctrl")
        setCiphers = try function("SSL_CTX_set_cipher_list")
        loadAuthorities = try function("SSL_CTX_load_verify_locations")
        setVerification = try function("SSL_CTX_set_verify")
        makeSession = try function("SSL_new")
        freeSession = try function("SSL_free")
        setDescriptor = try function("SSL_set_fd")
        accept = try function("SSL_accept")
        read = try function("SSL_read")
        write = try function("SSL_write")
        shutDown = try function("SSL_shutdown")
    }
}
