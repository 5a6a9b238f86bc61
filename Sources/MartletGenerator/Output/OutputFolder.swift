package import MartletSource

/// The folder of a client's files: compares it with the generated files, and updates it.
///
/// A file is written only if its bytes change. Files that an earlier run wrote and this one doesn't are removed; files
/// that martlet did not write are never touched.
///
/// New files are first written to a hidden folder within this one, `.martlet.tmp`, which no build looks into, and then
/// renamed; the manifest comes last. `.martlet.tmp` also holds a list of all files that the run may leave behind, from
/// before the first one is renamed, so that the next run can clean up after one that was killed.
package struct OutputFolder {
    /// The path without a trailing slash.
    package let path: String
    private let records: [OutputManifest.Record]
    private let disk = Disk()

    private static let temporary = ".martlet.tmp"
    private static let pending = "\(temporary)/pending"

    /// - Parameter records: The records of the run in the manifest.
    package init(path: String, records: [OutputManifest.Record] = []) {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.unicodeScalars.removeLast() }
        self.path = path.isEmpty ? "." : path
        self.records = records
    }

    /// The differences between the folder and the generated files.
    ///
    /// - Throws: A `Diagnostic` when a file that martlet did not write is in the way, or the folder can't be used.
    package func changes(to files: [GeneratedFile]) throws(Diagnostic) -> OutputChanges {
        try checkPlace()
        let files = files + [OutputManifest(records: records, paths: files.map(\.path)).file]
        var changes = OutputChanges()
        if disk.isFree(path) {
            changes.missing = files
            return changes
        }
        let folders = try foldersThatExist(of: files)
        for file in files {
            guard folders.contains(Self.folder(of: file.path)) else {
                changes.missing.append(file)
                continue
            }
            switch try state(of: file) {
            case .missing: changes.missing.append(file)
            case .stale: changes.stale.append(file)
            case .current: changes.currentCount += 1
            }
        }
        let wanted = Set(files.map(\.path))
        let wantedByFolded = Dictionary(wanted.map { ($0.lowercased(), $0) }) { first, _ in first }
        // A run that failed may list a name that no file can have.
        for old in try earlierPaths().subtracting(wanted).sorted() where !isBehindLink(old) && disk.exists(full(old)) {
            // Where case is ignored, a name that differs by case alone is a wanted file's.
            if let twin = wantedByFolded[old.lowercased()], disk.isSameFile(full(old), full(twin)) { continue }
            // A path that no longer leads to a file, such as a folder, doesn't belong to martlet.
            if disk.isFile(full(old)), try disk.contents(of: full(old))?.isMarked == true {
                changes.surplus.append(old)
            }
        }
        return changes
    }

    /// An error for each difference, at the beginning of its file.
    package func diagnostics(of changes: OutputChanges) -> [Diagnostic] {
        func errors(_ paths: [String], _ message: Diagnostic.Message) -> [Diagnostic] {
            paths.map { .error(message, at: Location(path: full($0), position: Position(line: 1, column: 1))) }
        }
        return errors(changes.missing.map(\.path), .missing) + errors(changes.stale.map(\.path), .stale)
            + errors(changes.surplus, .surplus)
    }

    /// Makes the folder equal to the generated files.
    ///
    /// - Parameter report: Called with a note when another run has to end first.
    /// - Returns: What was changed.
    package func update(
        to files: [GeneratedFile],
        report: (Diagnostic) -> Void = { _ in }
    ) throws(Diagnostic) -> OutputChanges {
        try checkPlace()
        let created = try disk.createFolder(path)
        do throws(Diagnostic) {
            return try disk.withLock(on: path, waiting: { report(.note(.waiting(path), at: nil)) }) {
                () throws(Diagnostic) in
                var changes = try changes(to: files)
                try apply(&changes)
                return changes
            }
        } catch {
            for folder in created.reversed() { disk.removeFolderIfEmpty(folder) }
            throw error
        }
    }

    private func apply(_ changes: inout OutputChanges) throws(Diagnostic) {
        guard !changes.isEmpty else { return try sweep() }
        let files = changes.missing + changes.stale
        let folders = Set(files.map { Self.folder(of: full($0.path)) })
        var created = try disk.createFolder(full(Self.temporary))
        var isTouched = false
        do throws(Diagnostic) {
            try sweep(keepingPending: true)
            try writePending(earlierPaths().union(files.map(\.path)))
            for (index, file) in files.enumerated() { try disk.writeNew(file.contents, at: temporary(index)) }
            for folder in folders.sorted() { created += try disk.createFolder(folder) }
            for (index, file) in files.enumerated() where file.path != OutputManifest.path {
                try disk.move(temporary(index), to: full(file.path))
                isTouched = true
            }
            changes.surplus = try removed(changes.surplus)
            if let index = files.firstIndex(where: { $0.path == OutputManifest.path }) {
                try disk.move(temporary(index), to: full(OutputManifest.path))
            }
            try sweep()
        } catch {
            // The next run needs to know which files have been renamed.
            try? sweep(keepingPending: isTouched)
            for folder in created.reversed() { disk.removeFolderIfEmpty(folder) }
            throw error
        }
    }

    /// Removes files and the folders that are empty without them.
    ///
    /// - Returns: The paths of the files that were there.
    private func removed(_ paths: [String]) throws(Diagnostic) -> [String] {
        var removed: [String] = []
        for path in paths where try disk.remove(full(path)) {
            removed.append(path)
            var folder = Self.folder(of: path)
            while !folder.isEmpty {
                disk.removeFolderIfEmpty(full(folder))
                folder = Self.folder(of: folder)
            }
        }
        return removed
    }

    /// Removes the temporary folder with the files that an earlier run left in it.
    private func sweep(keepingPending: Bool = false) throws(Diagnostic) {
        let folder = full(Self.temporary)
        if disk.isLink(folder) { throw .error(.linkedFolder(folder), at: nil) }
        for name in disk.names(in: folder) ?? [] {
            let file = "\(folder)/\(name)"
            if keepingPending, file == full(Self.pending) { continue }
            try disk.remove(file)
        }
        if !keepingPending { disk.removeFolderIfEmpty(folder) }
    }

    private func writePending(_ paths: Set<String>) throws(Diagnostic) {
        let new = full("\(Self.temporary)/new")
        try disk.writeNew(OutputManifest(records: [], paths: paths).file.contents, at: new)
        try disk.move(new, to: full(Self.pending))
    }

    private func temporary(_ index: Int) -> String { full("\(Self.temporary)/\(index)") }

    /// The Swift files that the last run wrote.
    ///
    /// - Throws: A `Diagnostic` when the folder can't be read, or none was written there.
    package func swiftFiles() throws(Diagnostic) -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        for path in try earlierPaths().sorted() where path.hasSuffix(".swift") && !isBehindLink(path) {
            if let contents = try disk.contents(of: full(path)) { files.append(.init(path: path, contents: contents)) }
        }
        if files.isEmpty, !disk.exists(path) { throw .error(.missingFolder(path), at: nil) }
        if files.isEmpty { throw .error(.noEarlierClient(path), at: nil) }
        return files
    }

    /// The paths of the files that earlier runs wrote, including one that was interrupted.
    private func earlierPaths() throws(Diagnostic) -> Set<String> {
        var paths: Set<String> = []
        for list in [OutputManifest.path, Self.pending] where !isBehindLink(list) {
            paths.formUnion(OutputManifest(try disk.contents(of: full(list)) ?? []).paths)
        }
        return paths.subtracting([OutputManifest.path])
    }

    private enum State {
        case missing, stale, current
    }

    /// The existing folders of the files, relative to this one, which is `""`.
    ///
    /// - Throws: A `Diagnostic` when one of them is a symbolic link, whose target is not martlet's.
    private func foldersThatExist(of files: [GeneratedFile]) throws(Diagnostic) -> Set<String> {
        var folders: Set<String> = [""]
        for file in files {
            var folder = Self.folder(of: file.path)
            while folders.insert(folder).inserted { folder = Self.folder(of: folder) }
        }
        for folder in folders.subtracting([""]).sorted() where disk.isLink(full(folder)) {
            throw .error(.linkedFolder(full(folder)), at: nil)
        }
        return folders.filter { disk.isFolder(full($0)) }
    }

    /// Whether a folder on the way to a file, below this one, is a symbolic link, whose target is not martlet's.
    private func isBehindLink(_ file: String) -> Bool {
        let folder = Self.folder(of: file)
        return !folder.isEmpty && (disk.isLink(full(folder)) || isBehindLink(folder))
    }

    private func state(of file: GeneratedFile) throws(Diagnostic) -> State {
        let target = full(file.path)
        // A symbolic link is replaced, not followed, because its target is not martlet's.
        if disk.isLink(target) { return .stale }
        guard let contents = try disk.contents(of: target) else { return .missing }
        if contents == file.contents { return .current }
        guard contents.isMarked else { throw .error(.foreignFile(target), at: nil) }
        return .stale
    }

    /// Refuses folders in which a generated client is a mistake: the root, and the user's home.
    private func checkPlace() throws(Diagnostic) {
        if path.split(separator: "/").contains("~") { throw .error(.tilde(path), at: nil) }
        guard let place = disk.realPath(path) else { return }
        if place == "/" || place == disk.home { throw .error(.unfitFolder(path), at: nil) }
    }

    private func full(_ relative: String) -> String { "\(path)/\(relative)" }

    /// The part of a path before the last slash.
    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }
}

