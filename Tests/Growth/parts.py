"""What the documents are made of."""

import itertools
import json


def document(schemas=None, paths=None, **fields):
    """A document as JSON, which is YAML too."""
    root = {"openapi": "3.1.0", "info": {"title": "Growth", "version": "1"}, "paths": paths or {}, **fields}
    if schemas:
        root["components"] = {**root.get("components", {}), "schemas": schemas}
    return json.dumps(root, indent=1)


def reference(name, section="schemas"):
    return {"$ref": f"#/components/{section}/{name}"}


TEXT = {"type": "string"}
DONE = {"204": {"description": "Done."}}


def text_object(*names, required=()):
    schema = {"type": "object", "properties": {name: TEXT for name in names}}
    return {**schema, "required": list(required)} if required else schema


def same_names(count):
    """Texts that all lead to the name `aB`."""
    signs = "-. /+*"
    width = 1
    while len(signs) ** width < count:
        width += 1
    return ["a" + "".join(part) + "b" for part in itertools.islice(itertools.product(signs, repeat=width), count)]


def same_words(count):
    """Names for components, which allow fewer signs, that all lead to the name `AB`."""
    width = 1
    while 3**width < count:
        width += 1
    return ["a" + "".join(part) + "b" for part in itertools.islice(itertools.product("-._", repeat=width), count)]


def operations(count, operation):
    return {f"/p{i}": {"get": {"operationId": f"read{i}", "responses": DONE, **operation(i)}} for i in range(count)}


def one_operation(**fields):
    return document(paths={"/p": {"get": {"operationId": "read", "responses": DONE, **fields}}})
