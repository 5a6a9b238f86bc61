// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "UsesCommandPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .target(
            name: "NotesAPI",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            path: "Generated/NotesAPI",
            exclude: ["README.md", "docs"]
        ),
        .executableTarget(
            name: "Demo", dependencies: ["NotesAPI", .product(name: "MartletTesting", package: "martlet")]),
    ],
    swiftLanguageModes: [.v6]
)
