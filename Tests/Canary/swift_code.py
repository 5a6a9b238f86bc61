"""The code of a Swift file: its text without comments and without the literal parts of strings."""

import re

STRING = re.compile(r'(#*)("""|")')
LINE = re.compile(r"[^\n\r]*")
PLAIN = re.compile(r'[^/#"()]+')


def code(text):
    """The text with a space in place of comments and string literals; what is interpolated is code."""
    return "".join(_code(text, 0, None)[0])


def _code(text, index, closing):
    parts, depth = [], 0
    while index < len(text):
        if text.startswith("//", index):
            # A line ends at LF or CR alone (The Swift Programming Language, Lexical Structure).
            index = LINE.match(text, index).end()
        elif text.startswith("/*", index):
            index = _block_comment(text, index)
        elif match := STRING.match(text, index):
            inner, index = _string(text, match)
            parts.append(f' "" {inner} ')
        elif match := PLAIN.match(text, index):
            parts.append(match[0])
            index = match.end()
        else:
            if closing:
                depth += {"(": 1, ")": -1}.get(text[index], 0)
                if depth < 0:
                    return parts, index + 1
            parts.append(text[index])
            index += 1
    return parts, index


def _block_comment(text, index):
    depth = 0
    while index < len(text):
        if text.startswith("/*", index):
            depth, index = depth + 1, index + 2
        elif text.startswith("*/", index):
            depth, index = depth - 1, index + 2
            if depth == 0:
                return index
        else:
            index += 1
    raise ValueError("a comment without an end")


def _string(text, match):
    hashes, quotes = match.groups()
    index, inner = match.end(), ""
    while index < len(text):
        if text.startswith(quotes + hashes, index):
            return inner, index + len(quotes + hashes)
        if text.startswith("\\" + hashes, index):
            index += 1 + len(hashes)
            if text.startswith("(", index):
                parts, index = _code(text, index + 1, ")")
                inner += "".join(parts) + " "
            else:
                index += 1
        elif text[index] in "\n\r" and quotes == '"':
            raise ValueError("a line ends within a string")
        else:
            index += 1
    raise ValueError("a string without an end")
