"""Answers that conform to a document: each success that an operation documents, in turn, with example or made-up values."""

import functools
import itertools
import json

from werkzeug.wrappers import Response

from documents import resolved


class Answers:
    def __init__(self, document):
        self.document = document
        self.turns = {id: itertools.cycle(list(self.all(operation))) for id, operation in document.operations.items()}

    def next(self, operation, request):
        """What to say to a request of an operation: the next answer that it accepts."""
        if operation is None:
            return Response(status=404)
        accepted = request.accept_mimetypes
        turns = itertools.islice(self.turns[operation], 100)
        make = next((make for type, make in turns if not type or not accepted or type in accepted), None)
        return make() if make else Response(status=406)

    def all(self, operation):
        """The content type and a maker for each success that an operation documents."""
        responses = operation["responses"]
        # `default` alone is what every status has.
        statuses = ["200"] if list(responses) == ["default"] else [str(status).upper() for status in responses]
        # Redirects are results only where no success is documented.
        first = "2" if any(status.startswith("2") for status in statuses) else "3"
        for status, response in zip(statuses, responses.values()):
            status = status.replace("2XX", "203")
            if not status.startswith(first):
                continue
            response = self.resolved(response)
            contents = response.get("content") or {None: {}}
            for seed, (type, content) in itertools.product(range(3), contents.items()):
                yield type, functools.partial(self.make, int(status), type, content, response, seed)

    def make(self, status, type, content, response, seed):
        headers = {
            name: self.text(self.value(header.get("schema", {}), seed))
            for name, header in response.get("headers", {}).items()
            if name != "Link" and "schema" in header
        }
        body = b"" if type is None else self.body(type, content, seed)
        answer = Response(body, status=status, headers=headers)
        answer.content_type = type
        return answer

    def body(self, type, content, seed):
        if "itemSchema" in content:
            items = [self.value(content["itemSchema"], index) for index in range(seed)]
            return b"".join(SEQUENCES[type](item) for item in items)
        if type.endswith("json"):
            examples = [content["example"]] if "example" in content else []
            value = examples[0] if examples and seed == 0 else self.value(content.get("schema", {}), seed)
            return json.dumps(value).encode()
        return f"content {seed}".encode()

    def resolved(self, node):
        return resolved(self.document.root, node)

    def value(self, schema, seed, depth=0):
        """A value of a schema: with all optional parts, without them, or with some."""
        schema = self.resolved(schema)
        if "example" in schema and seed == 0:
            return schema["example"]
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][seed % len(schema["enum"])]
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return self.value(schema[key][seed % len(schema[key])], seed, depth)
        if "allOf" in schema:
            parts = [self.value(part, seed, depth) for part in schema["allOf"]]
            return {key: value for part in parts for key, value in part.items()}
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        kinds = [kinds] if isinstance(kinds, str) else kinds
        kinds = kinds + (["null"] if schema.get("nullable") else [])
        kind = kinds[seed % len(kinds)]
        if kind == "object":
            return self.object(schema, seed, depth)
        if kind == "array":
            count = 0 if depth > 3 else seed + schema.get("minItems", 0)
            return [self.value(schema.get("items", {}), seed + index, depth + 1) for index in range(count)]
        return {
            "string": TEXTS.get(schema.get("format"), f"text {seed}"),
            "integer": schema.get("minimum", 0) + seed,
            "number": schema.get("minimum", 0) + seed + 0.5,
            "boolean": seed % 2 == 0,
            "null": None,
        }[kind]

    def object(self, schema, seed, depth):
        required = schema.get("required", [])
        found = {}
        for index, (name, property) in enumerate(schema.get("properties", {}).items()):
            if self.resolved(property).get("writeOnly"):
                continue
            if name in required or (depth < 4 and (seed == 0 or (seed + index) % 2 == 0)):
                found[name] = self.value(property, seed, depth + 1)
        if isinstance(schema.get("additionalProperties"), dict) and depth < 4:
            # Not `next`, which would have the pages of a list go on for ever.
            found["more"] = self.value(schema["additionalProperties"], seed, depth + 1)
        return found

    def text(self, value):
        return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def event(item):
    return "".join(f"{name}: {text}\n" for name, text in {**item, "data": '{"id": "1"}'}.items()).encode() + b"\n"


SEQUENCES = {
    "text/event-stream": event,
    "application/jsonl": lambda item: json.dumps(item).encode() + b"\n",
    "application/json-seq": lambda item: b"\x1e" + json.dumps(item).encode() + b"\n",
}

TEXTS = {
    "date-time": "2026-11-24T08:47:00.123+01:00",
    "date": "2026-11-24",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "byte": "aGVsbG8=",
    "email": "ada@example.com",
    "uri": "https://example.com/a?b=c",
}
