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
        // A client whose models have names of the runtime.
        .target(
            name: "KeptNames",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletBuild", package: "martlet")]
        ),
        .executableTarget(
            name: "Demo",
            dependencies: [
                "Fields", "KeptNames", "Server", "Session", .product(name: "LaunchDarklyAPI", package: "martlet"),
            ],
            swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
