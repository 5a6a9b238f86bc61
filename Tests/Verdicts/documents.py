"""The document that is changed, and the changes."""

import copy


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def content(schema):
    return {"content": {"application/json": {"schema": schema}}}


def parameter(name, place, schema, **more):
    return {"name": name, "in": place, "schema": schema, **more}


ORIGINAL = {
    "openapi": "3.1.0",
    "info": {"title": "Kites", "version": "1"},
    "servers": [{"url": "https://kites.example"}],
    "paths": {
        "/kites/{id}": {
            "get": {
                "operationId": "getKite",
                "tags": ["Kites"],
                "parameters": [
                    parameter("id", "path", {"type": "string"}, required=True),
                    parameter("size", "query", {"type": "integer", "format": "int64"}, required=True),
                    parameter("color", "query", {"type": "string", "enum": ["red", "blue"]}),
                    parameter("page", "query", {"type": "integer"}),
                ],
                "responses": {
                    "200": {"description": "The kite.", **content(reference("Kite"))},
                    "404": {"description": "There is none.", **content(reference("Problem"))},
                },
            },
            "delete": {
                "operationId": "deleteKite",
                "tags": ["Kites"],
                "parameters": [parameter("id", "path", {"type": "string"}, required=True)],
                "responses": {"204": {"description": "It is gone."}},
            },
        },
        "/kites": {
            "post": {
                "operationId": "addKite",
                "tags": ["Kites"],
                "requestBody": {"required": True, **content(reference("NewKite"))},
                "responses": {"201": {"description": "The kite.", **content(reference("Kite"))}},
            },
        },
    },
    "components": {
        "schemas": {
            "Kite": {
                "type": "object",
                "required": ["name", "shape"],
                "properties": {
                    "name": {"type": "string"},
                    "tail": {"type": "string"},
                    "length": {"type": "number"},
                    "shape": reference("Shape"),
                },
            },
            "NewKite": {
                "type": "object",
                "required": ["title", "kind"],
                "properties": {
                    "title": {"type": "string"},
                    "kind": {"type": "string", "enum": ["box", "delta"]},
                    "note": {"type": "string"},
                    "count": {"type": "integer", "format": "int32"},
                    "bound": {"type": ["string", "null"]},
                },
            },
            "Shape": {"type": "string", "enum": ["flat", "round"]},
            "Problem": {"type": "object", "properties": {"message": {"type": "string"}}},
        },
    },
}


def changed(change):
    document = copy.deepcopy(ORIGINAL)
    change(document)
    return document


def operation(document, name):
    for item in document["paths"].values():
        for value in item.values():
            if value.get("operationId") == name:
                return value
    raise KeyError(name)


def argument(document, name):
    return next(each for each in operation(document, "getKite")["parameters"] if each["name"] == name)


def schema(document, name):
    return document["components"]["schemas"][name]


def prop(document, path):
    name, key = path.split(".")
    return schema(document, name)["properties"][key]


def put(target, **values):
    """A change that sets values; None removes one."""

    def change(document):
        place = target(document)
        for key, value in values.items():
            if value is None:
                place.pop(key, None)
            else:
                place[key] = value

    return change


def of_argument(which, **values):
    return put(lambda document: argument(document, which), **values)


def of_property(path, **values):
    return put(lambda document: prop(document, path), **values)


def of_schema(name, **values):
    return put(lambda document: schema(document, name), **values)


def of_operation(name, **values):
    return put(lambda document: operation(document, name), **values)


def properties(name, **values):
    return put(lambda document: schema(document, name)["properties"], **values)


def add_argument(**values):
    return lambda document: operation(document, "getKite")["parameters"].append(values)


def drop_argument(name):
    def change(document):
        parameters = operation(document, "getKite")["parameters"]
        parameters.remove(argument(document, name))

    return change


def response(name, status, **values):
    return put(lambda document: operation(document, name)["responses"], **{status: values or None})


def rename(section, old, new):
    def change(document):
        place = section(document)
        items = [(new if key == old else key, value) for key, value in place.items()]
        place.clear()
        place.update(items)

    return change
