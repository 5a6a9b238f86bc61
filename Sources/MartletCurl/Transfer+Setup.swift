import CMartletCurl
import Foundation
import MartletRuntime

extension Transfer {
    /// Configures libcurl for the request.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if libcurl does not support an option.
    func prepare(_ handle: EasyHandle) throws {
        typealias Option = EasyHandle.Option
        let me = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(Option.errorBuffer, errorBuffer)
        try handle.set(Option.noSignal, 1)
        try handle.set(Option.protocols, 3)  // CURLPROTO_HTTP | CURLPROTO_HTTPS
        try handle.set(Option.pathAsIs, 1)
        try handle.set(Option.url, request.url.absoluteString)
        try handle.set(Option.tcpKeepAlive, 1)
        try handle.set(Option.suppressConnectHeaders, 1)
        // `Watch` enforces the time limits; libcurl's own limit of five minutes must not be reached before.
        try handle.set(Option.connectTimeout, Self.milliseconds(beyond: request.timeout))
        try setTrust(handle)
        try setProxy(handle)
        try setDestination(handle)
        try setMethod(handle)
        try setFields(handle)

        try handle.set(Option.headerData, me)
        try handle.set(Option.headerFunction) { line, size, count, transfer in
            let bytes = UnsafeRawBufferPointer(start: line, count: size * count)
            return Transfer.from(transfer).receive(headerLine: bytes) ? bytes.count : -1
        }
        try handle.set(Option.writeData, me)
        try handle.set(Option.writeFunction) { bytes, size, count, transfer in
            Transfer.from(transfer).receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        try setResending(handle)
    }

    /// Returns a limit plus one second, in milliseconds that fit into 32 bits, the size of `long` on some platforms.
    private static func milliseconds(beyond limit: Duration) -> Int {
        Int(min(limit.boundedSeconds.rounded(.up) * 1000 + 1000, Double(Int32.max)))
    }

    private static func from(_ pointer: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
    }

    private func setTrust(_ handle: EasyHandle) throws {
        try handle.set(EasyHandle.Option.sslVersion, 6)  // CURL_SSLVERSION_TLSv1_2, as a minimum (RFC 8996)
        if !options.publicKeyPins.isEmpty {
            let pins = options.publicKeyPins.map { "sha256//\($0)" }.joined(separator: ";")
            try handle.set(EasyHandle.Option.pinnedPublicKey, pins)
        }
        if let file = options.trustedCertificates { try handle.set(EasyHandle.Option.authorities, file.path) }
        if let identity = options.clientCertificate {
            try handle.set(EasyHandle.Option.sslCertificate, identity.certificate.path)
            try handle.set(EasyHandle.Option.sslKey, identity.key.path)
            if let passphrase {
                try handle.set(EasyHandle.Option.keyPassphrase, passphrase)
            }
        }
    }

    private func setProxy(_ handle: EasyHandle) throws {
        // No proxy can read plain-text requests.
        let isPlain = request.url.scheme?.lowercased() == "http"
        switch isPlain ? .none : options.proxy {
        case .none: try handle.set(EasyHandle.Option.proxy, "")
        case .environment: break
        case .server(let url):
            try handle.set(EasyHandle.Option.proxy, url.absoluteString)
            // Otherwise, `no_proxy` of the environment applies.
            try handle.set(EasyHandle.Option.noProxy, "")
        }
    }

    private func setDestination(_ handle: EasyHandle) throws {
        switch options.httpVersion {
        case .automatic: break
        case .http1: try handle.set(EasyHandle.Option.httpVersion, 2)  // CURL_HTTP_VERSION_1_1
        case .http2: try handle.set(EasyHandle.Option.httpVersion, 4)  // CURL_HTTP_VERSION_2TLS
        case .http3: try handle.set(EasyHandle.Option.httpVersion, 30)  // CURL_HTTP_VERSION_3
        }
        if let socket = options.unixSocket { try handle.set(EasyHandle.Option.unixSocket, socket.path) }
        let host = request.url.host(percentEncoded: true)?.lowercased() ?? ""
        guard let address = options.addresses[host] else { return }
        let port = request.url.port ?? (request.url.scheme?.lowercased() == "http" ? 80 : 443)
        addresses = martlet_curl_slist_append(nil, "\(host):\(port):\(address)")
        try handle.set(EasyHandle.Option.resolve, addresses)
    }

    private func setMethod(_ handle: EasyHandle) throws {
        if request.method == .head {
            try handle.set(EasyHandle.Option.noBody, 1)
        } else {
            try handle.set(EasyHandle.Option.customRequest, request.method.rawValue)
        }
        guard let body = request.body else { return }
        try handle.set(EasyHandle.Option.upload, 1)
        startBody()
        // A body of unknown length is sent in chunks.
        try handle.set(EasyHandle.Option.fileSize, offset: body.count ?? -1)
        try handle.set(EasyHandle.Option.readData, Unmanaged.passUnretained(self).toOpaque())
        try handle.set(EasyHandle.Option.readFunction) { buffer, size, count, transfer in
            Transfer.from(transfer).send(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
    }

    /// Sets the header fields, with empty ones in place of those that libcurl would add.
    private func setFields(_ handle: EasyHandle) throws {
        for field in request.headers.fields {
            // In libcurl's syntax, a semicolon in place of the colon sends a field without a value.
            try addField(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        for name in ["Accept", "Expect", "Content-Type"] where request.headers[name] == nil { try addField("\(name):") }
        try handle.set(EasyHandle.Option.httpHeader, fields)
        if request.headers["Accept-Encoding"] == nil {
            // All encodings that libcurl can decode.
            try handle.set(EasyHandle.Option.acceptEncoding, "")
        }
    }

    private func addField(_ line: String) throws {
        guard let longer = line.withCString({ martlet_curl_slist_append(fields, $0) }) else {
            throw EasyHandle.refusedOption("out of memory")
        }
        fields = longer
    }

    /// Configures whether libcurl may send a request again.
    private func setResending(_ handle: EasyHandle) throws {
        let me = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(EasyHandle.Option.seekData, me)
        _ = martlet_curl_set_seek_callback(handle.pointer, EasyHandle.Option.seekFunction) { transfer, offset, origin in
            origin == 0 ? Transfer.from(transfer).seek(to: offset) : 2  // SEEK_SET, CURL_SEEKFUNC_CANTSEEK
        }
        let code = martlet_curl_set_prereq_callback(
            handle.pointer,
            EasyHandle.Option.prereqFunction
        ) { transfer, _, _, _, _ in Transfer.from(transfer).willSend() }
        if code == 0 {
            try handle.set(EasyHandle.Option.prereqData, me)
        } else if !request.method.isIdempotent {
            // Before 7.80, a new connection is the only way to avoid one that may be dead.
            try handle.set(EasyHandle.Option.freshConnect, 1)
        }
    }
}
