"""Events of list items that are a name with its dates, "Mali (1960–1973)", "Guatemala – July 2005", "1994: a treaty"; their section says the kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.layout import senses
from extractor.pipeline.layout.firsts import first_event
from extractor.pipeline.layout.parts import PARTIES, STATE_KINDS, is_party, named, own, parts
from extractor.pipeline.layout.senses import NONE, PRIZE, Sense
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names, state_title
from extractor.pipeline.roles import Part
from extractor.records import Block, Timex

MOST_BESIDE = 8  # letters beside the dates of an item, apart from words that say nothing of their own
LONGEST_NAME = 12  # words


@dataclass(frozen=True, slots=True)
class Shape:
    """An item that is a name and its dates: the name's place and the dates."""

    start: int
    end: int
    timexes: tuple[Timex, ...]


def shape(text: str, timexes: list[Timex], language: str = "en") -> Shape | None:
    """The name and the dates of a text that is no more than both: the dates behind it, in brackets or after a stroke, or before it."""
    for first in range(len(timexes)):  # a date inside the name stays there: "The 2010 Treaty (2011)"
        low = timexes[first].start
        opened = re.search(r"(?:\(|[–—-]\s|:\s|,\s|;\s)(?:[a-z]+ ){0,4}$", text[:low])
        if opened and opened.start() > 1 and _bare(text, opened.start(), len(text), timexes[first:], language):
            return _shaped(text, 0, opened.start(), timexes[first:])
    if timexes and not re.search(r"\w", text[: timexes[0].start]):
        behind = text[timexes[0].end :]
        parted = re.match(r"\s*[:–—,-]\s*", behind) or (re.match(r"\s+", behind) if _is_name(behind) else None)
        if parted:
            return _shaped(text, timexes[0].end + parted.end(), len(text.rstrip()), timexes[:1])
    return None


def listed(text: str, timexes: list[Timex]) -> list[Shape]:
    """The names of a text that lists some, each with its date in brackets: "World Bank (1956), Interpol (1961) and UNESCO (1970)"."""
    out: list[Shape] = []
    low = 0
    for timex in timexes:
        opened = re.search(r"\s*\((?:[a-z]+ )?$", text[low : timex.start])
        if opened is None or text[timex.end : timex.end + 1] != ")":
            return []
        joined = re.match(r"\s*(?:[,;]\s*)?(?:(?:and|&)\s+)?", text[low:])
        found = _shaped(text, low + (joined.end() if joined else 0), low + opened.start(), [timex])
        if found is None or not re.search(r"[A-Z]", text[found.start : found.end]):
            return []
        out.append(found)
        low = timex.end + 1
    return out if len(out) > 1 and not re.search(r"\w", text[low:]) else []


def _shaped(text: str, start: int, end: int, timexes: list[Timex]) -> Shape | None:
    name = text[start:end].strip(" \n,;:–—-•'\"")
    if not name or len(name.split()) > LONGEST_NAME:
        return None
    start = text.index(name, start)
    return Shape(start, start + len(name), tuple(timexes))


def _bare(text: str, low: int, high: int, timexes: list[Timex], language: str) -> bool:
    """Whether a stretch holds dates and next to nothing else."""
    rest, at = "", low
    for timex in timexes:
        rest, at = rest + " " + text[at : timex.start], timex.end
    w = words(language)
    left = [
        word
        for word in re.findall(r"[a-z-]+", (rest + " " + text[at:high]).lower())
        if word not in w.DATE_FILLERS and word not in w.DATE_WORDS
    ]
    return sum(map(len, left)) <= MOST_BESIDE


def item_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """Events of a list item that is a name with its dates, of the kind that its section says; none where it says none."""
    sense = senses.by_path(block.path, names, language) or senses.by_title(names, language)
    plain = [timex for timex in timexes if timex.bound != "as of"]
    several = listed(block.text, plain)
    found = several[0] if several else shape(block.text, plain, language)
    if found and sense is None:
        return [] if several else _first(block, found, language)
    if sense is None or sense.kind in (NONE, "visit_or_meeting") or found is None:
        return []
    if sense.kind in STATE_KINDS and not senses.about_relations(names, language) and names.about != "state":
        return []
    if names.about != "person" and sense == senses.read(PRIZE, names, language) and not _makes(block, language):
        return []
    out: list[Told] = []
    for one in several:
        within = tuple(link for link in block.links if one.start <= link.start < one.end)
        out += _told(replace(block, links=within), one, sense, names, language)
    return out if several else _told(block, found, sense, names, language)


