"""The component schemas of an OpenAPI document and those of its bodies and responses, as JSON Schemas without references."""

import json
import re

import yaml
from jsonschema import Draft7Validator


# YAML 1.2 has no dates, and no booleans but true and false.
class Loader(yaml.SafeLoader):
    pass


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))

INTEGERS = {"int32": (-2**31, 2**31 - 1), "int64": (-2**63, 2**63 - 1), "uint64": (0, 2**64 - 1)}
SAFE = 2**53
SUBSCHEMAS = ("items", "additionalProperties", "not", "contains", "propertyNames", "unevaluatedProperties")
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
MAPS = ("properties", "patternProperties")
DROPPED = {
    "discriminator", "xml", "externalDocs", "example", "examples", "deprecated", "readOnly", "writeOnly", "title",
    "description", "default", "contentEncoding", "contentMediaType", "nullable", "$comment", "summary", "$defs",
}
# How often a schema may contain itself; beyond that, only values end that don't need it.
DEPTH = 2


class Unsupported(Exception):
    """A schema that the judge can't express."""


class Schemas:
    def __init__(self, path):
        with open(path) as file:
            text = file.read()
        self.document = json.loads(text) if path.endswith(".json") else yaml.load(text, Loader)
        self.is_old = str(self.document.get("openapi", "2")).startswith(("2", "3.0"))
        self.judges = {}
        sections = self.document.get("components", {})
        self.components = sections.get("schemas") or self.document.get("definitions") or {}
        # By their names, or by the pointers to them.
        self.all = self.components | dict(inline(self.document.get("paths"), "#/paths"))
        for section in ("responses", "requestBodies"):
            self.all |= dict(inline(sections.get(section), f"#/components/{section}"))
        self.tags = set(tags(self.document))
        self.sent = self.reached(sent(self.document))
        self.received = self.reached(self.document.get("paths", {})) - self.sent
        self.answered = self.reached(answers(self.document))
        # Whether properties that are only in responses may be lost, since the type is for requests alone.
        self.forgets_read_only = False
        # Whether null may become absence: it makes no difference to who only receives values.
        self.forgets_null = False

    def reached(self, *nodes):
        """The references in parts of the document, and in what these lead to."""
        found, open_nodes = set(), list(nodes)
        while open_nodes:
            node = open_nodes.pop()
            if isinstance(node, list):
                open_nodes += node
            elif isinstance(node, dict):
                reference = node.get("$ref")
                if isinstance(reference, str) and reference.startswith("#/") and reference not in found:
                    found.add(reference)
                    open_nodes.append(self.target(reference))
                mapping = node.get("discriminator", {}).get("mapping", {}) if isinstance(node.get("discriminator"), dict) else {}
                open_nodes += [{"$ref": self.reference(target)} for target in mapping.values()]
                open_nodes += node.values()
        return found

    def is_received(self, name):
        """Whether a component's type is for responses alone: one with properties for one direction has another for requests."""
        if name.startswith("#"):
            return "/responses/" in name
        parts = [self.all[name]] + [self.target(reference) for reference in self.reached(self.all[name])]
        return any("readOnly" in repr(part) for part in parts) or any(f"#/{folder}/{name}" in self.received for folder in ("components/schemas", "definitions"))

    def is_only_sent(self, name):
        """Whether a component's type is for requests alone."""
        return any(f"#/{folder}/{name}" in self.sent - self.answered for folder in ("components/schemas", "definitions"))

    def target(self, reference):
        """The schema that a reference leads to."""
        if not reference.startswith("#/"):
            raise Unsupported(reference)
        node = self.document
        for part in reference[2:].split("/"):
            part = part.replace("~1", "/").replace("~0", "~")
            node = node[int(part)] if isinstance(node, list) else node[part]
        return node

    def expanded(self, schema, path=(), is_part=False):
        """A JSON Schema of draft 7 without references and annotations; `False` where a cycle is cut.

        A schema with a discriminator that is a part of another (`is_part`) is no union of those that build on it.
        """
        if isinstance(schema, bool):
            return schema
        if isinstance(schema.get("discriminator"), dict) and not is_part:
            return self.distinguished(schema, path)
        if "$ref" in schema:
            reference = schema["$ref"]
            if path.count(reference) >= DEPTH:
                return False
            target = self.expanded(self.target(reference), path + (reference,), is_part)
            siblings = {} if self.is_old else {k: v for k, v in schema.items() if k != "$ref" and k not in DROPPED}
            return {"allOf": [target, self.expanded(siblings, path)]} if siblings else target
        if "$dynamicRef" in schema or "$recursiveRef" in schema:
            raise Unsupported("$dynamicRef")
        result = {k: v for k, v in schema.items() if k not in DROPPED and not k.startswith("x-")}
        for key in SUBSCHEMAS:
            if isinstance(result.get(key), dict):
                result[key] = self.expanded(result[key], path)
        for key in LISTS:
            if key in result:
                result[key] = [self.expanded(item, path, is_part=key == "allOf") for item in result[key]]
        for key in MAPS:
            if key in result:
                result[key] = {name: self.expanded(item, path) for name, item in result[key].items()}
        return self.normalized(result, schema)

    def distinguished(self, schema, path):
        """A union whose discriminator decides: the value that selects a schema is the only one for it."""
        name = schema["discriminator"]["propertyName"]
        mapping = schema["discriminator"].get("mapping", {})
        default = schema["discriminator"].get("defaultMapping")
        key = next((key for key in ("oneOf", "anyOf") if key in schema), None)
        if key is None:
            own = next((reference for reference in self.references() if self.target(reference) is schema), None)
            members = [reference for reference in self.references() if own in self.bases(reference)]
            members += [self.reference(target) for target in mapping.values() if self.reference(target) not in members]
        else:
            members = [item.get("$ref") for item in schema[key]]
        tags = {}
        for member in members:
            values = [value for value, target in mapping.items() if self.reference(target) == member]
            tags[member] = values or ([member.split("/")[-1]] if member else [])
        if not members or len(set(members)) < len(members):
            return self.expanded({k: v for k, v in schema.items() if k != "discriminator"}, path)
        variants = []
        items = schema[key] if key else [{"$ref": member} for member in members]
        for member, item in zip(members, items):
            if default and self.reference(default) == member:
                others = [value for other in members if other != member for value in tags[other]]
                condition = {"properties": {name: {"not": {"enum": others}}}}
            else:
                condition = {"required": [name], "properties": {name: {"enum": [
                    value for text in tags[member] for value in (text, yaml.load(text, Loader))
                ]}}}
            if self.states(item, name):
                condition = {"required": [name]}
            variants.append({"allOf": [self.expanded(item, path), condition]})
        rest = {k: v for k, v in schema.items() if k not in ("discriminator", key)}
        return {"allOf": [self.expanded(rest, path, is_part=True), {"anyOf": variants}]}

    def states(self, schema, name):
        """Whether the schema has constants for a property."""
        values = self.declared(schema)[0].get(name, [])
        return any(isinstance(value, dict) and ("const" in value or "enum" in value) for value in values)

    def references(self):
        """The references to the component schemas."""
        prefix = "#/components/schemas/" if "components" in self.document else "#/definitions/"
        return [prefix + name for name in self.components]

    def reference(self, target):
        """The reference for an entry of a mapping, which may be a name."""
        return target if "/" in target else f"#/components/schemas/{target}"

    def bases(self, reference, seen=()):
        """The references in `allOf` of a schema, and in those of its parts."""
        found = []
        schema = self.target(reference)
        for part in schema.get("allOf", []) if isinstance(schema, dict) else []:
            if part.get("$ref", "").startswith("#/") and part["$ref"] not in seen:
                found += [part["$ref"]] + self.bases(part["$ref"], seen + (part["$ref"],))
        return found

    def accepts(self, schema, value):
        """Whether a schema of the document accepts a value, as far as the judge knows."""
        judge = self.judges.get(id(schema))
        if judge is None:
            try:
                judge = Draft7Validator(self.expanded(schema))
            except (Unsupported, RecursionError):
                judge = Draft7Validator(True)
            self.judges[id(schema)] = judge
        return judge.is_valid(value)

    def normalized(self, result, schema):
        if "prefixItems" in result:
            rest = result.pop("items", True)
            result["items"] = result.pop("prefixItems")
            result["additionalItems"] = rest
        for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if isinstance(result.get(exclusive), bool) and result.pop(exclusive) and limit in result:
                result[exclusive] = result.pop(limit)
        # Properties without a type are those of objects, as readers of documents mean them; a client has a struct.
        if "properties" in result and not {"type", "enum", "const"} & result.keys():
            result["type"] = "object"
        kinds = result.get("type")
        kinds = [kinds] if isinstance(kinds, str) else kinds or []
        # Numbers that Swift's Int64, Int32 and Double hold exactly.
        if "integer" in kinds:
            least, most = INTEGERS.get(result.get("format"), INTEGERS["int64"])
            result["minimum"] = max(result.get("minimum", least), least)
            result["maximum"] = min(result.get("maximum", most), most)
        elif "number" in kinds:
            result.setdefault("minimum", -SAFE)
            result.setdefault("maximum", SAFE)
        if result.get("format") in ("byte", "base64") or schema.get("contentEncoding") == "base64":
            result["pattern"] = "^([A-Za-z0-9+/]{4})*$"
        if result.get("format") not in (None, "date-time", "date", "uuid", "uri", "email", "ipv4", "ipv6"):
            del result["format"]
        if self.is_old and schema.get("nullable") and kinds:
            return {"anyOf": [result, {"type": "null"}]}
        return result

    def declared(self, schema, value=None, seen=()):
        """The schemas of the properties, of all other properties, and of the items that a schema and its parts declare.

        Of alternatives, those count that accept the value, or all if none does.
        """
        properties, others, items = {}, [], []
        if not isinstance(schema, dict):
            return properties, others, items
        if "$ref" in schema and schema["$ref"] not in seen:
            parts = [(self.target(schema["$ref"]), seen + (schema["$ref"],))]
        else:
            parts = []
        parts += [(part, seen) for part in schema.get("allOf", [])]
        for key in ("anyOf", "oneOf"):
            alternatives = schema.get(key, [])
            fitting = [part for part in alternatives if value is not None and self.accepts(part, value)]
            parts += [(part, seen) for part in fitting or alternatives]
        for name, inner in (schema.get("properties") or {}).items():
            properties.setdefault(name, []).append(inner)
        others += (schema.get("patternProperties") or {}).values()
        if schema.get("additionalProperties") not in (None, False):
            others.append(schema["additionalProperties"])
        for key in ("items", "prefixItems"):
            elements = schema.get(key)
            items += elements if isinstance(elements, list) else [elements] if elements is not None else []
        for part, path in parts:
            more, rest, elements = self.declared(part, value, path)
            for name, values in more.items():
                properties.setdefault(name, []).extend(values)
            others += rest
            items += elements
        return properties, others, items


