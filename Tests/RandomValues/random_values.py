"""Decodes and encodes random values with a generated client, judged by the document's own schemas.

    random_values.py [--values N] [--variants] [--seed N] [--schema NAME]... MARTLET_DEV DOCUMENT...

Each valid value of each component schema, and of each schema that stands in a JSON body or response, has to decode, and to
encode to a valid value that is equal but for properties that no schema declares, and defaults. A value that a change has made
invalid may be refused; what is accepted has to encode to what it was, or to a valid value.
--values says how many random values each schema has; 0 is for none.
With --variants, a value of each variant of each union and composition is decoded too, changed at each scalar, one at a time, and
encoded; nothing but the change may differ.
Prints the seed, and each failure with the smallest value that shows it.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings

from hypothesis import HealthCheck, given, seed, settings, strategies
from hypothesis.errors import HypothesisException
from hypothesis_jsonschema import from_schema
from jsonschema import Draft7Validator

from schemas import Schemas, Unsupported, difference, keeps_all
from variants import Variants, changes

warnings.simplefilter("ignore")

# Formats that hypothesis-jsonschema has no values for.
FORMATS = {"uuid": strategies.uuids().map(str)}


class Client:
    """The program that decodes and encodes."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def encoded(self, name, value, *change):
        """The encoded value, `None` for a type or a property that the client doesn't have; raises `ValueError` with its error.

        `change` is the path to a property that is set in between, and the value for it.
        """
        line = "\t".join([name] + [json.dumps(part) for part in (value,) + change]) + "\n"
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()
        answer = self.process.stdout.readline().decode().rstrip("\n")
        if not answer:
            raise SystemExit(f"the program ended at {line}")
        if answer[0] == "-":
            raise ValueError(answer[1:])
        return json.loads(answer[1:]) if answer[0] == "+" else None


class Unknown(Exception):
    """A schema for which the client has no type."""


def is_exact(value):
    """Whether Foundation reads all numbers: it refuses those that are zero in the precision of the type."""
    if isinstance(value, float):
        return value == 0 or abs(value) >= 1e-37
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return all(map(is_exact, values))


def mutated(value, source):
    """The value with one change somewhere."""
    if isinstance(value, dict) and value and source.random() < 0.8:
        key = source.choice(sorted(value))
        changed = dict(value)
        if source.random() < 0.3:
            del changed[key]
        else:
            changed[key] = mutated(value[key], source)
        return changed
    if isinstance(value, list) and value and source.random() < 0.8:
        index = source.randrange(len(value))
        return value[:index] + [mutated(value[index], source)] + value[index + 1:]
    return source.choice([None, True, 0, 1.5, "", "x", [], {}, [None], {"x": 1}])


def check(schemas, client, name, schema, values, number):
    """Returns how many values were tried, and the failure or `None`."""
    judge = Draft7Validator(schema)
    counted = [0]

    @seed(number)
    @settings(max_examples=values, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=False)
    @given(from_schema(schema, custom_formats=FORMATS), strategies.integers(0, 2**32))
    def run(value, change):
        # A component that may be null is a plain type, and optional where it is used.
        if value is None or not judge.is_valid(value) or not is_exact(value):
            return
        counted[0] += 1
        try:
            after = client.encoded(name, value)
        except ValueError as error:
            raise AssertionError(f"{json.dumps(value)} is refused: {error}")
        if after is None:
            raise Unknown
        found = difference(schemas, [schemas.all[name]], value, after)
        assert not found, f"{found} in {json.dumps(value)}, encoded as {json.dumps(after)}"
        is_valid = judge.is_valid(after) or not keeps_all(value, after)
        assert is_valid, f"{json.dumps(value)} became {json.dumps(after)}, which is not valid"
        other = mutated(value, random.Random(change))
        if judge.is_valid(other):
            return
        try:
            after = client.encoded(name, other)
        except ValueError:
            return
        found = difference(schemas, [schemas.all[name]], other, after)
        assert not found or judge.is_valid(after), f"invalid {json.dumps(other)}: {found}, encoded as {json.dumps(after)}"

    try:
        run()
    except (Unknown, HypothesisException):
        pass
    except AssertionError as error:
        return counted[0], str(error)
    except BaseExceptionGroup as group:
        return counted[0], str(group.exceptions[0])
    return counted[0], None


def check_variants(schemas, client, name, schema):
    """Returns how many values were tried, and the failures."""
    declaring, tried, failures = [schemas.all[name]], 0, []
    values, _ = Variants(schemas).of(name)
    for value in values:
        if value is None:
            continue
        for change in [()] + [(path, new, whole) for path, new, whole in changes(schemas, schema, value)]:
            wanted = change[2] if change else value
            told = f"{json.dumps(value)}" + (f" with {'.'.join(change[0])} = {json.dumps(change[1])}" if change else "")
            try:
                after = client.encoded(name, value, *change[:2])
            except ValueError as error:
                failures.append(f"{told} is refused: {error}")
                continue
            if after is None:
                continue
            tried += 1
            found = difference(schemas, declaring, wanted, after)
            if found:
                failures.append(f"{told}: {found}, encoded as {json.dumps(after)}")
            elif keeps_all(wanted, after) and not schemas.accepts(schema, after):
                failures.append(f"{told} became {json.dumps(after)}, which is not valid")
    return tried, failures


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--values", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=random.randrange(2**32))
    arguments.add_argument("--variants", action="store_true")
    arguments.add_argument("--schema", action="append", default=[])
    arguments.add_argument("martlet_dev")
    arguments.add_argument("documents", nargs="+")
    options = arguments.parse_args()
    print(f"seed {options.seed}")
    failures = 0
    for document in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "round-trip")
            subprocess.run([options.martlet_dev, "round-trip", document, program], check=True)
            client = Client(program)
            schemas = Schemas(document)
            tried = total = 0
            for name, schema in schemas.all.items():
                if options.schema and name not in options.schema:
                    continue
                schemas.forgets_null = schemas.is_received(name)
                schemas.forgets_read_only = schemas.is_only_sent(name)

                def random_check():
                    place = name if name.startswith("#") else f"#/components/schemas/{name}"
                    expanded = schemas.expanded(schema, (place,))
                    count, failure = check(schemas, client, name, expanded, options.values, options.seed)
                    return count, [failure] if failure else []

                checks = [random_check] if options.values else []
                if options.variants:
                    checks.append(lambda: check_variants(schemas, client, name, schema))
                counts = 0
                for each in checks:
                    try:
                        count, found = each()
                    except (Unsupported, RecursionError, TypeError):
                        continue
                    counts += count
                    failures += len(found)
                    for failure in found:
                        print(f"{document}: {name}: {failure[:1500]}", flush=True)
                tried += counts > 0
                total += counts
            print(f"{document}: {tried} of {len(schemas.all)} schemas, {total} values, failures so far {failures}", flush=True)
    sys.exit(1 if failures else 0)


main()
