"""Who takes part in contests: rows of a prize's table and of two teams' matches."""

from __future__ import annotations

import re

from extractor.lang import words
from extractor.pipeline.layout.parts import is_party
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names
from extractor.pipeline.roles import Part
from extractor.records import Block, Cell


def is_prize(names: Names, language: str = "en") -> bool:
    """Whether the article is about a prize, so that the years of its tables say when whom was given it."""
    return names.about == "other" and bool(re.search(words(language).PRIZE_TITLES, names.title.lower()))


def given(block: Block, dated: Cell, language: str = "en") -> tuple[Part, ...]:
    """Those whom a row of a prize's table says were given it: its links, but for the columns that say for what."""
    others = words(language).PRIZE_OTHERS
    cells = [cell for cell in block.cells if cell != dated and not any(word in cell.column.lower() for word in others)]
    found = {
        link.target: Mention(link.start, link.end, block.text[link.start : link.end], link.target, "PERSON", "link")
        for cell in cells
        for link in block.links
        if cell.start <= link.start < cell.end and not link.flag and is_party(link.target, language)
    }
    return tuple(Part(one, one.name, "target", one.type) for one in found.values())


def match_sides(block: Block, names: Names, language: str = "en") -> tuple[Part, ...]:
    """The two whose matches the article's title says it lists; with a place where a cell names the one."""
    w = words(language)
    found = re.search(w.MATCHES, names.title)
    if found is None:
        return ()
    both = (found["one"], found["other"])
    states = all(side in w.STATES or side in w.DEMONYMS for side in both)
    out = []
    for side in both:
        name = w.NATIONAL_TEAM.format(state=side, sport=found["sport"].lower()) if states else side
        cell = next((cell for cell in block.cells if block.text[cell.start : cell.end].strip() == side), None)
        at = block.text.index(side, cell.start) if cell else 0
        mention = Mention(at, at + len(side), side, name, "ORG", "cell") if cell else None
        out.append(Part(mention, name, "mutual", "ORG"))
    return tuple(out)
