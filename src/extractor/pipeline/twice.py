"""One act told twice in a row, item or paragraph is one event with two places: the more precise telling, else the fuller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.pipeline.events import Told
from extractor.timex import calendar

FIRST, LAST = "-9999-01-01", "9999-12-31"  # where an interval is open


def merged(tellings: Iterable[Told]) -> list[Told]:
    """The tellings of one block, each act once; `also` holds the stretches of the other tellings."""
    out: list[Told] = []
    for told in tellings:
        twin = next((index for index, other in enumerate(out) if _same_act(told, other)), None)
        if twin is None:
            out.append(told)
        else:
            best, rest = sorted((out[twin], told), key=_rank)
            out[twin] = replace(best, also=(*best.also, *rest.also, rest.sentence))
    return out


def _same_act(one: Told, other: Told) -> bool:
    """Same kind, dates of which one lies in the other, told at different places, and actors that agree as far as they are named, in no contrary roles."""
    if (
        one.kind != other.kind
        or one.timex.start == other.timex.start
        or (one.trigger is not None and one.trigger == other.trigger)
    ):
        return False
    names, others = ({part.name for part in told.parts} for told in (one, other))
    if not names & others or not (names <= others or others <= names):
        return False
    if any(
        {part.role, twin.role} == {"source", "target"}
        for part in one.parts
        for twin in other.parts
        if part.name == twin.name
    ):
        return False  # what one does to the other is not what the other does to it
    (low, high), (start, end) = _interval(one), _interval(other)
    return (low <= start and end <= high) or (start <= low and high <= end)


def _interval(told: Told) -> tuple[str, str]:
    low, high = calendar.bounds(calendar.bounded(told.timex.edtf, told.timex.bound))
    return low or FIRST, high or LAST


def _rank(told: Told) -> tuple[int, bool, int, int]:
    """The better telling first: a shorter interval, a trigger, more actors, the earlier place."""
    low, high = _interval(told)
    wide = next((index for index, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), len(low))
    return -wide, told.trigger is None, -len(told.parts), told.sentence[0]
