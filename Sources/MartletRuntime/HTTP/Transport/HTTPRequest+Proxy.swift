#if canImport(FoundationNetworking)
    import Foundation

    extension HTTPRequest {
        /// Refuses plain http that libcurl would send over a proxy of the environment: a credential would leave this
        /// machine in clear text. Unlike other programs, libcurl heeds `http_proxy` in lower case only.
        /// - Throws: ``ApiError`` of kind `invalidRequest`.
        func checkProxy() throws {
            let proxies = ["http_proxy", "all_proxy", "ALL_PROXY"]
            guard url.scheme?.lowercased() == "http", proxies.contains(where: { Self.variable($0) != nil }) else {
                return
            }
            let host = url.host(percentEncoded: true)?.lowercased() ?? ""
            let excluded = (Self.variable("no_proxy") ?? Self.variable("NO_PROXY") ?? "").lowercased()
                .split { ", ".contains($0) }
            guard excluded == ["*"] || excluded.contains(Substring(host)) else { throw Self.plainProxy }
        }

        /// A variable of the environment as it is now, as libcurl reads it; nil when it is not set or empty.
        private static func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }

        /// Plain http to this machine, by way of another one.
        static let plainProxy = ApiError(
            .invalidRequest,
            "plain http would go over the proxy that http_proxy or all_proxy names; add the host to no_proxy"
        )
    }
#endif
