"""Who visits whom: by the heading over a row or line ("From Peru to Poland"), else by whom the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.lang import words
from extractor.pipeline.layout.parts import implicit, is_party
from extractor.pipeline.layout.senses import states_in
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names, state_title
from extractor.pipeline.roles import Part


@dataclass(frozen=True, slots=True)
class Visit:
    """The state that visits and the one visited; None where nothing says it."""

    visitor: str | None = None
    host: str | None = None


def visit_of(headings: Iterable[str], names: Names, sides: Sequence[str], language: str = "en") -> Visit:
    """The direction that the first heading with one gives, filled up by the two `sides`."""
    found = next((one for heading in headings if (one := _direction(heading, names, language)) != Visit()), Visit())
    if len(sides) > 1 and (found.visitor is None) != (found.host is None):
        known = found.visitor or found.host
        rest = next((side for side in sides if side != known), None)
        return Visit(found.visitor or rest, found.host or rest) if known in sides else found
    if names.about == "one" and found.visitor is None and found.host not in (None, *sides[:1]):
        return Visit(sides[0], found.host)
    if names.about == "one" and found.host is None and found.visitor not in (None, *sides[:1]):
        return Visit(found.visitor, sides[0])
    return found


def _direction(heading: str, names: Names, language: str) -> Visit:
    w = words(language)
    own = names.sides[0] if names.about in ("one", "state") else None
    visitor: str | None = None
    host: str | None = None
    bare: list[str] = []
    for before, name in states_in(heading, language):
        if before in w.HOST_WORDS:
            host = host or name
        elif before in w.VISITOR_WORDS:
            visitor = visitor or name
        else:
            bare.append(name)
    if bare and visitor is None and host is not None:
        visitor = next((name for name in bare if name != host), None)
    if visitor is None and host is None and own:
        if re.search(w.INCOMING, heading.lower()):
            return Visit(None, own)
        if re.search(w.OUTGOING, heading.lower()):
            return Visit(own, None)
    return Visit(visitor, host)


def visit_parts(named: Sequence[Mention], visit: Visit, names: Names, language: str = "en") -> tuple[Part, ...]:
    """Persons that visit, or else their state; and the state visited. `named`: whom the row or line names, left to right."""
    w = words(language)
    states = [one for one in named if one.type in ("GPE", "NORP") and one.how != "capital"]
    persons = [
        one
        for one in named
        if one.type == "PERSON" and is_party(one.name, language) and not re.match(w.OFFICE, one.name)
    ]
    visitor, host = visit.visitor, visit.host
    if visit == Visit() and len(names.sides) > 1:  # "X, Warsaw, 2010": the capital says where it went
        host = next((one.name for one in named if one.how == "capital" and one.name in names.sides), None)
    goes = traveller(names, language)
    if goes:
        source = [Part(None, goes, "source", "PERSON")]
    elif persons:
        source = [Part(person, person.name, "source", person.type) for person in persons]
    else:
        name = visitor or next((one.name for one in states if one.name not in (host, *names.sides[:1])), None)
        source = [_state(name, states, "source", language)] if name else []
    if host is None:
        # a state that the line names and that isn't the visitor's is where it goes; else whom the article is about
        own = names.sides[0] if names.about in ("one", "state") else None
        home = visitor or (own if names.about != "one" else None)
        placed = [one.name for one in states if one.name not in (home, *(part.name for part in source))]
        host = next(iter(placed), None) if visitor or goes or names.about in ("person", "pair") else own
    target = [_state(host, states, "target", language)] if host and host != visitor else []
    return (*source, *(part for part in target if all(part.name != other.name for other in source)))


def traveller(names: Names, language: str = "en") -> str | None:
    """The person whose visits an article lists: its subject, or the one whom its title names ("visits made by X")."""
    if names.about == "person" and names.subject:
        return names.subject[0]
    made = re.search(words(language).MADE_BY, names.title)
    return made["who"] if made and not list(states_in(made["who"], language)) else None


def _state(name: str, states: Sequence[Mention], role: str, language: str) -> Part:
    mention = next((one for one in states if one.name == name), None)
    return (
        Part(mention, name, role, mention.type)
        if mention
        else implicit(state_title(name, language), role, "GPE", language)
    )
