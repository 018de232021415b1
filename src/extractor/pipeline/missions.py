"""Missions that a state has since a date, also where the second clause leaves its verb out: "A has an embassy in X since 1992 and B one in Y since 1996"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.mention import Mention
from extractor.pipeline.roles import Part
from extractor.records import Timex

KIND = "relations_upgraded"
STATES = ("GPE", "NORP")


def missions(
    text: str, timexes: Sequence[Timex], mentions: Sequence[Mention], prose: Sequence[Told], language: str = "en"
) -> list[Told]:
    """The events of `prose` with those that it can't tell: a mission held since a date, and one whose verb is left out.

    Of the first only where the prose dates nothing by that date; the second in the stead of what it said, since the verb that it
    found is another state's.
    """
    out = list(prose)
    for timex in timexes:
        found = _found(text, timex, mentions, language)
        if found is None:
            continue
        told, elided = found
        others = [one for one in out if one.timex.start != timex.start]
        if elided or len(others) == len(out):
            out = [*others, told]
    return sorted(out, key=lambda event: (event.trigger or (0, 0, ""), event.timex.start))


def _found(text: str, timex: Timex, mentions: Sequence[Mention], language: str) -> tuple[Told, bool] | None:
    w = words(language)
    before = [one for one in mentions if one.end <= timex.start and one.type in STATES]
    if len(before) < 2:
        return None
    who, place = list(pairwise(before))[-1]
    if not re.fullmatch(w.SINCE, text[place.end : timex.start]):
        return None
    between = text[who.end : place.start]
    elided = re.fullmatch(w.ELIDED_MISSION, between)
    match = elided or (re.fullmatch(w.HELD_MISSION, between) if timex.bound == "since" else None)
    if match is None or (elided and not re.search(w.MISSION, text[: who.start])) or who.name == place.name:
        return None
    start, end = (who.end + at for at in match.span("trigger"))
    low = max(text.rfind(". ", 0, who.start) + 1, 0)
    high = text.find(". ", timex.end)
    stretch = (low + len(text[low:]) - len(text[low:].lstrip()), high + 1 if high >= 0 else len(text))
    parts = (Part(who, who.name, "source", who.type), Part(place, place.name, "target", place.type))
    trigger = (start, end, text[start:end].split()[-1].lower())
    return Told(timex, KIND, stretch, trigger, parts, confidence=0.8, rule="mission"), bool(elided)
