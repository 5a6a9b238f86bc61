import CMartletCurl
import Foundation
import MartletRuntime

/// One exchange over libcurl. It belongs to the loop's thread.
final class Transfer: @unchecked Sendable {
    /// What is sent.
    let request: HTTPRequest
    /// How it is sent.
    let options: CurlOptions
    /// What the key of the client's certificate is encrypted with.
    let passphrase: String?

    /// When it takes too long.
    var watch: Watch
    /// Takes the response; nil before it has begun and after it has ended.
    var receiver: (any ResponseReceiver)?
    /// What libcurl knows it by; nil unless it is under way.
    var handle: EasyHandle?
    /// Why it has ended before it began.
    var earlyEnd: (any Error)?

    /// What one of the callbacks threw; it tells more than libcurl's own error.
    private(set) var failure: (any Error)?
    /// Whether the reader of the body is behind.
    private(set) var isPaused = false
    /// `struct curl_slist *`, the fields of the head.
    var fields: UnsafeMutableRawPointer?
    /// libcurl's own words about its own error.
    let errorBuffer = UnsafeMutablePointer<CChar>.allocate(capacity: 256)

    private var head: ResponseHead
    private var body: HTTPBodyReader?
    private var connections = 0

    /// Whether it has no connection yet, as far as libcurl tells; before 7.80 it does not.
    var isWaiting: Bool { connections == 0 }

    /// A transfer that has not begun.
    init(_ request: HTTPRequest, _ options: CurlOptions, passphrase: String?) {
        self.request = request
        self.options = options
        self.passphrase = passphrase
        watch = Watch(request, now: .now)
        head = ResponseHead(limit: request.maxResponseHeaders)
        body = request.body.map { HTTPBodyReader($0) }
        errorBuffer.initialize(repeating: 0, count: 256)
    }

    deinit {
        errorBuffer.deallocate()
        martlet_curl_slist_free_all(fields)
    }

    /// Takes one line of a head, with its end, or of trailers.
    /// - Returns: Whether to go on.
    func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        attempt {
            watch.noteActivity(.now)
            guard let (statusCode, headers) = try head.take(line) else { return }
            try receiver?.receive(statusCode: statusCode, headers: headers)
            if receiver?.isStreaming ?? false { watch.noteHead() }
        } != nil
    }

    /// Takes a part of the body.
    /// - Returns: How many bytes were taken; all of them, or what tells libcurl to pause or to end.
    func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        if receiver?.isFull ?? false {
            isPaused = true
            watch.pause()
            return 0x1000_0001  // CURL_WRITEFUNC_PAUSE
        }
        watch.noteActivity(.now)
        return attempt { try receiver?.receive(Data(bytes)) } == nil ? -1 : bytes.count
    }

    /// Gives the next part of the request's body.
    /// - Returns: How many bytes; 0 at the end, or what tells libcurl to end.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        watch.noteActivity(.now)
        let part = attempt { try body?.next(upTo: buffer.count) ?? Data() }
        guard let part else { return 0x1000_0000 }  // CURL_READFUNC_ABORT
        part.copyBytes(to: buffer)
        return part.count
    }

    /// Begins the body anew, for libcurl has found the connection dead and takes another one.
    /// - Returns: What tells libcurl whether that worked.
    func seek(to offset: Int64) -> Int32 {
        guard offset == 0, let body = request.body else { return 2 }  // CURL_SEEKFUNC_CANTSEEK
        self.body = HTTPBodyReader(body)
        return 0
    }

    /// Takes note that the request is about to be sent over a connection.
    ///
    /// libcurl sends a request again when a connection that has been used before dies before an answer; the server may
    /// have carried it out by then.
    /// - Returns: What tells libcurl whether to go on.
    func willSend() -> Int32 {
        connections += 1
        guard connections == 1 || request.method.isIdempotent else {
            failure = Self.lostConnection
            return 1  // CURL_PREREQFUNC_ABORT
        }
        return 0
    }

    /// Goes on after the reader has made room.
    func resume() {
        guard isPaused, let handle else { return }
        isPaused = false
        watch.resume(.now)
        _ = martlet_curl_easy_pause(handle.pointer, 0)
    }

    /// Ends with libcurl's result, which is 0 for success.
    func end(_ code: Int32) {
        if let failure { return end(failure) }
        guard code != 0 else { return end(nil) }
        let own = String(cString: errorBuffer)
        let text = own.isEmpty ? String(cString: martlet_curl_easy_strerror(code)) : own
        end(ApiError(curl: code, text, hasSent: handle.map { $0.sentByteCount > 0 } ?? true))
    }

    /// Ends well, or with an error.
    func end(_ error: (any Error)?) {
        receiver?.end(error)
        receiver = nil
        earlyEnd = error
    }

    private func attempt<Result>(_ action: () throws -> Result) -> Result? {
        do {
            return try action()
        } catch {
            failure = error
            return nil
        }
    }

    /// The connection was used before, and died before an answer.
    static let lostConnection = ApiError(.transport, "the connection was lost after the request had been sent")
}
