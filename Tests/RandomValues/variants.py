"""Values of a document's component schemas that between them have every variant of every union and composition."""

from schemas import LISTS, Unsupported

SCALARS = {"string": "a", "integer": 1, "number": 1.5, "boolean": True, "null": None}
TEXTS = {
    "date-time": "2026-11-24T08:47:00Z", "date": "2026-11-24", "uuid": "0b5cf1a2-7d5e-4c39-9f0e-3c1d2b4a5f60",
    "uri": "https://example.com", "email": "a@example.com", "ipv4": "127.0.0.1", "ipv6": "::1", "byte": "aGk=",
    "base64": "aGk=",
}
# How deep values go through references that lead back to the same schema.
DEPTH = 3


class Variants:
    def __init__(self, schemas):
        self.schemas = schemas
        self.plain = {}

    def of(self, name):
        """The values of a component; those that its schema refuses are left out, with their number."""
        schema = self.schemas.all[name]
        values, known = [], set()
        for value in self.values(schema, ()):
            if repr(value) not in known:
                known.add(repr(value))
                values.append(value)
        valid = [value for value in values if self.schemas.accepts(schema, value)]
        return valid, len(values) - len(valid)

    def values(self, schema, path):
        """The values of a schema: the first one is the plainest, others have what it has not."""
        if not isinstance(schema, dict):
            return ["any"]
        if "$ref" in schema and not schema.keys() - {"$ref", "description", "summary"}:
            return self.referenced(schema["$ref"], path)
        schema = self.merged(schema, path)
        for key in ("oneOf", "anyOf"):
            if key in schema:
                rest = {k: v for k, v in schema.items() if k not in (key, "discriminator")}
                parts = [self.merged({"allOf": [rest, self.tagged(schema, part)]}, path) for part in schema[key]]
                found = [value for part in parts for value in self.values(part, path)]
                # Several alternatives of anyOf at once.
                if key == "anyOf" and len(parts) > 1:
                    found += self.values(self.merged({"allOf": [rest] + schema[key][:2]}, path), path)[:1]
                return found or [None]
        if "const" in schema:
            return [schema["const"]]
        if schema.get("enum"):
            return schema["enum"][:2]
        kinds = schema.get("type")
        kinds = kinds if isinstance(kinds, list) else [kinds] if kinds else []
        found = [value for kind in kinds for value in self.of_kind(kind, schema, path)] if kinds else \
            self.of_kind(self.implied(schema), schema, path)
        return found + [None] if schema.get("nullable") and self.schemas.is_old else found

    def implied(self, schema):
        if schema.keys() & {"properties", "required", "additionalProperties"}:
            return "object"
        return "array" if schema.keys() & {"items", "prefixItems"} else "string"

    def of_kind(self, kind, schema, path):
        if kind == "object":
            return self.objects(schema, path)
        if kind == "array":
            items = schema.get("prefixItems") or [schema.get("items", True)] * max(1, schema.get("minItems", 1))
            first = [self.values(item, path) for item in items]
            return [[values[0] for values in first]] + [
                [other[0] for other in first[:index]] + [value] + [other[0] for other in first[index + 1:]]
                for index, values in enumerate(first[:1]) for value in values[1:]
            ]
        if kind == "string":
            text = TEXTS.get(schema.get("format"), "a")
            return [text + "a" * (schema.get("minLength", 1) - len(text))]
        if kind in ("integer", "number"):
            least = schema.get("minimum", schema.get("exclusiveMinimum", 1))
            least = 1 if isinstance(least, bool) else least
            return [min(max(least + ("exclusiveMinimum" in schema), SCALARS[kind]), schema.get("maximum", 2**53))]
        return [SCALARS[kind]]

    def objects(self, schema, path):
        """An object with what is required, then one with everything, then those with each further value of a property."""
        properties = {name: self.values(part, path) for name, part in (schema.get("properties") or {}).items()}
        required = {name: properties.get(name, ["any"])[0] for name in schema.get("required") or []}
        if not self.is_ended(path):
            everything = required | {name: values[0] for name, values in properties.items()}
        else:
            everything, properties = required, {}
        others = [required | {name: value} for name, values in properties.items() for value in values[1:]]
        additional = schema.get("additionalProperties")
        if isinstance(additional, dict) and additional and not self.is_ended(path):
            others += [everything | {"more": value} for value in self.values(additional, path)]
        return [required, everything] + others

    def is_ended(self, path):
        return len(path) >= DEPTH

    def referenced(self, reference, path):
        """The first two values of what a reference leads to: its other ones are tried by themselves."""
        if path.count(reference) > 1 or len(path) > 3 * DEPTH:
            raise RecursionError
        key = (reference, self.is_ended(path))
        if key not in self.plain:
            target = self.schemas.target(reference)
            found = self.values(target, path + (reference,))
            valid = [value for value in found if self.schemas.accepts(target, value)]
            self.plain[key] = (valid or found)[:2]
        return self.plain[key]

    def tagged(self, schema, part):
        """An alternative, with the discriminator's value that selects it."""
        discriminator = schema.get("discriminator")
        if not isinstance(discriminator, dict) or "$ref" not in part or self.schemas.states(part, discriminator["propertyName"]):
            return part
        values = [value for value, target in discriminator.get("mapping", {}).items()
                  if self.schemas.reference(target) == part["$ref"]]
        tag = values[0] if values else part["$ref"].split("/")[-1]
        name = discriminator["propertyName"]
        return {"allOf": [part, {"type": "object", "required": [name], "properties": {name: {"const": tag}}}]}

    def merged(self, schema, path):
        """The schema with those in `allOf`, and those that they refer to, as one."""
        if "allOf" not in schema and "$ref" not in schema:
            return schema
        parts = [dict(part) if isinstance(part, dict) else {} for part in schema.get("allOf", [])]
        if "$ref" in schema:
            if path.count(schema["$ref"]) > 1:
                raise RecursionError
            path += (schema["$ref"],)
            parts.insert(0, self.schemas.target(schema["$ref"]))
        result = {}
        for part in [self.merged(part, path) for part in parts] + [{k: v for k, v in schema.items() if k not in ("allOf", "$ref")}]:
            for key, value in part.items():
                if key == "properties":
                    known = result.setdefault(key, {})
                    for name, inner in (value or {}).items():
                        known[name] = {"allOf": [known[name], inner]} if name in known and known[name] != inner else inner
                elif key == "required":
                    result[key] = result.get(key, []) + (value or [])
                elif key == "enum" and "enum" in result:
                    result[key] = [item for item in result[key] if item in value] or value
                elif key in LISTS and key in result:
                    # The second list of alternatives goes on as that of an only alternative.
                    first = [{key: result[key]}]
                    result[key] = [{"allOf": first + [item]} for item in value]
                elif key == "type" and key in result and isinstance(result[key], list) and isinstance(value, list):
                    result[key] = [kind for kind in result[key] if kind in value]
                elif key != "discriminator" or "oneOf" in part or "anyOf" in part:
                    result[key] = value
        return result


def changes(schemas, schema, value):
    """The scalars in a value that can be others: the path of each, with a new value and the whole that comes of it.

    What tells the types of a union belongs to the case.
    """
    for path, old in scalars(value, ()):
        if path[-1] in schemas.tags:
            continue
        if isinstance(old, bool):
            candidates = [not old]
        elif isinstance(old, (int, float)):
            candidates = [old + 1, old - 1]
        elif old in TEXTS.values():
            candidates = [old.replace("24", "25").replace("0b5c", "1b5c").replace("example", "example2")]
        elif isinstance(old, str):
            candidates = [old + "b", "b" * len(old)]
        else:
            continue
        for new in candidates:
            whole = replaced(value, path, new)
            if new != old and schemas.accepts(schema, whole):
                yield path, new, whole
                break


def scalars(value, path):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(inner, path + (key,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from scalars(inner, path + (str(index),))
    elif path:
        yield path, value


def replaced(value, path, new):
    if not path:
        return new
    if isinstance(value, list):
        index = int(path[0])
        return value[:index] + [replaced(value[index], path[1:], new)] + value[index + 1:]
    return value | {path[0]: replaced(value[path[0]], path[1:], new)}
