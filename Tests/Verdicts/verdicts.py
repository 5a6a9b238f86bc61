"""Compares the verdicts of `martlet diff` with what happens."""

import concurrent.futures
import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from documents import *

PLAIN = 'let kite = try await client.kites.getKite(id: "1", size: 3)'
ADD = 'let kite = try await client.kites.addKite(newKite: NewKite(title: "t", kind: .box))'
FAILURE = (
    'do { _ = try await client.kites.getKite(id: "1", size: 3) } catch let error as ApiError {'
    " switch KitesApi.GetKiteFailure(error) { case .notFound: break; case .other: break } }"
)
SHAPES = f"{PLAIN}; switch kite.shape {{ case .flat: break; case .round: break; case .unrecognized: break }}"

# A change, Swift code that uses what changes, and whether the code breaks, may break, or compiles.
SOURCE = [
    ("an operation is gone", of_operation("deleteKite", operationId="dropKite"), 'try await client.kites.deleteKite(id: "1")'),
    ("an operation moves to another tag", of_operation("getKite", tags=["Toys"]), PLAIN),
    ("an operation is deprecated", of_operation("getKite", deprecated=True), PLAIN),
    ("a new required argument", add_argument(name="wind", required=True, schema={"type": "string"}, **{"in": "query"}), PLAIN),
    ("a new optional argument", add_argument(name="wind", schema={"type": "string"}, **{"in": "query"}), PLAIN),
    ("an argument is gone", drop_argument("page"), 'let kite = try await client.kites.getKite(id: "1", size: 3, page: 2)'),
    ("an argument is optional now", of_argument("size", required=None), PLAIN),
    ("an argument is required now", of_argument("color", required=True), PLAIN),
    ("an argument has another type", of_argument("size", schema={"type": "string"}), PLAIN),
    ("an argument has another name", of_argument("color", name="colour"), 'let kite = try await client.kites.getKite(id: "1", size: 3, color: .red)'),
    ("a value of an argument is gone", of_argument("color", schema={"type": "string", "enum": ["red"]}), 'let kite = try await client.kites.getKite(id: "1", size: 3, color: .blue)'),
    ("an argument is written in another way", of_argument("page", style="form", explode=False), PLAIN),
    ("an argument has a limit", of_argument("size", schema={"type": "integer", "format": "int64", "maximum": 2}), PLAIN),
    ("the result is gone", response("getKite", "200", description="The kite."), f"{PLAIN}; _ = kite.name"),
    ("the result has another type", response("getKite", "200", description="The kite.", **content(reference("Problem"))), f"{PLAIN}; _ = kite.name"),
    ("another successful status", rename(lambda document: operation(document, "getKite")["responses"], "200", "202"), f"{PLAIN}; _ = kite.name"),
    ("a new failure", response("getKite", "409", description="A clash."), FAILURE),
    ("a failure is gone", response("getKite", "404"), FAILURE),
    ("a property is optional now", of_schema("Kite", required=["shape"]), f"{PLAIN}; let name: String = kite.name; _ = name"),
    ("a property is required now", of_schema("Kite", required=["name", "shape", "tail"]), f"{PLAIN}; _ = kite.tail?.count"),
    ("a property is gone", properties("Kite", tail=None), f"{PLAIN}; _ = kite.tail"),
    ("a new optional property", properties("NewKite", wind={"type": "string"}), ADD),
    ("a new required property of a request", lambda document: (properties("NewKite", wind={"type": "string"})(document), of_schema("NewKite", required=["title", "kind", "wind"])(document)), ADD),
    ("a property can be null now", of_property("Kite.tail", type=["string", "null"]), f"{PLAIN}; let tail: String? = kite.tail; _ = tail"),
    ("a property has another type", of_property("Kite.length", type="string"), f"{PLAIN}; let length: Double? = kite.length; _ = length"),
    ("a property has a description", of_property("Kite.tail", description="The tail."), f"{PLAIN}; _ = kite.tail"),
    ("a value is gone", of_schema("Shape", enum=["flat"]), SHAPES),
    ("a new value", of_schema("Shape", enum=["flat", "round", "long"]), SHAPES),
    ("a type has another name", lambda document: (rename(lambda document: document["components"]["schemas"], "Problem", "Trouble")(document), operation(document, "getKite")["responses"]["404"].update(content(reference("Trouble")))), "_ = Problem(message: nil)"),
    ("a new type", of_schema("Shape"), SHAPES),
    ("a request body is optional now", put(lambda document: operation(document, "addKite")["requestBody"], required=None), ADD),
    ("a path has another name for its parameter", lambda document: (rename(lambda document: document["paths"], "/kites/{id}", "/kites/{no}")(document), argument(document, "id").update(name="no"), operation(document, "deleteKite")["parameters"][0].update(name="no")), PLAIN),
]

KITE = {"name": "Milan", "shape": "flat"}

