// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "UsesBundle",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "martlet", path: "../../.."),
        // Made by `martlet-dev bundle`.
        .package(name: "martlet-binary", path: "../martlet-binary"),
    ],
    targets: [
        .executableTarget(
            name: "Demo",
            dependencies: [
                .product(name: "MartletRuntime", package: "martlet"),
                .product(name: "MartletTesting", package: "martlet"),
            ],
            plugins: [.plugin(name: "MartletBinaryBuild", package: "martlet-binary")]
        )
    ],
    swiftLanguageModes: [.v6]
)
