"""Puts hostile text into each place of a document, generates, and looks for text that became code, markup or a file.

In Swift, the planted `zqx.pwn` may stand in literals and comments alone. Pages of Markdown, rendered, hold no script, no
event handler, no link to a script and no image from elsewhere. No file lies outside of the output, and every name in it
is of letters, digits, `_` and `-`.

Each text of a document, keys included, is replaced by one payload, a different one for each place; with --long by each of
them. Besides, all values are replaced by the same payload, one run for each payload.
"""

import concurrent.futures
import copy
import functools
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import markdown_it
import yaml

from payloads import PAYLOADS
from swift_code import code

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPECS = ["petstore", "operations", "schemas", "launchdarkly-access-tokens"]
PLANTED = re.compile(r"zqx\s*\.\s*pwn", re.IGNORECASE)
FILE_NAME = re.compile(r"[\w-]+(\.swift|\.md)|\.martlet(\.summary)?")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\.", re.IGNORECASE)
# Words that decide what a document is: with another text in their place there is nothing to generate.
FIXED = {"openapi", "swagger"}


def places(node, path=()):
    """The paths of all texts: values, and keys, marked by `True` at the end."""
    if isinstance(node, dict):
        for key, value in node.items():
            if not (path == () and key in FIXED):
                if path:
                    yield (*path, key), True
                yield from places(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(value, (*path, index))
    elif isinstance(node, (str, int, float)) and not isinstance(node, bool):
        yield path, False


def replaced(document, place, payload):
    path, is_key = place
    document = copy.deepcopy(document)
    owner = document
    for step in path[:-1]:
        owner = owner[step]
    if is_key:
        items = [(payload if key == path[-1] else key, value) for key, value in owner.items()]
        owner.clear()
        owner.update(items)
    else:
        owner[path[-1]] = payload
    return document


def free_text(document, payload):
    """The document with the payload in place of all text that is free: nothing refers to it or is parsed."""
    if isinstance(document, dict):
        free = {"title", "summary", "description", "termsOfService", "name", "url", "pattern", "example", "format"}
        return {key: payload if key in free and isinstance(value, str) else free_text(value, payload)
                for key, value in document.items()}
    return [free_text(value, payload) for value in document] if isinstance(document, list) else document


class Markup(html.parser.HTMLParser):
    """Finds what a page must not hold."""

    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "iframe", "object", "embed", "form", "style", "b"):
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on"):
                self.faults.append(f"{tag} {name}")
            if name in ("href", "src") and re.match(r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE):
                self.faults.append(f"{tag} {name}={value}")
            if name == "src" and "zqx" in (value or ""):
                self.faults.append(f"{tag} {name}={value}")


MARKDOWN = markdown_it.MarkdownIt("commonmark").enable("table")


@functools.lru_cache(maxsize=4096)
def faults_of_text(suffix, text):
    """What is wrong with a file. Most files of a run are those of other runs."""
    if suffix == ".swift":
        found = []
        try:
            if match := PLANTED.search(code(text)):
                found.append(f"{match[0]} is code")
        except ValueError as error:
            found.append(str(error))
        if re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", text):
            found.append("invisible characters")
        return found
    if suffix == ".md":
        # Even where a reader's renderer allows raw HTML.
        markup = Markup()
        markup.feed(MARKDOWN.render(text))
        return markup.faults
    return []


def faults(folder):
    """What is wrong with the files of a run."""
    for path in sorted(folder.rglob("*")):
        relative = str(path.relative_to(folder))
        if path.is_dir():
            continue
        if not relative.startswith("out/"):
            if relative != "document.json":
                yield f"{relative}: a file outside of the output"
            continue
        if not FILE_NAME.fullmatch(path.name) or DEVICE.match(path.name):
            yield f"{relative}: a name that is not plain"
        for fault in faults_of_text(path.suffix, path.read_bytes().decode()):
            yield f"{relative}: {fault}"


def run(martlet, document):
    """The number of generated files and the faults of a run."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # Lone surrogates are written as JSON writes them.
        (folder / "document.json").write_text(json.dumps(document))
        command = [martlet, "generate", "document.json", "--module", "M", "--output", "out"]
        outcome = subprocess.run(command, cwd=folder, capture_output=True)
        found = list(faults(folder))
        if outcome.returncode not in (0, 1):
            found.append(f"status {outcome.returncode}")
        if re.search(rb"[\0-\x08\x0b-\x1f\x7f]", outcome.stdout + outcome.stderr):
            found.append("control characters in the output of the command")
        return len(list((folder / "out").rglob("*"))), found


def jobs(is_long):
    for spec in SPECS:
        text = (ROOT / "Specs" / spec / "openapi.yaml").read_text()
        document = json.loads(json.dumps(yaml.load(text, yaml.SafeLoader), default=str))
        for payload in PAYLOADS:
            yield f"{spec}: all free text: {payload[:60]!r}", free_text(document, payload)
        for index, place in enumerate(places(document)):
            if place[0][-1:] == ("$ref",):
                continue
            for payload in PAYLOADS if is_long else [PAYLOADS[index % len(PAYLOADS)]]:
                where = "/".join(map(str, place[0])) + (" (key)" if place[1] else "")
                yield f"{spec}: {where}: {payload[:60]!r}", replaced(document, place, payload)


def main():
    words = [word for word in sys.argv[1:] if word != "--long"]
    martlet = os.path.abspath(words[0]) if words else str(ROOT / ".build/debug/martlet")
    runs = made = escapes = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        batch = list(jobs("--long" in sys.argv))
        for (name, _), (count, found) in zip(batch, pool.map(lambda job: run(martlet, job[1]), batch)):
            runs += 1
            made += count > 0
            for fault in found:
                escapes += 1
                print(f"{name}: {fault}", flush=True)
    print(f"{len(PAYLOADS)} payloads, {runs} runs, {made} of them with output, {escapes} escapes")
    sys.exit(escapes > 0)


main()