def _told(block: Block, found: Shape, sense: Sense, names: Names, language: str) -> list[Told]:
    """The events of a name and its dates."""
    trailing = found.end <= found.timexes[0].start
    name = block.text[found.start : found.end]
    if senses.has_verb(name, language) and not (trailing and not sense.other):
        return []  # prose
    who = _who(block, found, sense, names, language)
    if who is None:
        return []
    out, low = [], found.end if trailing else 0
    for index, timex in enumerate(found.timexes):
        high = found.timexes[index + 1].start if index + 1 < len(found.timexes) else len(block.text)
        cue = senses.cue(block.text, low, timex.start, timex.end, high, language) if sense.kind in STATE_KINDS else None
        low = timex.end
        if re.search(words(language).LIVING, block.text[: timex.start]):
            continue
        if timex.bound == "until" and index:
            continue  # "1961, until 1994": the end of what the first began
        cue = cue or senses.noun(name, sense.kind, found.start, language)
        trigger = (cue.start, cue.end, cue.lemma) if cue else None
        out.append(
            Told(
                timex,
                cue.kind if cue else sense.kind,
                (0, len(block.text)),
                trigger,
                who,
                confidence=0.7,
                rule="list-item",
            )
        )
    return out


def _first(block: Block, found: Shape, language: str) -> list[Told]:
    """What the one whom the item's first link names was the first to do."""
    link = next((link for link in block.links if link.start == found.start), None)
    if link is None or len(found.timexes) > 1 or not is_party(link.target, language):
        return []
    who = Mention(link.start, link.end, block.text[link.start : link.end], link.target, "PERSON", "link")
    told = first_event(block.text, found.timexes[0], who, "list-item", language)
    return [told] if told else []


def _makes(block: Block, language: str) -> bool:
    """Whether an item stands under what a band or company made, not under a word like "Albums" alone."""
    return any(re.search(words(language).OWN_WORKS, title.lower()) for title in block.path)


def _who(block: Block, found: Shape, sense: Sense, names: Names, language: str) -> tuple[Part, ...] | None:
    """Who takes part in what an item tells; None where it doesn't name whom its kind needs, and so is no such item."""
    dated = (found.timexes[0].start, found.timexes[-1].end)
    name = block.text[found.start : found.end]
    if not sense.other:  # what one did or made: the item names the thing
        return tuple(own(names, sense.own, language)) or None
    if sense.kind in STATE_KINDS | PARTIES or (sense.kind == "relations_reduced" and sense.own == "mutual"):
        partner = named(block, dated, state_only=True, language=language)
        whole = partner is not None and partner.end - partner.start >= (found.end - found.start) // 2
        if partner is None:
            state = words(language).STATES.get(name)
            partner = Mention(found.start, found.end, name, state.title, state.type, "state") if state else None
            whole = partner is not None
        if partner is None or not (whole or sense.kind in STATE_KINDS):
            return None
        mine = [part for part in own(names, sense.own, language) if part.name != partner.name]
        return (*mine, Part(partner, partner.name, sense.other, partner.type))
    if sense.kind == "cooperation":
        # a town and its twin
        return (*own(names, sense.own, language), Part(_plain(block, found, "GPE", language), name, sense.other, "GPE"))
    out = parts(block, dated, sense, names, language)
    if len(out) < 2 and not any(part.mention for part in out):
        kind = "ORG" if sense.kind == "membership" else "PERSON"
        if not _is_name(name):
            return None
        whom = _plain(block, found, kind, language)
        out = (*out, Part(whom, whom.name, sense.other, kind))
    return out


def _plain(block: Block, found: Shape, kind: str, language: str) -> Mention:
    """The name of an item that no link gives, without what stands in brackets behind it."""
    text = re.split(r"\s*\(", block.text[found.start : found.end])[0] or block.text[found.start : found.end]
    link = next((one for one in block.links if found.start <= one.start < found.start + len(text)), None)
    title = link.target if link and is_party(link.target, language) else text
    return Mention(
        found.start, found.start + len(text), text, state_title(title, language), kind, "link" if link else "item"
    )


def _is_name(text: str) -> bool:
    """Whether each longer word of a text begins with a capital, as a name's do."""
    return all(word[:1].isupper() or not word[:1].isalpha() or len(word) <= 3 for word in text.split())
