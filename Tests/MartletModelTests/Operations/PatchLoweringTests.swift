import MartletModel
import MartletSource
import Testing

@Suite("JSON Patch bodies")
struct PatchLoweringTests {
    private static let step =
        "{properties: {op: {type: string}, path: {type: string}, value: {}, from: {type: string}}}"
    private static let thing = "'200': {description: d, content: {application/json: {schema: <Thing>}}}"

    private func lowered(
        _ body: String,
        type: String = "application/json-patch+json",
        responses: String = thing,
        parameters: String = "",
        method: String = "patch"
    ) throws -> LoweredOperation {
        try LoweredOperation(
            """
            parameters: [\(parameters)]
            requestBody: {required: true, content: {'\(type)': {schema: \(body)}}}
            responses: {\(responses)}
            """,
            method: method
        )
    }

    /// The schema of a body, and its content type.
    static let patches: [(body: String, type: String)] = [
        ("{type: array, items: \(step)}", "application/json-patch+json"),
        ("{type: array, items: \(step)}", "application/json"),
        ("{type: array, items: {properties: {op: {enum: [add]}, path: {type: string}}}}", "application/json"),
        ("{type: array, items: {properties: {op: {}, path: {}, value: {}}}}", "application/vnd.a.patch+json"),
    ]

    @Test("a list of steps patches the operation's result, whatever its media type", arguments: patches.indices)
    func patch(index: Int) throws {
        let row = Self.patches[index]
        let operation = try lowered(row.body, type: row.type)
        let patch = try #require(try operation.method.patch)
        #expect(patch.model.outline == "Thing")
        #expect(patch.argument.text == "body")
        #expect(patch.label.text == "patch")
    }

    /// The schema of a body, and the responses.
    static let nearMisses: [(body: String, responses: String)] = [
        // No list, or a list of other elements, or of too few or too many.
        (step, thing), ("<Things>", thing), ("{type: array, items: {type: string}}", thing), ("{type: array}", thing),
        ("{type: array, items: {properties: {op: {}}}}", thing),
        ("{type: array, items: {properties: {op: {}, path: {}, value: {}, comment: {}}}}", thing),
        // No result, or one without properties.
        ("{type: array, items: \(step)}", "'204': {description: d}"),
        ("{type: array, items: \(step)}", "'200': {description: d, content: {application/json: {schema: <Things>}}}"),
        ("{type: array, items: \(step)}", "'200': {description: d, content: {text/plain: {}}}"),
        ("{type: array, items: \(step)}", "\(thing), '204': {description: d}"),
    ]

    @Test("similar bodies are not a patch", arguments: nearMisses.indices)
    func nearMiss(index: Int) throws {
        let row = Self.nearMisses[index]
        #expect(try lowered(row.body, responses: row.responses).method.patch == nil)
    }

    @Test("a merge patch is the model itself")
    func mergePatch() throws {
        let operation = try lowered("<Thing>", type: "application/merge-patch+json")
        #expect(try operation.method.patch == nil)
        #expect(operation.arguments == ["thing: Thing body json application/merge-patch+json"])
    }

    @Test("the argument for steps gives way to a parameter with its name")
    func label() throws {
        let body = "{type: array, items: \(Self.step)}"
        func label(_ names: String...) throws -> String? {
            let parameters = names.map { "{name: \($0), in: query, schema: {type: string}}" }.joined(separator: ", ")
            return try lowered(body, parameters: parameters).method.patch?.label.text
        }
        #expect(try label("patch") == "steps")
        #expect(try label("patch", "steps") == "patchSteps")
    }

    @Test("models within the patched one are patchable, also in arrays and maps, once each")
    func patchableModels() throws {
        let model = """
            {type: object, properties: {a: {type: array, items: <Other>}, b: {type: object, additionalProperties:
            {properties: {n: {type: integer}}}}, c: <Things>, d: <Kind>}}
            """
        let operation = try lowered(
            "{type: array, items: \(Self.step)}",
            responses: "'200': {description: d, content: {application/json: {schema: \(model)}}}"
        )
        let names = operation.lowered.client.patchableModels.map { $0.path.map(\.text).joined(separator: ".") }
        #expect(Set(names) == ["SendResponse", "SendResponse.BItem", "Other", "Thing"])
        #expect(try lowered("<Thing>").lowered.client.patchableModels.isEmpty)
    }
}
