import MartletModel
import MartletSource
import Testing

@Suite("Webhooks and callbacks become functions")
struct WebhookLoweringTests {
    private static let answer = "responses: {'204': {description: d}}"
    private static let body = "requestBody: {content: {application/json: {schema: <Thing>}}}"

    private func events(_ operation: String, _ webhooks: String = "") throws -> [String] {
        let operation = try LoweredOperation(
            "\(operation)\n\(Self.answer)",
            more: "webhooks: {\(webhooks)}".withReferences
        )
        #expect(operation.printed.isEmpty, "\(operation.printed)")
        return operation.lowered.client.webhooks?.events.map(\.outline) ?? []
    }

    /// The document's webhooks, with the expected functions.
    static let webhooks: [(webhooks: String, events: [String])] = [
        ("thing.created: {post: {\(body), \(answer)}}", ["thingCreated(Thing)"]),
        ("a: {post: {operationId: onThing, \(body), \(answer)}}", ["onThing(Thing)"]),
        ("a: {post: {\(body), \(answer)}, put: {\(body), \(answer)}}", ["a(Thing)", "aPut(Thing)"]),
        (
            "a: {post: {requestBody: {content: {application/json: {schema: {properties: {n: {}}}}}}, \(answer)}}",
            ["a(APayload)"]
        ),
        (
            "a: {post: {requestBody: {content: {text/plain: {}, application/x+json: {schema: <Other>}}}, \(answer)}}",
            ["a(Other)"]
        ),
        // Nothing to decode.
        ("a: {post: {\(answer)}}", []), ("a: {post: {requestBody: {content: {text/plain: {}}}, \(answer)}}", []),
    ]

    @Test("a webhook with a JSON body becomes a function with its name", arguments: webhooks.indices)
    func webhook(index: Int) throws {
        let row = Self.webhooks[index]
        #expect(try events("", row.webhooks) == row.events)
    }

    @Test("a callback is named after its operation and itself, and knows its method")
    func callbacks() throws {
        let callbacks = """
            callbacks:
              changed: {'{$request.query.url}': {post: {\(Self.body), \(Self.answer)}}}
              gone: {'{$request.query.url}': {post: {operationId: onGone, \(Self.body), \(Self.answer)}}}
            """
        #expect(try events(callbacks) == ["sendChanged(Thing) of send", "onGone(Thing) of send"])
    }

    @Test("webhooks with equal names get distinct ones, with a warning")
    func clashes() throws {
        let event = "{post: {\(Self.body), \(Self.answer)}}"
        let callbacks = "callbacks: {it: {'{$url}': {post: {operationId: made, \(Self.body), \(Self.answer)}}}}"
        for (callbacks, webhooks, names, path) in [
            ("", "a-b: \(event), a_b: \(event)", ["aB", "a_b"], #""a_b": a_b"#),
            (callbacks, "made: \(event)", ["made", "made2"], #""made {$url}": made2"#),
        ] {
            let operation = try LoweredOperation(
                "\(callbacks)\n\(Self.answer)", more: "webhooks: {\(webhooks)}".withReferences)
            #expect(operation.lowered.client.webhooks?.events.map(\.name.text) == names)
            #expect(
                operation.printed.map { $0.contains("names: {webhooks: {\(path)}}") } == [true], "\(operation.printed)")
        }
    }

    @Test("they are in a type named after the client, which is omitted without webhooks")
    func type() throws {
        let operation = try LoweredOperation(
            Self.answer,
            more: "webhooks: {a: {post: {\(Self.body), \(Self.answer)}}}".withReferences
        )
        let webhooks = try #require(operation.lowered.client.webhooks)
        #expect(webhooks.name.text == "TestWebhooks")
        #expect(webhooks.events[0].title == "a")
        #expect(try LoweredOperation(Self.answer).lowered.client.webhooks == nil)
    }
}

extension Webhooks.Event {
    /// `thingCreated(Thing) of subscribe`
    fileprivate var outline: String { "\(name.text)(\(type.outline))\(method.map { " of \($0.text)" } ?? "")" }
}
