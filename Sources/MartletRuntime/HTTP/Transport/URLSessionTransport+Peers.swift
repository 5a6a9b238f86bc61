public import Foundation

#if canImport(Security)
    public import Security
#endif

extension URLSessionTransport {
    /// The servers that a transport trusts.
    public struct Trust: Sendable, Hashable {
        /// The pins, one of which must match the public key of a server's certificate; empty for any key.
        let pins: [String]

        /// Servers with a certificate that the system trusts.
        public static let system = Trust(pins: [])

        /// Servers with a certificate that the system trusts and that has one of these public keys. Any other server is
        /// an ``ApiError`` of kind `tls`, before anything is sent. Apple platforms only.
        ///
        /// ```sh
        /// openssl x509 -in server.pem -pubkey -noout | openssl pkey -pubin -outform der \
        ///   | openssl dgst -sha256 -binary | openssl base64
        /// ```
        /// - Parameter pins: The SHA-256 hashes of the keys in Base64 (Subject Public Key Info; RFC 7469, section 2.4),
        ///   as for `CurlOptions.publicKeyPins`. Always include the key of a spare certificate.
        public static func publicKeys(_ pins: [String]) -> Trust { Trust(pins: pins) }
    }

    /// A certificate that authenticates the client, and its private key (RFC 8446, section 4.3.2). Apple platforms
    /// only.
    public struct Identity: @unchecked Sendable {
        #if canImport(Security)
            /// The identity and its intermediate certificates; `nil` if it cannot be read.
            let credential: URLCredential?
        #endif

        /// Creates an identity from the bytes of a PKCS #12 file (RFC 7292). If they cannot be read, every request
        /// fails with an ``ApiError`` of kind `invalidRequest`. On macOS, the key is added to the user's keychain.
        /// - Parameters:
        ///   - pkcs12: The bytes of the file.
        ///   - passphrase: The passphrase of the file.
        public init(pkcs12: Data, passphrase: String) {
            #if canImport(Security)
                var items: CFArray?
                let options = [kSecImportExportPassphrase as String: passphrase] as CFDictionary
                let status = SecPKCS12Import(pkcs12 as CFData, options, &items)
                let item = status == errSecSuccess ? (items as? [[String: Any]])?.first : nil
                credential = item.flatMap { item in
                    guard let value = item[kSecImportItemIdentity as String] else { return nil }
                    let chain = item[kSecImportItemCertChain as String] as? [Any]
                    // A conditional cast to a type of Core Foundation would always succeed.
                    return CFGetTypeID(value as CFTypeRef) == SecIdentityGetTypeID()
                        ? URLCredential(
                            identity: unsafeDowncast(value as AnyObject, to: SecIdentity.self),
                            certificates: chain.map { Array($0.dropFirst()) },
                            persistence: .forSession
                        ) : nil
                }
            #endif
        }

        #if canImport(Security)
            /// Creates an identity from the keychain.
            /// - Parameters:
            ///   - identity: The certificate with its private key.
            ///   - certificates: The intermediate certificates that servers need.
            public init(_ identity: SecIdentity, certificates: [SecCertificate] = []) {
                credential = URLCredential(identity: identity, certificates: certificates, persistence: .forSession)
            }
        #endif
    }
}

/// The servers that a session trusts, and the certificate that it presents to servers that ask for one.
struct SessionPeers: Sendable {
    let trust: URLSessionTransport.Trust
    let identity: URLSessionTransport.Identity?

    /// The reason why no request can be sent; `nil` if requests can be sent.
    var fault: ApiError? {
        #if canImport(Security)
            identity.map { $0.credential == nil } ?? false ? Self.unreadableIdentity : nil
        #else
            trust == .system && identity == nil ? nil : Self.unsupported
        #endif
    }

    /// The error on platforms with FoundationNetworking, which can neither check public keys nor present a certificate.
    static let unsupported = ApiError(
        .invalidRequest,
        "URLSession can neither check public keys nor present a certificate on this system; use CurlTransport"
    )

    /// The error for a PKCS #12 file that cannot be read.
    static let unreadableIdentity = ApiError(
        .invalidRequest, "the client's certificate and key cannot be read; the passphrase may be wrong")
}

#if canImport(Security)
    import CryptoKit

    extension SessionPeers {
        /// An answer to a challenge.
        enum Answer {
            /// The default behavior of the system.
            case system
            case credential(URLCredential)
            case rejection(ApiError)
        }

        /// Returns the answer to a challenge of the TLS handshake, or to any other one.
        func answer(to challenge: URLAuthenticationChallenge) -> Answer {
            switch challenge.protectionSpace.authenticationMethod {
            case NSURLAuthenticationMethodClientCertificate:
                return identity?.credential.map { .credential($0) } ?? .system
            case NSURLAuthenticationMethodServerTrust:
                guard !trust.pins.isEmpty, let server = challenge.protectionSpace.serverTrust,
                    SecTrustEvaluateWithError(server, nil)
                else { return .system }
                let chain = SecTrustCopyCertificateChain(server) as? [SecCertificate]
                let key = chain?.first.flatMap { PublicKeyInfo(certificate: SecCertificateCopyData($0) as Data) }
                let pin = key.map { Data(SHA256.hash(data: $0.bytes)).base64EncodedString() }
                guard let pin, trust.pins.contains(pin) else { return .rejection(Self.otherKey) }
                return .credential(URLCredential(trust: server))
            default: return .system
            }
        }

        /// The error for a trusted server with another public key than those pinned.
        static let otherKey = ApiError(.tls, "the server's public key is none of those that the transport trusts")
    }
#endif
