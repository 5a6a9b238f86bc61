import CMartletCurl
import MartletRuntime

/// A libcurl handle, which is used for one transfer at a time, with the settings that all transfers of a transport share.
final class EasyHandle {
    /// The options that are used, with libcurl's numbers, which never change.
    enum Option {
        static let writeData: Int32 = 10_001
        static let url: Int32 = 10_002
        static let proxy: Int32 = 10_004
        static let readData: Int32 = 10_009
        static let errorBuffer: Int32 = 10_010
        static let writeFunction: Int32 = 20_011
        static let readFunction: Int32 = 20_012
        static let httpHeader: Int32 = 10_023
        static let sslCertificate: Int32 = 10_025
        static let keyPassphrase: Int32 = 10_026
        static let headerData: Int32 = 10_029
        static let sslVersion: Int32 = 32
        static let customRequest: Int32 = 10_036
        static let noBody: Int32 = 44
        static let upload: Int32 = 46
        static let authorities: Int32 = 10_065
        static let freshConnect: Int32 = 74
        static let headerFunction: Int32 = 20_079
        static let sslKey: Int32 = 10_087
        static let httpVersion: Int32 = 84
        static let noSignal: Int32 = 99
        static let acceptEncoding: Int32 = 10_102
        static let fileSize: Int32 = 30_115
        static let connectTimeout: Int32 = 156
        static let seekFunction: Int32 = 20_167
        static let seekData: Int32 = 10_168
        static let noProxy: Int32 = 10_177
        static let protocols: Int32 = 181
        static let tcpKeepAlive: Int32 = 213
        static let resolve: Int32 = 10_203
        static let pinnedPublicKey: Int32 = 10_230
        static let unixSocket: Int32 = 10_231
        static let pathAsIs: Int32 = 234
        static let suppressConnectHeaders: Int32 = 265
        static let prereqFunction: Int32 = 20_312
        static let prereqData: Int32 = 10_313
    }

    /// The easy handle, `CURL *`.
    let pointer: UnsafeMutableRawPointer

    /// The transfer that the handle is used for.
    unowned(unsafe) var transfer: Transfer? {
        didSet { errorBuffer.pointee = 0 }
    }

    /// The buffer for libcurl's error message.
    private let errorBuffer = UnsafeMutablePointer<CChar>.allocate(capacity: EasyHandle.errorSize)
    private static let errorSize = 256

    /// Whether libcurl has been loaded.
    static let isAvailable = martlet_curl_load()

    /// Creates a handle.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if libcurl does not support an option, or if there is not enough
    ///   memory.
    init(_ options: CurlOptions) throws {
        guard let pointer = martlet_curl_easy_init() else { throw Self.refusedOption("out of memory") }
        self.pointer = pointer
        errorBuffer.initialize(repeating: 0, count: Self.errorSize)
        do {
            try set(options)
        } catch {
            free()
            throw error
        }
    }

    deinit { errorBuffer.deallocate() }

    /// Frees the handle, which must not be used afterwards.
    func free() { martlet_curl_easy_cleanup(pointer) }

    /// libcurl's message about the error of the transfer; empty if there is none.
    var errorMessage: String { String(cString: errorBuffer) }

    private func set(_ options: CurlOptions) throws {
        try set(Option.errorBuffer, errorBuffer)
        try set(Option.noSignal, 1)
        try set(Option.protocols, 3)  // CURLPROTO_HTTP | CURLPROTO_HTTPS
        try set(Option.pathAsIs, 1)
        try set(Option.tcpKeepAlive, 1)
        try set(Option.suppressConnectHeaders, 1)
        try setConnection(options)
        try setCallbacks()
    }

    /// Sets an option to a number.
    func set(_ option: Int32, _ value: Int) throws { try check(martlet_curl_set_long(pointer, option, value)) }

    /// Sets an option to a length.
    func set(_ option: Int32, offset value: Int) throws {
        try check(martlet_curl_set_offset(pointer, option, Int64(value)))
    }

    /// Sets an option to a text, which libcurl copies.
    func set(_ option: Int32, _ value: String) throws {
        try check(value.withCString { martlet_curl_set_text(pointer, option, $0) })
    }

    /// Resets an option that is a text.
    func reset(_ option: Int32) throws { try check(martlet_curl_set_text(pointer, option, nil)) }

    /// Sets an option to a pointer, which must remain valid.
    func set(_ option: Int32, _ value: UnsafeMutableRawPointer?) throws {
        try check(martlet_curl_set_pointer(pointer, option, value))
    }

    /// Sets an option to a callback that receives or provides bytes.
    func set(_ option: Int32, _ value: @escaping martlet_curl_data_callback) throws {
        try check(martlet_curl_set_data_callback(pointer, option, value))
    }

    /// The number of request bytes sent with this handle, including heads and proxy tunnels.
    var sentByteCount: Int {
        var count = 0
        let requestSize: Int32 = 0x200000 + 12
        return martlet_curl_get_long(pointer, requestSize, &count) == 0 ? count : 0
    }

    private func check(_ code: Int32) throws {
        guard code == 0 else { throw Self.refusedOption(String(cString: martlet_curl_easy_strerror(code))) }
    }

    /// The error if libcurl was built without a feature such as TLS, or if there is not enough memory.
    static func refusedOption(_ reason: String) -> ApiError {
        ApiError(.invalidRequest, "libcurl rejected an option: \(reason)")
    }
}
