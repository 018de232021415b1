"""Events of infobox fields: a date under a field's name."""

from __future__ import annotations

import re

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.layout import senses
from extractor.pipeline.layout.parts import own
from extractor.pipeline.layout.senses import NONE, Sense
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names
from extractor.pipeline.roles import Part
from extractor.records import Block, Timex

ONCE = ("founded", "statehood")  # kinds of which a field's first date tells all


def field_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """Events of an infobox field: one for each date, of the kind that the field's name says; none for an unknown field."""
    w = words(language)
    said = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", block.cells[0].column).lower()
    sense = _sense(said, names, language)
    if sense is None or sense.kind == NONE:
        return []
    shared = bool(re.search(w.SHARED_FIELDS, said))
    mine = own(names, "mutual" if shared else sense.own, language)
    out: list[Told] = []
    for timex in timexes:
        if timex.bound == "as of" or any(timex.edtf == told.timex.edtf for told in out):
            continue  # the time of the day stands beside it
        if out and sense.kind in ONCE and "(" in block.text[block.text.rfind("\n", 0, timex.start) + 1 : timex.start]:
            continue  # "1916 (at this address since 1997)"
        other = _beside(block, timex) if shared else None
        parts = (*mine, Part(other, other.name, "mutual", "PERSON")) if other else tuple(mine)
        out.append(Told(timex, sense.kind, (0, len(block.text)), None, parts, confidence=0.6, rule="infobox-field"))
    return out


def _sense(said: str, names: Names, language: str) -> Sense | None:
    """What a field's dates tell; what a plain "date" dates is for the title to say."""
    w = words(language)
    spec = next((spec for pattern, spec in w.FIELD_KINDS if re.search(rf"\b(?:{pattern})", said)), None)
    if spec is None:
        return None
    if spec == "titled":
        found = senses.sense(names.title, w.TITLE_KINDS, names, language)
        return Sense(found.kind, "", "") if found else senses.read("other", names, language)
    sense = senses.read(spec, names, language)
    person = names.about == "person"
    if sense.kind == "leadership_change" and (person or re.search(w.PERSON_TERMS, said)):
        return Sense(sense.kind, "source", "")  # who takes office does it
    return Sense("other", sense.own, "") if sense.kind == "life" and names.about in ("one", "state", "pair") else sense


def _beside(block: Block, timex: Timex) -> Mention | None:
    """The name that stands before a date in a field, up to the date before it: "Ann Lee (1994–2002)"."""
    before = block.text[: timex.start]
    match = re.search(r"([^\n\t();,]{3,60})[\s(;,.m]*$", before)
    if match is None or not match[1].strip()[:1].isupper():
        return None
    text = match[1].strip()
    start = match.start(1) + match[1].index(text)
    link = next((link for link in block.links if link.start < start + len(text) and start < link.end), None)
    return Mention(start, start + len(text), text, link.target if link else text, "PERSON", "link" if link else "field")
