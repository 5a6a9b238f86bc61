import CMartletCurl
import Foundation
import MartletRuntime

extension Transfer {
    /// Sets everything that depends on the request. The handle may have been used for another one.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if libcurl does not support an option.
    func prepare(_ handle: EasyHandle, _ options: CurlOptions) throws {
        typealias Option = EasyHandle.Option
        try handle.set(Option.url, request.url.absoluteString)
        // `Watch` enforces the time limits; libcurl's own limit of five minutes must not be reached before.
        try handle.set(Option.connectTimeout, Self.milliseconds(beyond: request.timeout))
        if options.clientCertificate != nil, let passphrase { try handle.set(Option.keyPassphrase, passphrase) }
        try setProxy(handle, options)
        if !options.addresses.isEmpty { try setAddress(handle, options) }
        try setMethod(handle)
        try setFields(handle)
        if !EasyHandle.seesConnections {
            // A new connection is the only way to avoid one that may be dead.
            try handle.set(Option.freshConnect, request.method.isIdempotent ? 0 : 1)
        }
    }

    /// Returns a limit plus one second, in milliseconds that fit into 32 bits, the size of `long` on some platforms.
    private static func milliseconds(beyond limit: Duration) -> Int {
        Int(min(limit.boundedSeconds.rounded(.up) * 1000 + 1000, Double(Int32.max)))
    }

    private func setProxy(_ handle: EasyHandle, _ options: CurlOptions) throws {
        if options.proxy == .none { return }
        // No proxy can read plain-text requests.
        if request.isPlain {
            try handle.set(EasyHandle.Option.proxy, "")
        } else if case .server(let url) = options.proxy {
            try handle.set(EasyHandle.Option.proxy, url.absoluteString)
        } else {
            try handle.reset(EasyHandle.Option.proxy)
        }
    }

    private func setAddress(_ handle: EasyHandle, _ options: CurlOptions) throws {
        let host = request.url.host(percentEncoded: true)?.lowercased() ?? ""
        if let address = options.addresses[host] {
            let port = request.url.port ?? (request.isPlain ? 80 : 443)
            addresses = martlet_curl_slist_append(nil, "\(host):\(port):\(address)")
        }
        try handle.set(EasyHandle.Option.resolve, addresses)
    }

    private func setMethod(_ handle: EasyHandle) throws {
        let isHead = request.method == .head
        try handle.set(EasyHandle.Option.upload, request.body == nil ? 0 : 1)
        try handle.set(EasyHandle.Option.noBody, isHead ? 1 : 0)
        if isHead {
            try handle.reset(EasyHandle.Option.customRequest)
        } else {
            try handle.set(EasyHandle.Option.customRequest, request.method.rawValue)
        }
        guard let body = request.body else { return }
        startBody()
        // A body of unknown length is sent in chunks.
        try handle.set(EasyHandle.Option.fileSize, offset: body.count ?? -1)
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
        } else {
            try handle.reset(EasyHandle.Option.acceptEncoding)
        }
    }

    private func addField(_ line: String) throws {
        guard let longer = line.withCString({ martlet_curl_slist_append(fields, $0) }) else {
            throw EasyHandle.refusedOption("out of memory")
        }
        fields = longer
    }
}

extension HTTPRequest {
    /// Whether the request is sent without encryption.
    var isPlain: Bool { url.scheme?.lowercased() == "http" }
}
