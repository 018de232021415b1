"""Notes → references: what a citation says, field by field, as it is given. Dates as EDTF where they can be read."""

from __future__ import annotations

from typing import Any

from mwparserfromhell.nodes import ExternalLink, Template

from extractor.records import Reference
from extractor.timex import fallback, find
from extractor.wikitext.limits import MAX_NOTE
from extractor.wikitext.notes import Note, Notes
from extractor.wikitext.reader import plain
from extractor.wikitext.templates import canonical

# our field -> the CS1 parameters that may hold it, the first given wins
FIELDS = {
    "title": ("title", "script-title", "chapter", "entry", "contribution", "article"),
    "work": (
        "website",
        "work",
        "newspaper",
        "journal",
        "magazine",
        "periodical",
        "encyclopedia",
        "encyclopaedia",
        "series",
        "via-work",
    ),
    "publisher": ("publisher", "agency", "institution"),
    "published": ("date", "year", "publication-date"),
    "accessed": ("access-date", "accessdate"),
    "url": ("url", "chapter-url", "contribution-url"),
    "archive_url": ("archive-url", "archiveurl"),
    "archived": ("archive-date", "archivedate"),
    "language": ("language", "lang"),
    "quote": ("quote", "quotation"),
    "pages": ("page", "pages", "p", "pp", "at"),
    "doi": ("doi",),
    "isbn": ("isbn",),
    "issn": ("issn",),
}
DATES = ("published", "accessed", "archived")


def references(notes: Notes) -> tuple[Reference, ...]:
    """Every note that has a mark, in the order of first marks; its key as rendered."""
    return tuple(_reference(note.key, note) for note in notes.ordered())


def _reference(key: str, note: Note) -> Reference:
    start, end = note.place
    if note.text is None:
        return Reference(key, note.group, note.name, start, end)
    template, fields = _cited(note.content)
    text = plain(note.text[:MAX_NOTE])
    name = "" if note.name.startswith("FOOTNOTE") else note.name
    return Reference(key, note.group, name, start, end, template=template, text=text, **fields)


def _cited(content: Any) -> tuple[str, dict[str, Any]]:
    """Name and fields of the first citation template in a note, else what a bare external link gives."""
    for node in content.nodes:
        if isinstance(node, Template):
            name = canonical(str(node.name))
            if name.startswith(("cite ", "citation", "cite-", "#invoke:cite", "vcite ")):
                return name, _fields(node)
    for node in content.nodes:
        if isinstance(node, ExternalLink):
            title = str(node.title).strip() if node.title is not None else ""
            return "", {"url": str(node.url).strip(), "title": title}
    return "", {}


def _fields(node: Template) -> dict[str, Any]:
    given = {str(param.name).strip(): _plain(param.value) for param in node.params if str(param.value).strip()}
    out: dict[str, Any] = {}
    for field, names in FIELDS.items():
        value = next((given[name] for name in names if given.get(name)), "")
        out[field] = as_edtf(value, given.get("language", "en")) if field in DATES else value
    out["authors"] = tuple(_authors(given))
    return out


def _authors(given: dict[str, str]) -> list[str]:
    """Authors as "Last, First" in order, from last1/first1, author1 and their unnumbered forms."""
    out = []
    for number in ("", *map(str, range(1, 100))):
        last = given.get(f"last{number}") or given.get(f"author{number}-last") or given.get(f"surname{number}")
        first = given.get(f"first{number}") or given.get(f"given{number}")
        whole = given.get(f"author{number}")
        if last or whole:
            out.append(f"{last}, {first}" if last and first else last or whole or "")
        elif number not in ("", "1") and not last:
            break
    return out


def as_edtf(text: str, language: str = "en") -> str:
    """A citation's date as EDTF, or "" where neither the grammar nor dateparser can read the whole of it."""
    found = find(text).timexes
    if found and found[0].text == text.strip(" .,;()[]"):
        return found[0].edtf
    code = language.strip().lower()
    point = fallback.read(text, code if len(code) == 2 and code.isalpha() else "en") if text else None
    return point.edtf() if point else ""


def _plain(value: Any) -> str:
    return plain(str(value))
