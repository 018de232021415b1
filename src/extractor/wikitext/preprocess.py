"""The first pass: source → tree of what MediaWiki's preprocessor takes out before it reads anything else.

These are comments, extension tags (<ref>, <nowiki>, <math> …), templates and arguments. The grammar is MediaWiki's
("Preprocessor ABNF", https://www.mediawiki.org/wiki/Preprocessor_ABNF): one pass from left to right with a stack, so time
grows with the length of the source alone, and what is never closed is plain text. Places are code points of the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.wikitext.limits import MAX_NODES, MAX_OPEN

EXTENSIONS = (
    "categorytree|ce|charinsert|chem|dynamicpagelist|gallery|graph|hiero|imagemap|indicator|inputbox|langconvert|mapframe|maplink"
    "|math|nowiki|phonos|poem|pre|ref|references|rss|score|section|source|syntaxhighlight|templatedata|templatestyles|timeline"
)
TAG = re.compile(rf"(?i)<(/?)({EXTENSIONS}|noinclude|onlyinclude|includeonly)(?=[\s/>])")
_OPENING = rf"\{{\{{+|\[\[+|<!--|</?(?:{EXTENSIONS}|noinclude|onlyinclude|includeonly)(?=[\s/>])|\n=+"
_SPACES = re.compile(r"[ \t]*")


@dataclass(slots=True)
class Part:
    """A stretch between the bars of a template (its name comes first); `equals`: place of its first equals sign, or -1."""

    start: int
    end: int = -1
    equals: int = -1
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """kind comment, tag, template or argument, standing at [start, end).

    A template or argument has `parts`; a tag has a `name` in lower case and content at [inner, inner_end), -1 without.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    inner: int = -1
    inner_end: int = -1
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An opening not yet closed: `char` is {, [ or = (a line that may be a heading), `count` how many stand at `start`."""

    char: str
    count: int
    start: int
    parts: list[Part]


_PATTERNS = {
    state: re.compile(f"{_OPENING}|{more}" if more else _OPENING, re.IGNORECASE)
    for state, more in {"": "", "[": r"\]\]+", "=": r"\n", "{": r"\}\}+|\||=", "|": r"\}\}+|\|"}.items()
}


class Preprocessor:
    """Reads [start, end) of a source once; `root` holds what stands outside all templates, `overfull` where it stopped short."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """`text` is the whole source, places are places in it."""
        self.text, self.end, self.root = text, end, Part(start, end)
        self.overfull: int | None = None
        self._stack: list[_Open] = []
        self._count = 0
        self.unclosed: list[tuple[int, int]] = []  # places of openings that are text for want of an end
        self._endless: set[str] = set()
        self._run()

    def _run(self) -> None:
        text, position = self.text, self.root.start
        if text.startswith("=", position, self.end):
            position = self._line(-1, position)
        while True:
            match = self._pattern().search(text, position, self.end)
            if match is None:
                break
            if self._count > MAX_NODES or len(self._stack) > MAX_OPEN:
                self.overfull = match.start()
                break
            position = self._take(match.group(), match.start())
        for opened in self._stack:  # never closed: plain text, what it holds is kept
            if opened.char == "{":
                self.unclosed.append((opened.start, opened.start + opened.count))
                self.root.nodes += [node for part in opened.parts for node in part.nodes]

    def _pattern(self) -> re.Pattern[str]:
        if not self._stack:
            return _PATTERNS[""]
        top = self._stack[-1]
        if top.char == "{" and (len(top.parts) == 1 or top.parts[-1].equals >= 0):
            return _PATTERNS["|"]
        return _PATTERNS[top.char]

    def _take(self, found: str, at: int) -> int:
        """Deal with what was found at `at`; returns where to go on."""
        first = found[0]
        if first == "{" or first == "[":
            part = Part(at + len(found)) if first == "{" else self._part()
            self._stack.append(_Open(first, len(found), at, [part]))
        elif first == "}" or first == "]":
            return self._close(at, len(found))
        elif first == "<":
            return self._comment(at) if found == "<!--" else self._tag(at)
        elif first == "\n":
            return self._line(at, at + 1)
        elif first == "|":
            top = self._stack[-1]
            top.parts[-1].end = at
            top.parts.append(Part(at + 1))
        else:
            self._stack[-1].parts[-1].equals = at
        return at + len(found)

    def _line(self, newline: int, start: int) -> int:
        """A line begins: one that starts with equals signs may be a heading, which shields what is open around it."""
        top = self._stack[-1] if self._stack else None
        if top and top.char == "=" and newline >= 0:
            self._stack.pop()
            return newline if self.text.startswith("=", start, self.end) else start
        count = len(self.text[start : start + 7]) - len(self.text[start : start + 7].lstrip("="))
        seeks = top is not None and top.char == "{" and len(top.parts) > 1 and top.parts[-1].equals < 0
        if count == 1 and seeks:
            return start
        self._stack.append(_Open("=", count, start, [self._part()]))
        return start + count

    def _part(self) -> Part:
        return self._stack[-1].parts[-1] if self._stack else self.root

    def _add(self, node: Node) -> None:
        self._count += 1
        self._part().nodes.append(node)

    def _close(self, at: int, found: int) -> int:
        top = self._stack[-1]
        taken = min(found, top.count, 3 if top.char == "{" else 2)
        self._stack.pop()
        start = top.start + top.count - taken
        part = top.parts[0]
        if top.char == "{":
            top.parts[-1].end = at
            node = Node("template" if taken == 2 else "argument", start, at + taken, parts=top.parts)
            part = Part(top.start + top.count)
        rest = top.count - taken
        if rest >= 2:
            self._stack.append(_Open(top.char, rest, top.start, [part]))
            if top.char == "{":
                part.start = start
        if top.char == "{":
            self._add(node)
        return at + taken

    def _comment(self, at: int) -> int:
        """A comment; one that has its lines to itself takes the spaces before it and the line's end with it."""
        text = self.text
        close = text.find("-->", at + 4, self.end)
        if close < 0:
            self._add(Node("comment", at, self.end))
            return self.end
        begin = at
        while begin > self.root.start and text[begin - 1] in " \t":
            begin -= 1
        end = self._spaced(close + 3)
        while text.startswith("<!--", end, self.end):
            close_next = text.find("-->", end + 4, self.end)
            if close_next < 0:
                break
            end = self._spaced(close_next + 3)
        if begin > self.root.start and text[begin - 1] == "\n" and text.startswith("\n", end, self.end):
            self._add(Node("comment", begin, end + 1))
            return self._line(-1, end + 1) if text.startswith("=", end + 1, self.end) else end + 1
        self._add(Node("comment", at, close + 3))
        return close + 3

    def _spaced(self, at: int) -> int:
        match = _SPACES.match(self.text, at, self.end)
        return match.end() if match else at

    def _tag(self, at: int) -> int:
        match = TAG.match(self.text, at)
        close = self.text.find(">", at, self.end)
        if match is None or close < 0:
            return at + 1
        name = match[2].lower()
        if name in ("noinclude", "onlyinclude") or (match[1] and name == "includeonly"):
            self._add(Node("comment", at, close + 1))
            return close + 1
        if match[1]:
            return close + 1
        if self.text[close - 1] == "/":
            self._add(Node("comment" if name == "includeonly" else "tag", at, close + 1, name))
            return close + 1
        ending = None if name in self._endless else _ending(name).search(self.text, close + 1, self.end)
        if ending is None and name == "includeonly":
            self._add(Node("comment", at, self.end))
            return self.end
        if ending is None:
            self._endless.add(name)
            self.unclosed.append((at, close + 1))
            return close + 1
        kind = "comment" if name == "includeonly" else "tag"
        self._add(Node(kind, at, ending.end(), name, close + 1, ending.start()))
        return ending.end()


def _ending(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)</{name}\s*>")
