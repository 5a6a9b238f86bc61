// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "SharesModule",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(name: "Clients", dependencies: [.product(name: "MartletRuntime", package: "martlet")]),
        .executableTarget(
            name: "Demo", dependencies: ["Clients", .product(name: "MartletTesting", package: "martlet")]),
    ],
    swiftLanguageModes: [.v6]
)
