import MartletGenerator
import MartletModel
import MartletSource

/// The `martlet.yaml` that `martlet init` writes, and the lines for `Package.swift` that belong to it.
struct StarterConfiguration {
    /// The folder of the file, with a trailing slash; empty for the current folder.
    let folder: String
    /// The path of the document, relative to the folder.
    private let spec: String
    private let module: Identifier
    private let client: Identifier
    /// The path of the output folder, relative to `folder`; `nil` if the build plugin generates the client.
    private let output: String?
    private let isInPackage: Bool

    /// Chooses the build plugin for a document in `Sources/TARGET` of a package, and a checked-in client for others.
    ///
    /// - Parameter name: The name of the API in words.
    init(spec: String, name: Words) {
        let base = Identifier.type(name)
        let api = ["API", "Api"].contains { base.text.hasSuffix($0) } ? base : base.suffixed("API")
        client = Configuration(spec: spec, module: api).client
        let disk = Disk()
        let place = FilePath.components(disk.realPath(spec) ?? spec)
        let folders = place.dropLast()
        let depth = (0..<folders.count).first { depth in
            disk.exists((folders.dropLast(depth) + ["Package.swift"]).joined(separator: "/"))
        }
        isInPackage = depth != nil
        let inside = depth.map { Array(folders.suffix($0)) } ?? []
        if inside.count >= 2, inside[0] == "Sources", let target = ConfigurationFile.module(ofTarget: inside[1]) {
            module = target
            self.spec = (inside.dropFirst(2) + place.suffix(1)).joined(separator: "/")
            output = nil
            let up = String(repeating: "../", count: inside.count - 2)
            let path = FilePath.normalized(FilePath.folder(of: spec) + up)
            folder = path.isEmpty ? "" : "\(path)/"
        } else {
            self.spec = place.last.map(String.init) ?? spec
            folder = FilePath.folder(of: spec)
            // Without a package, the current folder stands for one.
            let given = FilePath.components(FilePath.normalized(folder)).filter { !$0.isEmpty }
            let up = depth ?? (FilePath.isAbsolute(spec) || given.first == ".." ? 0 : given.count)
            let root = String(repeating: "../", count: up)
            module = Self.module(api, below: FilePath.normalized(folder + root))
            output = "\(root)Sources/\(module.text)"
        }
    }

    /// The text of the file.
    var text: String {
        var lines = ["# `martlet schema` has all keys.", "spec: \(JSONText.string(spec))", "module: \(module.text)"]
        if let output {
            lines.append("output: \(output)")
        } else {
            lines += ["client: \(client.text)", "access: internal"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What to add to `Package.swift`, and what to do then.
    var instructions: String {
        let start = """
            In Package.swift, add to the package's dependencies:

                .package(name: "martlet", path: "../martlet"),


            """
        guard output != nil else {
            return start + """
                and to the target \(module.text):

                    dependencies: [.product(name: "MartletRuntime", package: "martlet")],
                    plugins: [.plugin(name: "MartletBuild", package: "martlet")]

                Then `swift build` generates the client, whose type is \(client.text).

                """
        }
        let reason =
            isInPackage ? "" : "No Package.swift was found above the document, so the client is checked in.\n\n"
        return reason + start + """
            to its targets:

                .target(
                    name: "\(module.text)",
                    dependencies: [.product(name: "MartletRuntime", package: "martlet")],
                    exclude: ["README.md", "docs"]
                ),

            and to the dependencies of the targets that use the client: "\(module.text)".

            Then run: martlet generate --config \(Self.shellWord("\(folder)martlet.yaml"))

            """
    }

    /// The module of an API, with a number when a configuration that `martlet generate` finds uses it: `Kites2API`.
    ///
    /// - Parameter root: The folder of the package; empty for the current folder.
    private static func module(_ api: Identifier, below root: String) -> Identifier {
        let root = root.isEmpty ? "." : root
        let others = ConfigurationFile.find(below: root, DiagnosticCollector()).compactMap {
            ConfigurationFile(path: $0, DiagnosticCollector())
        }
        let modules = Set(others.map(\.configuration.module))
        let disk = Disk()
        let outputs = Set(others.compactMap(\.output).map(disk.resolvedPath))
        let name = api.text.dropLast("API".count)
        let numbered = (2...99).lazy.compactMap { Identifier("\(name)\($0)API") }
        func isFree(_ module: Identifier) -> Bool {
            !modules.contains(module) && !outputs.contains(disk.resolvedPath("\(root)/Sources/\(module.text)"))
        }
        return isFree(api) ? api : numbered.first(where: isFree) ?? api
    }

    /// A path as one word of a POSIX shell (Shell Command Language, 2.2).
    private static func shellWord(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "/"):
                true
            default: false
            }
        }
        return isPlain ? path : "'\(path.replacing("'", with: #"'\''"#))'"
    }
}
