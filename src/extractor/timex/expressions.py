"""From atoms to time expressions: modifiers, ranges, bounding words, and what a bare or relative date hangs on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractor.lang import words
from extractor.records import Timex
from extractor.timex import calendar, fallback
from extractor.timex.calendar import GRAINS, Point
from extractor.timex.grammar import Atom, _alternatives, atoms


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that a bare "in March" or "the following year" hangs on, and how it came to be known."""

    point: Point
    derived: str = "context"


@dataclass(frozen=True, slots=True)
class Found:
    """Time expressions of a text, places of impossible dates, and the anchor for the text that comes next."""

    timexes: tuple[Timex, ...]
    impossible: tuple[tuple[int, int], ...]
    anchor: Anchor | None


@dataclass(frozen=True, slots=True)
class _Words:
    modifier: re.Pattern[str]
    approximate: re.Pattern[str]
    bound: re.Pattern[str]
    between: re.Pattern[str]
    onwards: re.Pattern[str]
    range_mod: str


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Words:
    w = words(language)
    modifiers = _alternatives(w.MODIFIERS)
    tail = r"(?:[\s-]+(?:of\s+)?(?:the\s+)?(?:year\s+)?)"
    return _Words(
        modifier=re.compile(rf"(?i)(?:\bthe\s+)?(?:very\s+)?\b(?P<mod>{modifiers}){tail}$"),
        approximate=re.compile(rf"(?i)(?<![\w.])(?:{_alternatives(w.APPROXIMATE)})\s*(?:the\s+year\s+)?$"),
        bound=re.compile(
            rf"(?i)(?<!\w)(?P<bound>{_alternatives(w.BOUNDS)})\s+(?:the\s+|about\s+|around\s+|at\s+least\s+)?$"
        ),
        between=re.compile(
            rf"(?i)^\s*(?P<join>–|—|-|/|,?\s*(?:up\s+)?(?:{_alternatives(w.RANGE_WORDS)})\s)\s*"
            rf"(?P<mod>(?:the\s+)?(?:{modifiers}){tail})?(?:the\s+|in\s+)?$"
        ),
        onwards=re.compile(rf"(?i)^\s+(?:{_alternatives(w.OPEN_AFTER)})\b"),
        range_mod=modifiers,
    )


def find(text: str, anchor: Anchor | None = None, language: str = "en") -> Found:
    """Find and read every time expression of `text`.

    `anchor`: the date that the text before gives, for expressions that leave out their year. Places are in `text`.
    """
    found: list[Timex] = []
    impossible: list[tuple[int, int]] = []
    items = atoms(text, language)
    at = 0
    while at < len(items):
        timex, used = _read(text, items, at, anchor, language)
        if items[at].invalid:
            impossible.append((items[at].start, items[at].end))
        elif timex:
            found.append(timex)
            point = _point_of(timex)
            if point and not _in_name(text, timex):
                anchor = Anchor(point)
        at += used
    return Found(tuple(found), tuple(impossible), anchor)


