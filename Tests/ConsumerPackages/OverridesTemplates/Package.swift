// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "OverridesTemplates",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(
            name: "FleetAPI",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            exclude: [
                "Generated/README.md", "Generated/docs", "Generated/kotlin", "Generated/operations.csv",
            ]
        ),
        .executableTarget(
            name: "Demo",
            dependencies: ["FleetAPI", .product(name: "MartletTesting", package: "martlet")]
        ),
        .executableTarget(
            name: "Built",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletBuild", package: "martlet")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
