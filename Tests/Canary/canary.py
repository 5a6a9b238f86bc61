"""Puts hostile text into each place of a document, generates, and looks for text that became code, markup or a file.

In Swift, the planted `zqx.pwn` may stand in literals and comments alone, and summaries and descriptions change no token of
code. Pages of Markdown, rendered, hold no script, no event handler, no image, no link but to the web, and with other
descriptions they have the same headings and tables. What templates of users make, tables, JSON and Kotlin, keeps its form. No
file lies outside of the output, and every name in it is of letters, digits, `_` and `-`.

Documents with each field of OpenAPI 3.2 and of Swagger 2.0, and a configuration, go through

- two runs for each payload, one with all summaries and descriptions replaced at once, each by another payload, so that each
  payload is once in each field; and one with all fields, values and names of properties that may be any text;
- a run for each third text and key by itself, with one payload; the seed chooses both. With --long, each text and key has each
  payload, and in the documents of the checked-in clients one. Places far from each other share a run: where that has no output
  or a fault, it is halved, and a place that allows no output has runs of its own from then on.

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
import others
import pages
from payloads import PAYLOADS
from swift_code import code

PLANTED = re.compile(r"zqx\s*\.\s*pwn", re.IGNORECASE)
INVISIBLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
FILE_NAME = re.compile(r"[\w-]+\.(swift|md|csv|json|kt|txt)|\.martlet(\.summary)?")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\.", re.IGNORECASE)
# The places that have runs of their own in the short form: one of so many.
SHARE = 3
TEMPLATES = pathlib.Path(__file__).resolve().parent / "templates"
COMMAND = ["generate", "document.json", "--module", "M", "--output", "out", "--templates", str(TEMPLATES)]
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
            elif path.suffix in others.BY_SUFFIX:
                found += [f"{relative}: {fault}" for fault in others.faults(path.suffix, text)]
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


def name(where, places, payload):
    shown = ", ".join(f"{'/'.join(map(str, path))}{' (key)' if is_key else ''}" for path, is_key in places[:3])
    return f"{where}: {shown}{' …' if len(places) > 3 else ''}: {payload[:60]!r}"


class Canary:
    """The runs so far, and what they found."""

    def __init__(self, pool, martlet, is_long, seed):
        self.pool, self.martlet, self.is_long, self.seed = pool, martlet, is_long, seed
        self.runs = self.made = self.combinations = self.escapes = 0

    def outcomes(self, jobs):
        """Whether each job has output, and its faults."""
        found = list(self.pool.map(Job.faults, jobs, itertools.repeat(self.martlet), chunksize=4))
        self.runs += len(found)
        self.made += sum(has_output for has_output, _ in found)
        return found

    def report(self, job, faults):
        for fault in faults:
            self.escapes += 1
            print(f"{job.name}: {fault}", flush=True)

    def document(self, spec, index):
        document = inputs.document(spec)
        original, faults = run(self.martlet, {"document.json": document}, COMMAND)
        assert original and not faults, (spec, faults)
        is_complete = spec in inputs.COMPLETE
        if is_complete:
            self.together(spec, document, original)
        payloads = PAYLOADS if self.is_long and is_complete else None
        self.places(spec, document, lambda made: {"document.json": made}, COMMAND, original, self.seed + index, payloads)

    def together(self, spec, document, original):
        """All fields at once, each with another payload."""
        # With a lone surrogate anywhere, JSON can't be read.
        payloads = [payload for payload in PAYLOADS if payload == payload.encode(errors="ignore").decode()]
        jobs = []
        for shift in range(len(payloads)):
            for kind, fields in [("prose", inputs.PROSE), ("free text and names", inputs.FREE)]:
                files = {"document.json": inputs.all_replaced(document, fields, payloads, shift, kind != "prose")}
                jobs.append(Job(f"{spec}: all {kind}, shifted by {shift}", files, COMMAND,
                                original if kind == "prose" else None, must_generate=True))
        for job, (_, faults) in zip(jobs, self.outcomes(jobs)):
            self.report(job, faults)

    def configuration(self):
        document = inputs.document("openapi")
        files = {"document.json": document, "overlay.json": inputs.OVERLAY, "martlet.yaml": inputs.CONFIGURATION}
        assert run(self.martlet, files, CONFIGURED)[0], "the configuration is wrong"
        for file in ["martlet.yaml", "overlay.json"]:
            for shift in range(1 if self.is_long else 5):
                self.places(file, files[file], lambda made: {**files, file: made}, CONFIGURED, None, self.seed + shift * 17,
                            PAYLOADS if self.is_long else None)

    def places(self, where, document, files, command, original, seed, payloads):
        """Each place with each payload, or without payloads one of the places in so many with one."""
        places = list(inputs.places(document))

        def job(group, payload):
            is_prose = all(inputs.is_in(inputs.PROSE, place) for place in group)
            made = files(inputs.replaced(document, group, payload))
            return Job(name(where, group, payload), made, command, original if is_prose else None)

        if payloads:
            alone = set()
            for payload in payloads:
                self.halve(inputs.groups(places, alone), payload, job, alone)
            return
        jobs = [job([place], PAYLOADS[(index * 7 + seed) % len(PAYLOADS)])
                for index, place in enumerate(places) if self.is_long or (index + seed) % SHARE == 0]
        self.combinations += len(jobs)
        for made, (_, faults) in zip(jobs, self.outcomes(jobs)):
            self.report(made, faults)

    def halve(self, groups, payload, job, alone):
        """Runs groups of places. Those with a fault, or without output, are halved until they are single places."""
        while groups:
            jobs = [job(group, payload) for group in groups]
            halves = []
            for group, made, (has_output, faults) in zip(groups, jobs, self.outcomes(jobs)):
                if len(group) > 1 and (faults or not has_output):
                    halves += [group[::2], group[1::2]]
                    continue
                self.combinations += len(group)
                self.report(made, faults)
                if not has_output:
                    alone.update(group)
            groups = halves


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("martlet", nargs="?", default=str(pathlib.Path(__file__).parents[2] / ".build/debug/martlet"))
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        canary = Canary(pool, os.path.abspath(words.martlet), words.long, words.seed)
        for index, spec in enumerate(inputs.COMPLETE + (inputs.SPECS if words.long else [])):
            canary.document(spec, index)
        canary.configuration()
    print(f"{len(PAYLOADS)} payloads, seed {words.seed}, {canary.combinations} of them in a place, {canary.runs} runs, "
          f"{canary.made} with output, {canary.escapes} escapes")
    raise SystemExit(canary.escapes > 0)


if __name__ == "__main__":
    main()
