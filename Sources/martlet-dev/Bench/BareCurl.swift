import CMartletCurl
import Foundation

/// A loop over libcurl alone, with its multi interface in one thread: the limit of what a client over libcurl can reach.
final class BareCurl {
    private let multi: UnsafeMutableRawPointer
    private var handles: [UnsafeMutableRawPointer] = []
    private var headers: UnsafeMutableRawPointer?

    /// - Parameter width: The number of requests at once.
    init(url: String, body: String?, width: Int) throws {
        guard martlet_curl_load(), let multi = martlet_curl_multi_init() else {
            throw BenchFailure("there is no libcurl")
        }
        self.multi = multi
        headers = martlet_curl_slist_append(nil, "Content-Type: application/json")
        for _ in 0..<width {
            guard let easy = martlet_curl_easy_init() else { throw BenchFailure("there is no memory") }
            handles.append(easy)
            // CURLOPT_URL, CURLOPT_NOSIGNAL, CURLOPT_WRITEFUNCTION, CURLOPT_HTTPHEADER and CURLOPT_COPYPOSTFIELDS.
            _ = martlet_curl_set_text(easy, 10_002, url)
            _ = martlet_curl_set_long(easy, 99, 1)
            _ = martlet_curl_set_data_callback(easy, 20_011) { _, size, count, _ in size * count }
            if let body {
                _ = martlet_curl_set_pointer(easy, 10_023, headers)
                _ = martlet_curl_set_text(easy, 10_165, body)
            }
        }
    }

    deinit {
        for easy in handles { martlet_curl_easy_cleanup(easy) }
        _ = martlet_curl_multi_cleanup(multi)
        martlet_curl_slist_free_all(headers)
    }

    /// Makes a number of requests.
    func run(_ count: Int) throws {
        var started = min(count, handles.count)
        var finished = 0
        for easy in handles.prefix(started) { _ = martlet_curl_multi_add_handle(multi, easy) }
        while finished < count {
            _ = martlet_curl_multi_perform(multi)
            var result: Int32 = 0
            while let easy = martlet_curl_multi_next_done(multi, &result) {
                guard result == 0 else { throw BenchFailure(String(cString: martlet_curl_easy_strerror(result))) }
                _ = martlet_curl_multi_remove_handle(multi, easy)
                finished += 1
                guard started < count else { continue }
                started += 1
                _ = martlet_curl_multi_add_handle(multi, easy)
                _ = martlet_curl_multi_perform(multi)
            }
            if finished < count { _ = martlet_curl_multi_poll(multi, 1000) }
        }
    }
}
