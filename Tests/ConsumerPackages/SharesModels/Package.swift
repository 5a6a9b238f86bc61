// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "SharesModels",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(name: "OrdersAPI", dependencies: [.product(name: "MartletRuntime", package: "martlet")]),
        .target(
            name: "BillingAPI", dependencies: ["OrdersAPI", .product(name: "MartletRuntime", package: "martlet")]),
        .executableTarget(
            name: "Demo",
            dependencies: ["BillingAPI", "OrdersAPI", .product(name: "MartletTesting", package: "martlet")],
            swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")]),
    ],
    swiftLanguageModes: [.v6]
)
