import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime

/// `Int` has 32 bits on some watches: seconds since 1970 do not fit after 2038, nor do milliseconds of a month.
///
/// Nothing here runs with such an `Int`, so the sources themselves are read.
@Suite("64-bit numbers")
struct WideNumbersTests {
    private static let modules = ["MartletRuntime", "MartletSupport", "MartletCurl"]

    /// The lines of code of the client's modules, with their places.
    private func lines() throws -> [(place: String, code: String)] {
        try Self.modules.flatMap { module in
            let folder = Repository.root.appendingPathComponent("Sources/\(module)")
            return try TemporaryFolder.files(below: folder).filter { $0.hasSuffix(".swift") }.flatMap { file in
                let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                    (
                        "\(module)/\(file):\(index + 1)",
                        String(line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex))
                    )
                }
            }
        }
    }

    @Test("no time is stored in an Int")
    func conversions() throws {
        let lines = try lines()
        #expect(lines.count > 10_000)
        let conversion =
            /\bU?Int(32)?\((?!exactly:)[^)]*\b(seconds|milliseconds|interval|timeInterval\w*|retry|components)\b/
        for (place, code) in lines { #expect(code.firstMatch(of: conversion) == nil, "\(place): \(code)") }
    }

    @Test("seconds are 64-bit or floating-point numbers")
    func days() throws {
        let lines = try lines().filter { $0.code.contains("86_400") || $0.code.contains("1_440") }
        #expect(lines.count >= 5)
        let wide = ["Int64(", "Double(", "365.25", "/ 86_400"]
        for (place, code) in lines { #expect(wide.contains(where: code.contains), "\(place): \(code)") }
    }

    @Test("times from servers are stored in 64 bits")
    func types() {
        let retry: Int64? = RawEvent(name: "", data: [], id: nil, retry: Int64(UInt32.max)).retry
        #expect(retry == 4_294_967_295)
        #expect(Duration.milliseconds(retry ?? 0) == .seconds(4_294_967) + .milliseconds(295))
    }
}
