import MartletSource

/// The JSON Schema of `martlet.yaml`, for editors. A test holds it against the decoder.
package enum ConfigurationSchema {
    private static let rules = Diagnostic.Rule.allCases
        .map { "\"\($0.rawValue)\": {\"$ref\": \"#/$defs/rule\"}" }.joined(separator: ", ")

    package static let text = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "martlet.yaml",
          "type": "object",
          "required": ["spec", "module"],
          "additionalProperties": false,
          "properties": {
            "spec": {
              "$ref": "#/$defs/text",
              "description": "The OpenAPI document, YAML or JSON; relative to this file, as all paths are."
            },
            "module": {"$ref": "#/$defs/name", "description": "The Swift module of the generated files."},
            "namespace": {
              "$ref": "#/$defs/name",
              "description": "An enum that contains all types, so that a module can have several clients. Default: none."
            },
            "client": {
              "$ref": "#/$defs/name",
              "description": "The client's type. Default: the module without API, followed by Client."
            },
            "output": {
              "$ref": "#/$defs/text",
              "description": "The folder of the generated files. The build plugin has a folder of its own."
            },
            "access": {
              "enum": ["public", "package", "internal"],
              "default": "public",
              "description": "The access level of the generated declarations."
            },
            "names": {
              "type": "object",
              "description": "Swift names that replace the default ones.",
              "additionalProperties": false,
              "properties": {
                "schemas": {"$ref": "#/$defs/names", "description": "Types, by the names of schemas or JSON pointers."},
                "operations": {"$ref": "#/$defs/names", "description": "Methods, by operationId."},
                "parameters": {"$ref": "#/$defs/names", "description": "Arguments, by JSON pointers to parameters."},
                "properties": {"$ref": "#/$defs/memberNames", "description": "Properties, as Schema.property."},
                "enumCases": {"$ref": "#/$defs/memberNames", "description": "Cases of enums, as Schema.value."},
                "tags": {"$ref": "#/$defs/names", "description": "Groups of methods, by tag."},
                "headers": {"$ref": "#/$defs/names", "description": "Properties for response headers, by header."},
                "contents": {"$ref": "#/$defs/names", "description": "Kinds of content, by media type or JSON pointer."},
                "webhooks": {"$ref": "#/$defs/names", "description": "Functions of webhooks and callbacks, by name."},
                "servers": {"$ref": "#/$defs/names", "description": "Servers, by URL; their types, by JSON pointer."},
                "credentials": {"$ref": "#/$defs/names", "description": "Credentials, by security scheme."}
              }
            },
            "formats": {"$ref": "#/$defs/names", "description": "Swift types of formats, such as uri: URL."},
            "operations": {
              "enum": ["short", "asWritten"],
              "default": "short",
              "description": "Whether method names omit the words of their group and those that frameworks add."
            },
            "secrets": {
              "$ref": "#/$defs/members",
              "description": "Properties that never appear in descriptions, errors and logs, as Schema.property."
            },
            "optional": {
              "$ref": "#/$defs/members",
              "description": "Properties that servers omit although the document requires them, as Schema.property."
            },
            "nullable": {
              "$ref": "#/$defs/members",
              "description": "Properties that servers send as null although the document forbids it, as Schema.property."
            },
            "unknownProperties": {
              "enum": ["drop", "keep"],
              "default": "drop",
              "description": "Whether models keep properties of responses that the document neither lists nor forbids."
            },
            "overlays": {
              "type": "array",
              "items": {"type": "string"},
              "description": "Overlays to apply to the document, in this order."
            },
            "renamed": {
              "$ref": "#/$defs/text",
              "description": "The folder of an earlier client, whose names remain available as deprecated ones."
            },
            "shared": {
              "type": "object",
              "description": "Models that another client declares.",
              "required": ["from", "schemas"],
              "additionalProperties": false,
              "properties": {
                "from": {"$ref": "#/$defs/text", "description": "The martlet.yaml of the other client."},
                "schemas": {"$ref": "#/$defs/patterns", "minItems": 1}
              }
            },
            "include": {"$ref": "#/$defs/selection", "description": "The part of the document to generate a client for."},
            "exclude": {"$ref": "#/$defs/selection", "description": "A part of the document that is left out."},
            "pages": {
              "type": "object",
              "description": "How operations return lists in pages, by operationId.",
              "additionalProperties": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": false,
                "properties": {
                  "kind": {"enum": ["none", "offset", "page", "cursor", "link"]},
                  "parameter": {"$ref": "#/$defs/text", "description": "The parameter that selects the page."},
                  "size": {"$ref": "#/$defs/text", "description": "The parameter for the size of a page."},
                  "items": {"$ref": "#/$defs/text", "description": "The path to the elements in a page."},
                  "next": {"$ref": "#/$defs/text", "description": "The path to the position of the next page."}
                }
              }
            },
            "rules": {
              "type": "object",
              "description": "The severity of diagnostics, by rule.",
              "additionalProperties": false,
              "properties": {\#(rules)}
            },
            "root": {
              "$ref": "#/$defs/text",
              "description": "The folder that may contain other files of the document. Default: the document's."
            },
            "templates": {"$ref": "#/$defs/text", "description": "A folder of templates that replace built-in ones."},
            "runtime": {
              "enum": ["library", "embedded"],
              "default": "library",
              "description": "Whether the client imports the runtime or contains its source files."
            },
            "documentation": {
              "enum": ["markdown", "none"],
              "default": "markdown",
              "description": "Whether pages of documentation are generated."
            },
            "shards": {
              "type": "integer",
              "minimum": 1,
              "maximum": 256,
              "default": 8,
              "description": "The number of files for models with the build plugin."
            }
          },
          "$defs": {
            "text": {"type": "string", "minLength": 1},
            "rule": {"enum": ["off", "warning", "error"]},
            "name": {"type": "string", "pattern": "^(?!_$)([A-Za-z_]|[^\\x00-\\x7F])([A-Za-z0-9_]|[^\\x00-\\x7F])*$"},
            "names": {"type": "object", "additionalProperties": {"$ref": "#/$defs/name"}},
            "member": {"type": "string", "pattern": "^([^.]+[.].|#?/.)"},
            "members": {"type": "array", "items": {"$ref": "#/$defs/member"}},
            "selection": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "tags": {"$ref": "#/$defs/patterns"},
                "paths": {"$ref": "#/$defs/patterns"},
                "operations": {"$ref": "#/$defs/patterns"},
                "schemas": {"$ref": "#/$defs/patterns"}
              }
            },
            "patterns": {
              "type": "array",
              "items": {"type": "string", "minLength": 1},
              "description": "Patterns in which * is any text."
            },
            "memberNames": {
              "type": "object",
              "propertyNames": {"$ref": "#/$defs/member"},
              "additionalProperties": {"$ref": "#/$defs/name"}
            }
          }
        }

        """#
}