# A change, the call that meets it, and the status and body of a server of the new document if the request fits it.
WIRE = [
    ("nothing", of_schema("Shape"), "get", 200, KITE),
    ("a new required argument", SOURCE[3][1], "get", 200, KITE),
    ("a new optional argument", SOURCE[4][1], "get", 200, KITE),
    ("an argument is required now", of_argument("color", required=True), "get", 200, KITE),
    ("a value of an argument is gone", of_argument("color", schema={"type": "string", "enum": ["blue"]}), "getRed", 200, KITE),
    ("an argument has a lower maximum", of_argument("size", schema={"type": "integer", "format": "int64", "maximum": 2}), "get", 200, KITE),
    ("another path", rename(lambda document: document["paths"], "/kites/{id}", "/kite/{id}"), "get", 200, KITE),
    ("another method", rename(lambda document: document["paths"]["/kites/{id}"], "delete", "patch"), "delete", 204, None),
    ("another successful status", SOURCE[15][1], "get", 202, KITE),
    ("the result is gone", response("getKite", "200", description="The kite."), "get", 200, None),
    ("a property of a response is optional now", of_schema("Kite", required=["shape"]), "get", 200, {"shape": "flat"}),
    ("a property of a response is required now", of_schema("Kite", required=["name", "shape", "tail"]), "get", 200, {**KITE, "tail": "t"}),
    ("a required property of a response can be null", of_property("Kite.name", type=["string", "null"]), "get", 200, {**KITE, "name": None}),
    ("an optional property of a response can be null", of_property("Kite.tail", type=["string", "null"]), "get", 200, {**KITE, "tail": None}),
    ("a property of a response has another type", of_property("Kite.length", type="string"), "get", 200, {**KITE, "length": "long"}),
    ("a property of a response has a narrower type", of_property("Kite.length", type="integer", format="int32"), "get", 200, {**KITE, "length": 3}),
    ("a new value in responses", of_schema("Shape", enum=["flat", "round", "long"]), "get", 200, {**KITE, "shape": "long"}),
    ("a new property of a response", properties("Kite", wind={"type": "string"}), "get", 200, {**KITE, "wind": "w"}),
    ("a property of a request is required now", of_schema("NewKite", required=["title", "kind", "note"]), "add", 201, KITE),
    ("a property of a request is optional now", of_schema("NewKite", required=["title"]), "add", 201, KITE),
    ("a value of a request is gone", of_property("NewKite.kind", enum=["delta"]), "add", 201, KITE),
    ("a property of a request has a limit", of_property("NewKite.title", minLength=5), "add", 201, KITE),
    ("a limit of a request is within reach", of_property("NewKite.title", minLength=0), "add", 201, KITE),
    ("a property of a request has another type", of_property("NewKite.count", type="string", format=None), "addAll", 201, KITE),
    ("a property of a request has a wider type", of_property("NewKite.count", type="integer", format="int64"), "addAll", 201, KITE),
    ("a property of a request can't be null any more", of_property("NewKite.bound", type="string"), "addNull", 201, KITE),
]

MAIN = """


@main
enum Main {
    static func main() async {
        let words = CommandLine.arguments
        let client = KitesClient(server: .custom(URL(string: words[1])))
        do {
            switch words[2] {
            case "get": _ = try await client.kites.getKite(id: "1", size: 3)
            case "getRed": _ = try await client.kites.getKite(id: "1", size: 3, color: .red)
            case "delete": try await client.kites.deleteKite(id: "1")
            case "add": _ = try await client.kites.addKite(newKite: NewKite(title: "t", kind: .box))
            case "addAll": _ = try await client.kites.addKite(newKite: NewKite(title: "t", kind: .box, count: 3))
            default: _ = try await client.kites.addKite(newKite: NewKite(title: "t", kind: .box, bound: .null))
            }
            print("works")
        } catch {
            print("fails: \\(error)")
        }
    }
}
"""


def fits(value, schema, document):
    """Whether a server that checks a document accepts a value."""
    if "$ref" in schema:
        return fits(value, document["components"]["schemas"][schema["$ref"].split("/")[-1]], document)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    kinds = {"string": str, "integer": int, "number": (int, float), "object": dict, "array": list, "null": type(None)}
    if types and not any(isinstance(value, kinds[each]) for each in types):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        return False
    if isinstance(value, (int, float)) and value > schema.get("maximum", value):
        return False
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return all(key in value for key in schema.get("required", [])) and all(
            fits(each, known[key], document) for key, each in value.items() if key in known
        )
    return True


