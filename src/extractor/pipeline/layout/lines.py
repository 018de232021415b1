"""Lines that tell a visit or an agreement without a verb, "2007: Prime Minister X" under "From Peru to Poland": a list's items, a cell's lines.

The model's names say who; the heading says what and who to whom. Where the prose told the same act, its parties are filled up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.layout import senses
from extractor.pipeline.layout.captions import caption_events
from extractor.pipeline.layout.parts import implicit, is_party, own
from extractor.pipeline.layout.visits import Visit, visit_of, visit_parts
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names
from extractor.pipeline.roles import Part
from extractor.records import Block, Timex

KINDS = ("visit_or_meeting", "agreement_signed")
LONGEST_HEADING = 10  # words of a line in a cell that heads those below


def spoken(
    block: Block, start: int, text: str, timexes: Sequence[Timex], mentions: Sequence[Mention], sides: Sequence[str],
    names: Names, prose: Sequence[Told], language: str = "en",
) -> list[Told]:  # fmt: skip
    """The events of a unit that the model has read, `prose` among them: of a caption, a list's item or a cell's line also what layout adds.

    Places count in `text`, which starts at `start` in the block.
    """
    if block.kind == "caption":
        return caption_events(text, timexes, mentions, prose, names.about, language)
    if block.kind in ("list_item", "table_row"):
        return line_events(block, start, text, timexes, mentions, sides, names, prose, language)
    return list(prose)


def line_events(
    block: Block, start: int, text: str, timexes: Sequence[Timex], mentions: Sequence[Mention], sides: Sequence[str],
    names: Names, prose: Sequence[Told], language: str = "en",
) -> list[Told]:  # fmt: skip
    """The events of a line, `prose` among them with its parties filled up."""
    headings = list(_headings(block, start, timexes, language))
    found = next(
        (one for title in headings if (one := senses.sense(title, words(language).HEADING_KINDS, names, language))),
        None,
    )
    if found is None or found.kind not in KINDS:
        return list(prose)
    visit = visit_of(headings, names, sides, language)
    if found.kind == "agreement_signed":
        prose = [
            told for told in prose if not re.search(words(language).NAMING, text[: told.timex.start].rstrip().lower())
        ]
        prose = _once(prose, text, language)
        mentions = [*mentions, *_agreed_with(text, mentions, language)]
    out = [_filled(told, found.kind, visit, sides, mentions, names, language) for told in prose]
    if found.kind == "agreement_signed" and block.kind == "list_item":
        out += _named_first(text, timexes, mentions, sides, names, out, language)
    if (block.kind == "table_row" and not _headed(headings, block)) or senses.has_verb(_unbracketed(text), language):
        return out
    for timex in _dates(text, timexes, language):
        if all(told.timex.start != timex.start for told in out):
            who = _who(found.kind, visit, sides, mentions, names, language)
            noun = senses.noun(text, found.kind, 0, language) if block.kind == "list_item" else None
            opens = noun is not None and timex.end <= noun.start and len(text[: noun.end].split()) <= LONGEST_HEADING
            if any(part.mention for part in who) or (who and opens):
                trigger = (noun.start, noun.end, noun.lemma) if noun else None
                out.append(Told(timex, found.kind, (0, len(text)), trigger, who, confidence=0.7, rule="list-item"))
    return out


def _named_first(
    text: str, timexes: Sequence[Timex], mentions: Sequence[Mention], sides: Sequence[str], names: Names,
    known: Sequence[Told], language: str,
) -> list[Told]:  # fmt: skip
    """The agreement that a line names with its date before it goes on in prose: "Treaty of Lima 1813, by which Peru lost …"."""
    timex = next(iter(timexes), None)
    lead = text[: timex.start] if timex else ""
    noun = senses.noun(lead, "agreement_signed", 0, language)
    if timex is None or noun is None or len(lead.split()) > LONGEST_HEADING or senses.has_verb(lead, language):
        return []
    named = re.fullmatch(r"[^,;:.()]*[\w'’-]+ \(?", lead) and re.match(r"\)?(?:,| \(| [–—-] )", text[timex.end :])
    if not named or any(told.timex.start == timex.start and told.kind == "agreement_signed" for told in known):
        return []
    who = _who("agreement_signed", Visit(), sides, [one for one in mentions if one.end <= timex.start], names, language)
    trigger = (noun.start, noun.end, noun.lemma)
    return (
        [Told(timex, "agreement_signed", (0, len(text)), trigger, who, confidence=0.7, rule="list-item")] if who else []
    )


def _once(prose: Sequence[Told], text: str, language: str) -> list[Told]:
    """One signing for a date: of the words of an agreement's name the noun tells it ("Free Trade Agreement")."""
    noun = senses.noun(text, "agreement_signed", 0, language)
    telling = {told.timex.start for told in prose if noun and told.trigger and told.trigger[0] == noun.start}
    return [
        told
        for told in prose
        if told.timex.start not in telling
        or told.kind != "agreement_signed"
        or (noun and told.trigger and told.trigger[0] == noun.start)
    ]


