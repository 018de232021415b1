"""Plain text that names works by their people and year: short notes without a template, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from extractor.lang import words
from extractor.records import Reference
from extractor.wikitext.citations.short import anchor

_NAME = r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?"
_SHORT = re.compile(
    rf"^(?:[Ss]ee\s+)?(?P<names>{_NAME}(?:(?:,\s|,?\s(?:and|&)\s){_NAME}){{0,3}})(?:,?\set\sal\.?)?"
    r"[,.]?\s*\(?(?P<year>\d{4}[a-z]?)?\)?(?P<pages>[,.:]?\s*(?:pages?|pgs?\.?|pp?\.?)?\s*(?:\d+|[ivxlc]+)(?:\s?[–-]\s?\d+)?(?:,\s?\d+(?:[–-]\d+)?)*)?\.?$"
)
_PAGE_WORD = re.compile(r"^[,.:]?\s*(?:pages?|pgs?\.?|pp?\.?)?\s*")


def by_name(text: str, language: str = "en") -> dict[str, Any]:
    """The fields of a note that is names, a year, pages and nothing else ("Ross and Dey (1990), p. 3"); {} of any other."""
    match = _SHORT.match(text)
    if not match or not (match["year"] or (match["pages"] and "p" in match["pages"].lower())):
        return {}
    if any(word.lower() in words(language).BODY_WORDS for word in match["names"].split()):
        return {}
    names = re.split(r",?\s(?:and|&)\s|,\s", match["names"])
    pages = _PAGE_WORD.sub("", match["pages"] or "")
    return {"authors": tuple(names), "published": (match["year"] or "")[:4], "pages": pages}


def surnames(people: tuple[str, ...]) -> list[str]:
    """What people are called by: what stands before the comma, else the last word ("Ross A": the first)."""
    return [name.split(",")[0] if "," in name else name.split()[-(len(name.split()[-1]) > 1)] for name in people]


def by_surname(works: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Works with a title and an anchor by the surname of their first author or editor."""
    out: dict[str, list[Reference]] = {}
    for work in works:
        people = surnames(work.authors or work.editors)
        if people and work.anchor and work.title:
            out.setdefault(people[0], []).append(work)
    return out


def meant(note: Reference, works: dict[str, list[Reference]]) -> str:
    """The anchor of the one work (of `by_surname`) whose people and year a short note in plain text names, or ""."""
    names = list(note.authors)
    found = [
        work
        for work in works.get(names[0], ())
        if work.published[:4] == (note.published or work.published)[:4]
        and (len(names) == 1 or surnames(work.authors or work.editors)[: len(names)] == names)
    ]
    return found[0].anchor if len({work.title.casefold() for work in found}) == 1 else ""


def plain_anchor(read: dict[str, Any]) -> str:
    """The anchor that a work in plain text would have: its authors and year, "" without authors or title."""
    people = read.get("authors") or read.get("editors", ())
    return anchor(surnames(people), read.get("published", "")[:4]) if people and read.get("title") else ""
