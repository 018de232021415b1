"""What hangs on another date, and times of day: what each rule of theirs says."""

from __future__ import annotations

import re

from extractor.timex.lasting import count, duration, period
from extractor.timex.reader import MONTHS, SEASONS, UNITS, Read, Reader, Rule
from extractor.timex.tokens import CLASSES as C

LIVING = 50  # years that "ago" may count from the story: longer ones count from the writer's own day


def _offset(r: Reader, low: int, high: int) -> Read:
    word, bare = r.tokens.values[high - 1], r.tokens.lower(high - 1)
    if bare in r.words.BOUNDS and r.tokens.lower(low - 1) in r.words.LASTING_VERBS:
        return duration(r, low, high - 1)  # "it was twelve years before a second came"
    if r.tokens.at(high - 1) == C["shift"] and bare not in r.words.OFFSET_SHIFTS:
        return None
    if any(r.tokens.lower(at) in r.words.GREAT_NUMBERS for at in range(low, high)):
        return None
    said = count(r.tokens, low, high - 1)
    unit = str(r.tokens.values[r.has(low, high, UNITS) or low])
    steps = None if said.number is None or said.number != int(said.number) else int(said.number) * word
    base = "ago" if bare == r.words.AGO else "after" if bare in r.words.COUNTS_FROM else ""
    if base == "ago" and unit == "year" and (said.number or 0) > LIVING:
        steps = None  # before the writer's day, not the story's
    return [r.item("shift", low, high, steps=steps, shift=word, unit=unit, mod=said.mod, base=base)], high


def _unitafter(r: Reader, low: int, high: int) -> Read:
    word, unit = r.tokens.lower(high - 1), str(r.tokens.values[high - 2])
    if word not in r.words.AFTER_UNIT:
        return _theunit(r, low, high - 1)
    if unit in ("minute", "hour"):
        return None
    base = "after" if word in r.words.COUNTS_FROM[:2] else ""
    return [r.item("shift", low, high, steps=r.tokens.values[high - 1], unit=unit, base=base)], high


def _yearsend(r: Reader, low: int, high: int) -> Read:
    """ "by year's end", "the month's beginning"."""
    unit = str(r.tokens.values[high - 4])
    mod = str(r.tokens.values[high - 1])
    return [r.item("shift", low, high, steps=0, unit=unit, base="part", mod=mod)], high


def _theunit(r: Reader, low: int, high: int) -> Read:
    return [r.item("shift", low, high, steps=0, unit=str(r.tokens.values[high - 1]), base="bare")], high


def _later(r: Reader, low: int, high: int) -> Read:
    if r.tokens.lower(low) not in r.words.LATER_IN:
        return None
    end = high - 1
    if r.has(low, high, C["year4"]) is not None:
        return [r.item("point", low, high, year=r.year(low, high)[0])], high
    kind = r.tokens.at(end)
    if kind in UNITS:
        return [r.item("shift", low, high, steps=0, unit=r.tokens.values[end], base="part")], high
    return _named(r, low, high, end)


def _shiftunit(r: Reader, low: int, high: int) -> Read:
    steps = r.that(low, high)
    unit = str(r.tokens.values[high - 1])
    if r.has(low, high, C["past"]) is not None:
        return [r.item("duration", low, high, value=period(1, unit), type="DURATION")], high
    if r.tokens.at(low) == C["the"] and r.tokens.lower(high - 2) == r.words.LAST:
        return [r.item("duration", low, high, value=period(1, unit), type="DURATION")], high
    return [r.item("shift", low, high, steps=steps, unit=unit)], high


def _shiftname(r: Reader, low: int, high: int) -> Read:
    return _named(r, low, high, high - 1)


def _named(r: Reader, low: int, high: int, at: int) -> Read:
    """ "the following March", "that spring", "last Tuesday", "later that afternoon"."""
    kind, value, shift = r.tokens.at(at), r.tokens.values[at], r.that(low, high)
    if kind in MONTHS:
        return [r.item("point", low, high, month=value, grain="month", base="named", shift=shift)], high
    if kind in SEASONS:
        return [r.item("point", low, high, month=value, grain="season", base="named", shift=shift)], high
    if kind == C["daypart"]:
        return _daypart(r, low, high)
    return [r.item("point", low, high, weekday=value, grain="day", base="named", shift=shift)], high


def _yesterday(r: Reader, low: int, high: int) -> Read:
    return [r.item("shift", low, high, steps=r.value(low), unit="day", base="ago")], high


def _anniversary(r: Reader, low: int, high: int) -> Read:
    return [r.item("echo", low, high, value="anniversary")], high


def _time(r: Reader, low: int, high: int) -> Read:
    """ "at that time", "the same period": a time said before, again."""
    bare = r.tokens.at(low) == C["the"] and high - low == 2
    noun, before = r.tokens.lower(high - 1), r.tokens.lower(low - 1)
    same = r.tokens.lower(high - 2)
    if bare and not (noun == "time" and before in r.words.AT_THE_TIME):
        return None
    if noun == "point" and same != "that":
        return None
    if not bare and same not in r.words.SAME_TIME:
        return None
    return [r.item("echo", low, high)], high


def _shortly(r: Reader, low: int, high: int) -> Read:
    word = r.tokens.lower(low)
    ahead = -1 if "before" in word or "beforehand" in word else 1
    return [r.item("shift", low, high, steps=None, shift=ahead, unit="day", base="shortly")], high


def _clock(r: Reader, low: int, high: int) -> Read:
    value = str(r.tokens.values[low])
    if r.tokens.at(low) == C["number"]:
        value = r.tokens.word(low).replace(".", ":")
        if not re.fullmatch(r"\d{1,2}:[0-5]\d", value):
            return None
    hour, minute = (int(part) for part in value.split(":")[:2]) if ":" in value else (int(value), 0)
    if r.tokens.at(high - 1) == C["units"] and r.tokens.values[high - 1] != "hour":
        high -= 1
    half = r.has(low + 1, high, C["meridiem"])
    if half is not None:
        hour = hour % 12 + int(r.tokens.values[half])
    return [r.item("point", low, high, clock=f"T{hour:02d}:{minute:02d}", grain="day", type="TIME")], high


def _daypart(r: Reader, low: int, high: int) -> Read:
    at = r.has(low, high, C["daypart"]) or low
    if r.tokens.at(high - 1) == C["units"] and r.tokens.values[high - 1] != "hour":
        high -= 1
    if r.tokens.at(low) == C["the"] and r.tokens.lower(low + 1) == r.words.LAST:
        return [r.item("vague", low, high, value=f"XXXX-XX-XXT{r.tokens.values[at]}", type="TIME")], high
    early = r.has(low, high, C["early"])
    shift = r.that(low, at)
    mod = r.words.ADJECTIVE_MODIFIERS[r.tokens.lower(early)] if early is not None else ""
    own = r.has(low, at, C["shift"] + C["that"] + C["past"]) is not None
    base = "that" if own else "the" if r.has(low, at, C["the"]) is not None else ""
    return [
        r.item(
            "point", low, high, clock=f"T{r.tokens.values[at]}", grain="day", mod=mod, shift=shift, base=base, type="TIME"
        )
    ], high  # fmt: skip


RULES: dict[str, Rule] = {
    "yearsend": _yearsend,
"offset": _offset, "unitafter": _unitafter, "theunit": _theunit, "later": _later, "shiftunit": _shiftunit, "shiftname": _shiftname, "yesterday": _yesterday, "anniversary": _anniversary, "time": _time, "shortly": _shortly, "clock": _clock, "daypart": _daypart,
}  # fmt: skip
