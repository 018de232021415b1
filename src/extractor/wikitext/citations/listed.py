"""Works that a bibliography lists in plain text, without a citation template."""

from __future__ import annotations

from collections.abc import Iterable

import mwparserfromhell

from extractor.lang import words
from extractor.records import Block, Reference
from extractor.wikitext.citations.byname import plain_anchor
from extractor.wikitext.citations.known import Known, recalled
from extractor.wikitext.citations.note import Fields, Reading
from extractor.wikitext.citations.plain import plain_fields
from extractor.wikitext.citations.shown import inside, shown


def listed(
    blocks: Iterable[Block], text: str, taken: list[tuple[int, int]], language: str = "en", known: Known | None = None
) -> list[Reference]:
    """Works that list items of a bibliography name in plain text; `taken`: places of those that templates give."""
    sections = words(language).WORKS_SECTIONS
    out = []
    for block in blocks:
        if block.kind == "list_item" and any(part.lower() in sections for part in block.path):
            start, end = text.rfind("\n", 0, block.start) + 1, (text.find("\n", block.end) + 1 or len(text) + 1) - 1
            if not any(low < end and start < high for low, high in taken):
                out += _item(text[start:end], start, language, known)
    return out


def _item(line: str, start: int, language: str, known: Known | None) -> list[Reference]:
    source = line.lstrip("*#:; \t")
    read: Fields = recalled(known, "item", source, language, lambda: Reading(_work(source, language))).first
    if not read["title"]:
        return []
    place = start + len(line) - len(source)
    return [Reference("", "", "", place, place + len(source), part="listed", anchor=plain_anchor(read), **read)]


def _work(source: str, language: str) -> Fields:
    content = mwparserfromhell.parse(source, skip_style_tags=True)
    links = [node for node, role, _ in inside(content, language) if role == "link"]
    return plain_fields(content, links, shown(content), language)
