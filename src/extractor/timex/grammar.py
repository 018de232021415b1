"""Recogniser: one pass over a text finds the atoms (a day, month, year, decade, …) that time expressions are made of.

The words come from `extractor.lang`; the orders they stand in are here. An atom says which parts the text holds, nothing
more: "3 May" is a day and a month without a year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any

from extractor.lang import words
from extractor.timex.calendar import valid


@dataclass(frozen=True, slots=True)
class Atom:
    """One found atom: `kind` day, month, season, quarter, year, decade, century, weekday_shift, shift or offset, and its parts."""

    kind: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    steps: int = 0
    unit: str = ""
    mod: str = ""
    invalid: bool = False


def _alternatives(items: Iterable[str]) -> str:
    return "|".join(
        re.escape(item).replace(r"\ ", r"\s+") for item in sorted(items, key=lambda item: (-len(item), item))
    )


@lru_cache(maxsize=8)
def pattern(language: str) -> re.Pattern[str]:
    """The atoms' regular expression for a language, alternatives in order of preference."""
    w = words(language)
    month = rf"(?:{_alternatives(w.MONTHS)}|(?:{_alternatives(w.MONTH_ABBREVIATIONS)})\b\.?)"
    ordinals = _alternatives(w.ORDINALS)
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?!\d)"
    dash = r"\s?(?:–|-|—|/|to|&|and)\s?"
    year = r"(?:[12]\d{3})(?![\d%])"
    era = r"\s?(?:BCE|BC|B\.C\.E?\.?)"
    ad = r"\s?(?:CE|AD|A\.D\.)"
    units = _alternatives([*w.UNITS, *(unit + "s" for unit in w.UNITS if unit != "century"), "centuries"])
    number = rf"(?:\d{{1,3}}|{_alternatives(w.NUMBERS)})"
    weekday = rf"(?:(?:{_alternatives(w.WEEKDAYS)}),?\s+)?"
    seasons = _alternatives(w.SEASONS)
    return re.compile(
        rf"""(?ix)(?<![\w$£€#/.])(?:
        (?P<iso>(?P<iy>[12]\d{{3}})-(?P<im>\d{{2}})-(?P<id>\d{{2}})(?!\d))
        |(?P<loose>\d{{1,2}}(?:\.\s?|/)\d{{1,2}}(?:\.\s?|/)[12]\d{{3}}(?!\d)|[12]\d{{3}}/\d{{1,2}}/\d{{1,2}}(?!\d))
        |(?P<dmy>{weekday}(?:the\s+)?(?P<d1>{day})(?:{dash}(?P<d1b>{day}))?\s*(?:of\s+)?(?P<m1>{month}),?\s*(?P<y1>{year}|\d{{1,3}}(?={era}|{ad}))(?P<e1>{era}|{ad})?)
        |(?P<mdy>{weekday}(?P<m2>{month})\s+(?P<d2>{day})(?:{dash}(?P<d2b>{day}))?,?\s+(?P<y2>{year})(?!\s?(?:–|-)\s?\d{{1,3}}\b(?!\d)))
        |(?P<my>(?P<m3>{month}),?\s+(?:of\s+)?(?P<y3>{year})(?P<e3>{era}|{ad})?)
        |(?P<sy>(?P<s4>{seasons}),?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<y4>{year}))
        |(?P<quarter>(?:the\s+)?(?P<q5>first|second|third|fourth|last)\s+quarter\s+of\s+(?P<y5>{year}))
        |(?P<decade>(?:the\s+)?(?P<y6>1\d{{2}}0|20\d0)(?:'|’)?s\b)
        |(?P<century>(?:the\s+)?(?P<c7>\d{{1,2}}(?:st|nd|rd|th)|{ordinals})(?:\s+|-)century(?P<e7>{era}|{ad})?)
        |(?P<bc>(?P<y8>\d{{1,4}})(?P<e8>{era}|\s?AD\b|\s?CE\b)|AD\s?(?P<y8b>\d{{1,4}}))
        |(?P<dm>{weekday}(?:the\s+)?(?P<d9>{day})\s*(?:of\s+)?(?P<m9>{month})\b)
        |(?P<md>{weekday}(?P<m10>{month})\s+(?P<d10>{day})(?!\s?%))
        |(?P<offset>(?:(?:some|about|around|just|only|exactly)\s+)?(?P<n11>{number})\s+(?P<u11>{units})\s+(?P<w11>{_alternatives((*w.AFTER, *w.BEFORE))})\b)
        |(?P<shift>(?P<that>the|that|this)\s+(?P<w12>(?:very\s+)?(?:{_alternatives(w.SHIFTS)}))\s+(?P<u12>day|week|month|year|decade|century)\b)
        |(?P<thatyear>(?:that|the\s+same)\s+(?P<u13>year|month|day))
        |(?P<year>(?P<y14>{year})(?!(?:,\d{{3}})|\.\d))
        |(?P<month>(?P<m15>{_alternatives(w.MONTHS)})\b)
        )"""
    )


def atoms(text: str, language: str = "en") -> list[Atom]:
    """All atoms in `text`, left to right, not overlapping; what only looks like a date is left out."""
    found = []
    for match in pattern(language).finditer(text):
        atom = _read(match, words(language))
        if atom and not _guarded(text, atom, words(language)):
            found.append(atom)
    return found


