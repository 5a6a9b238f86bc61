// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "ClashingNames",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        // Libraries with names like those of HTTPTypes, Vapor and Alamofire.
        .target(name: "Fields"),
        .target(name: "Server"),
        .target(name: "Session"),
        .executableTarget(
            name: "Demo",
            dependencies: ["Fields", "Server", "Session", .product(name: "LaunchDarklyAPI", package: "martlet")],
            swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
