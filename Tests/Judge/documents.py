"""Documents as openapi-core takes them, and what it says of requests."""

import copy
import io
import json
import urllib.parse

import yaml
from openapi_core import Config, OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest, WerkzeugOpenAPIResponse
from openapi_core.deserializing.styles import style_deserializers
from openapi_core.security.factories import SecurityProviderFactory
from openapi_core.security.providers import HttpProvider, SecurityProviderError
from openapi_core.templating.paths.exceptions import PathError
from openapi_core.validation.request import V30RequestValidator, V32RequestValidator
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.formparser import MultiPartParser

from styles import STYLES, Text

style_deserializers.update(STYLES)


class Document:
    """A document that is served at an address.

    openapi-core does not know all of OpenAPI 3.2; what it misses is put into its terms: other methods become keys of the
    path, a whole query in form encoding becomes an exploded parameter, and sequences become arrays.
    """

    def __init__(self, path, address):
        with open(path) as file:
            self.root = yaml.load(file, Loader)
        self.operations = {}
        known = copy.deepcopy(self.root)
        known["servers"] = [{"url": address}]
        for item in known["paths"].values():
            for method, operation in item.pop("additionalOperations", {}).items():
                item[method.lower()] = operation
            for method, operation in item.items():
                if "responses" not in operation:
                    continue
                self.operations[operation["operationId"]] = operation
                operation.pop("servers", None)
                for parameter in operation.get("parameters", []):
                    if parameter.get("in") == "querystring":
                        [content] = parameter.pop("content").values()
                        parameter.update({"in": "query", "style": "form", "explode": True, "schema": content["schema"]})
                for type, content in operation.get("requestBody", {}).get("content", {}).items():
                    if "itemSchema" in content:
                        content["schema"] = {"type": "array", "items": content["itemSchema"]}
                    self.say_encodings(type, content)
            item.pop("servers", None)
        is_old = self.root["openapi"].startswith("3.0")
        settings = Config(
            spec_validator_cls=None,
            request_validator_cls=V30RequestValidator if is_old else V32RequestValidator,
            extra_media_type_deserializers=MEDIA_TYPES,
            security_provider_factory=Providers(),
        )
        self.judge = OpenAPI.from_dict(known, config=settings)

    def say_encodings(self, type, content):
        """Spells out that objects in forms, and numbers in parts, are JSON (OpenAPI 3.2, section Encoding Object)."""
        kinds = {"application/x-www-form-urlencoded": ["object"], "multipart/form-data": ["integer", "number", "boolean"]}
        for name, schema in content.get("schema", {}).get("properties", {}).items():
            if resolved(self.root, schema).get("type") in kinds.get(type, []):
                content.setdefault("encoding", {}).setdefault(name, {"contentType": "application/json"})

    def check(self, request):
        """The operation that a request is of, and what is wrong with it."""
        seen = SeenRequest(request)
        try:
            path = self.judge.request_validator.path_finder.find(seen.method, seen.host_url.rstrip("/") + seen.path)
            operation = path.operation["operationId"]
        except PathError as error:
            return None, [f"{type(error).__name__}: {error}"]
        return operation, [describe(error) for error in self.judge.iter_request_errors(seen)]

    def check_answer(self, request, response):
        """What is wrong with an answer; of JSON alone, for openapi-core reads nothing else."""
        if not (response.mimetype or "").endswith("json") or response.mimetype == "application/json-seq":
            return []
        seen = WerkzeugOpenAPIResponse(response)
        return [f"the answer: {describe(error)}" for error in self.judge.iter_response_errors(SeenRequest(request), seen)]


class SeenRequest(WerkzeugOpenAPIRequest):
    """A request whose texts still know how they were written, for commas that separate are not those that are data."""

    def __init__(self, request):
        super().__init__(request)
        target, _, query = request.environ["RAW_URI"].partition("?")
        self.target = target
        pairs = [pair.partition("=") for pair in query.split("&") if pair]
        self.parameters.query = ImmutableMultiDict(
            (urllib.parse.unquote_plus(name), Text(value)) for name, _, value in pairs
        )
        self.parameters.cookie = ImmutableMultiDict(
            (name, Text(value)) for name, value in parse_cookies(request.headers.get("Cookie", ""))
        )

    @property
    def path(self):
        return self.target


def parse_cookies(text):
    for pair in filter(None, text.split("; ")):
        name, _, value = pair.partition("=")
        yield name, value


class Loader(yaml.SafeLoader):
    """YAML as OpenAPI has it: dates are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class AuthorizationProvider(HttpProvider):
    """A scheme of the header Authorization, whose name's case does not matter (RFC 9110, section 11.1)."""

    name = "bearer"

    def __call__(self, parameters):
        expected = self.scheme["scheme"] if "scheme" in self.scheme else self.name
        scheme, _, credentials = parameters.header.get("Authorization", "").partition(" ")
        if scheme.lower() != expected.lower() or not credentials:
            raise SecurityProviderError(f"The header Authorization has no {expected} credentials")
        return credentials


class CertificateProvider(HttpProvider):
    """A certificate belongs to the connection; nothing in a request shows it."""

    def __call__(self, parameters):
        return None


class Providers(SecurityProviderFactory):
    PROVIDERS = {
        **SecurityProviderFactory.PROVIDERS,
        "http": AuthorizationProvider,
        "oauth2": AuthorizationProvider,
        "openIdConnect": AuthorizationProvider,
        "mutualTLS": CertificateProvider,
    }


def json_text(value, **parameters):
    return json.loads(str(value) if isinstance(value, str) else value)


def json_lines(value, **parameters):
    return [json.loads(line) for line in value.decode().splitlines() if line]


def multipart(value, boundary, **parameters):
    fields, files = MultiPartParser().parse(io.BytesIO(value), boundary.encode(), len(value))
    parts = [(name, text.encode()) for name, text in fields.items(multi=True)]
    parts += [(name, file.read().decode("latin-1")) for name, file in files.items(multi=True)]
    return ImmutableMultiDict(parts)


def form(value, **parameters):
    pairs = [pair.partition("=") for pair in value.decode("ascii").split("&") if pair]
    return ImmutableMultiDict((urllib.parse.unquote_plus(name), Text(text)) for name, _, text in pairs)


def text(value, **parameters):
    return value if isinstance(value, str) else value.decode(parameters.get("charset", "utf-8"))


MEDIA_TYPES = {
    "application/json": json_text,
    "application/vnd.example+json": json_text,
    "application/json-patch+json": json_text,
    "application/merge-patch+json": json_text,
    "application/jsonl": json_lines,
    "application/xml": text,
    "text/plain": text,
    "text/markdown": text,
    "multipart/form-data": multipart,
    "application/x-www-form-urlencoded": form,
}


def resolved(root, node):
    """What a node refers to, or itself."""
    while "$ref" in node:
        target = root
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        node = target
    return node


def describe(error):
    """An error with its causes."""
    texts = []
    while error is not None:
        texts.append(f"{type(error).__name__}: {error}")
        texts += [str(each.message) for each in getattr(error, "schema_errors", [])]
        error = error.__cause__ or error.__context__
    return " <- ".join(texts)
