"""The second pass: a region → a flat run of pieces, each with the place in the source that it came from.

Links, HTML tags, entities, apostrophes and magic words are read here; nodes go to `Reader`, which knows what they show. Tables,
pictures and headings are handed on whole, as pieces that `blocks` opens.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from extractor.wikitext.limits import MAX_DEPTH, Limits
from extractor.wikitext.preprocess import Node
from extractor.wikitext.regions import HEAD, NOTHING, PIPE, Region

_ADDRESS = r"(?:https?|ftps?|ircs?|news|mailto|gopher|telnet|nntp|svn|git|mms|bitcoin|magnet|urn|geo|sip|tel|xmpp):|//"
TOKEN = re.compile(
    rf"(?m)\x01\x02*|^\x03*=|\x03+|\x04|\[\[|\[(?={_ADDRESS})|<|''+|\{{[|\x04]"
    r"|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});|__[A-Z]{3,}__"
)
LINK_ADDRESS = re.compile(rf"\[(?:{_ADDRESS})(?:[^\s\[\]<>\"\x02-\x08]|\x01\x02*)*[ \t]*")
HTML = re.compile(r"<(/?)([a-zA-Z][a-zA-Z\d]*)((?:\s[^<>]*)?)/?>")
FILE = re.compile(r"(?i)^\s*(?:file|image|datei|bild|fichier|archivo|imagen|ficheiro|bestand|immagine|plik)\s*:")
ELSEWHERE = re.compile(
    r"^\s*(?:(?i:category|kategorie|catégorie|categoría)\s*|(?!doi:|mw:|rfc:)[a-z]{2,3}|simple|zh-[a-z-]+):"
)
UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
TRAIL = re.compile(r"[a-zà-öø-ÿ]*")
NAME = re.compile(r"(?:[A-Za-z]+:)?([^(,]*[^(, ])")
NAMESPACE = re.compile(r"(?i)\s*:\s*(?:category|file|image|template|wikipedia|help|portal)\s*:")
BAR = re.compile(f"[|{PIPE}]")
NO_TITLE = re.compile(r"[\n<>{}\[\]]")
LINES = frozenset(
    {
        "br",
        "p",
        "div",
        "center",
        "li",
        "dd",
        "dt",
        "ul",
        "ol",
        "dl",
        "hr",
        "tr",
        "td",
        "th",
        "table",
        "caption",
        "blockquote",
        "tbody",
        "thead",
        "tfoot",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    }
)
INLINE = frozenset(
    {
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "rtc",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
APART = frozenset({"table", "file", "gallery", "infobox", "aside", "heading"})  # pieces that `blocks` opens


class Piece(NamedTuple):
    """kind text: `text` stands letter by letter at start; shown: `text` is what start..end shows; else a signal.

    Signals: link/flag with `data` the target and `text` unused, closed by endlink; mark (`data` its index in the notes);
    uncited; line (a line break, `text` the tag); heading, table, file (`data` a Stretch), gallery, infobox, aside (`data` the node).
    """

    kind: str
    text: str
    start: int
    end: int
    data: Any = None


class Stretch(NamedTuple):
    """A stretch of a region; places are the mask's."""

    region: Region
    start: int
    end: int


Step = tuple[Iterable[Piece], int] | None  # what a token gives and where to go on; None: it is plain text


