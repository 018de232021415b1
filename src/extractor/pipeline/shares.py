"""Who belongs to which date, where one verb has several: "joined the UN in 1955 and the World Bank in 1961"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from extractor.pipeline.events import Told
from extractor.pipeline.mention import Mention
from extractor.pipeline.roles import Part


def shared_out(events: Iterable[Told], mentions: list[Mention]) -> list[Told]:
    """The events, those of one trigger each with the actors that its own date follows, if every date after the trigger follows some;
    who stands before the trigger takes part in all."""
    by_trigger = defaultdict[tuple[int, int, str] | None, list[Told]](list)
    for event in events:
        by_trigger[event.trigger].append(event)
    return [event for trigger, group in by_trigger.items() for event in _shared(trigger, group, mentions)]


def _shared(trigger: tuple[int, int, str] | None, group: list[Told], mentions: list[Mention]) -> list[Told]:
    dates = sorted((event.timex.start, event.timex.end) for event in group)
    if trigger is None or len(dates) < 2 or dates[0][0] < trigger[1]:
        return group
    turns: dict[int, list[Part]] = {}
    low, before = trigger[1], list[Part]()
    for start, end in dates:
        parts = _between(group[0].parts, mentions, low, start, before)
        if not parts:
            return group
        turns[start], low, before = parts, end, parts
    return [replace(event, parts=(*_first(event, trigger), *turns[event.timex.start])) for event in group]


def _between(parts: tuple[Part, ...], mentions: list[Mention], low: int, high: int, before: list[Part]) -> list[Part]:
    """Who is named in a stretch: those who take part, else those of the type of who did in the stretch before, in the same role."""
    found = [part for part in parts if part.mention and low <= part.mention.start < high]
    if found or not before:
        return found
    like = before[-1]
    kin = [one for one in mentions if low <= one.start < high and one.type == like.type]
    return [Part(one, one.name, like.role, one.type) for one in kin]


def _first(event: Told, trigger: tuple[int, int, str]) -> tuple[Part, ...]:
    """Who takes part whatever the date."""
    return tuple(part for part in event.parts if part.mention is None or part.mention.start < trigger[1])
