import MartletSource

extension DocumentGrowth {
    /// Additions to operations and to the document as a whole.
    static let additions = [
        DocumentGrowth(name: "further content types of responses") { root in
            for content in root.successes.compactMap({ $0["content"] }) where content.keys.contains("application/json")
            {
                for type in ["text/csv", "application/vnd.added+json"] where content[SpecText(type)] == nil {
                    content.insert(type, #"{"schema": {"type": "string"}}"#)
                }
            }
        },
        DocumentGrowth(name: "another failure") { root in
            let schema = #""schema": {"type": "object", "properties": {"own": {"type": "string"}}}"#
            let content = root["swagger"] == nil ? #""content": {"application/json": {\#(schema)}}"# : schema
            for operation in root.operations {
                operation["responses"]?.insert("418", #"{"description": "d", \#(content)}"#)
            }
        },
        DocumentGrowth(name: "another response header") { root in
            let type = root["swagger"] == nil ? #""schema": {"type": "string"}"# : #""type": "string""#
            for response in root.successes where response["$ref"] == nil {
                if response["headers"] == nil { response.insert("headers", "{}") }
                response["headers"]?.insert("X-Added", "{\(type)}")
            }
        },
        DocumentGrowth(name: "another security scheme") { root in
            let schemes = root["components"]?["securitySchemes"] ?? root["securityDefinitions"]
            schemes?.insert("added", #"{"type": "apiKey", "in": "header", "name": "X-Added"}"#)
            root["paths"]?.insert(
                "/a-added",
                #"{"get": {"operationId": "aAdded", "security": [{"added": []}], "responses": {"204": {"description": "d"}}}}"#
            )
        },
        DocumentGrowth(name: "webhooks and callbacks") { root in
            guard root["swagger"] == nil else { return }
            let schema = #"{"type": "object", "properties": {"own": {"type": "string"}}}"#
            let event =
                #""requestBody": {"content": {"application/json": {"schema": \#(schema)}}}, "responses": {"204": {"description": "d"}}"#
            if root["openapi"]?.text?.hasPrefix("3.1") == true {
                if root["webhooks"] == nil { root.insert("webhooks", "{}") }
                root["webhooks"]?.insert("aAdded", #"{"post": {\#(event)}}"#)
                for item in root["webhooks"]?.children ?? [] where item["put"] == nil {
                    item.insert("put", "{\(event)}")
                }
            }
            for operation in root.operations {
                if operation["callbacks"] == nil { operation.insert("callbacks", "{}") }
                operation["callbacks"]?.insert("added", #"{"{$request.body#/url}": {"post": {\#(event)}}}"#)
                for callback in operation["callbacks"]?.children ?? [] {
                    for item in callback.children where item["put"] == nil { item.insert("put", "{\(event)}") }
                }
            }
        },
        DocumentGrowth(name: "descriptions and parents of tags") { root in
            if root["tags"] == nil { root.insert("tags", "[]") }
            for tag in Set(root.operations.compactMap { $0["tags"]?.children.first?.text }).sorted() {
                let name = JSONText.string(tag.unencoded)
                root["tags"]?.append(
                    #"{"name": \#(name), "description": \#(name), "summary": \#(name), "parent": "Added"}"#)
            }
        },
        DocumentGrowth(name: "longer paths") { root in
            for path in root["paths"]?.keys ?? [] where !path.unencoded.contains("{added}") {
                let name = (path.unencoded.hasSuffix("/") ? "" : "/") + "{added}"
                let schema = root["swagger"] == nil ? #""schema": {"type": "string"}"# : #""type": "string""#
                let own = #"{"name": "added", "in": "path", "required": true, \#(schema)}"#
                let names = path.unencoded.split(separator: "{").dropFirst().compactMap {
                    $0.split(separator: "}").first
                }
                let others = names.map {
                    #"{"name": \#(JSONText.string(String($0))), "in": "path", "required": true, \#(schema)}"#
                }
                let tags = root["paths"]?[path]?.children.lazy.compactMap { $0["tags"]?.json }.first ?? "[]"
                root["paths"]?.insert(
                    path.unencoded + name,
                    #"{"get": {"tags": \#(tags), "parameters": [\#((others + [own]).joined(separator: ", "))], "responses": {"204": {"description": "d"}}}}"#
                )
            }
        },
    ]
}

extension EditableNode {
    /// The responses of all operations for success.
    fileprivate var successes: [EditableNode] {
        operations.compactMap { $0["responses"] }.flatMap { responses in
            responses.keys.filter { $0.hasPrefix("2") }.compactMap { responses[$0] }
        }
    }
}
