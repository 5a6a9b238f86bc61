package import MartletSource

/// The folder of a client's files: compares it with the generated files, and updates it.
///
/// A file is written only if its bytes change, to a temporary file that is then renamed. Files that an earlier run
/// wrote and this one doesn't are removed; files that martlet did not write are never touched.
package struct OutputFolder {
    /// The path without a trailing slash.
    package let path: String
    private let disk = Disk()

    package init(path: String) {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.unicodeScalars.removeLast() }
        self.path = path
    }

    /// The differences between the folder and the generated files.
    ///
    /// - Throws: A `Diagnostic` when a file that martlet did not write is in the way, or the folder can't be read.
    package func changes(to files: [GeneratedFile]) throws(Diagnostic) -> OutputChanges {
        let files = files + [OutputManifest(paths: files.map(\.path)).file]
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
        for old in try manifest().paths where !wanted.contains(old) {
            if try disk.contents(of: full(old))?.isMarked == true { changes.surplus.append(old) }
        }
        return changes
    }

    /// Applies the changes. All new files are written before the first one replaces an old one.
    package func apply(_ changes: OutputChanges) throws(Diagnostic) {
        if disk.isFree(path) { return try create(changes.missing) }
        let files = changes.missing + changes.stale
        var temporary: [(from: String, to: String)] = []
        do throws(Diagnostic) {
            for folder in Set(files.map { Self.folder(of: full($0.path)) }) { try disk.createFolder(folder) }
            for file in files {
                let target = full(file.path)
                temporary.append((try disk.writeTemporary(file.contents, beside: target), target))
            }
            for file in temporary { try disk.move(file.from, to: file.to) }
        } catch {
            for file in temporary { disk.removeIfThere(file.from) }
            throw error
        }
        for old in changes.surplus {
            disk.removeIfThere(full(old))
            var folder = Self.folder(of: old)
            while !folder.isEmpty {
                disk.removeFolderIfEmpty(full(folder))
                folder = Self.folder(of: folder)
            }
        }
    }

    /// Creates the folder under a temporary name and renames it once it is complete, which takes one rename for all
    /// files.
    private func create(_ files: [GeneratedFile]) throws(Diagnostic) {
        let parent = Self.folder(of: path)
        if !parent.isEmpty { try disk.createFolder(parent) }
        let temporary = try disk.createTemporaryFolder(beside: path)
        do throws(Diagnostic) {
            var folders: Set<String> = [temporary]
            for file in files {
                let target = "\(temporary)/\(file.path)"
                let folder = Self.folder(of: target)
                if folders.insert(folder).inserted { try disk.createFolder(folder) }
                try disk.writeNew(file.contents, at: target)
            }
            try disk.move(temporary, to: path)
        } catch {
            disk.removeFolder(temporary)
            throw error
        }
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

    private func state(of file: GeneratedFile) throws(Diagnostic) -> State {
        let target = full(file.path)
        // A symbolic link is replaced, not followed, because its target is not martlet's.
        if disk.isLink(target) { return .stale }
        guard let contents = try disk.contents(of: target) else { return .missing }
        if contents == file.contents { return .current }
        guard contents.isMarked else { throw .error(.foreignFile(target), at: nil) }
        return .stale
    }

    private func manifest() throws(Diagnostic) -> OutputManifest {
        OutputManifest(try disk.contents(of: full(OutputManifest.path)) ?? [])
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
    package static func foreignFile(_ path: String) -> Self {
        "martlet did not write \(quoted: path) and leaves it alone; move it away or choose another output folder"
    }

    package static func linkedFolder(_ path: String) -> Self {
        "\(quoted: path) is a symbolic link; martlet writes only into real folders"
    }
}
