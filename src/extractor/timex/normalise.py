"""From a meaning to its notations: TIMEX3 type, value and mod, EDTF, bounds in days, precision."""

from __future__ import annotations

import datetime
from dataclasses import replace
from types import ModuleType

from extractor.records import Timex
from extractor.timex import calendar, fallback
from extractor.timex.calendar import Point
from extractor.timex.expression import Expression
from extractor.timex.story import Meaning
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

_SEASONS = ("SP", "SU", "FA", "WI")


def timex(tokens: Tokens, meaning: Meaning, w: ModuleType, language: str) -> Timex:
    """The record of one expression; without an interval where it has no place in the calendar."""
    item, point, derived = meaning.expression, meaning.point, meaning.derived
    if item.kind == "loose":
        point, derived = fallback.read(tokens.text[item.first : item.last], item.value or language), "dateparser"
    plain = Timex(
        start=item.first, end=item.last, text=tokens.text[item.first : item.last], type=item.type, value=unresolved(item, meaning), edtf="", mod=item.mod,
        derived=derived,
    )  # fmt: skip
    if point is None or (item.kind not in ("point", "shift", "echo", "loose")):
        return plain
    placed = _placed(plain, item, point)
    return replace(placed, bound=bound(tokens, item, w), derived=derived)


def opened(text: str, item: Timex, end: int, way: int) -> Timex:
    """The expression with the words that leave its end open: "1999 onwards" is 1999/.., "1999 or before" ../1999."""
    if way < 0:
        return replace(
            item, end=end, text=text[item.start : end], value=f"../{item.value}", edtf=f"../{item.edtf}", earliest=None, precision="interval",
            bound="",
        )  # fmt: skip
    return replace(
        item, end=end, text=text[item.start : end], value=f"{item.value}/..", edtf=f"{item.edtf}/..", latest=None, precision="interval", bound="",
    )  # fmt: skip


def _placed(plain: Timex, item: Expression, point: Point) -> Timex:
    """With the calendar's part filled in."""
    if item.kind == "shift" and item.unit == "week" and point.grain == "day":
        return _week(plain, point)
    edtf, value = point.edtf(), point.value()
    if point.grain == "year" and item.grain == "holiday":
        value = f"{value}-XX-XX"
    if item.half and point.grain == "year":
        value = f"{value}-H{item.half}"
    if item.clock:
        value += item.clock
    doubt = item.doubt or ("~" if item.mod == "approx" and "/" not in edtf and item.open_to != item.last else "")
    return replace(
        plain, value=value, edtf=edtf + doubt, earliest=point.first(), latest=point.last(),
        precision=point.grain,
    )  # fmt: skip


def _week(plain: Timex, point: Point) -> Timex:
    """The week, Monday to Sunday, that a day lies in: what "two weeks later" can say of it."""
    days = calendar.ordinal(point.year, point.month or 1, point.day or 1)
    monday = days - calendar.weekday(days) + 1
    low, high = calendar.from_ordinal(monday), calendar.from_ordinal(monday + 6)
    value = ""
    if 0 < low.year < 9999:
        year, week, _ = datetime.date(low.year, low.month or 1, low.day or 1).isocalendar()
        value = f"{year:04d}-W{week:02d}"
    return replace(
        plain, value=value or f"{point.year:04d}-WXX", edtf=f"{low.edtf()}/{high.edtf()}", earliest=low.first(), latest=high.last(),
        precision="interval",
    )  # fmt: skip


def unresolved(item: Expression, meaning: Meaning) -> str:
    """TIMEX3 value of an expression without a calendar date, what is unknown as X."""
    if item.value and item.kind in ("duration", "set", "vague"):
        return item.value
    if item.kind == "shift":
        if item.steps is None:
            return "PAST_REF" if item.shift < 0 else "FUTURE_REF"
        near = meaning.anchor.point if meaning.anchor and item.unit == "day" and item.base != "after" else None
        if near and near.grain in ("year", "month"):
            return near.value() + ("-XX" if near.grain == "month" else "-XX-XX")
        return {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(item.unit, "XXXX-XX-XX")
    year = f"{item.year:04d}" if item.year and item.year > 0 else "XXXX"
    if item.weekday is not None and item.day is None:
        return f"{year}-WXX-{item.weekday}{item.clock}"
    if item.grain == "season" and item.month:
        return f"{year}-{_SEASONS[item.month - 21]}"
    if item.grain == "month":
        return f"{year}-{item.month:02d}"
    month = f"{item.month:02d}" if item.month and item.grain == "day" else "XX"
    return f"{year}-{month}-{f'{item.day:02d}' if item.day else 'XX'}{item.clock}"


def bound(tokens: Tokens, item: Expression, w: ModuleType) -> str:
    """How the words before and after an expression bound an event that it dates: since, from, until, by, as of."""
    if item.clock:
        return ""  # "by 07:30" bounds within the day
    after = tokens.lower(item.high)
    if after in w.OPEN_AFTER and after != "on":
        return "since"
    said = ""
    at = item.low - 1
    for _ in range(3):
        word = tokens.lower(at)
        if word in w.BOUND_FILLERS or tokens.at(at) == C["approx"]:
            at -= 1
            continue
        longer = f"{tokens.lower(at - 1)} {word}"
        longest = f"{tokens.lower(at - 2)} {longer}"
        said = next((w.BOUNDS[phrase] for phrase in (longest, longer, word) if phrase in w.BOUNDS), "")
        break
    if said == "from" and tokens.lower(at - 1) in w.DATING:
        return ""
    if said == "from" and after == "on" and tokens.at(item.high + 1) != C["the"]:
        return "since"
    return said or ("since" if _since_a_noun(tokens, item, w) else "")


def _since_a_noun(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """ "since its independence in 1971": a few words, no mark and no date between."""
    if tokens.at(item.low - 1) not in C["in"] + C["on"]:
        return False
    for at in range(item.low - 2, max(-1, item.low - 9), -1):
        if tokens.lower(at) == "since":
            return True
        if tokens.at(at) not in C["other"] + C["the"] + C["of"] + C["apostrophe"]:
            return False
    return False


def joined(text: str, first: Timex, last: Timex) -> Timex | None:
    """Two ends as one interval, None where they don't make one."""
    if not first.edtf or not last.edtf or "/" in first.edtf or "/" in last.edtf:
        return None
    if (last.earliest or "") < (first.earliest or "") and not (first.earliest or "").startswith("-"):
        return None
    derived = first.derived if first.derived != "explicit" else last.derived
    basis = first if first.derived != "explicit" else last
    return replace(
        first, end=last.end, text=text[first.start : last.end], value=f"{first.value}/{last.value}", edtf=f"{first.edtf}/{last.edtf}",
        mod="approx" if "approx" in (first.mod, last.mod) else "", latest=last.latest, precision="interval", bound="",
        derived=derived, basis=basis.basis, basis_start=basis.basis_start, basis_end=basis.basis_end, type="DATE",
    )  # fmt: skip
