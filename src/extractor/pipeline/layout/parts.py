"""Who takes part in what layout tells: whom the article is about, whom a row or item names, in the roles that the sense gives."""

from __future__ import annotations

import re

from extractor.lang import words
from extractor.pipeline.layout.senses import Sense, about_relations, states_in
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names, state_title
from extractor.pipeline.roles import Part
from extractor.records import Block, Cell, Link, Timex

STATE_KINDS = frozenset({"relations_established", "relations_severed", "recognition"})
PARTIES = frozenset({"agreement_signed", "agreement_in_force"})  # what a treaty is called signs nothing
LONGEST = 8  # words of a cell that is a name


def sides(block: Block, names: Names, language: str = "en") -> tuple[str, ...]:
    """The two that "both countries" means here: the title's pair, or its one country and the state that the row or section is about."""
    if names.about != "one":
        return names.sides
    states = words(language).STATES
    partner = named(block, (0, 0), state_only=True, language=language) if block.cells else None
    titles = (
        [partner.name]
        if partner
        else [state_title(title, language) for title in reversed(block.path) if title in states]
    )
    return names.sides + tuple(title for title in titles[:1] if title != names.sides[0])


def own(names: Names, role: str, language: str = "en") -> list[Part]:
    """Whom the article is about, in a role; nobody where that is a list, a theme or a treaty."""
    if not role:
        return []
    w = words(language)
    if names.sides:
        known = names.about in ("pair", "state") or about_relations(names, language)
        whom = [(name, "GPE") for name in names.sides[:2] if known or name in w.STATES]
    else:
        whom = [names.subject] if names.subject else []
    signs = role == "mutual"  # what a treaty is called signs nothing
    return [
        implicit(name, role, kind, language)
        for name, kind in whom
        if not re.match(w.NO_PARTY, name.lower()) and not (signs and w.label_of_title(name) == "LAW")
    ]


def implicit(name: str, role: str, kind: str = "GPE", language: str = "en") -> Part:
    """One who takes part without a word in the text."""
    state = words(language).STATES.get(name)
    return Part(None, name, role, state.type if state else kind)


def is_party(title: str, language: str = "en") -> bool:
    """Whether the title of an article can be one that acts: not a list, a theme, a treaty or an event."""
    w = words(language)
    return not re.match(w.NO_PARTY, title.lower()) and w.label_of_title(title) not in ("LAW", "EVENT")


def parts(block: Block, dated: tuple[int, int], sense: Sense, names: Names, language: str = "en") -> tuple[Part, ...]:
    """Those whom the article is about and the one whom a row or item names outside of the stretch `dated`."""
    out = own(names, sense.own, language)
    if sense.kind == "leadership_change":
        if names.about == "person":  # who takes office does it
            return tuple(Part(None, part.name, "source", part.type) for part in out)
        if len(out) > 1:  # of two states it is one whose ambassadors are listed
            sent = _sender(block, names, language)
            out = [part for part in out if part.name == sent]
    state_only = sense.kind in STATE_KINDS or sense.kind in PARTIES
    other = named(block, dated, state_only=state_only, language=language) if sense.other else None
    by_person = sense.kind == "leadership_change" or (sense.kind == "membership" and names.about == "other")
    if other and other.type != "PERSON" and by_person:
        persons = [one for one in row_names(block, dated, language) if one.type == "PERSON"]
        other = next(iter(persons), other)
    if other is None and sense.other and not state_only:
        other = called(block, dated, "PERSON" if sense.kind in ("leadership_change", "life") else "ORG", language)
    if other and all(other.name != part.name for part in out):
        out.append(Part(other, other.name, sense.other, other.type))
    return tuple(out)


def _sender(block: Block, names: Names, language: str) -> str | None:
    """Of an article's two states the one that a heading, or else the title, names first: "Polish ambassadors to Peru"."""
    listed = re.match(words(language).TITLE_MISSION, names.title)
    for heading in reversed(block.path):
        found = [
            name for before, name in states_in(heading, language) if before not in ("to", "in") and name in names.sides
        ]
        if found:
            return found[0]
    return names.sides[0] if listed else None


