// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "GNS3",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(name: "GNS3API", dependencies: [.product(name: "MartletRuntime", package: "martlet")]),
        .executableTarget(name: "Check", dependencies: ["GNS3API"]),
    ],
    swiftLanguageModes: [.v6]
)
