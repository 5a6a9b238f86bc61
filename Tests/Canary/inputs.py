"""The documents and the configuration that payloads are put into, and their places."""

import copy
import json
import pathlib

import yaml

HERE = pathlib.Path(__file__).resolve().parent
# Documents with each field of a version.
COMPLETE = ["openapi", "swagger"]
# Those whose clients are checked in.
SPECS = ["petstore", "operations", "schemas", "launchdarkly-access-tokens"]
# Words that decide what a document is: with another text in their place there is nothing to generate.
FIXED = {"openapi", "swagger"}
# Fields whose text is for people alone: it changes neither code nor the structure of pages.
PROSE = {"summary", "description"}
# Fields that take any text, and change names at most.
FREE = PROSE | {"title", "termsOfService", "pattern", "email", "identifier", "bearerFormat", "$comment", "namespace"}
CONFIGURATION = {
    "spec": "document.json", "module": "M", "client": "HarbourClient", "access": "public", "documentation": "markdown",
    "operations": "asWritten", "unknownProperties": "keep", "shards": 3,
    "include": {"paths": ["/*"]}, "exclude": {"operations": ["clear"], "tags": ["por*"]},
    "names": {"schemas": {"Berth": "Mooring"}, "operations": {"getBerth": "look"}, "properties": {"Berth.name": "label"},
              "enumCases": {"Level.sail-boat": "sail"}},
    "formats": {"uri": "URL"}, "secrets": ["Berth.secret"], "optional": ["Berth.name"], "nullable": ["Berth.count"],
    "overlays": ["overlay.json"], "rules": {"unknown-format": "off"}, "templates": "templates", "root": "..",
}
OVERLAY = {"overlay": "1.0.0", "info": {"title": "Mended", "version": "1"}, "actions": [
    {"target": "$.info", "description": "A word.", "update": {"title": "Harbour, mended"}},
    {"target": "$.paths['/berths/{berth}'].get", "update": {"summary": "Look."}},
    {"target": "$.components.schemas.Motor.properties.fuel", "remove": True}]}


def document(name):
    path = HERE / "documents" / f"{name}.yaml" if name in COMPLETE else HERE.parents[1] / "Specs" / name / "openapi.yaml"
    return json.loads(json.dumps(yaml.load(path.read_text(), yaml.SafeLoader), default=str))


def places(node, path=()):
    """The paths of all texts: values, and keys, marked by `True` at the end."""
    if isinstance(node, dict):
        for key, value in node.items():
            if not (path == () and key in FIXED):
                yield (*path, key), True
                if not (key == "$ref" and isinstance(value, str)):
                    yield from places(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(value, (*path, index))
    elif isinstance(node, (str, int, float)) and not isinstance(node, bool):
        yield path, False


def groups(places, alone, size=16):
    """Groups of places far from each other, of prose or of other texts; those in `alone` are by themselves."""
    made = [[place] for place in places if place in alone]
    others = [place for place in places if place not in alone]
    for kind in [True, False]:
        members = [place for place in others if is_in(PROSE, place) == kind]
        count = -(-len(members) // size)
        made += [members[index::count] for index in range(count)]
    return made


def replaced(document, places, payload):
    """The document with a payload in each of several places. Keys beside each other differ."""
    document = copy.deepcopy(document)
    owners = set()
    # What is within an object comes before its key.
    for path, is_key in sorted(places, key=lambda place: -len(place[0])):
        is_second = is_key and path[:-1] in owners
        owners.add(path[:-1])
        replace(document, (path, is_key), f"{payload} 2" if is_second else payload)
    return document


def replace(document, place, payload):
    path, is_key = place
    owner = document
    for step in path[:-1]:
        owner = owner[step]
    if is_key:
        items = [(payload if key == path[-1] else key, value) for key, value in owner.items()]
        owner.clear()
        owner.update(items)
    else:
        owner[path[-1]] = payload


def is_in(fields, place):
    """Whether a place is the value of one of the fields, and not a name in a map. Descriptions name servers."""
    path, is_key = place
    maps = {"properties", "scopes", "mapping", "examples", "example", "value", "dataValue", "default", "variables", "names"}
    return not is_key and path[-1] in fields and not ({"servers", "server"} & set(path)) and not (len(path) > 1 and path[-2] in maps)


def is_name(place):
    """Whether a place is a value of an enum, a default, or the key of a property that nothing refers to."""
    path, is_key = place
    if len(path) < 3 or "servers" in path:
        return False
    return path[-2] == ("properties" if is_key else "enum") and path[-1] != "kind" or (path[-1] == "default" and not is_key)


def all_replaced(document, fields, payloads, shift, with_names):
    """The document with payloads in all fields: the next one for each place, beginning at `shift`."""
    document = copy.deepcopy(document)
    found = [place for place in places(document) if is_in(fields, place) or (with_names and is_name(place))]
    # What is within an object comes before its key.
    for index, place in enumerate(sorted(found, key=lambda place: -len(place[0]))):
        replace(document, place, payloads[(index + shift) % len(payloads)])
    return document
