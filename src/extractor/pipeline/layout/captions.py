"""The meeting that a caption tells: persons, a word like "with" between them, and one date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.layout.firsts import first_event
from extractor.pipeline.mention import Mention
from extractor.pipeline.roles import Part
from extractor.records import Timex

STATES = ("pair", "one", "state")  # articles whose pictures of two persons show meetings
MEETING = "visit_or_meeting"


def caption_events(
    text: str, timexes: Sequence[Timex], mentions: Sequence[Mention], prose: Sequence[Told], about: str = "other",
    language: str = "en",
) -> list[Told]:  # fmt: skip
    """The events of a caption: those of its prose, else the meeting, or what someone was the first to do, that it tells without a verb.

    "A with B, 2009"; also "A and B in Moscow, 2009", where a place is told or the article is about states. Where the prose tells
    of the meeting itself ("A and B at a summit"), all who meet take part alike.
    """
    office = words(language).OFFICE
    found = [mention for mention in mentions if mention.type == "PERSON" and not re.match(office, mention.name)]
    persons = list({mention.name: mention for mention in reversed(found)}.values())[::-1]
    told = [event for event in prose if not _within(event, persons)]
    first = first_event(text, timexes[0], persons[0], "caption", language) if len(timexes) == 1 and persons else None
    if first and not told:
        return [first]
    if not _meet(text, timexes, persons, about, language):
        return told
    parts = tuple(Part(person, person.name, "mutual", person.type) for person in persons)
    if not told:
        return [Told(timexes[0], MEETING, (0, len(text)), None, parts, confidence=0.6, rule="caption")]
    return [_together(event, parts) if event.kind == MEETING else event for event in told]


def _within(event: Told, persons: list[Mention]) -> bool:
    """Whether an event's word is but a part of somebody's name."""
    return event.trigger is not None and any(
        person.start <= event.trigger[0] and event.trigger[1] <= person.end for person in persons
    )


def _meet(text: str, timexes: Sequence[Timex], persons: list[Mention], about: str, language: str) -> bool:
    w = words(language)
    if len(timexes) != 1 or len({person.name for person in persons}) < 2:
        return False
    between = {word for one, other in pairwise(persons) for word in text[one.end : other.start].lower().split()}
    behind = re.findall(r"\w+", text[persons[-1].end : timexes[0].start].lower())
    joined = between & w.TOGETHER_WITH and (about in STATES or set(behind[:-1]) & w.PLACING)
    return bool(between & w.TOGETHER or joined)


def _together(event: Told, parts: tuple[Part, ...]) -> Told:
    return replace(
        event, parts=(*parts, *(part for part in event.parts if all(part.name != one.name for one in parts)))
    )
