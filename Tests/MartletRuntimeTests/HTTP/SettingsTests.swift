import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime

@Suite("Settings")
struct SettingsTests {
    private func source(_ path: String) throws -> String {
        try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("every option of a call is a parameter of both initializers")
    func options() throws {
        let text = try source("Sources/MartletRuntime/HTTP/Client/RequestOptions.swift")
        let properties = text.matches(of: /\n    public var (\w+):/).map { String($0.1) }.filter {
            $0 != "shownProperties"
        }
        #expect(properties.count >= 15)
        let lists = text.components(separatedBy: "    public init(\n").dropFirst().map { rest in
            rest[..<(rest.range(of: "\n    )")?.lowerBound ?? rest.endIndex)]
                .matches(of: /\n? {8}(\w+):/).map { String($0.1) }
        }
        #expect(lists.count == 2)
        for list in lists { #expect(list.sorted() == properties.sorted()) }
    }

    @Test("the documentation lists exactly the retried statuses")
    func retriedStatuses() throws {
        let statuses = Configuration.RetryPolicy.retriedStatuses.map { "\($0)" }
        let article = try source("Sources/MartletRuntime/Documentation.docc/ErrorsAndRetries.md")
        let sentence = try #require(article.firstMatch(of: /the statuses ([^;.]*?), with/))
        #expect(sentence.1.matches(of: /\d{3}/).map { String($0.0) } == statuses)
        let table = try source("Sources/MartletRuntime/HTTP/Retry/Configuration+RetryPolicy.swift")
        let rows = table.split(separator: "\n").filter { $0.contains("/// |") && !$0.contains("409") }
        let listed = Set(rows.flatMap { $0.matches(of: /\b\d{3}\b/).map { String($0.0) } })
        #expect(listed.sorted() == statuses)
        let readme = try source("README.md")
        for line in readme.split(separator: "\n") where line.contains("429") || line.contains("503") {
            #expect(statuses.allSatisfy(line.contains), "\(line)")
        }
    }

    @Test("a policy retries exactly these statuses")
    func decisions() {
        for status in 400..<600 {
            let objection = Configuration.RetryPolicy.standard.objection(
                to: .response(statusCode: status, wait: nil), method: .get, hasKey: false)
            #expect((objection == nil) == Configuration.RetryPolicy.retriedStatuses.contains(status), "\(status)")
        }
    }
}
