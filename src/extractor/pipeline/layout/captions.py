"""The meeting that a caption without a verb tells: persons, a word like "with" between them, and one date."""

from __future__ import annotations

import re

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.mention import Mention
from extractor.pipeline.roles import Part
from extractor.records import Timex

STATES = ("pair", "one", "state")  # articles whose pictures of two persons show meetings


def caption_events(
    text: str, timexes: list[Timex], mentions: list[Mention], about: str = "other", language: str = "en"
) -> list[Told]:
    """The meeting of a caption: "A with B, 2009"; also "A and B in Moscow, 2009", where a place is told or the article is about states."""
    w = words(language)
    persons = [mention for mention in mentions if mention.type == "PERSON"]
    if len(timexes) != 1 or len(persons) < 2:
        return []
    between = set(text[persons[0].end : persons[1].start].lower().split())
    behind = re.findall(r"\w+", text[persons[-1].end : timexes[0].start].lower())
    joined = between & w.TOGETHER_WITH and (about in STATES or set(behind[:-1]) & w.PLACING)
    if not (between & w.TOGETHER or joined) or persons[0].name == persons[1].name:
        return []
    parts = tuple(Part(person, person.name, "mutual", person.type) for person in persons)
    return [Told(timexes[0], "visit_or_meeting", (0, len(text)), None, parts, confidence=0.6, rule="caption")]
