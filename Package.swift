// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "martlet",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "martlet", targets: ["martlet"]),
        .plugin(name: "MartletGenerate", targets: ["MartletGenerate"]),
        .plugin(name: "MartletCheck", targets: ["MartletCheck"]),
        .plugin(name: "MartletBuild", targets: ["MartletBuild"]),
        .library(name: "MartletRuntime", targets: ["MartletRuntime", "MartletSupport"]),
        .library(name: "MartletCurl", targets: ["MartletCurl"]),
        .library(name: "MartletTesting", targets: ["MartletTesting"]),
        .library(name: "LaunchDarklyAPI", targets: ["LaunchDarklyAPI"]),
    ],
    targets: [
        // The generator: one stage a target, each sees only the stages before it.
        .systemLibrary(
            name: "CMartletYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "MartletSource", dependencies: ["CMartletYAML"]),
        .target(name: "MartletOpenAPI", dependencies: ["MartletSource"]),
        .target(name: "MartletModel", dependencies: ["MartletOpenAPI", "MartletSource"]),
        .target(name: "MartletTemplates", dependencies: ["MartletSource"]),
        .target(
            name: "MartletGenerator",
            dependencies: ["MartletSource", "MartletOpenAPI", "MartletModel", "MartletTemplates"]
        ),
        .executableTarget(
            name: "martlet",
            dependencies: ["MartletGenerator", "MartletModel", "MartletSource", "MartletTemplates"]
        ),
        .executableTarget(
            name: "martlet-dev",
            // What it generates is compiled against the runtime.
            dependencies: [
                "CMartletCurl", "CMartletYAML", "LaunchDarklyAPI", "MartletCurl", "MartletGenerator", "MartletModel",
                "MartletOpenAPI", "MartletRuntime", "MartletSource", "MartletSupport", "MartletTemplates",
                "MartletTesting", "MartletTestSupport",
            ]
        ),

        // What users of generated code link, and the plugins that generate it.
        .target(name: "MartletRuntime"),
        // What only generated code calls.
        .target(name: "MartletSupport", dependencies: ["MartletRuntime"]),
        // libcurl is loaded at run time: neither its headers nor the library have to be there to build.
        .target(name: "CMartletCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "MartletCurl", dependencies: ["CMartletCurl", "MartletRuntime"]),
        .target(name: "MartletTesting", dependencies: ["MartletRuntime"]),
        .plugin(
            name: "MartletGenerate",
            capability: .command(
                intent: .custom(verb: "generate", description: "Regenerates the API clients of this package"),
                permissions: [.writeToPackageDirectory(reason: "martlet writes the generated clients into the package")]
            ),
            dependencies: ["martlet"],
            path: "Sources/MartletGenerate"
        ),
        .plugin(
            name: "MartletCheck",
            capability: .command(
                intent: .custom(verb: "check-clients", description: "Checks that the API clients are up to date")
            ),
            dependencies: ["martlet"],
            path: "Sources/MartletCheck"
        ),
        .plugin(
            name: "MartletBuild",
            capability: .buildTool(),
            dependencies: ["martlet"],
            path: "Sources/MartletBuild"
        ),

        // Golden output, a module that compiles and what users import: the same files.
        .target(
            name: "LaunchDarklyAPI",
            dependencies: ["MartletRuntime", "MartletSupport"],
            path: "Generated/LaunchDarklyAPI",
            exclude: ["README.md", "docs"]
        ),

        .target(
            name: "SchemasAPI",
            dependencies: ["MartletRuntime", "MartletSupport"],
            path: "Generated/SchemasAPI",
            exclude: ["README.md", "docs"]
        ),
        .target(
            name: "OperationsAPI",
            dependencies: ["MartletRuntime", "MartletSupport"],
            path: "Generated/OperationsAPI",
            exclude: ["README.md", "docs"]
        ),
        .target(
            name: "PetstoreAPI",
            dependencies: ["MartletRuntime", "MartletSupport"],
            path: "Generated/PetstoreAPI",
            exclude: ["README.md", "docs"]
        ),

        .target(
            name: "MartletTestSupport",
            dependencies: ["MartletOpenAPI", "MartletSource"],
            path: "Tests/MartletTestSupport"
        ),
        .testTarget(name: "MartletSourceTests", dependencies: ["MartletSource", "MartletTestSupport"]),
        .testTarget(
            name: "MartletOpenAPITests",
            dependencies: ["MartletOpenAPI", "MartletSource", "MartletTestSupport"]
        ),
        .testTarget(
            name: "MartletModelTests",
            dependencies: ["MartletModel", "MartletOpenAPI", "MartletSource", "MartletTestSupport"]
        ),
        .testTarget(name: "MartletTemplatesTests", dependencies: ["MartletTemplates", "MartletTestSupport"]),
        .testTarget(
            name: "MartletGeneratorTests",
            dependencies: ["MartletGenerator", "MartletSource", "MartletTemplates", "MartletTestSupport"]
        ),
        .testTarget(name: "MartletTests", dependencies: ["martlet", "MartletTestSupport"]),
        .testTarget(
            name: "MartletRuntimeTests",
            dependencies: ["MartletRuntime", "MartletSupport", "MartletTesting", "MartletTestSupport"]
        ),
        // Makes calls in a process of its own, for faults that would end or hang that of the tests.
        .executableTarget(
            name: "MartletProbe",
            dependencies: ["MartletCurl", "MartletRuntime", "MartletSupport", "MartletTestSupport"],
            path: "Tests/MartletProbe"
        ),
        .testTarget(
            name: "MartletFaultTests",
            dependencies: [
                "MartletCurl", "MartletProbe", "MartletRuntime", "MartletSupport", "MartletTesting",
                "MartletTestSupport",
            ]
        ),
        // Calls every operation of the checked-in clients, for Tests/Judge/run.
        .executableTarget(
            name: "MartletJudged",
            dependencies: ["LaunchDarklyAPI", "OperationsAPI", "PetstoreAPI"],
            path: "Tests/Judge/Calls"
        ),
        .testTarget(
            name: "MartletDocumentationTests",
            dependencies: [
                "LaunchDarklyAPI", "MartletCurl", "MartletGenerator", "MartletSource", "OperationsAPI", "PetstoreAPI",
                "martlet", "MartletTesting", "MartletTestSupport",
            ]
        ),
        .testTarget(name: "LaunchDarklyAPITests", dependencies: ["LaunchDarklyAPI", "MartletTestSupport"]),
        .testTarget(name: "SchemasAPITests", dependencies: ["SchemasAPI", "MartletTestSupport"]),
        .testTarget(
            name: "OperationsAPITests", dependencies: ["OperationsAPI", "MartletTesting", "MartletTestSupport"]),
        .testTarget(name: "PetstoreAPITests", dependencies: ["PetstoreAPI", "MartletTesting", "MartletTestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
