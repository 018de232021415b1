"""One noun that actors, roles and layout share: a name in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor's name in a text: place, the title it means, its type, and by what it was known.

    type: PERSON, ORG, GPE or NORP; FAC, LOC, EVENT or PRODUCT; LINK for a link of no known type; GROUP for a common noun;
    SIDES for a phrase that means both sides. how: link, repeat, ner, state, demonym, capital, phrase, pronoun or noun.
    """

    start: int
    end: int
    text: str
    name: str
    type: str
    how: str
