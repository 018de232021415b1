"""The second pass's ground: a stretch of source in which every node stands as a blank of its own length.

MediaWiki reads tables, headings, links and quotes after templates and tags have been taken out. A region does the same
without moving anything: templates, tags and comments are masked by control characters, so that a place in the mask plus
`base` is the place in the source, and what the mask shows can be matched by line and by bracket.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from extractor.wikitext.preprocess import Node

HEAD, REST, NOTHING, PIPE = "\x01", "\x02", "\x03", "\x04"
CONTROL = re.compile("[\x00-\x08\x7f]")
# templates that write table syntax: what they stand for, a pipe as PIPE
SYNTAX = {"!": PIPE, "!!": PIPE * 2, "!-": PIPE + "-", "(!": "{" + PIPE, "!)": PIPE + "}", "!+": PIPE + "+"}
_BRACKETS = re.compile(r"\[\[|\]\]")
_TABLE = re.compile(r"(?im)^[\x03 \t:]*(\{[|\x04])|^[\x03 \t]*([|\x04]\})|<(/?)table\b[^<>]*>")
_CELL = re.compile(r"(?m)^[\x03 \t]*[|\x04!]")
_STOP = re.compile(r"[\]\n]")
_QUOTES = re.compile("''+")
_HEADING = re.compile(r"(?m)^\x03*=")


def mask(text: str, start: int, end: int, nodes: Iterable[Node]) -> str:
    """The stretch of `text` with its nodes blanked, as long as the stretch itself."""
    out, position = [], start
    for node in nodes:
        length = node.end - node.start
        out.append(text[position : node.start])
        if node.kind == "comment":
            out.append(NOTHING * length)
        elif node.kind == "template" and length < 7 and text[node.start + 2 : node.end - 2] in SYNTAX:
            out.append(SYNTAX[text[node.start + 2 : node.end - 2]].ljust(length, NOTHING))
        else:
            out.append(HEAD + REST * (length - 1))
        position = node.end
    out.append(text[position:end])
    return "".join(out)


class Region:
    """A stretch of source and what stands in it. All places it gives out are places in `mask`; add `base` for the source."""

    def __init__(self, text: str, start: int, end: int, nodes: list[Node]) -> None:
        """The stretch [start, end) of `text`, which holds `nodes` in order."""
        self.base, self.mask = start, mask(text, start, end, nodes)
        self.nodes = {node.start - start: node for node in nodes}
        self._open_tables: list[int] = []
        self._kept: dict[int, int] = {}
        self._closings: dict[str, list[int]] = {}

    @cached_property
    def links(self) -> dict[int, int]:
        """Places of the [[ that are closed, with the ends of what they open."""
        if "[[" not in self.mask:
            return {}
        out, opened = {}, []
        for match in _BRACKETS.finditer(self.mask):
            if match.group() == "[[":
                opened.append(match.start())
            elif opened:
                start = opened.pop()
                out[start] = self._after(start, match.start())
        return out

    def _after(self, start: int, close: int) -> int:
        """Where a link ends whose brackets close at `close`: of "]]]" the first may close an outer link's bracket."""
        single = self.mask.startswith("]]]", close) and self.mask.rfind("[", start + 2, close) > self.mask.rfind(
            "]", start + 2, close
        )
        return close + 2 + single

    @cached_property
    def tables(self) -> dict[int, int]:
        """Places of the {| and <table> with the ends of the tables; an unclosed {| that has cells ends at the next heading or the end."""
        out: dict[int, int] = {}
        opened: list[tuple[int, bool]] = []
        for match in _TABLE.finditer(self.mask):
            if match[1] or match[3] == "":
                opened.append((match.start(1) if match[1] else match.start(), match[1] is None))
            elif opened and (match[2] is None) == opened[-1][1]:
                out[opened.pop()[0]] = match.end()
        heads = sorted(self.headings)
        cells = [match.start() for match in _CELL.finditer(self.mask)] if opened else []
        for place, html in opened:
            after = bisect_right(heads, place)
            end = heads[after] if after < len(heads) else len(self.mask)
            first = bisect_right(cells, place)
            if not html:
                self._open_tables.append(place)
                if first < len(cells) and cells[first] < end:
                    out[place] = end
        return out

    def unclosed(self) -> list[int]:
        """Places of the {| that are never closed."""
        _ = self.tables  # finds them
        return self._open_tables

    @cached_property
    def headings(self) -> dict[int, tuple[int, int]]:
        """Places of lines that are headings: level and end, both of the equals signs at its ends taken in."""
        out = {}
        for match in _HEADING.finditer(self.mask):
            start = match.end() - 1
            stop = self.mask.find("\n", start)
            line = self.mask[start : stop if stop >= 0 else None].rstrip(" \t" + NOTHING)
            level = min(len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("=")), 6)
            if level == min(len(line), 6) and not line.strip("="):
                level = min(6, (len(line) - 1) // 2)
            if level:
                out[start] = (level, start + len(line))
        return out

    @cached_property
    def _stops(self) -> list[int]:
        return [match.start() for match in _STOP.finditer(self.mask)]

    def next_stop(self, place: int) -> int:
        """Where the first "]" or line end from `place` on stands; the mask's length where there is none."""
        at = bisect_left(self._stops, place)
        return self._stops[at] if at < len(self._stops) else len(self.mask)

    def closing(self, tag: str, place: int) -> int:
        """Where the first closing tag of this name from `place` on stands, -1 where there is none."""
        if tag not in self._closings:
            self._closings[tag] = [match.start() for match in re.finditer(f"</{tag}\\s*>", self.mask)]
        places = self._closings[tag]
        at = bisect_left(places, place)
        return places[at] if at < len(places) else -1

    def kept(self, at: int, line: tuple[int, int]) -> int:
        """How many of the apostrophes that stand at `at` are letters; the others are bold and italic marks.

        MediaWiki balances them by line, here the line around `at` within the stretch `line`.
        """
        if at not in self._kept:
            start = max(line[0], self.mask.rfind("\n", line[0], at) + 1)
            stop = self.mask.find("\n", at, line[1])
            runs = [
                (run.start(), len(run.group()))
                for run in _QUOTES.finditer(self.mask, start, stop if stop >= 0 else line[1])
            ]
            self._kept.update((place, 1 if length == 4 else max(0, length - 5)) for place, length in runs)
            if sum(length != 3 and length != 4 for _, length in runs) % 2 and sum(length > 2 for _, length in runs) % 2:
                self._rebalance([place + length - 3 for place, length in runs if length in (3, 4)], start)
        return self._kept[at]

    def _rebalance(self, bolds: list[int], start: int) -> None:
        """Bold and italics both odd on a line: one bold mark becomes an apostrophe and italics, best after a single letter."""
        before = [(self.mask[max(start, place - 2) : place], place) for place in bolds]
        ranked = [
            next((place for text, place in before if text[-1:] != " " and text[-2:-1] == " "), None),
            next((place for text, place in before if text[-1:] != " " and text[-2:-1] != " "), None),
            next((place for text, place in before if text[-1:] == " "), None),
        ]
        chosen = next((place for place in ranked if place is not None), None)
        if chosen is not None:
            owner = chosen if chosen in self._kept else chosen - 1
            self._kept[owner] += 1
