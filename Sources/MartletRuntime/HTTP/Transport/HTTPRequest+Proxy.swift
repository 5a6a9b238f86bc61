#if canImport(FoundationNetworking)
    import Foundation

    extension HTTPRequest {
        /// Rejects a plain http request that libcurl would send over a proxy from the environment, because a proxy
        /// could read it. Unlike other programs, libcurl reads only the lower-case variable `http_proxy`.
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

        /// Returns the current value of an environment variable, as libcurl reads it; `nil` if it is unset or empty.
        private static func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }

        /// The error for a plain http request that would go over a proxy.
        static let plainProxy = ApiError(
            .invalidRequest,
            "plain http would go over the proxy that http_proxy or all_proxy names; add the host to no_proxy"
        )
    }
#endif
