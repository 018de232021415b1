"""`find`: the time expressions of a text. Passages, recogniser, context and normaliser in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractor.lang import words
from extractor.records import Timex
from extractor.timex.calendar import Point
from extractor.timex.compose import compose
from extractor.timex.context import resolve
from extractor.timex.expression import Expression
from extractor.timex.normalise import joined, opened, timex
from extractor.timex.recognise import recognise
from extractor.timex.story import Meaning, Passage
from extractor.timex.tokens import CLASSES, Tokens, tokens

SPANS = ("whole", "timex3")
_HEADING = re.compile(r"\s*(?:(=+).*\1|[^\n]{1,80}[^\s.!?;,:\"”’'])\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """Time expressions of a text and the places of what the calendar has not: "31 February 1970"."""

    timexes: tuple[Timex, ...]
    impossible: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one of several passages holds; `bases` gives for each time expression the passage that its basis stands in."""

    timexes: list[Timex]
    bases: list[int | None]
    impossible: list[tuple[int, int]]


def find(text: str, language: str = "en", *, spans: str = "whole", written: str | None = None) -> Found:
    """Find and read every time expression of a text.

    spans: `whole` gives a range as one expression with the interval it means, and only what lies in the calendar, lasts or
    recurs; `timex3` gives each end of a range by itself, as TIMEX3 and the corpora made with it do, and also what has no
    place in the calendar ("now", "former", "at night"). written: the day of the text, YYYY-MM-DD, from which a text counts
    that spells out no date of its own. Places are code points in `text`. Raises ValueError for other spans or days.
    """
    lines = list(_lines(text))
    readings = find_all(
        [passage(line, role, language) for _, line, role in lines], language, spans=spans, start=_day(written)
    )
    out: list[Timex] = []
    impossible: list[tuple[int, int]] = []
    for (start, _, _), one in zip(lines, readings, strict=True):
        for item, base in zip(one.timexes, one.bases, strict=True):
            there = None if base is None else lines[base][0]
            out.append(_moved(item, start, there))
        impossible += [(low + start, high + start) for low, high in one.impossible]
    return Found(tuple(out), tuple(impossible))


def passage(
    text: str, role: str = "prose", language: str = "en", given: Point | None = None, group: int = -1
) -> Passage:
    """A stretch of text with its expressions recognised, not yet read in context."""
    cut, expressions = _recognised(text, language)
    return Passage(cut, expressions, role, given, group)


@lru_cache(maxsize=512)  # a page's, so that its next revision need not be gone over again
def _recognised(text: str, language: str) -> tuple[Tokens, list[Expression]]:
    """A text's tokens and expressions, which nobody may change."""
    cut = tokens(text, language)
    return cut, compose(cut, recognise(cut))


def find_all(
    passages: Sequence[Passage], language: str = "en", *, spans: str = "whole", start: Point | None = None
) -> list[Reading]:
    """Read the passages of one document together, in order; places count in each passage's own text."""
    if spans not in SPANS:
        raise ValueError(f"spans must be one of {', '.join(SPANS)}, not {spans!r}")
    meanings = resolve(passages, start)
    return [
        _reading(one.tokens, meant, passages, language, spans) for one, meant in zip(passages, meanings, strict=True)
    ]


def _reading(own: Tokens, meanings: list[Meaning], passages: Sequence[Passage], language: str, spans: str) -> Reading:
    out = Reading([], [], [])
    if not meanings:
        return out
    w = words(language)
    before: Meaning | None = None
    for meaning in meanings:
        if meaning.expression.impossible:
            out.impossible.append((meaning.expression.first, meaning.expression.last))
            before = None
            continue
        item = _based(timex(own, meaning, w, language), meaning, passages)
        base = meaning.anchor.passage if meaning.anchor and item.basis else None
        if meaning.expression.joined == "range" and before and out.timexes and out.timexes[-1].edtf:
            whole = joined(own.text, out.timexes[-1], item)
            if whole and spans == "whole":
                out.timexes[-1] = whole
                out.bases[-1] = out.bases[-1] if out.bases[-1] is not None else base
                before = None
                continue
            if whole:
                out.timexes[-1] = replace(out.timexes[-1], interval=whole.edtf)
                item = replace(item, interval=whole.edtf)
        before = None
        if spans == "whole" and meaning.expression.open_to and item.edtf and "/" not in item.edtf:
            item = opened(own.text, item, meaning.expression.open_to, meaning.expression.opens)
        placed = item.edtf and not _loose(own, passages, meaning)
        if spans == "timex3" or placed or item.type in ("DURATION", "SET"):
            out.timexes.append(item)
            out.bases.append(base)
            before = meaning
    return out


def _loose(own: Tokens, passages: Sequence[Passage], meaning: Meaning) -> bool:
    """Whether an expression takes its date too loosely from the context to place anything by: "at that time", "rain falls in summer"."""
    item, anchor = meaning.expression, meaning.anchor
    bare = item.rule == "season" and item.year is None and not item.mod and own.at(item.low) != CLASSES["the"]
    if not bare or anchor is None or anchor.derived != "context":
        return item.kind == "echo"
    return passages[anchor.passage].tokens is not own or anchor.point.grain == "year"


def _based(item: Timex, meaning: Meaning, passages: Sequence[Passage]) -> Timex:
    """With the words and place of the date it was derived from."""
    anchor = meaning.anchor
    if anchor is None or anchor.passage < 0 or not item.edtf:
        return item
    text = passages[anchor.passage].tokens.text
    return replace(item, basis=text[anchor.first : anchor.last], basis_start=anchor.first, basis_end=anchor.last)


def _moved(item: Timex, by: int, basis_by: int | None) -> Timex:
    if basis_by is None or item.basis_start is None or item.basis_end is None:
        return replace(item, start=item.start + by, end=item.end + by)
    low, high = item.basis_start + basis_by, item.basis_end + basis_by
    return replace(item, start=item.start + by, end=item.end + by, basis_start=low, basis_end=high)


def _day(written: str | None) -> Point | None:
    if not written:
        return None
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", written)
    if not match:
        raise ValueError(f"the day a text was written must be YYYY-MM-DD, not {written!r}")
    return Point(int(match[1]), int(match[2]), int(match[3]), "day")


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Start, text and role of each line; a short one between empty lines that ends like no sentence is a heading."""
    start, lines = 0, text.split("\n")
    for at, line in enumerate(lines):
        alone = (
            len(lines) > 1
            and (at == 0 or not lines[at - 1].strip())
            and (at + 1 == len(lines) or not lines[at + 1].strip())
        )
        if line.strip():
            wiki = line.startswith("=") and line.rstrip().endswith("=")
            yield start, line, "heading" if (alone or wiki) and _HEADING.fullmatch(line) else "prose"
        start += len(line) + 1
