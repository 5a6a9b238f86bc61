"""What files in other languages than Swift and Markdown must not hold, where text of a document is encoded for them."""

import csv
import json
import re

KOTLIN_STRING = re.compile(r'"(?:[^"\\$\n\r]|\\.)*"')
FILE_NAME = re.compile(r"[\w-]+")


def of_table(text):
    lines = text.splitlines()[1:]
    rows = list(csv.reader(lines, strict=True))
    if len(rows) != len(text.split("\n")) - 2 or any(len(row) != 4 for row in rows):
        yield "a table with other rows"
    if any(re.match(r"[=+@-]", field) for row in rows for field in row):
        yield "a formula"


def of_json(text):
    content = json.loads(text)
    if content.keys() != {"marker", "texts"} or not all(isinstance(text, str) for text in content["texts"]):
        yield "JSON with other parts"


def of_kotlin(text):
    if re.search(r'["$]|zqx', KOTLIN_STRING.sub("", text)):
        yield "text that is code of Kotlin"


def of_names(text):
    if not all(FILE_NAME.fullmatch(line) for line in text.split("\n")[1:-1]):
        yield "a name that is not plain"


BY_SUFFIX = {".csv": of_table, ".json": of_json, ".kt": of_kotlin, ".txt": of_names}


def faults(suffix, text):
    try:
        return list(BY_SUFFIX[suffix](text))
    except (csv.Error, ValueError) as error:
        return [str(error)]