def is_file(schema):
    return isinstance(schema, dict) and schema.get("format") == "binary"


def difference(schemas, declaring, before, after, path="$"):
    """Where a value differs after decoding and encoding; `None` if it is the same but for properties that no schema declares.

    `declaring` are the schemas that may apply to the value.
    """
    if isinstance(before, bool) or isinstance(after, bool) or before is None or after is None:
        return None if before is after else f"{path}: {json.dumps(before)} became {json.dumps(after)}"
    if isinstance(before, (int, float)) and isinstance(after, (int, float)):
        is_single = any(isinstance(schema, dict) and schema.get("format") == "float" for schema in declaring)
        tolerance = 1e-7 * abs(before) if is_single else 0
        same = before == after or abs(float(before) - float(after)) <= tolerance
        return None if same else f"{path}: {before} became {after}"
    if type(before) is not type(after):
        return f"{path}: {json.dumps(before)[:80]} became {json.dumps(after)[:80]}"
    parts = [schemas.declared(schema, before) for schema in declaring]
    if isinstance(before, list):
        if len(before) != len(after):
            return f"{path}: {len(before)} items became {len(after)}"
        items = [item for _, _, items in parts for item in items] or [True]
        for index, (left, right) in enumerate(zip(before, after)):
            found = difference(schemas, items, left, right, f"{path}[{index}]")
            if found:
                return found
        return None
    if isinstance(before, dict):
        is_free = not any(properties or others for properties, others, _ in parts)
        for key in before.keys() | after.keys():
            known = [value for properties, _, _ in parts for value in properties.get(key, [])]
            known += [value for properties, others, _ in parts if key not in properties for value in others]
            if key not in after:
                # Null is read as absence where it is not a value, and where the value is a file, a part of a form.
                is_absent = before[key] is None and known and (
                    schemas.forgets_null or any(is_file(value) for value in known)
                    or not any(schemas.accepts(value, None) for value in known))
                is_absent = is_absent or schemas.forgets_read_only and any(
                    isinstance(value, dict) and value.get("readOnly") for value in known)
                if (known or is_free) and not is_absent:
                    return f"{path}.{key}: lost"
            elif key not in before:
                if not any(isinstance(value, dict) and has_value(schemas, value) for value in known):
                    return f"{path}.{key}: invented"
            else:
                found = difference(schemas, known or [True], before[key], after[key], f"{path}.{key}")
                if found:
                    return found
        return None
    same = before == after or before.lower() == after.lower() and is_uuid(before)
    return None if same else f"{path}: {json.dumps(before)} became {json.dumps(after)}"