def _read(match: re.Match[str], w: ModuleType) -> Atom | None:
    name = match.lastgroup
    for name in (
        "loose",
        "iso", "dmy", "mdy", "my", "sy", "quarter", "decade", "century", "bc", "dm", "md", "offset", "shift",
                 "thatyear", "year", "month"):  # fmt: skip
        if match.group(name):
            return _READERS[name](match, w)
    return None


def _month(text: str, w: ModuleType) -> int:
    word = text.lower().rstrip(".")
    return int(w.MONTHS.get(word) or w.MONTH_ABBREVIATIONS[word])


def _atom(match: re.Match[str], kind: str, **parts: Any) -> Atom:
    return Atom(kind=kind, start=match.start(), end=match.end(), **parts)


def _number(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def _era(year: int, era: str | None) -> int:
    return 1 - year if era and era.strip().upper().startswith("B") else year


def _full(match: re.Match[str], year: int, month: int, day: int, day_to: int | None = None) -> Atom:
    bad = not valid(year, month, day) or (day_to is not None and not valid(year, month, day_to))
    return _atom(match, "day", year=year, month=month, day=day, day_to=day_to, invalid=bad)


def _century(match: re.Match[str], w: ModuleType) -> Atom | None:
    text = match["c7"].lower()
    number = _number(text) if text[0].isdigit() else w.ORDINALS[text]
    if not 1 <= number <= 21 or (match["e7"] or "").strip().upper().startswith("B"):
        return None
    return _atom(match, "century", year=(number - 1) * 100)


def _offset(match: re.Match[str], w: ModuleType) -> Atom:
    number = match["n11"].lower()
    steps = int(number) if number.isdigit() else w.NUMBERS[number]
    sign = 1 if match["w11"].lower() in w.AFTER else -1
    unit = match["u11"].lower()
    unit = "century" if unit == "centuries" else unit.rstrip("s")
    return _atom(match, "offset", steps=sign * steps, unit=unit)


_READERS: dict[str, Callable[[re.Match[str], ModuleType], Atom | None]] = {
    "loose": lambda m, w: _atom(m, "loose"),
    "iso": lambda m, w: _full(m, int(m["iy"]), int(m["im"]), int(m["id"])),
    "dmy": lambda m, w: _full(m, _era(int(m["y1"]), m["e1"]), _month(m["m1"], w), _number(m["d1"]), _number(m["d1b"]) if m["d1b"] else None),
    "mdy": lambda m, w: _full(m, int(m["y2"]), _month(m["m2"], w), _number(m["d2"]), _number(m["d2b"]) if m["d2b"] else None),
    "my": lambda m, w: _atom(m, "month", year=_era(int(m["y3"]), m["e3"]), month=_month(m["m3"], w)),
    "sy": lambda m, w: _atom(m, "season", year=int(m["y4"]), month=w.SEASONS[m["s4"].lower()]),
    "quarter": lambda m, w: _atom(m, "quarter", year=int(m["y5"]), month={"first": 33, "second": 34, "third": 35}.get(m["q5"].lower(), 36)),
    "decade": lambda m, w: _atom(m, "decade", year=int(m["y6"])),
    "century": _century,
    "bc": lambda m, w: _atom(m, "year", year=_era(int(m["y8"] or m["y8b"]), m["e8"])),
    "dm": lambda m, w: _atom(m, "day", month=_month(m["m9"], w), day=_number(m["d9"])),
    "md": lambda m, w: _atom(m, "day", month=_month(m["m10"], w), day=_number(m["d10"])),
    "offset": _offset,
    "shift": lambda m, w: _atom(m, "shift", steps=w.SHIFTS[m["w12"].lower().split()[-1]], unit=m["u12"].lower()),
    "thatyear": lambda m, w: _atom(m, "shift", steps=0, unit=m["u13"].lower()),
    "year": lambda m, w: _atom(m, "year", year=int(m["y14"])),
    "month": lambda m, w: _atom(m, "month", month=_month(m["m15"], w)),
}  # fmt: skip


def _guarded(text: str, atom: Atom, w: ModuleType) -> bool:
    """Whether the words around say that it is no date: a count, a number of something, a name, a verb."""
    if atom.kind == "month" and atom.year is None:
        return _no_month(text, atom, w)
    if atom.kind == "year" and atom.end - atom.start == 4:
        return _no_year(text, atom, w)
    return False


def _no_month(text: str, atom: Atom, w: ModuleType) -> bool:
    """A bare month's name that is a verb, an adjective or a person's name: "may", "march", "August" where no date word leads."""
    surface = text[atom.start : atom.end]
    if surface[0].islower():
        return True
    if surface.lower() not in w.AMBIGUOUS_MONTHS:
        return False
    before = text[max(0, atom.start - 24) : atom.start].lower().split()[-1:]
    return not before or before[0].strip("-") not in w.BEFORE_MONTH


def _no_year(text: str, atom: Atom, w: ModuleType) -> bool:
    """A four-digit number that counts or names something else: "Resolution 1973", "1914 people", "1900%"."""
    before = text[max(0, atom.start - 24) : atom.start].lower().rstrip(" (").split()[-1:]
    after = text[atom.end : atom.end + 24].lower().split()[:1]
    if before and before[0] in w.NOT_A_YEAR_BEFORE:
        return True
    if text[atom.end : atom.end + 1] in ("%", "°"):
        return True
    return bool(after) and after[0].strip(",.;:)") in w.NOT_A_YEAR_AFTER and not after[0].startswith((",", ".", ")"))
