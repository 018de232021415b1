"""The story: which of a document's spelt-out dates tell what happens next, and which only look aside.

Aside are a year in brackets, in a name ("the 1951 Convention") or after a noun ("the humiliation of 1871"), and a date that
leaps away from its neighbours and is left again at once ("in 1812" in a text on the 1960s).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.timex.calendar import SIZES, Point
from extractor.timex.expression import Expression
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

FLASHBACK = 5  # years back that a last year alone may go and still tell the story
LOOK_AHEAD = 3  # dates after a leap within which the text has to come back
_SENTENCE = re.compile(r"(?:(?<=[^\s.]{3}[.!?])|(?<=[.!?][\"”’')\]]))\s+(?=[\"“(\[]?[A-Z0-9])|\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is read as one: its tokens and expressions.

    `role`: `prose`; `heading`, whose date anchors what follows; `alone`, which neither takes a date from the story nor
    moves it (a cell, a caption), but shares what it says with the passages of its `group` (the cells of a row). `given`:
    the date that a column's heading or the like lends it.
    """

    tokens: Tokens
    expressions: list[Expression]
    role: str = "prose"
    given: Point | None = None
    group: int = -1


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that others hang on: the point, its passage and place, how it was found, and whether it says its own year."""

    point: Point
    passage: int = -1
    first: int = -1
    last: int = -1
    derived: str = "context"
    sentence: int = -1
    spelt: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression came to mean: a point (None: no calendar date), how, and from which anchor."""

    expression: Expression
    point: Point | None
    derived: str = "explicit"
    anchor: Anchor | None = None


@dataclass(slots=True)
class State:
    """Where the story has come to: its last date, the date said last, the last full day; what it will spell out; and the day of the text, if it spells out none."""

    story: Anchor | None = None
    recent: Anchor | None = None
    day: Anchor | None = None
    ahead: list[Anchor] = field(default_factory=list)
    told: frozenset[tuple[int, int]] = frozenset()
    written: Anchor | None = None

    def next(self, number: int, place: int) -> Anchor | None:
        """The next date of the story that is spelt out after a place."""
        at = bisect_right(self.ahead, (number, place), key=lambda anchor: (anchor.passage, anchor.first))
        return self.ahead[at] if at < len(self.ahead) else None


def told(passages: Sequence[Passage]) -> list[Anchor]:
    """The dates spelt out that tell the story, in order; a heading begins it anew."""
    headings = [number for number, passage in enumerate(passages) if passage.role == "heading"]
    spelt = list(_spelt(passages))
    out: list[Anchor] = []
    for at, this in enumerate(spelt):
        before = out[-1] if out else None
        if before and bisect_right(headings, before.passage) != bisect_right(headings, this.passage):
            before = None
        if before is None or not _leaps(before, this, spelt[at + 1 : at + 1 + LOOK_AHEAD]):
            out.append(this)
    return out


def _spelt(passages: Sequence[Passage]) -> Iterator[Anchor]:
    for number, passage in enumerate(passages):
        if passage.role == "alone" or not passage.expressions:
            continue
        ends = sentences(passage.tokens.text)
        for item in passage.expressions:
            looks_aside = passage.role != "heading" and aside(passage.tokens, item)
            if item.dated and item.grain not in SIZES and not looks_aside:
                yield Anchor(item.point, number, item.first, item.last, sentence=bisect_right(ends, item.first))


def _leaps(before: Anchor, this: Anchor, after: Sequence[Anchor]) -> bool:
    """Whether a date leaps away from the one told before it and the text comes back soon."""
    year, leap = this.point.year, this.point.year - before.point.year
    if leap < -FLASHBACK and this.point.grain == "year" and not after:
        return True
    if leap < 0:
        return any(item.point.year >= before.point.year for item in after)
    least = 1 if this.point.grain == "year" else 2
    return leap >= least and any(before.point.year - 1 <= item.point.year < year - (leap > 5) for item in after[:2])


def sentences(text: str) -> list[int]:
    """Where the sentences of a text end, but for those that end with an abbreviation."""
    return [match.end() for match in _SENTENCE.finditer(text)]


def aside(tokens: Tokens, item: Expression) -> bool:
    """Whether a date stands in brackets or in a name, and so does not move the story."""
    if item.grain != "year" or item.clock:
        return False
    if tokens.at(item.low - 1) == C["of"] or in_brackets(tokens, item):
        return True
    before, after = tokens.at(item.low - 1), item.high
    if before == C["open"] or (tokens.at(after) == C["close"] and tokens.at(item.low - 1) in C["open"] + C["comma"]):
        return True
    upper = after < len(tokens.starts) and tokens.at(after) == C["other"] and tokens.word(after)[:1].isupper()
    return upper and before in C["the"] + C["other"] and tokens.starts[after] == item.last + 1


def in_brackets(tokens: Tokens, item: Expression) -> bool:
    """Whether a bracket or a quotation is open before it that closes after it, within some words."""
    for at in range(item.low - 1, max(-1, item.low - 12), -1):
        word = tokens.word(at)
        if word in ("(", "[", "“"):
            return True
        if word in (")", "]", "”", "\n") or (word == "." and tokens.starts[at] + 1 < item.first and at < item.low - 1):
            return False
    return False
