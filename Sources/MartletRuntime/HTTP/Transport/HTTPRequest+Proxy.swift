import Foundation

#if canImport(FoundationNetworking)
    extension HTTPRequest {
        /// Refuses plain http that libcurl would send over a proxy of the environment: a credential would leave this
        /// machine in clear text. Unlike other programs, libcurl heeds `http_proxy` in lower case only.
        /// - Throws: ``ApiError`` of kind `invalidRequest`.
        func checkProxy(_ environment: [String: String]) throws {
            let proxies = ["http_proxy", "all_proxy", "ALL_PROXY"]
            guard url.scheme?.lowercased() == "http", proxies.contains(where: { !(environment[$0] ?? "").isEmpty })
            else { return }
            let host = url.host(percentEncoded: true)?.lowercased() ?? ""
            let excluded = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "").lowercased()
                .split { ", ".contains($0) }
            guard excluded == ["*"] || excluded.contains(Substring(host)) else { throw Self.plainProxy }
        }

        /// Plain http to this machine, by way of another one.
        static let plainProxy = ApiError(
            .invalidRequest,
            "plain http would go over the proxy that http_proxy or all_proxy names; add the host to no_proxy"
        )
    }
#endif
