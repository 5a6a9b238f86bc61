// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "ImportsModule",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Demo",
            dependencies: [
                .product(name: "LaunchDarklyAPI", package: "martlet"),
                .product(name: "MartletTesting", package: "martlet"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