class Server(http.server.BaseHTTPRequestHandler):
    """A server of a document that refuses what does not fit it."""

    def log_message(self, *_):
        pass

    def answer(self):
        document, status, body = self.server.document, self.server.status, self.server.body
        url = urllib.parse.urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        sent = json.loads(self.rfile.read(length)) if length else None
        if not self.accepts(document, url, sent):
            status, body = 400, {"message": "it does not fit"}
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if data:
            self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_DELETE = answer

    def accepts(self, document, url, sent):
        parts = url.path.strip("/").split("/")
        for path, item in document["paths"].items():
            names = path.strip("/").split("/")
            if len(names) != len(parts) or any(a != b and not a.startswith("{") for a, b in zip(names, parts)):
                continue
            operation = item.get(self.command.lower())
            if operation is None:
                return False
            query = dict(urllib.parse.parse_qsl(url.query))
            for each in operation.get("parameters", []):
                if each["in"] != "query":
                    continue
                text = query.get(each["name"])
                if text is None:
                    if each.get("required"):
                        return False
                    continue
                value = int(text) if each["schema"].get("type") == "integer" and text.isdigit() else text
                if not fits(value, each["schema"], document):
                    return False
            if "requestBody" not in operation:
                return True
            return fits(sent, operation["requestBody"]["content"]["application/json"]["schema"], document)
        return False


class Prover:
    def __init__(self, root, binaries, work):
        self.martlet = binaries / "martlet"
        self.modules = binaries / "Modules"
        # A build leaves the objects of sources that are gone.
        sources = [path for name in ["MartletRuntime", "MartletSupport"] for path in (root / "Sources" / name).rglob("*.swift")]
        self.objects = [binaries / f"{path.relative_to(root).parts[1]}.build" / f"{path.name}.o" for path in sources]
        self.work = work
        self.old = self.client("old", ORIGINAL)

    def run(self, *words):
        return subprocess.run([str(word) for word in words], capture_output=True, text=True)

    def client(self, name, document):
        """The folder of a document and its client."""
        folder = self.work / name
        folder.mkdir()
        (folder / "api.json").write_text(json.dumps(document, indent=1))
        made = self.run(self.martlet, "generate", folder / "api.json", "--module", "SkyAPI", "--client", "KitesClient", "--output", folder / "client")
        assert made.returncode == 0, made.stderr
        return folder

    def compiles(self, folder, code):
        caller = folder / f"caller{len(list(folder.glob('caller*')))}.swift"
        caller.write_text(f"func caller(_ client: KitesClient) async throws {{ {code} }}\n")
        sources = sorted((folder / "client").rglob("*.swift"))
        words = ["swiftc", "-typecheck", "-swift-version", "6", "-module-name", "SkyAPI", "-I", self.modules]
        return self.run(*words, *sources, caller)

    def impacts(self, folder, side):
        """The worst impact on one side, as `martlet diff` says."""
        printed = self.run(self.martlet, "diff", self.old / "api.json", folder / "api.json", "--format", "json")
        order = ["none", "documentation", "compatible", "risky", "breaking"]
        changes = json.loads(printed.stdout)["changes"]
        return max((each[side]["impact"] for each in changes if side in each), key=order.index, default="none")

    def source(self, index):
        name, change, code = SOURCE[index]
        folder = self.client(f"source{index}", changed(change))
        before, after = self.compiles(self.old, code), self.compiles(folder, code)
        if before.returncode:
            return name, "?", f"the caller does not compile against the old client: {before.stderr}", False
        impact = self.impacts(folder, "source")
        breaks = after.returncode != 0
        return name, impact, "does not compile" if breaks else "compiles", breaks == (impact in ("risky", "breaking"))

    def executable(self):
        (self.work / "main.swift").write_text(MAIN)
        sources = sorted((self.old / "client").rglob("*.swift"))
        words = ["swiftc", "-parse-as-library", "-swift-version", "6", "-module-name", "SkyAPI", "-I", self.modules]
        made = self.run(*words, *sources, self.work / "main.swift", *self.objects, "-o", self.work / "calls")
        assert made.returncode == 0, made.stderr
        return self.work / "calls"

    def wire(self, index, calls):
        name, change, call, status, body = WIRE[index]
        folder = self.client(f"wire{index}", changed(change))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        server.document, server.status, server.body = changed(change), status, body
        threading.Thread(target=server.serve_forever, daemon=True).start()
        printed = self.run(calls, f"http://127.0.0.1:{server.server_port}", call).stdout
        server.shutdown()
        impact = self.impacts(folder, "wire")
        works = printed.startswith("works")
        return name, impact, "works" if works else "fails", works == (impact != "breaking")


def main():
    with tempfile.TemporaryDirectory() as work:
        prover = Prover(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(work))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            compiled = list(pool.map(prover.source, range(len(SOURCE))))
        calls = prover.executable()
        ran = [prover.wire(index, calls) for index in range(len(WIRE))]
    failures = 0
    for side, results in [("source", compiled), ("wire", ran)]:
        for name, impact, outcome, is_right in results:
            failures += not is_right
            print(f"{'ok' if is_right else 'FAILED'}: {side}, {name}: {impact}, {outcome}")
    print(f"{len(compiled)} verdicts about source and {len(ran)} about the wire: {failures} wrong")
    sys.exit(failures > 0)


main()
