// swift-tools-version: 6.2
import PackageDescription

// No dependency: what the clients need is among their own files.
let package = Package(
    name: "EmbedsRuntime",
    platforms: [.macOS(.v13)],
    targets: [
        .target(name: "OperationsAPI", exclude: ["README.md", "docs"]),
        .target(name: "PetstoreAPI", exclude: ["README.md", "docs"]),
        // An app, which may belong to the main actor and has the client among its own files.
        .executableTarget(
            name: "Demo",
            swiftSettings: [
                .defaultIsolation(MainActor.self), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .enableUpcomingFeature("InferIsolatedConformances"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        ),
        // The tests of the checked-in clients, with what they need of this repository.
        .target(
            name: "MartletTestSupport",
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .testTarget(name: "OperationsAPITests", dependencies: ["OperationsAPI", "MartletTestSupport"]),
        .testTarget(name: "PetstoreAPITests", dependencies: ["PetstoreAPI"]),
    ],
    swiftLanguageModes: [.v6]
)
