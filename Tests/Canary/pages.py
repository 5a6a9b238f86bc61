"""What a page of Markdown must not hold, and what it must still hold with other texts in it."""

import html.parser
import re

import markdown_it

MARKDOWN = markdown_it.MarkdownIt("commonmark").enable("table")
# Renderers differ in which links they refuse.
MARKDOWN.validateLink = lambda url: True
SCHEME = re.compile(r"[\0-\x20]*([a-z][a-z0-9+.-]*)\s*:", re.IGNORECASE)
# A cell of a table as GitHub splits it: a backslash protects what follows, be it another backslash.
CELL = re.compile(r"(?:\\.|[^|\\])+", re.DOTALL)


class Markup(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "iframe", "object", "embed", "form", "style", "img", "b"):
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on"):
                self.faults.append(f"{tag} {name}")
            scheme = SCHEME.match(value or "") if name in ("href", "src") else None
            if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
                self.faults.append(f"{tag} {name}={value}")


def faults(text):
    """Scripts, handlers, images and foreign links, even where a renderer allows raw HTML, and rows that lost a cell."""
    markup = Markup()
    markup.feed(MARKDOWN.render(text))
    lines = text.split("\n")
    for tokens in _tables(MARKDOWN.parse(text)):
        # Tables of descriptions have cells as their authors like.
        counts = [len(CELL.findall(lines[token.map[0]].strip().removeprefix("|").removesuffix("|")))
                  for token in tokens if token.type == "tr_open" and token.level < 3]
        if lines[tokens[0].map[0]].startswith("| ") and len(set(counts)) > 1:
            markup.faults.append(f"a table with rows of {sorted(set(counts))} cells")
    return markup.faults


def outline(text):
    """The levels of the headings, and the tables that the page itself has, with their numbers of rows."""
    tokens = MARKDOWN.parse(text)
    headings = tuple(token.tag for token in tokens if token.type == "heading_open")
    tables = tuple(
        (_header(table), sum(token.type == "tr_open" for token in table)) for table in _tables(tokens)
        if "zqx" not in str(_header(table)) and table[0].level == 0)
    return headings, tuple(table for table in tables if table[0] != ("a",))


def _tables(tokens):
    start = None
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            start = index
        elif token.type == "table_close":
            yield tokens[start:index]


def _header(table):
    return tuple(table[index + 1].content for index, token in enumerate(table) if token.type == "th_open")
