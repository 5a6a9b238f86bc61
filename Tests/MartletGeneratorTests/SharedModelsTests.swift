import Foundation
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("Models of another client")
struct SharedModelsTests {
    @Test(
        "a client can take all models from a client of the same document, and declares none of them",
        arguments: GoldenTests.specifications.map(\.folder)
    )
    func same(folder: String) throws {
        let path = Repository.root.appendingPathComponent("Specs/\(folder)/martlet.yaml").path
        let file = try #require(ConfigurationFile(path: path, DiagnosticCollector()))
        let source = try SourceFile.reading(file.spec)
        let files = ConfinedFiles(besides: file.spec)
        var second = file.configuration
        second.module = try #require(Identifier("SecondAPI"))
        second.secrets = []
        second.corrections = []
        second.names.settings = second.names.settings.filter {
            ![.schemas, .properties, .enumCases].contains($0.kind)
        }
        second.shared = SharedSetting(
            path: path, patterns: [.init(.schemas, Glob("*"), at: nil)],
            owner: .init(source, file.configuration, files))
        let diagnostics = DiagnosticCollector()
        let client = Generator.client(source, second, files: files, diagnostics: diagnostics)
        #expect(!diagnostics.hasErrors, "\(diagnostics.diagnostics.map(\.description))")
        let first = try #require(
            Generator.client(source, file.configuration, files: files, diagnostics: DiagnosticCollector()))
        let imported = Set(try #require(client).imported.map(\.name.last.text))
        let declared = Set(try #require(client).declarations.map(\.name.last.text))
        #expect(imported.isDisjoint(with: declared))
        #expect(imported.union(declared) == Set(first.declarations.map(\.name.last.text)))
        #expect(imported.count > 2)
    }

    private static let orders = """
        openapi: 3.1.0
        info: {title: Orders, version: "1"}
        paths: {}
        components:
          schemas:
            Money: {type: object, required: [unit], properties: {cents: {type: integer}, unit: {$ref: "#/components/schemas/Coin"}}}
            Coin: {type: string, enum: [eur, usd]}
            Fault: {type: object, properties: {text: {type: string}}}

        """
    private static let bills = """
        openapi: 3.1.0
        info: {title: Bills, version: "1"}
        paths:
          /bills:
            patch:
              operationId: patchBill
              requestBody: {content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Step"}}}}}
              responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Money"}}}}}
        components:
          schemas:
            Bill: {type: object, properties: {sum: {$ref: "#/components/schemas/Money"}, fault: {$ref: "#/components/schemas/Fault"}}}
            Step: {type: object, required: [op, path], properties: {op: {type: string}, path: {type: string}, value: {}}}
            Money: {type: object, required: [unit], properties: {cents: {type: integer}, unit: {$ref: "#/components/schemas/Coin"}}}
            Coin: {type: string, enum: [eur, usd], description: In other words.}
            Fault: {type: object, properties: {code: {type: integer}}}

        """

    /// Generates the client of bills, which takes the schema `Money` from that of orders.
    private func generate(
        _ bills: String = bills,
        _ schema: String = "Money",
        owner change: (inout Configuration) -> Void = { _ in },
        _ changeOwn: (inout Configuration) -> Void = { _ in }
    ) throws -> (files: [String: String], diagnostics: [Diagnostic]) {
        var owner = Configuration(spec: "orders.yaml", module: try #require(Identifier("OrdersAPI")))
        change(&owner)
        let orders = SourceFile(path: "orders.yaml", bytes: Array(Self.orders.utf8))
        var configuration = Configuration(spec: "bills.yaml", module: try #require(Identifier("BillsAPI")))
        configuration.shared = SharedSetting(
            path: "martlet.yaml", patterns: [.init(.schemas, Glob(SpecText(schema)), at: nil)],
            owner: .init(orders, owner, MemoryFiles()))
        changeOwn(&configuration)
        let diagnostics = DiagnosticCollector()
        let files = Generator.run(
            SourceFile(path: "bills.yaml", bytes: Array(bills.utf8)), configuration, files: MemoryFiles(),
            templates: try ClientTemplates.builtIn(overriddenBy: nil), diagnostics: diagnostics)
        let texts = files.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }
        return (Dictionary(texts, uniquingKeysWith: { first, _ in first }), diagnostics.diagnostics)
    }

    @Test("a shared schema and what it needs are names for the owner's types, and no others are")
    func names() throws {
        let client = try generate()
        let text = try #require(client.files["BillsClient.swift"], "\(client.diagnostics)")
        #expect(text.contains("@_exported public import OrdersAPI\n"))
        #expect(text.contains("\npublic typealias Money = OrdersAPI.Money\n"))
        #expect(text.contains("\npublic typealias Coin = OrdersAPI.Coin\n"))
        #expect(!text.contains("OrdersAPI.Fault"))
        #expect(client.files["Models/Fault.swift"] != nil && client.files["Models/Money.swift"] == nil)
        #expect(client.files["Models/Coin.swift"] == nil && client.files["docs/Money.md"] == nil)
        #expect(client.files["README.md"]?.contains("- `Money`, which is `OrdersAPI.Money`\n") == true)
        let spaced = try generate(owner: { $0.namespace = Identifier("Orders") }) { $0.namespace = Identifier("Bills") }
        let spacedText = try #require(spaced.files["Bills+BillsClient.swift"], "\(spaced.diagnostics)")
        #expect(spacedText.contains("    public typealias Money = OrdersAPI.Orders.Money\n"))
        let near = try generate(owner: { owner in
            owner.module = Identifier("BillsAPI") ?? owner.module
            owner.namespace = Identifier("Orders")
            owner.access = .internal
        }) { $0.access = .internal }
        let nearText = try #require(near.files["BillsClient.swift"], "\(near.diagnostics)")
        #expect(
            nearText.contains("\ntypealias Money = BillsAPI.Orders.Money\n") && !nearText.contains("import BillsAPI"))
    }

    @Test(
        "the owner's names, secrets and corrections count, and a setting of one's own for a shared schema is an error")
    func settings() throws {
        func name(_ configuration: inout Configuration) {
            configuration.names.settings = [
                .init(.schemas, "Money", Identifier("Amount") ?? configuration.module, at: nil),
                .init(.properties, "Money.unit", Identifier("currency") ?? configuration.module, at: nil),
            ]
            configuration.secrets = [.init("Money.cents", at: nil)]
            configuration.corrections = [.init(.optional, .init("Money.unit", at: nil))]
        }
        let client = try generate(owner: name)
        let text = try #require(client.files["BillsClient.swift"], "\(client.diagnostics)")
        #expect(
            text.contains("typealias Amount = OrdersAPI.Amount\n") && text.contains(#"secretProperties = ["cents"]"#))
        #expect(client.files["Models/Bill.swift"]?.contains("public var sum: Amount?") == true)
        for path in ["Money.cents", "/components/schemas/Coin/properties/a"] as [SpecText] {
            let mistaken = try generate(owner: { _ in }) { $0.secrets = [.init(path, at: nil)] }
            let message = Diagnostic.Message.settingOfOwner(path, try #require(Identifier("OrdersAPI")))
            #expect(mistaken.files.isEmpty && mistaken.diagnostics.map(\.message).contains(message), "\(path)")
        }
    }

    @Test(
        "a schema that differs from the owner's is an error at its place that says how",
        arguments: [
            ("cents: {type: integer}", "cents: {type: number}", "Money.cents", 13),
            ("[eur, usd]", "[eur, usd, chf]", "Coin.chf", 14), ("required: [unit], ", "", "Money.unit", 13),
            ("{cents:", "{note: {type: string}, cents:", "Money.note", 13),
            ("cents: {type: integer}", "cents: {type: integer, minimum: 1}", "Money.cents", 13),
            ("type: string, enum: [eur, usd]", "type: object", "Coin", 14),
        ]
    )
    func difference(old: String, new: String, subject: String, line: UInt32) throws {
        let client = try generate(Self.bills.replacing(old, with: new))
        let errors = client.diagnostics.filter { $0.severity == .error }
        let found = try #require(
            errors.first { $0.message.summary.hasPrefix("\(subject) isn't the same as in OrdersAPI: ") })
        #expect(found.location?.path == "bills.yaml" && found.location?.position.line == line, "\(found)")
        #expect(found.notes.first?.location.path == "orders.yaml" && client.files.isEmpty)
    }

    @Test("what can't be shared is an error, and a patch without the owner's conformance is left out with a warning")
    func refusals() throws {
        let orders = try #require(Identifier("OrdersAPI"))
        func messages(_ change: (inout Configuration) -> Void, owner: (inout Configuration) -> Void = { _ in }) throws
            -> [Diagnostic.Message]
        {
            let client = try generate(owner: owner, change)
            #expect(client.files.isEmpty)
            return client.diagnostics.filter { $0.severity == .error }.map(\.message)
        }
        #expect(try messages { $0.runtime = .embedded } == [.sharesWithEmbedded])
        #expect(try messages({ _ in }, owner: { $0.runtime = .embedded }) == [.sharesWithEmbedded])
        #expect(try messages({ _ in }, owner: { $0.access = .package }) == [.hiddenOwner(orders, .package)])
        #expect(
            try messages({ $0.access = .internal }, owner: { $0.access = .internal }) == [
                .hiddenOwner(orders, .internal)
            ])
        #expect(try messages { $0.module = orders } == [.sharesWithItself(orders)])
        let none = try generate(Self.bills, "Mony")
        #expect(none.files.isEmpty && none.diagnostics[0].message.text.contains("did you mean `Money`?"))
        let client = try generate()
        #expect(client.diagnostics.map(\.severity) == [.warning], "\(client.diagnostics)")
        #expect(client.diagnostics[0].message.summary.contains("no form with a typed JSON Patch"))
        #expect(client.files.values.allSatisfy { !$0.contains("PatchKeys") })
    }
}
