"""What somebody was the first to do, told without a verb of its own: "Ann Lee, first woman in space (1963)", "… to walk on the Moon (1969)"."""

from __future__ import annotations

import re

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.mention import Mention
from extractor.pipeline.roles import Part
from extractor.records import Timex


def first_event(text: str, timex: Timex, who: Mention, rule: str, language: str = "en") -> Told | None:
    """The event of a text that opens with `who`, goes on with what that one was first in, and ends with a date."""
    w = words(language)
    match = re.match(w.FIRSTS, text[: timex.start])
    if match is None or who.start or who.end > match.end("who") or re.search(r"\w", text[timex.end :]):
        return None
    act = re.match(w.FIRST_ACT, text[match.end() : timex.start])
    trigger = None
    if act:
        start, end = (match.end() + at for at in act.span(act.lastgroup or 0))
        trigger = (start, end, text[start:end])
    parts = (Part(who, who.name, "source", who.type),)
    return Told(timex, "life", (0, len(text)), trigger, parts, confidence=0.7, rule=rule)
