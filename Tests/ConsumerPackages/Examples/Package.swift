// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(
            name: "BookshopAPI",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletBuild", package: "martlet")]
        ),
        // A command-line tool.
        .executableTarget(name: "bookshop", dependencies: ["BookshopAPI"]),
        // A part of a server-side service, and its tests.
        .target(name: "Orders", dependencies: ["BookshopAPI", .product(name: "MartletCurl", package: "martlet")]),
        .testTarget(
            name: "OrdersTests",
            dependencies: ["Orders", .product(name: "MartletTesting", package: "martlet")]
        ),
        // The model behind a view.
        .target(name: "Shelf", dependencies: ["BookshopAPI"]),
    ],
    swiftLanguageModes: [.v6]
)