def keeps_all(before, after):
    """Whether no property is left out, not even one that no schema declares."""
    if isinstance(before, dict):
        return all(key in after and keeps_all(value, after[key]) for key, value in before.items())
    if isinstance(before, list):
        return all(map(keeps_all, before, after))
    return True


def has_value(schemas, schema):
    """Whether a schema states a value for an absent property: a default or a constant."""
    if "default" in schema or "const" in schema or len(schema.get("enum", [])) == 1:
        return True
    return "$ref" in schema and has_value(schemas, schemas.target(schema["$ref"]))


def is_uuid(text):
    return len(text) == 36 and text.count("-") == 4


def tags(node):
    """The names of the properties by which unions tell their types."""
    if isinstance(node, list):
        for item in node:
            yield from tags(item)
    elif isinstance(node, dict):
        if isinstance(node.get("discriminator"), dict):
            yield node["discriminator"].get("propertyName")
        if isinstance(node.get("properties"), dict):
            for name, schema in node["properties"].items():
                if isinstance(schema, dict) and ("const" in schema or len(schema.get("enum") or []) == 1):
                    yield name
        for value in node.values():
            yield from tags(value)


def answers(node):
    """The parts of a document that are in responses, or in requests that the API sends."""
    if isinstance(node, list):
        return [part for item in node for part in answers(item)]
    if not isinstance(node, dict):
        return []
    return [part for key, value in node.items()
            for part in ([value] if key in ("responses", "callbacks", "webhooks") else answers(value))]


def sent(node):
    """The parts of a document that are only in requests."""
    if isinstance(node, list):
        return [part for item in node for part in sent(item)]
    if not isinstance(node, dict):
        return []
    parts = [node[key] for key in ("requestBody", "requestBodies", "parameters") if key in node]
    return parts + [part for key, value in node.items()
                    if key not in ("responses", "callbacks", "webhooks") for part in sent(value)]


def inline(node, pointer):
    """The schemas that stand in JSON bodies and responses, with the pointers to them."""
    for key, value in node.items() if isinstance(node, dict) else []:
        path = f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
        if key != "schema":
            yield from inline(value, path)
        elif "json" in pointer.split("/")[-1] and isinstance(value, dict) and "$ref" not in value:
            yield path, value
