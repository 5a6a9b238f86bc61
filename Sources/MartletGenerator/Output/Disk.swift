import Foundation
package import MartletSource

/// The few things that martlet does with files, each with an error that says what could not be done and why.
package struct Disk {
    package init() {}

    /// The bytes of a file; `nil` when there is none.
    ///
    /// - Parameter limit: the most bytes to read; a file that has more is an error.
    package func contents(of path: String, limit: Int = 256 << 20) throws(Diagnostic) -> [UInt8]? {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("read", path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .error(.notAFile(path), at: nil) }
        guard status.st_size <= limit else { throw .error(.tooLarge(path, limit), at: nil) }
        let size = Int(status.st_size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
            while count < size {
                let part = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if part <= 0 { break }
                count += part
            }
            initialized = count
        }
        guard count == size else { throw failure("read", path) }
        return bytes
    }

    /// Writes a file where there is none.
    ///
    /// - Returns: whether there was none.
    package func create(_ contents: [UInt8], at path: String) throws(Diagnostic) -> Bool {
        if isLink(path) { return false }
        if try self.contents(of: path) != nil { return false }
        try rename(try writeTemporary(contents, beside: path), to: path)
        return true
    }

    /// Whether there is nothing of this name, not even a link that leads nowhere.
    func isFree(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) != 0 && errno == ENOENT
    }

    func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes a folder and those around it.
    package func createFolder(_ path: String) throws(Diagnostic) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw failure("create the folder", path)
        }
    }

    /// Makes a new folder in the one around another, where a rename can give it that one's name.
    ///
    /// - Returns: its path.
    func createTemporaryFolder(beside path: String) throws(Diagnostic) -> String {
        let temporary = Self.temporary(path)
        // Fails where there is something already: what somebody else put there is not written into.
        guard mkdir(temporary, 0o777) == 0 else { throw failure("create the folder", temporary) }
        return temporary
    }

    /// Writes a new file in the folder of another, where a rename can put it in that one's place.
    ///
    /// - Returns: its path.
    func writeTemporary(_ contents: [UInt8], beside path: String) throws(Diagnostic) -> String {
        let temporary = Self.temporary(path)
        try writeNew(contents, at: temporary)
        return temporary
    }

    /// Writes a file where there is none yet.
    func writeNew(_ contents: [UInt8], at path: String) throws(Diagnostic) {
        // O_EXCL: a file or link that somebody else put there is not written through.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("write", path) }
        var count = 0
        let isWritten = contents.withUnsafeBytes { buffer in
            while count < buffer.count {
                let part = Foundation.write(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if part <= 0 { return false }
                count += part
            }
            return true
        }
        let error = errno
        guard close(descriptor) == 0, isWritten else {
            errno = error
            let failure = failure("write", path)
            removeIfThere(path)
            throw failure
        }
    }

    func rename(_ path: String, to target: String) throws(Diagnostic) {
        guard Foundation.rename(path, target) == 0 else { throw failure("replace", target) }
    }

    func removeIfThere(_ path: String) { unlink(path) }

    func removeFolderIfEmpty(_ path: String) { rmdir(path) }

    /// Removes a folder of our own with all that is in it.
    func removeFolder(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    private static func temporary(_ path: String) -> String { "\(path).\(getpid()).tmp" }

    private func failure(_ action: String, _ path: String) -> Diagnostic {
        .error(.fileFailure(action, path, String(cString: strerror(errno))), at: nil)
    }
}

extension Diagnostic.Message {
    package static func fileFailure(_ action: String, _ path: String, _ reason: String) -> Self {
        "can't \(action) \(quoted: path): \(reason)"
    }

    package static func notAFile(_ path: String) -> Self { "\(quoted: path) is not a regular file" }

    package static func tooLarge(_ path: String, _ limit: Int) -> Self {
        "\(quoted: path) is larger than \(limit >> 20) MiB"
    }
}
