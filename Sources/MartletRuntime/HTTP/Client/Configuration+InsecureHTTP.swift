import Foundation

extension Configuration {
    /// The hosts that may be reached over plain http, which anyone on the network path can read and change.
    ///
    /// ```swift
    /// configuration.allowsInsecureHTTP = .hosts(["orders.svc.cluster.local", "192.168.1.5"])
    /// configuration.allowsInsecureHTTP = .always.includingCredentials
    /// ```
    /// Loopback hosts are always allowed, with credentials: `localhost`, `::1` and 127.0.0.0/8 (RFC 1122, section
    /// 3.2.1.3). Plain http never goes over a proxy. On Apple platforms, App Transport Security must allow it as well.
    public struct InsecureHTTP: Sendable, Hashable {
        private enum Scope: Sendable, Hashable {
            case hosts(Set<String>)
            case always
        }

        private var scope: Scope
        private var includesCredentials = false

        /// No host but loopback hosts.
        public static let never = InsecureHTTP(scope: .hosts([]))

        /// Every host.
        public static let always = InsecureHTTP(scope: .always)

        /// Exactly these hosts, by name or address, without port; case-insensitive.
        public static func hosts(_ hosts: [String]) -> InsecureHTTP {
            InsecureHTTP(scope: .hosts(Set(hosts.map { $0.lowercased() })))
        }

        /// The same hosts, to which credentials may be sent in clear text as well.
        ///
        /// Otherwise, a request with a credential is an ``ApiError`` of kind `invalidRequest`.
        public var includingCredentials: InsecureHTTP {
            var policy = self
            policy.includesCredentials = true
            return policy
        }

        /// Whether a request may be sent to a URL: always over https.
        func allows(_ url: URL, withCredentials hasCredentials: Bool = false) -> Bool {
            guard url.scheme?.lowercased() != "https" else { return true }
            var host = (url.host(percentEncoded: true) ?? "").lowercased()
            if host.utf8.first == UInt8(ascii: "[") { host = String(host.dropFirst().dropLast()) }
            if Self.isLoopback(host) { return true }
            guard includesCredentials || !hasCredentials else { return false }
            return switch scope {
            case .hosts(let hosts): hosts.contains(host)
            case .always: true
            }
        }

        private static func isLoopback(_ host: String) -> Bool {
            if host == "localhost" || host == "::1" { return true }
            guard host.hasPrefix("127.") else { return false }
            let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count == 4 && parts.allSatisfy { UInt8(Substring($0)) != nil }
        }
    }
}
