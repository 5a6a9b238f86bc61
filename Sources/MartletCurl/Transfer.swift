import CMartletCurl
import Foundation
import MartletRuntime

/// A single exchange over libcurl. Whichever thread uses the engine uses it.
final class Transfer: @unchecked Sendable {
    /// The request.
    let request: HTTPRequest
    /// The passphrase of the client certificate's key.
    let passphrase: String?

    /// The start of the exchange.
    let begin: ContinuousClock.Instant

    /// The time limits.
    var watch: Watch
    /// Whether the caller was cancelled. The loop's lock guards it.
    var isCancelled = false
    /// The receiver of the response; `nil` before the transfer has started and after it has ended.
    var receiver: (any ResponseReceiver)?
    /// The libcurl handle; `nil` unless the transfer is running.
    var handle: EasyHandle?
    /// The error if the transfer ended before it started.
    var earlyEnd: (any Error)?

    /// The error of a callback, which is more specific than libcurl's own error.
    private(set) var failure: (any Error)?
    /// Whether receiving is paused because the reader of the body is behind.
    private var isReceivingPaused = false
    /// Whether sending is paused because the streams of the body are behind.
    private var isSendingPaused = false
    /// A closure that is called on any thread when sending can be resumed.
    var onMore: @Sendable () -> Void = {}
    /// The header fields, `struct curl_slist *`.
    var fields: UnsafeMutableRawPointer?
    /// The address of the host, `struct curl_slist *`; `nil` if it is looked up.
    var addresses: UnsafeMutableRawPointer?

    private var head: ResponseHead
    private var body: HTTPBodyReader?
    /// The bytes of a body with streams.
    private var feed: BodyFeed?
    private var connections = 0

    /// Whether the caller has the response, or its head if it reads the body as it arrives.
    var isDelivered: Bool { receiver?.isStreaming ?? true }

    /// Creates a transfer that has not started.
    init(_ request: HTTPRequest, passphrase: String?) {
        self.request = request
        self.passphrase = passphrase
        begin = .now
        watch = Watch(request, now: begin)
        head = ResponseHead(limit: request.maxResponseHeaders)
    }

    deinit {
        martlet_curl_slist_free_all(fields)
        martlet_curl_slist_free_all(addresses)
    }

    /// Receives a line of a head or of trailers, including its line break.
    /// - Returns: Whether to continue.
    func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        attempt {
            watch.noteActivity(.now)
            guard let (statusCode, headers) = try head.take(line) else { return }
            try receiver?.receive(statusCode: statusCode, headers: headers)
            if receiver?.isStreaming ?? false { watch.noteHead() }
        } != nil
    }

    /// Receives a part of the body.
    /// - Returns: The number of bytes received, which is all of them, or the value that pauses or ends the transfer.
    func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        if receiver?.isFull ?? false {
            isReceivingPaused = true
            watch.pause()
            return 0x1000_0001  // CURL_WRITEFUNC_PAUSE
        }
        watch.noteActivity(.now)
        return attempt { try receiver?.receive(Data(bytes)) } == nil ? -1 : bytes.count
    }

    /// Provides the next part of the request's body.
    /// - Returns: The number of bytes; 0 at the end, or the value that pauses or ends the transfer.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let part = attempt({ try nextPart(upTo: buffer.count) }) else {
            return 0x1000_0000  // CURL_READFUNC_ABORT
        }
        guard let part else {
            isSendingPaused = true
            watch.pause()
            return 0x1000_0001  // CURL_READFUNC_PAUSE
        }
        watch.noteActivity(.now)
        part.copyBytes(to: buffer)
        request.uploadMeter?.add(part.count)
        return part.count
    }

    /// Starts the body at its beginning.
    func startBody() {
        feed?.cancel()
        guard let body = request.body else { return }
        if body.hasStream { feed = BodyFeed(body, onMore: onMore) } else { self.body = HTTPBodyReader(body) }
    }

    /// Returns the next part of the body, which is empty at the end; `nil` if no bytes are available yet.
    private func nextPart(upTo limit: Int) throws -> Data? {
        guard let feed else { return try body?.next(upTo: limit) ?? Data() }
        guard let part = try feed.next(upTo: limit) else { return Data() }
        return part.isEmpty ? nil : part
    }

    /// Restarts the body, because libcurl lost the connection and uses another one.
    /// - Returns: The value that reports success or failure to libcurl.
    func seek(to offset: Int64) -> Int32 {
        guard offset == 0, let body = request.body, body.isUnused else { return 2 }  // CURL_SEEKFUNC_CANTSEEK
        startBody()
        request.uploadMeter?.set(0)
        return 0
    }

    /// Records that the request is about to be sent over a connection.
    ///
    /// libcurl sends a request again if a used connection dies before the response; the server may have processed the
    /// first one.
    /// - Returns: The value that tells libcurl whether to continue.
    func willSend() -> Int32 {
        connections += 1
        guard connections == 1 || request.method.isIdempotent else {
            failure = Self.lostConnection
            return 1  // CURL_PREREQFUNC_ABORT
        }
        return 0
    }

    /// Resumes receiving after the reader has made room.
    func resumeReceiving() {
        guard isReceivingPaused else { return }
        isReceivingPaused = false
        resume()
    }

    /// Resumes sending after the streams of the body have provided more.
    func resumeSending() {
        guard isSendingPaused else { return }
        isSendingPaused = false
        resume()
    }

    private func resume() {
        guard let handle else { return }
        watch.resume(.now)
        // CURLPAUSE_RECV and CURLPAUSE_SEND: what remains paused.
        let mask: Int32 = (isReceivingPaused ? 1 : 0) | (isSendingPaused ? 4 : 0)
        _ = martlet_curl_easy_pause(handle.pointer, mask)
    }

    /// Ends the transfer with libcurl's result; 0 is success.
    func end(_ code: Int32) {
        if let failure { return end(failure) }
        guard code != 0 else { return end(nil) }
        let own = handle?.errorMessage ?? ""
        let text = own.isEmpty ? String(cString: martlet_curl_easy_strerror(code)) : own
        end(ApiError(curl: code, text, hasSent: handle.map { $0.sentByteCount > 0 } ?? true))
    }

    /// Ends the transfer, with an error if it failed.
    func end(_ error: (any Error)?) {
        feed?.cancel()
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

    /// The error if a used connection died before the response.
    static let lostConnection = ApiError(.transport, "the connection was lost after the request had been sent")
}