class Walker:
    """Walks regions. `node` says what a node shows."""

    def __init__(self, node: Callable[[Node], Iterable[Piece]], limits: Limits) -> None:
        """`node` is asked for the pieces of each node met."""
        self._node, self._limits, self._depth = node, limits, 0
        self._steps: dict[str, Callable[[Region, int, int, str, tuple[int, int]], Step]] = {
            HEAD: self._at_node, NOTHING: self._skip, PIPE: self._pipe, "[": self._bracket, "<": self._angle, "'": self._quotes,
            "{": self._table, "=": self._heading, "&": self._entity, "_": self._skip,
        }  # fmt: skip

    def walk(self, region: Region, start: int, end: int, line: tuple[int, int] | None = None) -> Iterator[Piece]:
        """Pieces of the stretch [start, end) of `region`'s mask; `line` is the stretch in which quotes are balanced."""
        line = line or (start, end)
        if self._depth >= MAX_DEPTH:
            self._limits.stop("too_deep", "what is nested deeper is not read", region.base + start)
            return
        self._depth += 1
        try:
            yield from self._tokens(region, start, end, line)
        finally:
            self._depth -= 1

    def _tokens(self, region: Region, start: int, end: int, line: tuple[int, int]) -> Iterator[Piece]:
        mask, at, told = region.mask, start, start
        while match := TOKEN.search(mask, at, end):
            found = match.group()
            step = self._steps[found[-1] if found[-1] == "=" else found[0]](region, match.start(), end, found, line)
            if step is None:
                at = match.start() + 1
                continue
            if told < match.start():
                yield Piece("text", mask[told : match.start()], region.base + told, region.base + match.start())
            pieces, at = step
            yield from pieces
            told = at
        if told < end:
            yield Piece("text", mask[told:end], region.base + told, region.base + end)

    def _at_node(self, region: Region, at: int, _end: int, _found: str, _line: tuple[int, int]) -> Step:
        node = region.nodes[at]
        return self._node(node), node.end - region.base

    def _skip(self, _region: Region, at: int, _end: int, found: str, _line: tuple[int, int]) -> Step:
        return (), at + len(found)

    def _pipe(self, region: Region, at: int, _end: int, _found: str, _line: tuple[int, int]) -> Step:
        return (Piece("shown", "|", region.base + at, region.base + at + 5),), at + 1

    def _quotes(self, region: Region, at: int, _end: int, found: str, line: tuple[int, int]) -> Step:
        place = region.base + at
        kept = region.kept(at, line)
        return (Piece("text", "'" * kept, place, place + kept),) if kept else (), at + len(found)

    def _entity(self, region: Region, at: int, _end: int, found: str, _line: tuple[int, int]) -> Step:
        shown = html.unescape(found)
        if shown == found:
            return None
        shown = shown if shown.isprintable() and shown != "\xa0" else " "
        return (Piece("shown", shown, region.base + at, region.base + at + len(found)),), at + len(found)

    def _heading(self, region: Region, at: int, end: int, found: str, _line: tuple[int, int]) -> Step:
        start = at + len(found) - 1
        level, stop = region.headings.get(start, (0, 0))
        if not level or stop > end:
            return None
        inner = Stretch(region, start + level, stop - level)
        return (Piece("heading", "=" * level, region.base + start, region.base + stop, inner),), stop

    def _table(self, region: Region, at: int, end: int, _found: str, _line: tuple[int, int]) -> Step:
        stop = min(region.tables.get(at, 0), end)
        if not stop:
            return None
        return (Piece("table", "", region.base + at, region.base + stop, Stretch(region, at, stop)),), stop

    def _bracket(self, region: Region, at: int, end: int, found: str, line: tuple[int, int]) -> Step:
        if found == "[":
            return self._address(region, at, end, line)
        stop = region.links.get(at, end + 1)
        if stop > end:
            return None
        barred = BAR.search(region.mask, at + 2, stop - 2)
        bar = barred.start() if barred else stop - 2
        title, base = region.mask[at + 2 : bar], region.base
        if FILE.match(title):
            return (Piece("file", "", base + at, base + stop, Stretch(region, at + 2, stop - 2)),), stop
        if NO_TITLE.search(title) or region.mask.find("[[", bar, stop) >= 0:
            return None
        if ELSEWHERE.match(title):
            return (), stop
        trail = TRAIL.match(region.mask, stop, end)
        last = trail.end() if trail else stop
        return self._link(region, (at, bar, stop, last), _target(title), line), last

    def _link(
        self, region: Region, places: tuple[int, int, int, int], target: str, line: tuple[int, int]
    ) -> Iterator[Piece]:
        """A link's words: its label, else its title; letters that follow it belong to it."""
        (at, bar, stop, last), base = places, region.base
        if target:
            yield Piece("link", "", base + at, base + at, target)
        start = bar + 1 if bar < stop - 2 else at + 2
        if bar == stop - 2 and region.mask.startswith(":", start):
            start += 1
        if start == stop - 2:  # [[Sihanouk (king)|]]
            short = NAME.search(region.mask, at + 2, bar)
            if short:
                yield Piece("text", short[1], base + short.start(1), base + short.end(1))
        yield from self.walk(region, start, stop - 2, line)
        if last > stop:
            yield Piece("text", region.mask[stop:last], base + stop, base + last)
        if target:
            yield Piece("endlink", "", base + last, base + last)

    def _address(self, region: Region, at: int, end: int, line: tuple[int, int]) -> Step:
        """[address words]: the words; a bare number that MediaWiki makes up for [address] is left out."""
        match = LINK_ADDRESS.match(region.mask, at, end)
        if match is None:
            return None
        place = match.end()
        while True:
            close = region.next_stop(place)
            if close >= end or region.mask[close] == "\n":
                return None
            opened = region.mask.find("[[", place, close)
            if opened < 0 or opened not in region.links:
                break
            place = region.links[opened]
        return self.walk(region, match.end(), close, line), close + 1

    def _angle(self, region: Region, at: int, end: int, _found: str, _line: tuple[int, int]) -> Step:
        match = HTML.match(region.mask, at, end)
        name = match[2].lower() if match else ""
        if match is None or not (name in LINES or name in INLINE):
            return None
        base = region.base + at
        if at in region.tables:
            stop = min(region.tables[at], end)
            return (Piece("table", "", base, region.base + stop, Stretch(region, at, stop)),), stop
        if not match[1] and UNSEEN.search(match[3]):
            close = region.closing(match[2], match.end())
            return (), close if match.end() < close < end else match.end()
        if name not in LINES or (match[1] and name == "br"):
            return (), match.end()
        tag = "" if match[1] else name
        return (Piece("line", tag, base, region.base + match.end()),), match.end()


def _target(title: str) -> str:
    """The article's title that a link's brackets name, "" for what is no article."""
    if NAMESPACE.match(title):
        return ""
    name = title.replace(NOTHING, "").lstrip(" :").split("#")[0].replace("_", " ").strip()
    return name[:1].upper() + name[1:]
