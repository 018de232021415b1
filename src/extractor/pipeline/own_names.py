"""An article's own names: what its links, acronyms and title call whom. Gathered once, from the article alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.lang import words
from extractor.records import Article, Block

_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?)\s+")
_ACRONYM = re.compile(r"^['\"”]?\s*\((?:the )?([A-Z][A-Za-z.&-]{1,9})\)")


@dataclass(frozen=True, slots=True)
class Names:
    """linked: surface → title; sides: the states that the title names; about: what the title is about, "pair", "one" (a
    country's relations and the like), "state", "person" or "other"."""

    linked: dict[str, str]
    sides: tuple[str, ...] = ()
    title: str = ""
    about: str = "other"
    surnames: dict[str, str] = field(default_factory=dict)

    @property
    def subject(self) -> tuple[str, str] | None:
        """Name and type of the one whom the article is about; None for a pair and for no article at all."""
        if self.about in ("one", "state"):
            return self.sides[0], "GPE"
        if self.about == "pair" or not self.title:
            return None
        return self.title, "PERSON" if self.about == "person" else "ORG"


def names_of(article: Article, language: str = "en") -> Names:
    """Gather the names that an article links, and whom its title is about."""
    linked: dict[str, str] = {}
    for block in article.blocks:
        for surface, title in _linked(block, words(language).LIST_TITLES):
            linked.setdefault(surface, title)
            linked.setdefault(title, title)
    title = article.revision.title
    sides, about = _about(article, language)
    plain = re.sub(r"\s*\(.*?\)$", "", title)
    if about in ("person", "other"):
        linked[plain] = title
    surnames: dict[str, str] = {}
    for surface, name in linked.items():
        if surface.count(" ") in (1, 2, 3):
            surnames.setdefault(surface.split()[-1], name)
    if about == "person":
        surnames[plain.split()[-1]] = title
    return Names(linked, sides, title, about, surnames)


def _linked(block: Block, lists: str) -> Iterator[tuple[str, str]]:
    """Surface and title of each link that a capital begins, and of the acronym in brackets after it; not of links to lists and the like."""
    for link in block.links:
        surface = block.text[link.start : link.end].strip()
        if link.target and surface[:1].isupper() and not re.match(lists, link.target.lower()):
            yield surface, link.target
            acronym = _ACRONYM.match(block.text[link.end : link.end + 20])
            if acronym:
                yield acronym[1], link.target


def _about(article: Article, language: str) -> tuple[tuple[str, ...], str]:
    w = words(language)
    title = article.revision.title
    pair = re.match(w.TITLE_PAIR, title) or re.match(w.TITLE_MISSION, title)
    one = re.match(w.TITLE_ONE, title)
    if pair:
        return (state_title(pair["a"], language), state_title(pair["b"], language)), "pair"
    if one:
        return (state_title(one["a"], language),), "one"
    if title in w.STATES:
        return (state_title(title, language),), "state"
    fields = any(cell.column.lower() in w.PERSON_FIELDS for block in article.blocks for cell in block.cells)
    lead = next((block.text for block in article.blocks if block.kind == "paragraph"), "")
    return (), "person" if fields or re.search(w.PERSON_LEAD, lead) else "other"


def bare(name: str) -> str:
    """A name without its article."""
    return _ARTICLE.sub("", name)


def state_title(name: str, language: str = "en") -> str:
    """The article's title of a state named in any of its ways; another name as it stands."""
    state = words(language).STATES.get(name) or words(language).STATES.get(bare(name))
    return state.title if state else name
