"""Documents of a size that is asked for, each large in one way."""

import json

from parts import document, reference, TEXT, DONE, text_object, same_names, same_words, operations, one_operation


def properties(n):
    kinds = [TEXT, {"type": "integer"}, {"type": "array", "items": TEXT}, {"type": "boolean"}]
    return document({"A": {"type": "object", "properties": {f"p{i}": kinds[i % 4] for i in range(n)}}})


def required_properties(n):
    return document({"A": text_object(*(f"p{i}" for i in range(n)), required=[f"p{i}" for i in range(n)])})


def undeclared_properties(n):
    return document({"A": text_object(*(f"p{i}x" for i in range(n)), required=[f"q{i}y" for i in range(n)])})


def schemas(n):
    return document({f"A{i}": text_object("x", "y", "z") for i in range(n)})


def paths(n):
    return document(paths=operations(n, lambda i: {"parameters": [{"name": "q", "in": "query", "schema": TEXT}]}))


def members(key, schema):
    """A union of n schemas."""

    def make(n):
        made = {f"B{i}": schema(i) for i in range(n)}
        return document({"A": {key: [reference(name) for name in made]}, **made})

    return make


def inline_members(n):
    return document({"A": {"oneOf": [text_object("x", f"q{i}") for i in range(n)]}})


