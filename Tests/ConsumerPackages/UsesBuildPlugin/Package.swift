// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "UsesBuildPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Demo",
            dependencies: [
                .product(name: "MartletRuntime", package: "martlet"),
                .product(name: "MartletTesting", package: "martlet"),
            ],
            plugins: [.plugin(name: "MartletBuild", package: "martlet")]
        )
    ],
    swiftLanguageModes: [.v6]
)
