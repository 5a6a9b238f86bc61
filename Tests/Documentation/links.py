"""Checks that every link leads somewhere: in the Markdown files of the package, and in sites that docc made.

usage: links.py PACKAGE SITE...

A link to a file needs the file, a link to a section needs its heading, and a link between pages of a site needs the
page. Links to other hosts are left alone: nothing here uses the network.
"""

import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)


def anchors(text):
    """The anchors that GitHub gives the headings of a page."""
    found = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        heading = re.sub(r"\\(.)", r"\1", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)).strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")
        number = 0
        while (f"{anchor}-{number}" if number else anchor) in found:
            number += 1
        found.add(f"{anchor}-{number}" if number else anchor)
    return found


def check_markdown(package):
    names = subprocess.run(
        ["git", "ls-files", "-z", "*.md"], cwd=package, check=True, capture_output=True, text=True
    ).stdout
    pages = [package / name for name in names.split("\0") if name]
    count, wrong = 0, []
    for page in pages:
        text = CODE.sub("", FENCE.sub("", page.read_text()))
        for link in LINK.findall(text):
            url = urllib.parse.urlsplit(link)
            if url.scheme or url.netloc:
                continue
            count += 1
            target = page.parent / urllib.parse.unquote(url.path) if url.path else page
            if not target.exists():
                wrong.append(f"{page.relative_to(package)}: no file {link}")
            elif url.fragment and urllib.parse.unquote(url.fragment) not in anchors(target.read_text()):
                wrong.append(f"{page.relative_to(package)}: no section {link}")
    print(f"{len(pages)} Markdown files, {count} links between them")
    return wrong


def check_site(site):
    data = site / "data"
    pages = {f"/{page.relative_to(data).with_suffix('')}".lower(): page for page in data.rglob("*.json")}
    sections = {path: set() for path in pages}
    contents = {path: json.loads(page.read_text()) for path, page in pages.items()}

    def collect(path, value):
        if isinstance(value, dict):
            if value.get("type") == "heading" and "anchor" in value:
                sections[path].add(value["anchor"].lower())
            for member in value.values():
                collect(path, member)
        elif isinstance(value, list):
            for member in value:
                collect(path, member)

    for path, content in contents.items():
        collect(path, content)
    count, wrong = 0, []
    for path, content in contents.items():
        for reference in content.get("references", {}).values():
            url = urllib.parse.urlsplit(reference.get("url") or "")
            if reference.get("type") not in ("topic", "section") or url.scheme or not url.path:
                continue
            count += 1
            target = url.path.rstrip("/").lower()
            if target not in pages:
                wrong.append(f"{path}: no page {reference['url']}")
            elif url.fragment and urllib.parse.unquote(url.fragment).lower() not in sections[target]:
                wrong.append(f"{path}: no section {reference['url']}")
    print(f"{site.name}: {len(pages)} pages, {count} links between them")
    return wrong if pages else [f"{site}: there are no pages"]


def main():
    package = pathlib.Path(sys.argv[1]).resolve()
    wrong = check_markdown(package)
    for site in sys.argv[2:]:
        wrong += check_site(pathlib.Path(site))
    print("\n".join(wrong) or "every link leads somewhere")
    sys.exit(1 if wrong else 0)


main()