def discriminated(n):
    made = {f"B{i}": text_object("kind", f"q{i}", required=["kind"]) for i in range(n)}
    mapping = {f"k{i}": f"#/components/schemas/B{i}" for i in range(n)}
    union = {
        "oneOf": [reference(name) for name in made],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    return document({"A": union, **made})


def polymorphic(n):
    """A base with n subtypes, none of which it lists."""
    base = {**text_object("kind", required=["kind"]), "discriminator": {"propertyName": "kind"}}
    made = {f"B{i}": {"allOf": [reference("Base"), text_object(f"q{i}")]} for i in range(n)}
    return document({"Base": base, **made})


def all_of_all(key):
    def make(n):
        names = [f"A{i}" for i in range(n)]
        return document({own: {key: [reference(name) for name in names if name != own]} for own in names})

    return make


def one_of_and_any_of_all(n):
    made = {f"B{i}": text_object("x", f"q{i}") for i in range(n)}
    every = [reference(name) for name in made]
    return document({**made, **{f"A{i}": {"oneOf": every, "anyOf": every} for i in range(n)}})


def all_of_chain(n):
    made = {"A0": text_object("p")}
    for i in range(1, n):
        made[f"A{i}"] = {"allOf": [reference(f"A{i - 1}"), text_object(f"p{i}")]}
    return document(made)


def plain_all_of_chain(n):
    """A chain whose links add nothing."""
    made = {"A0": text_object("p")}
    for i in range(1, n):
        made[f"A{i}"] = {"allOf": [reference(f"A{i - 1}")], "description": f"The link {i}."}
    return document(made)


def all_of_parts(n):
    made = {f"B{i}": text_object(f"q{i}") for i in range(n)}
    return document({"A": {"allOf": [reference(name) for name in made]}, **made})


def reference_chain(n):
    return document({"A0": TEXT, **{f"A{i}": reference(f"A{i - 1}") for i in range(1, n)}})


def object_reference_chain(n):
    chain = {f"A{i}": reference(f"A{i - 1}") for i in range(1, n)}
    return document({"A0": text_object("x"), **chain, "B": {"type": "object", "properties": chain}})


def reference_cycle(n):
    made = {f"A{i}": {"type": "object", "properties": {"next": reference(f"A{(i + 1) % n}")}} for i in range(n)}
    return document(made)


def references_into_properties(n):
    fields = {f"p{i}": text_object("x") for i in range(n)}
    uses = {f"q{i}": {"$ref": f"#/components/schemas/A/properties/p{i}"} for i in range(n)}
    return document({"A": {"type": "object", "properties": fields}, "B": {"type": "object", "properties": uses}})


def broken_references(n):
    return document({f"Abc{i}": {"type": "object", "properties": {"x": reference(f"Abd{i}x")}} for i in range(n)})


def unknown_fields(n):
    return document({"A": {**text_object("x"), **{f"proprty{i}": 1 for i in range(n)}}})


def enum_values(n):
    return document({"A": {"type": "string", "enum": [f"value{i}" for i in range(n)]}})


def enums_in_common(n):
    values = {"type": "string", "enum": [f"value{i}" for i in range(n)]}
    return document({"A": values, "B": {"allOf": [reference("A"), values]}})


def same_enum_values(n):
    return document({"A": {"type": "string", "enum": same_names(n)}})


def same_properties(n):
    return document({"A": text_object(*same_names(n))})


def same_schemas(n):
    return document({name: text_object("x") for name in same_words(n)})


def same_tags(n):
    names = same_names(n)
    return document(paths=operations(n, lambda i: {"tags": [names[i]]}))


def same_operations(n):
    names = same_names(n)
    return document(paths=operations(n, lambda i: {"operationId": names[i]}))


def same_inline_schemas(n):
    return document({"A": {"type": "object", "properties": {name: text_object("x") for name in same_names(n)}}})


def same_parameters(n):
    made = [{"name": name, "in": "query", "schema": TEXT} for name in same_names(n)]
    return one_operation(parameters=made)


def parameters(n):
    return one_operation(parameters=[{"name": f"q{i}", "in": "query", "schema": TEXT} for i in range(n)])


def path_parameters(n):
    made = [{"name": f"q{i}", "in": "path", "required": True, "schema": TEXT} for i in range(n)]
    path = "".join(f"/{{q{i}}}" for i in range(n))
    return document(paths={path: {"get": {"operationId": "read", "parameters": made, "responses": DONE}}})


def headers(n):
    made = {f"X-H{i}": {"schema": TEXT} for i in range(n)}
    return one_operation(responses={"200": {"description": "Done.", "headers": made}})


def same_headers(n):
    made = {name: {"schema": TEXT} for name in same_words(n)}
    return one_operation(responses={"200": {"description": "Done.", "headers": made}})


def responses(n):
    made = {"200": {"description": "Done.", "content": {"application/json": {"schema": reference("A")}}}}
    return document({"A": text_object("x")}, operations(n, lambda i: {"responses": made}))


def server_variables(n):
    url = "https://example.com/" + "/".join(f"{{v{i}}}" for i in range(n))
    return document(servers=[{"url": url, "variables": {f"v{i}": {"default": "a"} for i in range(n)}}])


def same_server_variables(n):
    names = same_words(n)
    url = "https://example.com/" + "/".join(f"{{{name}}}" for name in names)
    return document(servers=[{"url": url, "variables": {name: {"default": "a"} for name in names}}])


def servers(n):
    return document(servers=[{"url": f"https://example.com/{i}", "description": "The same"} for i in range(n)])


def security_schemes(n):
    made = {f"s{i}": {"type": "apiKey", "in": "header", "name": f"X-K{i}"} for i in range(n)}
    return document(
        paths=operations(n, lambda i: {"security": [{f"s{i}": []}]}), components={"securitySchemes": made}
    )


def form_fields(n):
    schema = text_object(*(f"q{i}" for i in range(n)))
    return one_operation(requestBody={"content": {"multipart/form-data": {"schema": schema}}})


def nested_objects(n):
    """Schemas that refer to each other in a line."""
    made = {f"A{i}": {"type": "object", "required": ["x"], "properties": {"x": reference(f"A{i + 1}")}} for i in range(n)}
    return document({**made, f"A{n}": text_object("x")})


def wide_example(n):
    """Required properties of one schema each, level below level: the example has a power of ten parts."""
    made = {"A0": text_object("x", required=["x"])}
    for i in range(1, n):
        names = [f"p{j}" for j in range(10)]
        made[f"A{i}"] = {"type": "object", "required": names, "properties": {name: reference(f"A{i - 1}") for name in names}}
    return document(made)


def shared_example(n):
    """One large example that n properties refer to."""
    made = {"A": {**text_object("x"), "examples": [{"x": "y" * n}]}}
    return document({**made, "B": {"type": "object", "properties": {f"p{i}": reference("A") for i in range(n)}}})


def nested_arrays(n):
    schema = TEXT
    for _ in range(n):
        schema = {"type": "array", "items": schema}
    return document({"A": schema, "B": {"type": "object", "properties": {"x": schema}}})


def mapping_lines(n):
    return document({"A": {**text_object("x"), "description": "\n".join(f"Line {i}." for i in range(n))}})


def one_line(n):
    return json.dumps(json.loads(properties(n)))


HEAD = 'openapi: 3.1.0\ninfo: {title: Growth, version: "1"}\npaths: {}\n'


def scalar_aliases(n):
    return HEAD + "x-a: &a text\nx-list:\n" + "- *a\n" * n


def schema_aliases(n):
    uses = "".join(f"    A{i}: *a\n" for i in range(n))
    return HEAD + "components:\n  schemas:\n    A: &a {type: object, properties: {x: {type: string}}}\n" + uses


def merge_keys(n):
    uses = "".join(f"    A{i}: {{<<: *a, description: Text}}\n" for i in range(n))
    return HEAD + "components:\n  schemas:\n    A: &a {type: object, properties: {x: {type: string}}}\n" + uses


def anchors(n):
    return HEAD + "x-list:\n" + "".join(f"- &a{i} text\n- *a{i}\n" for i in range(n))


def comments(n):
    return "# A comment.\n" * n + HEAD


def folded_lines(n):
    return HEAD + "x-text: >\n" + "  A line of text.\n" * n


def inline_bodies(n):
    def operation(i):
        schema = text_object(f"q{i}", "x")
        return {"responses": {"200": {"description": "Done.", "content": {"application/json": {"schema": schema}}}}}

    return document(paths=operations(n, operation))


def short_chains(n):
    """Chains of allOf of the length that documents have."""
    made = {}
    for i in range(n):
        parts = [reference(f"A{i - 1}")] if i % 8 else []
        made[f"A{i}"] = {"allOf": parts + [text_object(f"p{i}")]}
    return document(made)


def union_chain(n):
    made = {f"A{i}": {"oneOf": [reference(f"A{i + 1}"), text_object(f"q{i}", required=[f"q{i}"])]} for i in range(n)}
    return document({**made, f"A{n}": text_object("x")})


def long_text_of_many(n):
    parameter = {"name": "q", "in": "query", "schema": TEXT, "description": "A word. " * n}
    uses = operations(n, lambda i: {"parameters": [reference("Q", "parameters")]})
    return document(paths=uses, components={"parameters": {"Q": parameter}})


def long_default_of_many(n):
    fields = {f"p{i}": reference("D") for i in range(n)}
    schema = {"type": "object", "required": list(fields), "properties": fields}
    return document({"D": {**TEXT, "default": "word " * n}, "A": schema})


# Each with its greatest size.
def servers_of_operations(n):
    return document(paths=operations(n, lambda i: {"servers": [{"url": f"https://s{i}.example.com/v1"}]}))


def encodings(n):
    schema = text_object(*(f"q{i}" for i in range(n)))
    made = {f"q{i}": {"contentType": "application/json", "headers": {"X-A": {"schema": TEXT}}} for i in range(n)}
    return one_operation(requestBody={"content": {"multipart/form-data": {"schema": schema, "encoding": made}}})


def nullable_chain(n):
    made = {f"A{i}": {"anyOf": [reference(f"A{i + 1}"), {"type": "null"}]} for i in range(n)}
    return document({**made, f"A{n}": TEXT})


DOCUMENTS = {
    "properties": (properties, 20_000),
    "required properties": (required_properties, 20_000),
    "required properties that are not described": (undeclared_properties, 4_000),
    "properties in one line": (one_line, 20_000),
    "schemas": (schemas, 6_000),
    "operations": (paths, 6_000),
    "oneOf of objects": (members("oneOf", lambda i: text_object(f"q{i}", required=[f"q{i}"])), 3_200),
    "oneOf of objects with a common property": (members("oneOf", lambda i: text_object("x", f"q{i}")), 1_600),
    "oneOf of objects with constants": (
        members("oneOf", lambda i: {"type": "object", "properties": {"k": {"const": f"k{i}"}}, "required": ["k"]}),
        3_200,
    ),
    "anyOf of objects": (members("anyOf", lambda i: text_object("x", f"q{i}")), 1_600),
    "anyOf of closed objects": (
        members("anyOf", lambda i: {**text_object(f"q{i}"), "additionalProperties": False}),
        1_600,
    ),
    "oneOf of enums": (members("oneOf", lambda i: {"type": "string", "enum": [f"v{i}"]}), 3_200),
    "oneOf of schemas without names": (inline_members, 1_600),
    "oneOf with a discriminator": (discriminated, 3_200),
    "subtypes of a base": (polymorphic, 3_200),
    "schemas that are each oneOf of all others": (all_of_all("oneOf"), 120),
    "schemas that are each anyOf of all others": (all_of_all("anyOf"), 120),
    "schemas with oneOf and anyOf of n objects": (one_of_and_any_of_all, 120),
    "short allOf chains": (short_chains, 6_400),
    "allOf chain that adds nothing": (plain_all_of_chain, 3_200),
    "allOf of many": (all_of_parts, 6_400),
    "reference chain": (reference_chain, 20_000),
    "reference chain to an object": (object_reference_chain, 4_000),
    "reference cycle": (reference_cycle, 6_400),
    "references into properties": (references_into_properties, 8_000),
    "broken references": (broken_references, 4_000),
    "unknown fields": (unknown_fields, 4_000),
    "objects in objects": (nested_objects, 4_000),
    "enum values": (enum_values, 40_000),
    "values that two enums have in common": (enums_in_common, 10_000),
    "enum values of one name": (same_enum_values, 20_000),
    "properties of one name": (same_properties, 12_000),
    "properties of one name with schemas of their own": (same_inline_schemas, 6_000),
    "schemas of one name": (same_schemas, 12_000),
    "tags of one name": (same_tags, 4_000),
    "operations of one name": (same_operations, 6_000),
    "parameters": (parameters, 6_000),
    "parameters of one name": (same_parameters, 6_000),
    "path parameters": (path_parameters, 2_000),
    "response headers": (headers, 10_000),
    "response headers of one name": (same_headers, 10_000),
    "responses of one schema": (responses, 6_000),
    "operations with schemas of their own": (inline_bodies, 4_000),
    "servers of operations": (servers_of_operations, 8_000),
    "encodings of a form": (encodings, 12_000),
    "chain of values or null": (nullable_chain, 20_000),
    "servers": (servers, 4_000),
    "server variables": (server_variables, 4_000),
    "server variables of one name": (same_server_variables, 4_000),
    "security schemes": (security_schemes, 3_000),
    "fields of a form": (form_fields, 6_000),
    "example of examples": (wide_example, 160),
    "large example of many": (shared_example, 2_000),
    "nested arrays": (nested_arrays, 120),
    "long default of many": (long_default_of_many, 8_000),
    "lines of a description": (mapping_lines, 100_000),
    "aliases of a text": (scalar_aliases, 400_000),
    "aliases of a schema": (schema_aliases, 6_000),
    "merge keys": (merge_keys, 6_000),
    "anchors": (anchors, 100_000),
    "comments": (comments, 800_000),
    "lines of a folded text": (folded_lines, 400_000),
}

# These describe so much that a client would have no use.
LIMITED = {
    "allOf chain": (all_of_chain, 800),
    "unions in unions": (union_chain, 3_000),
    "long text of many": (long_text_of_many, 6_000),
}
