// swift-tools-version: 6.1
import PackageDescription

// A client that the last release wrote, on the runtime of today. After a release:
// cp -R Generated/PetstoreAPI/{APIs,Models,*.swift} Tests/ConsumerPackages/FrozenClient/Sources/PetstoreAPI/
let package = Package(
    name: "FrozenClient",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(name: "PetstoreAPI", dependencies: [.product(name: "MartletRuntime", package: "martlet")]),
        .executableTarget(
            name: "Demo", dependencies: ["PetstoreAPI", .product(name: "MartletTesting", package: "martlet")]),
    ],
    swiftLanguageModes: [.v6]
)