def _agreed_with(text: str, mentions: Sequence[Mention], language: str) -> list[Mention]:
    """The state that the name of an agreement says it is with, where a link hides it: "Free Trade Agreement with Peru"."""
    w = words(language)
    found = re.search(w.AGREED_WITH, text)
    state = w.STATES.get(found["who"]) if found else None
    if not found or not state or any(one.name == state.title for one in mentions):
        return []
    return [Mention(found.start("who"), found.end("who"), found["who"], state.title, state.type, "state")]


def _headings(block: Block, start: int, timexes: Sequence[Timex], language: str) -> Iterator[str]:
    """What heads a line: in a cell the nearest line above that is a heading, then the sections, the nearest first."""
    cell = next((cell for cell in block.cells if cell.start <= start < cell.end), None)
    if cell is not None:
        for line in reversed(block.text[cell.start : start].split("\n")):
            said = line.strip().rstrip(":. ")
            short = said and len(said.split()) <= LONGEST_HEADING and not any(char.isdigit() for char in said)
            if short and not senses.has_verb(said, language) and _heads(said, language):
                yield said
                break
    yield from reversed(block.path)


def _heads(said: str, language: str) -> bool:
    return any(re.search(rf"\b(?:{pattern})", said.lower()) for pattern, _ in words(language).HEADING_KINDS)


def _headed(headings: Sequence[str], block: Block) -> bool:
    """Whether the first heading stands in the cell itself."""
    return len(headings) > len(block.path)


def _dates(text: str, timexes: Sequence[Timex], language: str) -> Iterator[Timex]:
    """The dates that open a line, stand in brackets or end it: those that date the line and not a name in it."""
    for timex in timexes:
        before, behind = text[: timex.start].rstrip(), text[timex.end :].lstrip()
        opens = not re.search(r"\w", before)
        opened = before.rfind("(") if before.rfind("(") > before.rfind(")") else None
        bracketed = opened is not None and not senses.has_verb(before[opened:], language)
        ends = not re.search(r"\w", _unbracketed(behind)) and before[-1:] in (",", "–", "—", "-", ":", ";")
        if timex.bound != "as of" and (opens or bracketed or ends):
            yield timex


def _unbracketed(text: str) -> str:
    return re.sub(r"\(.*?\)", "", text)


def _who(
    kind: str, visit: Visit, sides: Sequence[str], mentions: Sequence[Mention], names: Names, language: str
) -> tuple[Part, ...]:
    if kind == "visit_or_meeting":
        mentions = [one for one in (_unstyled(one, language) for one in mentions) if one]
        persons = any(one.type == "PERSON" for one in mentions)
        named = [
            replace(one, type="PERSON") if one.how == "link" and not persons and _is_name(one, language) else one
            for one in mentions
        ]
        return visit_parts([one for one in named if one.type in ("PERSON", "GPE", "NORP")], visit, names, language)
    states = [
        one for one in mentions if one.type in ("GPE", "ORG") and is_party(one.name, language) and one.how != "capital"
    ]
    parties = tuple(
        Part(one, one.name, "mutual", one.type) for one in {one.name: one for one in reversed(states)}.values()
    )
    whom = sides if names.about == "pair" or not parties else sides[:1]
    mine = (
        [implicit(side, "mutual", "GPE", language) for side in whom] if names.sides else own(names, "mutual", language)
    )
    return (*(part for part in mine if all(part.name != one.name for one in parties)), *parties)


def _unstyled(mention: Mention, language: str) -> Mention | None:
    """A person without the style before the name ("Hon. Ann Lee"); None where nothing else is left."""
    if mention.type != "PERSON":
        return mention
    styles = words(language).HONORIFICS | words(language).STYLES
    text = mention.text
    while text and text.split()[0].strip(".,").lower() in styles:
        text = text[len(text.split()[0]) :].lstrip()
    if not text:
        return None
    same = text == mention.text or mention.how == "link"
    return mention if same else replace(mention, start=mention.end - len(text), text=text, name=text)


def _is_name(mention: Mention, language: str) -> bool:
    """Whether a link that no table knows reads like a person's name."""
    w = words(language)
    if mention.name in w.STATES or w.label_of_title(mention.name):
        return False
    forms = mention.text.split()
    return len(forms) > 1 and all(form[:1].isupper() for form in forms)


def _filled(
    told: Told, kind: str, visit: Visit, sides: Sequence[str], mentions: Sequence[Mention], names: Names, language: str
) -> Told:
    """An event of the prose under such a heading, with those whom the heading adds."""
    if told.kind != kind:
        return told
    known = {part.name for part in told.parts}
    if kind == "agreement_signed":
        added = (
            []
            if len(known) > 1
            else [part for part in _who(kind, visit, sides, mentions, names, language) if part.name not in known]
        )
        both = sorted((*added, *told.parts), key=lambda part: part.mention is not None)  # the article's own first
        return replace(told, parts=tuple(both))
    who = _who(kind, visit, sides, mentions, names, language)
    if visit == Visit():
        return told
    kept = [part for part in told.parts if all(part.name != one.name for one in who) and part.name not in sides]
    return replace(told, parts=(*who, *kept))
