package import MartletSource

// Not Foundation, because loading it takes longer than generating a small client.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// File operations, each with an error that states which operation failed and why.
package struct Disk {
    package init() {}

    /// The bytes of a file; `nil` when there is none.
    ///
    /// - Parameter limit: The maximum size in bytes; a larger file is an error.
    package func contents(of path: String, limit: Int = 256 << 20) throws(Diagnostic) -> [UInt8]? {
        // Without `O_NONBLOCK`, opening a pipe without a writer would block forever.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("read", path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .error(status.st_mode & S_IFMT == S_IFDIR ? .folder(path) : .notAFile(path), at: nil)
        }
        guard status.st_size <= limit else { throw .error(.tooLarge(path, limit), at: nil) }
        let size = Int(status.st_size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
            while count < size {
                let part = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if part <= 0 { break }
                count += part
            }
            initialized = count
        }
        guard count == size else { throw failure("read", path) }
        return bytes
    }

    /// All bytes of standard input.
    func contentsOfStandardInput() throws(Diagnostic) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &part, part.count)
            if count < 0 { throw failure("read", "<stdin>") }
            if count == 0 { return bytes }
            bytes += part[..<count]
        }
    }

    /// The names of the entries of a folder, sorted; `nil` when it can't be read, or there is none.
    func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The path with symbolic links resolved; `nil` when there is nothing at the path, or when the path is not UTF-8: with
    /// its bytes replaced it would be that of another file.
    package func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }

    /// The names of the entries of a folder that has to be there, sorted.
    func listing(_ folder: String) throws(Diagnostic) -> [String] {
        if let names = names(in: folder) { return names }
        if errno == ENOENT || errno == ENOTDIR { throw .error(.missingFolder(folder), at: nil) }
        throw failure("read the folder", folder)
    }

    /// The absolute path of what is or will be at a path, with symbolic links resolved in the part that is there.
    package func resolvedPath(_ path: String) -> String {
        var parts = FilePath.components(path).filter { !$0.isEmpty }
        var rest: [Substring] = []
        let start = FilePath.isAbsolute(path) ? "/" : "./"
        while !parts.isEmpty {
            if let known = realPath(start + parts.joined(separator: "/")) {
                return FilePath.normalized(([known[...]] + rest).joined(separator: "/"))
            }
            rest.insert(parts.removeLast(), at: 0)
        }
        return FilePath.normalized(([(realPath(start) ?? start)[...]] + rest).joined(separator: "/"))
    }

    /// The user's home folder, with symbolic links resolved; `nil` when the environment names none.
    var home: String? { getenv("HOME").flatMap { realPath(String(cString: $0)) } }

    /// Writes a file unless there is one already.
    ///
    /// - Returns: Whether the file was written.
    package func create(_ contents: [UInt8], at path: String) throws(Diagnostic) -> Bool {
        if isLink(path) { return false }
        if try self.contents(of: path) != nil { return false }
        let temporary = "\(path).\(getpid()).tmp"
        try writeNew(contents, at: temporary)
        try move(temporary, to: path)
        return true
    }

    /// Whether there is nothing at a path, not even a broken symbolic link.
    func isFree(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) != 0 && errno == ENOENT
    }

    func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether there is something at a path, after symbolic links are resolved.
    package func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    func isFolder(_ path: String) -> Bool { isKind(S_IFDIR, path) }

    /// Whether there is a regular file at a path, after symbolic links are resolved.
    func isFile(_ path: String) -> Bool { isKind(S_IFREG, path) }

    private func isKind(_ kind: mode_t, _ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == kind
    }

    /// What changes when a file is written or replaced; `nil` when there is none.
    package func state(of path: String) -> FileState? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return FileState(
            node: UInt64(status.st_ino), size: Int64(status.st_size), seconds: Int(time.tv_sec),
            nanoseconds: time.tv_nsec)
    }

    /// Whether two paths lead to one file, as they do where a file system ignores case or normalizes names.
    func isSameFile(_ first: String, _ second: String) -> Bool {
        var statuses = (stat(), stat())
        guard lstat(first, &statuses.0) == 0, lstat(second, &statuses.1) == 0 else { return false }
        return statuses.0.st_dev == statuses.1.st_dev && statuses.0.st_ino == statuses.1.st_ino
    }

    /// Creates a folder and its missing parents.
    ///
    /// - Returns: The folders that were created, the outermost first.
    @discardableResult
    package func createFolder(_ path: String) throws(Diagnostic) -> [String] {
        if mkdir(path, 0o777) == 0 { return [path] }
        var created: [String] = []
        if errno == ENOENT, let slash = path.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")) {
            created = try createFolder(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 { return created + [path] }
        }
        let error = errno
        guard error == EEXIST, isFolder(path) else {
            if exists(path) { throw .error(.fileInTheWay(path), at: nil) }
            errno = error
            throw failure("create the folder", path)
        }
        return created
    }

    /// Runs a closure while no other process runs one with the same folder. The folder must exist.
    ///
    /// - Parameter waiting: Called when another process has the folder.
    func withLock<Value>(
        on folder: String,
        waiting: () -> Void,
        _ run: () throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Value {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open the folder", folder) }
        // The lock ends with the process, however that ends.
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            // Some network file systems lock no folders.
            if errno == EWOULDBLOCK {
                waiting()
                while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
            }
        }
        return try run()
    }

    /// Writes a new file; an existing one is an error.
    func writeNew(_ contents: [UInt8], at path: String) throws(Diagnostic) {
        // `O_EXCL` prevents writing to a file or through a link that another user created.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("write", path) }
        let isWritten = writeAll(contents, to: descriptor)
        let error = errno
        guard close(descriptor) == 0, isWritten else {
            errno = error
            let failure = failure("write", path)
            unlink(path)
            throw failure
        }
    }

    /// Writes bytes to an open file.
    ///
    /// - Returns: Whether all bytes were written; otherwise `errno` is set.
    @discardableResult
    package func writeAll(_ contents: [UInt8], to descriptor: Int32) -> Bool {
        contents.withUnsafeBytes { buffer in
            var count = 0
            while count < buffer.count {
                let part = write(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if part <= 0 { return false }
                count += part
            }
            return true
        }
    }

    func move(_ path: String, to target: String) throws(Diagnostic) {
        guard rename(path, target) == 0 else { throw failure("replace", target) }
    }

    /// Removes a file or a link.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    func remove(_ path: String) throws(Diagnostic) -> Bool {
        if unlink(path) == 0 { return true }
        guard errno == ENOENT else { throw failure("remove", path) }
        return false
    }

    func removeFolderIfEmpty(_ path: String) { rmdir(path) }

    private func failure(_ action: String, _ path: String) -> Diagnostic {
        .error(.fileFailure(action, path, String(cString: strerror(errno))), at: nil)
    }
}

extension Diagnostic.Message {
    package static func fileFailure(_ action: String, _ path: String, _ reason: String) -> Self {
        Self(ofRun: "can't \(action) \(quoted: path): \(reason)")
    }

    static func fileInTheWay(_ path: String) -> Self {
        Self(ofRun: "can't create the folder \(quoted: path), because there is a file of that name")
    }

    package static func notAFile(_ path: String) -> Self {
        Self(ofRun: "\(quoted: path) is not a regular file")
    }

    package static func folder(_ path: String) -> Self {
        Self(ofRun: "\(quoted: path) is a folder, not a file")
    }

    package static func tooLarge(_ path: String, _ limit: Int) -> Self {
        Self(.limit, "\(quoted: path) is larger than \(limit >> 20) MiB")
    }
}
