import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("The embedded runtime")
struct RuntimeEmbeddingTests {
    @Test("the embedded runtime is up to date; if not, run: swift run martlet-dev embed")
    func isFresh() throws {
        var files: [(name: String, text: String)] = []
        for module in RuntimeEmbedding.modules {
            let folder = Repository.root.appendingPathComponent("Sources/\(module)")
            for path in TemporaryFolder.files(below: folder) where path.hasSuffix(".swift") {
                let file = folder.appendingPathComponent(path)
                let name = file.deletingPathExtension().lastPathComponent
                files.append((name, try String(contentsOf: file, encoding: .utf8)))
            }
        }
        let embedded = Repository.root.appendingPathComponent(
            "Sources/MartletGenerator/Runtime/EmbeddedRuntime.swift")
        #expect(try RuntimeEmbedding(files).swiftSource == String(contentsOf: embedded, encoding: .utf8))
    }

    @Test(
        "types move into the namespace, and extensions use full names",
        arguments: [
            (
                "/// Of the file.\n\nimport Foundation\n\n/// A.\npublic struct ApiError {\n    var b: B\n}\nprivate enum B {}\n",
                """
                import Foundation

                nonisolated extension MartletRuntime {
                    /// A.
                    public struct ApiError {
                        var b: B
                    }

                    fileprivate enum B {}
                }

                public typealias ApiError = MartletRuntime.ApiError
                """
            ),
            (
                """
                struct A<Value> {}
                struct B {}
                extension A: Sendable where Value: P {
                    package static func + (a: A, b: A<Int>) -> A { "\\(B.self) A \\(x.B, "\\(A(b))")" /* */ }
                    package internal(set) var c: B.C { (0...B.count).map(\\.A) }
                }
                package func f(_ p: any P)
                    -> B
                {
                }
                protocol P {}
                """,
                """
                nonisolated extension MartletRuntime {
                    struct A<Value> {}

                    struct B {}
                }

                nonisolated extension MartletRuntime.A: Sendable where Value: MartletRuntime.P {
                    static func + (a: Self, b: MartletRuntime.A<Int>) -> Self { "\\(MartletRuntime.B.self) A \\(x.B, "\\(MartletRuntime.A(b))")" /* */ }
                    var c: MartletRuntime.B.C { (0...MartletRuntime.B.count).map(\\.A) }
                }

                nonisolated func f(_ p: any MartletRuntime.P)
                    -> MartletRuntime.B
                {
                }

                nonisolated extension MartletRuntime {
                    protocol P {}
                }
                """
            ),
            (
                "internal import MartletRuntime\n#if canImport(A)\n    import A\n#endif\n\n#if os(Linux)\n    actor C {\n    }\n\n    extension C {}\n#endif\n",
                """
                #if canImport(A)
                    import A
                #endif
                #if os(Linux)

                nonisolated extension MartletRuntime {
                        actor C {
                        }
                }

                    extension MartletRuntime.C {}

                #endif
                """
            ),
        ]
    )
    func namespace(source: String, expected: String) throws {
        let text = try RuntimeEmbedding([("F", source)]).swiftSource
        #expect(text.contains("(\"F\", #\"\"\"\n\(expected)\n\n\"\"\"#)"), "\(text)")
    }

    @Test("other access levels", arguments: [(Configuration.Access.internal, ""), (.package, "package ")])
    func access(access: Configuration.Access, modifier: String) throws {
        let files = RuntimeFiles.files(access)
        let request = try #require(files.first { $0.path == "MartletRuntime/MartletRuntime+HTTPRequest.swift" })
        let text = String(decoding: request.contents, as: UTF8.self)
        #expect(text.contains("\n    \(modifier)struct HTTPRequest"))
        #expect(text.contains("\n\(modifier)typealias HTTPRequest = MartletRuntime.HTTPRequest\n"))
        #expect(!text.contains("public struct"))
    }
}