def _read(text: str, items: list[Atom], at: int, anchor: Anchor | None, language: str) -> tuple[Timex | None, int]:
    """The expression that begins with atom `at`, and how many atoms it uses up."""
    atom = items[at]
    if atom.invalid:
        return None, 1
    following = items[at + 1] if at + 1 < len(items) else None
    partner = _partner(text, atom, following, language)
    if atom.kind == "loose":
        read = fallback.read(text[atom.start : atom.end], language)
        return (_timex(text, atom.start, atom.end, read, None, "dateparser", language) if read else None), 1
    derived = "explicit"
    if atom.kind in ("offset", "shift"):
        point = _relative(text, atom, items, at, anchor)
        if point is None:
            return None, 1
        return _timex(text, atom.start, atom.end, point, None, "relative", language), 1
    if atom.year is None:
        year = partner.year if partner and partner.year is not None else _year_for(text, items, at, anchor)
        if year is None:
            return None, 1
        derived = "explicit" if partner and partner.year is not None else "context"
        if atom.day and atom.month and not calendar.valid(year, atom.month, atom.day):
            return None, 1
        atom = replace(atom, year=year)
    first, last = _point(atom), None
    end = atom.end
    if atom.day_to:
        last = replace(first, day=atom.day_to)
    elif partner:
        last, end = _point(replace(partner, year=partner.year if partner.year is not None else atom.year)), partner.end
    elif atom.kind == "year" and end - atom.start == 4:
        short = re.match(r"\s?[–—/-](\d{2})(?!\d|-\d)", text[end:])
        if short and int(short[1]) > first.year % 100:
            last, end = Point(first.year // 100 * 100 + int(short[1])), end + short.end()
    if last is not None and last.first() < first.first():
        last, end, partner = None, items[at].end, None
    timex = _timex(text, atom.start, end, first, last, derived, language)
    return timex, 2 if partner and last is not None else 1


def _partner(text: str, atom: Atom, following: Atom | None, language: str) -> Atom | None:
    """The atom that ends a range begun by `atom`: "1980 through 1990", "March to May 1970", "between 1980 and 1990"."""
    if (
        following is None
        or following.invalid
        or following.kind in ("offset", "shift")
        or atom.kind in ("offset", "shift")
    ):
        return None
    if following.start - atom.end > 30:
        return None
    match = _patterns(language).between.match(text[atom.end : following.start])
    if not match:
        return None
    join = match["join"].strip(" ,").lower()
    if join == "and":
        return following if _says_between(text, atom.start) else None
    if join in ("to", "until", "till", "up to", "/") and not re.search(
        r"(?i)\bfrom\s+(?:the\s+)?(?:\w+[\s-]+(?:of\s+)?)?$", text[: atom.start]
    ):
        same_grain = atom.kind == following.kind or following.kind == "year"
        return following if same_grain and join not in ("/", "until", "till") else None
    return following


def _says_between(text: str, start: int) -> bool:
    return bool(re.search(r"(?i)\bbetween\s+(?:the\s+)?(?:\w+[\s-]+(?:of\s+)?)?$", text[max(0, start - 30) : start]))


def _point(atom: Atom) -> Point:
    return Point(atom.year or 0, atom.month, atom.day, atom.kind)


def _point_of(timex: Timex) -> Point | None:
    """The point that later expressions hang on: the expression's first day, at its grain."""
    if timex.precision in ("decade", "century", "millennium") or not timex.earliest:
        return None
    sign = -1 if timex.earliest.startswith("-") else 1
    year, month, day = (int(part) for part in timex.earliest.lstrip("-").split("-"))
    grain = calendar.precision(timex.edtf.rstrip("~").split("/")[-1])
    if grain == "day":
        return Point(sign * year, month, day, "day")
    return Point(sign * year, month, None, "month") if grain == "month" else Point(sign * year)


def _in_name(text: str, timex: Timex) -> bool:
    """A year that stands before a capitalised noun ("the 1951 Convention") or in parentheses dates that name, not the tale."""
    if timex.precision != "year":
        return False
    after, before = text[timex.end : timex.end + 2], text[max(0, timex.start - 1) : timex.start]
    return before == "(" or (
        after[:1] == " "
        and after[1:2].isupper()
        and bool(re.search(r"(?i)\bthe\s$", text[max(0, timex.start - 4) : timex.start]))
    )


def _year_for(text: str, items: list[Atom], at: int, anchor: Anchor | None) -> int | None:
    """The year of a date that names none: the last date's, else one later in the same sentence."""
    if anchor:
        return anchor.point.year
    stop = re.search(r"[.!?]\s+[A-Z]", text[items[at].end :])
    limit = items[at].end + stop.start() if stop else len(text)
    for other in items[at + 1 :]:
        if other.start > limit:
            break
        if other.year is not None and other.kind in ("day", "month", "year"):
            return other.year
    return None


def _relative(text: str, atom: Atom, items: list[Atom], at: int, anchor: Anchor | None) -> Point | None:
    """What "one year after", "three days later", "the following month", "that year" count from, counted."""
    after = text[atom.end :].lstrip()
    following = items[at + 1] if at + 1 < len(items) else None
    word = text[atom.start : atom.end].lower().split()[-1]
    steps, base = atom.steps, anchor.point if anchor else None
    if atom.kind == "offset" and word in ("after", "before", "following"):
        if following and following.year is not None and following.start - atom.end < 5:
            base = _point(following)
        elif re.search(r"\d[^.]*,?\s*$", text[max(0, atom.start - 60) : atom.start]) and after[:1].isalpha():
            # "on 13 May 1956, one year after X": the date before is one year after X, so X is a year earlier
            steps = -steps
        elif after[:1].isalpha():
            return None
    if base is None:
        return None
    if atom.unit == "week":
        return base.shift(steps, "week") if base.grain == "day" and steps else None
    if GRAINS.index(base.grain) > GRAINS.index(atom.unit) or (atom.unit == "day" and base.grain != "day"):
        return None
    try:
        return base.shift(steps, atom.unit)
    except ValueError:
        return None


def _timex(text: str, start: int, end: int, first: Point, last: Point | None, derived: str, language: str) -> Timex:
    patterns, w = _patterns(language), words(language)
    mod, edtf = "", first.edtf()
    value, latest = first.value(), (last or first).last()
    before = text[max(0, start - 40) : start]
    match = patterns.modifier.search(before)
    if match:
        mod = w.MODIFIERS[match["mod"].lower()]
        start -= len(before) - match.start()
    before = text[max(0, start - 40) : start]
    match = patterns.approximate.search(before)
    if match:
        mod, edtf = "approx", edtf + "~"
        start -= len(before) - match.start()
    if last is not None:
        edtf, value = f"{edtf}/{last.edtf()}", f"{value}/{last.value()}"
    match = patterns.bound.search(text[max(0, start - 40) : start])
    bound = w.BOUNDS[match["bound"].lower()] if match else ""
    if patterns.onwards.match(text[end:]):
        bound = "since"
    if last is not None:
        bound = ""
    return Timex(
        start=start, end=end, text=text[start:end], type="DATE", value=value, edtf=edtf, mod=mod,
        earliest=first.first(), latest=latest, precision="interval" if last else first.grain, derived=derived, bound=bound,
    )  # fmt: skip
