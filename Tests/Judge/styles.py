"""How parameters are written, by style: OpenAPI 3.2, section Style Values, and RFC 6570.

openapi-core's own readers decode percent-escapes before they split, want `%20` unescaped, and know neither matrix nor label
in paths that are written as OpenAPI writes them.
"""

import re
from urllib.parse import unquote, unquote_plus

from werkzeug.datastructures import Headers


class Text(str):
    """A decoded text that knows how it was written."""

    def __new__(cls, written):
        text = super().__new__(cls, unquote_plus(written))
        text.written = written
        return text


def value_of(name, location):
    """A value as it was written, and how its escapes are read."""
    value = location[name]
    if isinstance(location, Headers):
        return value, str
    if isinstance(value, Text):
        return value.written, unquote_plus
    return value, unquote


def pairs(parts):
    return dict(zip(parts[::2], parts[1::2], strict=True))


def split(value, decode, separator, kind, equals=None):
    if kind == "array":
        return [decode(part) for part in re.split(separator, value)]
    if kind == "object" and equals:
        return {decode(name): decode(text) for name, _, text in (part.partition("=") for part in re.split(separator, value))}
    if kind == "object":
        return pairs([decode(part) for part in re.split(separator, value)])
    return decode(value)


def simple(explode, name, kind, location):
    value, decode = value_of(name, location)
    return split(value, decode, ",", kind, equals=explode)


def label(explode, name, kind, location):
    value, decode = value_of(name, location)
    if not value.startswith("."):
        raise ValueError(f"{value} is no label")
    return split(value[1:], decode, r"\." if explode else ",", kind, equals=explode)


def matrix(explode, name, kind, location):
    value, decode = value_of(name, location)
    if not value.startswith(";"):
        raise ValueError(f"{value} is no matrix")
    parts = [part.partition("=") for part in value[1:].split(";")]
    if explode and kind == "object":
        return {decode(key): decode(text) for key, _, text in parts}
    if any(key != name for key, _, _ in parts):
        raise ValueError(f"{value} is not named {name}")
    if explode and kind == "array":
        return [decode(text) for _, _, text in parts]
    return split(parts[0][2], decode, ",", kind)


def form(explode, name, kind, location):
    return delimited(",", explode, name, kind, location)


def delimited(separator, explode, name, kind, location):
    if explode and kind == "object":
        if not location:
            raise KeyError(name)
        return dict(location.items())
    if explode and kind == "array":
        if name not in location:
            raise KeyError(name)
        return location.getlist(name)
    value, decode = value_of(name, location)
    if kind == "object" and value.startswith("%7B"):
        import json

        # A form's property without a style of its own: JSON.
        return json.loads(decode(value))
    return split(value, decode, separator, kind)


def space_delimited(explode, name, kind, location):
    return delimited("%20", explode, name, kind, location)


def pipe_delimited(explode, name, kind, location):
    return delimited("%7C", explode, name, kind, location)


def deep_object(explode, name, kind, location):
    found = {key[len(name) + 1 : -1]: str(value) for key, value in location.items() if key.startswith(name + "[")}
    if not found:
        raise KeyError(name)
    return found


STYLES = {
    "simple": simple,
    "label": label,
    "matrix": matrix,
    "form": form,
    "cookie": form,
    "spaceDelimited": space_delimited,
    "pipeDelimited": pipe_delimited,
    "deepObject": deep_object,
}