def named(block: Block, dated: tuple[int, int], *, state_only: bool, language: str = "en") -> Mention | None:
    """Whom a row or item names: by its first flag, else its first link; a state or organisation alone where `state_only`."""
    low, high = dated
    links = [link for link in block.links if not low <= link.start < high]
    states = words(language).STATES
    flags = [link for link in links if link.flag or (state_only and state_title(link.target, language) in states)]
    if flags:
        return _mention(block, flags[0], language)
    if state_only:
        return _state_cell(block, dated, language)
    return next((_mention(block, link, language) for link in links if is_party(link.target, language)), None)


def _mention(block: Block, link: Link, language: str) -> Mention:
    w = words(language)
    title = state_title(link.target, language)
    state = w.STATES.get(title)
    kind = state.type if state else "GPE" if link.flag else "ORG" if w.label_of_title(title) == "ORG" else "PERSON"
    return Mention(link.start, link.end, block.text[link.start : link.end], title, kind, "link")


def _state_cell(block: Block, dated: tuple[int, int], language: str) -> Mention | None:
    """A cell that holds the name of a state and no more, without a link."""
    states = words(language).STATES
    for cell in block.cells:
        text = block.text[cell.start : cell.end].strip()
        if cell.start != dated[0] and text in states:
            start = block.text.index(text, cell.start)
            return Mention(start, start + len(text), text, states[text].title, states[text].type, "state")
    return None


def called(block: Block, dated: tuple[int, int], kind: str, language: str = "en") -> Mention | None:
    """Whom a row names in plain words: the cell under a heading of names, else the row's own heading."""
    heads = words(language).NAME_COLUMNS
    cells = [cell for cell in block.cells if not dated[0] <= cell.start < dated[1] and _is_name(block, cell)]
    cell = next((cell for cell in cells if any(re.search(rf"\b{word}", cell.column.lower()) for word in heads)), None)
    cell = cell or next((cell for cell in cells if cell.header), None)
    if cell is None:
        return None
    text = block.text[cell.start : cell.end].split("\n")[0]
    name = re.split(r"\s*[(\[†‡*]", text.strip())[0].strip()
    if not name:
        return None
    start = cell.start + text.index(name)
    return Mention(start, start + len(name), name, name, kind, "cell")


def row_names(block: Block, dated: tuple[int, int], language: str = "en") -> list[Mention]:
    """States and persons that a row names outside of its date cell, left to right, by links and by the column of names."""
    w = words(language)
    links = [link for link in block.links if not dated[0] <= link.start < dated[1] and link.target not in w.CAPITALS]
    found = [_mention(block, link, language) for link in links if link.flag or is_party(link.target, language)]
    if not any(one.type == "PERSON" for one in found):
        person = called(block, dated, "PERSON", language)
        if person and state_title(person.name, language) not in w.STATES:
            found.append(person)
    return sorted(found, key=lambda one: one.start)


def _is_name(block: Block, cell: Cell) -> bool:
    text = block.text[cell.start : cell.end].strip()
    return text[:1].isupper() and len(text.split()) <= LONGEST and not any(char.isdigit() for char in text)


def since_named(
    block: Block, cell: Cell, timex: Timex, parts: tuple[Part, ...], language: str = "en"
) -> tuple[Part, ...]:
    """As given, but the one whom the row names by the name in brackets behind the date, the one that it had then: "1882 (Joseon)"."""
    behind = re.match(r"\s*\((?=\w)", block.text[timex.end : cell.end])
    start = timex.end + behind.end() if behind else -1
    link = next(
        (link for link in block.links if link.start == start and block.text[link.end : link.end + 1] == ")"), None
    )
    if link is None or not block.text[start].isupper() or not is_party(link.target, language):
        return parts
    then = Mention(link.start, link.end, block.text[link.start : link.end], link.target, "GPE", "link")
    return tuple(
        Part(then, then.name, part.role, part.type) if part.mention and part.type == "GPE" else part for part in parts
    )