extension [UInt8] {
    /// Whether the marker of generated files is near the beginning.
    var isMarked: Bool {
        let head = prefix(200)
        return head.indices.contains { head[$0...].starts(with: GeneratedFile.marker.utf8) }
    }
}

extension Diagnostic.Message {
    package static func noEarlierClient(_ path: String) -> Self {
        Self(ofRun: "the folder \(quoted: path) has no files that martlet wrote")
    }

    package static func foreignFile(_ path: String) -> Self {
        Self(
            ofRun: "martlet did not write \(quoted: path) and leaves it alone",
            hint: "move it away or choose another output folder")
    }

    package static func linkedFolder(_ path: String) -> Self {
        Self(ofRun: "\(quoted: path) is a symbolic link; martlet writes only into real folders")
    }

    package static func unfitFolder(_ path: String) -> Self {
        Self(
            ofRun: "martlet does not write into \(quoted: path), the root or your home folder",
            hint: "choose a folder of its own")
    }

    package static func tilde(_ path: String) -> Self {
        Self(
            ofRun: "martlet does not read ~ in \(quoted: path) as your home folder", hint: "write a relative path")
    }

    static let missing = Self(ofRun: "the file is missing", hint: "generate again")
    static let stale = Self(ofRun: "the file is stale", hint: "generate again")
    static let surplus = Self(
        ofRun: "the file is surplus: an earlier run wrote it, and martlet would remove it")

    package static func waiting(_ path: String) -> Self {
        Self(ofRun: "another run of martlet is writing to \(quoted: path); waiting for it to end")
    }
}
