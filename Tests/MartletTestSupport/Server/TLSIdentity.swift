import Foundation

/// A certificate with its key, made for one run of the tests by the `openssl` command. Nobody trusts it by default.
package struct TLSIdentity: Sendable {
    /// The path of the certificate, in PEM. A client that trusts it trusts the server.
    package let certificate: String

    /// The path of the private key, in PEM.
    package let key: String

    /// Whether the server speaks TLS 1.0 only, which RFC 8996 forbids.
    package var isOutdated = false

    /// The path of the issuer of client certificates; nil if none are requested.
    package var clientAuthority: String?

    /// For `127.0.0.1` and `localhost`, from now on for a day.
    package static let valid = make("valid", names: "IP:127.0.0.1,DNS:localhost")

    /// For another host.
    package static let otherHost = make("other", names: "DNS:other.example.test")

    /// For `127.0.0.1`, until yesterday.
    package static let expired = make("expired", names: "IP:127.0.0.1", days: -1)

    /// Whether tests under TLS can run here. If not, say ``missing``.
    package static let isAvailable = TLSLibrary.shared != nil && valid != nil

    /// Why tests under TLS do not run.
    package static let missing = "skipped: tests under TLS need the openssl command and OpenSSL's libssl"

    /// The folder lives as long as the process; its destructor would not run at exit, so `atexit` removes it.
    private static let folder: String? = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tls-of-martlet-tests-\(UUID().uuidString)"
        )
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { TLSIdentity.removeFolder() }
        return folder.path
    }()

    private static func removeFolder() {
        if let folder { try? FileManager.default.removeItem(atPath: folder) }
    }

    private static func make(_ name: String, names: String, days: Int = 1) -> TLSIdentity? {
        guard let folder else { return nil }
        let file = "\(folder)/\(name)"
        let steps = """
            openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout '\(file).key' \
            -out '\(file).csr' -subj '/CN=martlet test' && \
            printf 'subjectAltName=\(names)\\n' > '\(file).ext' && \
            openssl x509 -req -in '\(file).csr' -signkey '\(file).key' -days \(days) -extfile '\(file).ext' \
            -out '\(file).pem'
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", steps]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return TLSIdentity(certificate: "\(file).pem", key: "\(file).key")
    }
}
