// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "PowerDNS",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(name: "PowerDNSAPI", dependencies: [.product(name: "MartletRuntime", package: "martlet")]),
        .executableTarget(name: "Check", dependencies: ["PowerDNSAPI"]),
    ],
    swiftLanguageModes: [.v6]
)
