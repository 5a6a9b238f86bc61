import CMartletCurl
import MartletRuntime

extension EasyHandle {
    /// Sets the functions that libcurl calls, which forward to the transfer.
    func setCallbacks() throws {
        let me = Unmanaged.passUnretained(self).toOpaque()
        try set(Option.headerData, me)
        try set(Option.headerFunction) { line, size, count, handle in
            let bytes = UnsafeRawBufferPointer(start: line, count: size * count)
            return EasyHandle.transfer(of: handle)?.receive(headerLine: bytes) ?? false ? bytes.count : -1
        }
        try set(Option.writeData, me)
        try set(Option.writeFunction) { bytes, size, count, handle in
            let bytes = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return EasyHandle.transfer(of: handle)?.receive(bytes) ?? -1
        }
        try set(Option.readData, me)
        try set(Option.readFunction) { buffer, size, count, handle in
            let buffer = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
            return EasyHandle.transfer(of: handle)?.send(into: buffer) ?? 0x1000_0000  // CURL_READFUNC_ABORT
        }
        try set(Option.seekData, me)
        _ = martlet_curl_set_seek_callback(pointer, Option.seekFunction) { handle, offset, origin in
            let transfer = origin == 0 ? EasyHandle.transfer(of: handle) : nil  // SEEK_SET
            return transfer?.seek(to: offset) ?? 2  // CURL_SEEKFUNC_CANTSEEK
        }
        guard Self.seesConnections else { return }
        try set(Option.prereqData, me)
        _ = martlet_curl_set_prereq_callback(pointer, Option.prereqFunction) { handle, _, _, _, _ in
            EasyHandle.transfer(of: handle)?.willSend() ?? 1  // CURL_PREREQFUNC_ABORT
        }
    }

    /// Whether libcurl reports when it sends a request over a connection, which versions before 7.80 do not.
    static let seesConnections = martlet_curl_version() >= 0x075000

    private static func transfer(of pointer: UnsafeMutableRawPointer) -> Transfer? {
        Unmanaged<EasyHandle>.fromOpaque(pointer).takeUnretainedValue().transfer
    }
}
