"""Puts hostile text into each place of a document, generates, and looks for text that became code, markup or a file.

In Swift, the planted `zqx.pwn` may stand in literals and comments alone, and summaries and descriptions change no token of
code. Pages of Markdown, rendered, hold no script, no event handler, no image, no link but to the web, and with other
descriptions they have the same headings and tables. No file lies outside of the output, and every name in it is of letters,
digits, `_` and `-`.

Documents with each field of OpenAPI 3.2 and of Swagger 2.0, and a configuration, go through

- two runs for each payload, one with all summaries and descriptions replaced at once, each by another payload, so that each
  payload is once in each field; and one with all fields, values and names of properties that may be any text;
- a run for each third text and key by itself, with one payload; the seed chooses both. With --long, a run for each text and
  key with each payload, and in the documents of the checked-in clients with one payload.

usage: canary.py [--long] [--seed NUMBER] [MARTLET]
"""

import argparse
import concurrent.futures
import functools
import itertools
import json
import os
import pathlib
import re
import subprocess
import tempfile

import inputs
import pages
from payloads import PAYLOADS
from swift_code import code

PLANTED = re.compile(r"zqx\s*\.\s*pwn", re.IGNORECASE)
INVISIBLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
FILE_NAME = re.compile(r"[\w-]+(\.swift|\.md)|\.martlet(\.summary)?")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\.", re.IGNORECASE)
# The places that have runs of their own in the short form: one of so many.
SHARE = 3
COMMAND = ["generate", "document.json", "--module", "M", "--output", "out"]
CONFIGURED = ["generate", "--config", "martlet.yaml", "--output", "out"]
INPUTS = {"document.json", "martlet.yaml", "overlay.json"}


@functools.lru_cache(maxsize=8192)
def swift(text):
    """The tokens of a file, without blanks, and what is wrong with it. Most files of a run are those of other runs."""
    try:
        tokens = re.sub(r"\s+", " ", code(text))
    except ValueError as error:
        return "", (str(error),)
    found = [f"{match[0]} is code" for match in [PLANTED.search(tokens)] if match]
    if INVISIBLE.search(text):
        found.append("invisible characters")
    return tokens, tuple(found)


@functools.lru_cache(maxsize=8192)
def page(text):
    return pages.outline(text), tuple(pages.faults(text)) + (("invisible characters",) if INVISIBLE.search(text) else ())


def run(martlet, files, command):
    """The structure of each generated file, and the faults of a run."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "templates").mkdir()
        for file, content in files.items():
            # Lone surrogates are written as JSON writes them.
            (folder / file).write_text(json.dumps(content))
        outcome = subprocess.run([martlet, *command], cwd=folder, capture_output=True)
        found, made = [], {}
        if outcome.returncode not in (0, 1, 2):
            found.append(f"status {outcome.returncode}")
        if re.search(rb"[\0-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]", outcome.stdout + outcome.stderr):
            found.append("control characters in the output of the command")
        for path in sorted(path for path in folder.rglob("*") if not path.is_dir()):
            relative = str(path.relative_to(folder))
            if not relative.startswith("out/"):
                found += [] if relative in INPUTS else [f"{relative}: a file outside of the output"]
                continue
            if not FILE_NAME.fullmatch(path.name) or DEVICE.match(path.name):
                found.append(f"{relative}: a name that is not plain")
            text = path.read_bytes().decode()
            read = {".swift": swift, ".md": page}.get(path.suffix)
            if read:
                made[relative], faults = read(text)
                found += [f"{relative}: {fault}" for fault in faults]
        return made, found


class Job:
    """A run with payloads in some places."""

    def __init__(self, name, files, command, original=None, must_generate=False):
        self.name, self.files, self.command = name, files, command
        # The files of the run without payloads, which differ in nothing but prose.
        self.original, self.must_generate = original, must_generate

    def faults(self, martlet):
        made, found = run(martlet, self.files, self.command)
        if self.must_generate and not made:
            found.append("nothing was generated")
        if self.original is not None and made:
            for path in self.original.keys() | made.keys():
                if self.original.get(path) != made.get(path):
                    found.append(f"{path}: a text for people changed what is around it")
        return bool(made), found


def name(where, place, payload):
    return f"{where}: {'/'.join(map(str, place[0]))}{' (key)' if place[1] else ''}: {payload[:60]!r}"


def jobs(martlet, is_long, seed):
    for index, spec in enumerate(inputs.COMPLETE + (inputs.SPECS if is_long else [])):
        document = inputs.document(spec)
        original, faults = run(martlet, {"document.json": document}, COMMAND)
        assert original and not faults, (spec, faults)
        if spec in inputs.COMPLETE:
            # With a lone surrogate anywhere, JSON can't be read.
            payloads = [payload for payload in PAYLOADS if payload == payload.encode(errors="ignore").decode()]
            for shift in range(len(payloads)):
                for kind, fields in [("prose", inputs.PROSE), ("free text and names", inputs.FREE)]:
                    files = {"document.json": inputs.all_replaced(document, fields, payloads, shift, kind != "prose")}
                    yield Job(f"{spec}: all {kind}, shifted by {shift}", files, COMMAND,
                              original if kind == "prose" else None, must_generate=True)
        yield from single(spec, document, lambda made: {"document.json": made}, COMMAND, original, is_long, seed + index,
                          PAYLOADS if is_long and spec in inputs.COMPLETE else None)
    document = inputs.document("openapi")
    files = {"document.json": document, "overlay.json": inputs.OVERLAY, "martlet.yaml": inputs.CONFIGURATION}
    assert run(martlet, files, CONFIGURED)[0], "the configuration is wrong"
    for file in ["martlet.yaml", "overlay.json"]:
        for shift in range(5 if not is_long else 1):
            yield from single(file, files[file], lambda made: {**files, file: made}, CONFIGURED, None, is_long, seed + shift * 17,
                              PAYLOADS if is_long else None)


def single(where, document, files, command, original, is_long, seed, payloads):
    for index, place in enumerate(inputs.places(document)):
        if not is_long and (index + seed) % SHARE:
            continue
        prose = inputs.is_in(inputs.PROSE, place)
        for payload in payloads or [PAYLOADS[(index * 7 + seed) % len(PAYLOADS)]]:
            made = inputs.replaced(document, place, payload)
            yield Job(name(where, place, payload), files(made), command, original if prose else None)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("martlet", nargs="?", default=str(pathlib.Path(__file__).parents[2] / ".build/debug/martlet"))
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    martlet = os.path.abspath(words.martlet)
    runs = made = escapes = 0
    with concurrent.futures.ProcessPoolExecutor() as pool:
        stream = jobs(martlet, words.long, words.seed)
        while batch := list(itertools.islice(stream, 200)):
            for job, (has_output, found) in zip(batch, pool.map(Job.faults, batch, itertools.repeat(martlet), chunksize=4)):
                runs += 1
                made += has_output
                for fault in found:
                    escapes += 1
                    print(f"{job.name}: {fault}", flush=True)
    print(f"{len(PAYLOADS)} payloads, seed {words.seed}, {runs} runs, {made} of them with output, {escapes} escapes")
    raise SystemExit(escapes > 0)


if __name__ == "__main__":
    main()
