"""Neighbours that make one meaning: a time of day and its date, an offset and the date it counts from, ranges and lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.timex.calendar import GRAINS, moved
from extractor.timex.expression import Expression
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

_BETWEEN = C["between"]
CLAUSE = 9  # tokens that may stand between "the days after" and the date of what they follow
_FINE = ("day", "month", "season", "quarter")


def compose(tokens: Tokens, items: Iterable[Expression]) -> list[Expression]:
    """The expressions with neighbours joined: merged into one, or marked as a range or list that shares its year."""
    out: list[Expression] = []
    for item in items:
        if out:
            before = out[-1]
            merged = _timed(tokens, before, item) or _counted(tokens, before, item) or _aftermath(tokens, before, item)
            if merged:
                out[-1] = merged
                continue
            out[-1] = _far_timed(tokens, before, item)
            joined = item.joined or _join(tokens, before, item)
            if (
                joined == "list"
                and item.joined
                and _between(tokens, before, item).strip(C["the"]) == C["and"]
                and _led_by(tokens, before, C["between"])
            ):
                joined = "range"
            if joined:
                item = replace(item, joined=joined)
                _share(out, item)
        out.append(_opened(tokens, item))
    return out


def _opened(tokens: Tokens, item: Expression) -> Expression:
    """With the words that leave its end open: "1999 onwards", "May 1999 to the present"."""
    if item.kind != "point" or item.clock:
        return item
    at = item.high
    if tokens.at(at) == C["or"] and tokens.at(at + 1) == C["after"] and tokens.lower(at + 1) in tokens.words.OR_BEYOND:
        return replace(item, open_to=tokens.ends[at + 1], opens=tokens.values[at + 1])
    if tokens.at(at) == C["onward"]:
        return replace(item, open_to=tokens.ends[at])
    if tokens.at(at) in C["hyphen"] + C["to"]:
        at += 2 if tokens.at(at + 1) == C["the"] else 1
        if tokens.lower(at) in tokens.words.PRESENT:
            return replace(item, open_to=tokens.ends[at])
    return item


def _between(tokens: Tokens, before: Expression, item: Expression) -> str:
    """Classes of the tokens between two expressions."""
    return tokens.classes[before.high : item.low]


def _timed(tokens: Tokens, before: Expression, item: Expression) -> Expression | None:
    """A time of day and its date: "05:30 on 1 July 1916", "the night of May 9", "Monday morning"."""
    between = _between(tokens, before, item)
    if item.kind == "point" and item.grain == "day" and not item.clock and before.clock and before.kind == "point":
        rule = (
            (C["of"], C["of"] + C["the"])
            if before.rule == "daypart"
            else (C["on"], C["comma"], "", C["comma"] + C["on"], C["on"] + C["the"])
        )
        if between in (*rule, C["on"]):
            mod = before.mod or item.mod
            return replace(item, first=before.first, low=before.low, clock=before.clock, type="TIME", mod=mod)
    plain = before.kind == "point" and before.grain == "day" and not before.clock
    if (
        plain
        and item.rule == "daypart"
        and not item.base
        and between == ""
        and before.rule in ("weekday", "shiftname", "dmy", "mdy")
    ):
        return replace(before, last=item.last, high=item.high, clock=item.clock, type="TIME")
    return None


def _far_timed(tokens: Tokens, before: Expression, item: Expression) -> Expression:
    """ "6:15 AM Moscow time on May 5, 1962": two expressions, and the time is of that day."""
    if before.rule == "clock" and before.month is None and item.kind == "point" and item.grain == "day" and item.month:
        between = _between(tokens, before, item)
        if between.endswith(C["on"]) and len(between) <= 4:
            return replace(before, year=item.year, month=item.month, day=item.day)
    return before


def _counted(tokens: Tokens, before: Expression, item: Expression) -> Expression | None:
    """ "one year after 13 May 1956", "the day before Christmas 1944": the offset with the date it counts from."""
    if before.kind != "shift" or before.base != "after" or not item.dated or before.steps is None:
        return None
    if _between(tokens, before, item) not in ("", C["the"]):
        return None
    point = moved(item.point, before.steps, before.unit)
    if point is None:
        return None
    return replace(
        before, kind="point", last=item.last, high=item.high, year=point.year, month=point.month, day=point.day, grain=point.grain,
        base="computed", rule="offset",
    )  # fmt: skip


def _aftermath(tokens: Tokens, before: Expression, item: Expression) -> Expression | None:
    """ "the days after 24 February 2022", "the days after the war began on …": from that day on, how long is left open."""
    word, between = tokens.lower(before.high), _between(tokens, before, item)
    leads = before.rule in ("units", "shiftunits") and tokens.words.BOUNDS.get(word) == "since"
    if not leads or not item.dated or len(between) > CLAUSE:
        return None
    if between[1:].strip(C["other"] + C["the"] + C["of"]) not in ("", C["on"], C["in"]):
        return None
    return replace(item, first=before.first, low=before.low, mod="approx", open_to=item.last)


def _join(tokens: Tokens, before: Expression, item: Expression) -> str:
    """How the words between tie two points: "range", "list" or ""."""
    if item.kind != "point" or before.kind != "point" or item.clock or before.clock:
        return ""
    between = _between(tokens, before, item).replace(C["the"], "").replace(C["in"], "").replace(C["from"], "")
    if between == C["hyphen"]:
        return "range"
    if between in (C["to"], C["comma"] + C["to"], C["and"] + C["to"]):
        word = next(tokens.lower(at) for at in range(before.high, item.low) if tokens.classes[at] == C["to"])
        if _led_by(tokens, before, C["from"]) or word == "through":
            return "range"
        same = before.grain == item.grain or (item.grain == "year" and before.grain in _FINE)
        return "range" if same and word in ("to", "up to", "thru") else ""
    if between == C["slash"] and before.grain == item.grain == "year":
        return "range"
    if between in (C["and"], C["or"], C["comma"] + C["and"], C["slash"], C["comma"]):
        if between == C["and"] and _led_by(tokens, before, C["between"]):
            return "range"
        return "list"
    return ""


def _led_by(tokens: Tokens, item: Expression, kind: str) -> bool:
    at = item.low - 1
    while at >= 0 and tokens.classes[at] in C["the"] + C["approx"] + C["early"]:
        at -= 1
    return at >= 0 and tokens.classes[at] == kind


def _share(out: list[Expression], item: Expression) -> None:
    """Give the year of a joined date to those before it that name none: "March to May 1970", "April and June 1956"."""
    if not item.dated:
        return
    for at in range(len(out) - 1, -1, -1):
        before = out[at]
        if (
            before.kind != "point"
            or before.year is not None
            or before.base
            or (before.month is None and before.grain != "day")
        ):
            return
        if GRAINS.index(before.grain) > GRAINS.index(item.grain) or before.month is None:
            return
        year = item.year or 0
        if item.joined == "range" and item.month and before.grain == item.grain and before.month > item.month:
            year -= 1
        out[at] = replace(before, year=year, base="shared")
        if not before.joined:
            return
