"""What counts from another date: "three days later", "the following March", "on Thursday", "that night", "on the 15th"."""

from __future__ import annotations

from dataclasses import replace

from extractor.timex import calendar
from extractor.timex.calendar import GRAINS, Point, moved, span
from extractor.timex.expression import Expression
from extractor.timex.story import Anchor, Meaning, Passage, State
from extractor.timex.tokens import CLASSES as C

_FINE = ("day", "month", "season", "quarter")


def counted(passage: Passage, number: int, item: Expression, state: State) -> Meaning | None:
    """The meaning of an expression that counts from a date told before; None where it does not count from any."""
    if item.kind == "shift":
        return _shifted(passage, number, item, state)
    if item.kind != "point" or item.year is not None:
        return None
    if item.clock and item.month is None and item.day is None and item.weekday is None:
        return _of_day(number, item, state)
    if item.weekday is not None and item.day is None:
        return _weekday(passage, number, item, state)
    if item.month is None and item.grain == "day":
        return _of_month(item, state)
    return _named(item, state) if item.base in ("year", "named") else None


def _named(item: Expression, state: State) -> Meaning:
    """ "the following March", "May 3 of that year", "that spring": the year counted from the date last told."""
    base = state.recent or state.story
    if base is None:
        return Meaning(item, None)
    if item.base == "year":
        return Meaning(item, Point(base.point.year + item.shift, item.month, item.day, item.grain), "relative", base)
    year = base.point.year
    if item.shift and base.point.grain in _FINE:
        here, there = span(base.point), span(Point(year, item.month, item.day, item.grain))
        if item.shift > 0 and there[0] <= here[0]:
            year += 1
        if item.shift < 0 and there[1] >= here[1]:
            year -= 1
    else:
        year += item.shift
    return Meaning(item, Point(year, item.month, item.day, item.grain), "relative", base)


def _shifted(passage: Passage, number: int, item: Expression, state: State) -> Meaning:
    """ "three days later", "the following year", "later that month": counted from the date told last that is fine enough."""
    tokens, steps = passage.tokens, item.steps
    follows = tokens.at(item.high)
    said = item.high < len(tokens.starts) and follows not in C["comma"] + C["period"] + C["close"] + C["newline"]
    if item.base in ("shortly",) or steps is None:
        return Meaning(item, None, "relative", state.recent)
    told = None if item.base == "written" else _base(item, state, number)
    base = told or (state.written if _deictic(passage, item) else None)
    if base is None:
        return Meaning(item, None, "relative", state.recent)
    if item.base == "after" and said:
        # "on 13 May 1956, one year after X": the date before is one year after X, so X is a year earlier
        beside = tokens.at(item.low - 1) in C["comma"] + C["hyphen"] + C["open"]
        if not beside or base.passage != number or tokens.starts[item.low - 1] - base.last > 1:
            return Meaning(item, None)
        steps = -steps
    point = moved(base.point, steps, item.unit)
    return Meaning(item, point, "relative", base if point else state.recent)


def _base(item: Expression, state: State, number: int) -> Anchor | None:
    """The anchor that is fine enough for the unit: a day for days and weeks, a month for months."""
    if item.unit in ("day", "week"):
        return (
            state.day if state.day and (state.recent is None or state.recent.passage - state.day.passage <= 1) else None
        )
    recent, story = state.recent, state.story
    if item.base in ("bare", "part", "ago") and story:
        recent = story if recent is None or item.base != "part" or story.passage == recent.passage else recent
    for anchor in (recent, story, state.day):
        if anchor and GRAINS.index(anchor.point.grain) <= GRAINS.index(item.unit if item.unit in GRAINS else "day"):
            return anchor
    return None


def _deictic(passage: Passage, item: Expression) -> bool:
    """ "yesterday", "two weeks ago", "last Friday", not "the next day": counted from the day of the text."""
    return item.base in ("ago", "written") or passage.tokens.lower(item.low) in passage.tokens.words.DEICTIC


def _weekday(passage: Passage, number: int, item: Expression, state: State) -> Meaning:
    """A weekday near the day told last in the same passage: that day's week, or the one that "next" and "last" say."""
    base = state.day
    if (base is None or base.passage != number) and item.shift and _deictic(passage, item):
        base = state.written
    elif base is not None and base.passage != number:
        base = None
    if base is None or base.point.month is None or base.point.day is None:
        return Meaning(item, None)
    days = calendar.ordinal(base.point.year, base.point.month, base.point.day)
    offset = ((item.weekday or 1) - calendar.weekday(days)) % 7
    if item.shift > 0:
        offset = offset or 7
    elif item.shift < 0:
        offset = (offset or 7) - 7
    elif offset > 3:
        offset -= 7
    return Meaning(item, calendar.from_ordinal(days + offset), "relative", base)


def _of_day(number: int, item: Expression, state: State) -> Meaning:
    """A time of day: on the day told last, or the next one."""
    base = state.day
    loose = item.rule == "daypart" and not item.base and not item.mod
    if base is None or loose or number - base.passage > 0:
        return Meaning(item, None)
    point = moved(base.point, item.shift, "day")
    return Meaning(item, point, "relative", base)


def _of_month(item: Expression, state: State) -> Meaning:
    """ "on the 15th": of the month told last."""
    base = state.recent if state.recent and state.recent.point.grain in ("day", "month") else state.story
    if base is None or base.point.grain not in ("day", "month"):
        return Meaning(item, None)
    month = moved(replace(base.point, day=None, grain="month"), item.shift, "month")
    if month is None or not calendar.valid(month.year, month.month, item.day):
        return Meaning(item, None)
    return Meaning(item, replace(month, day=item.day, grain="day"), base.derived, base)
