"""Notes → references: what each note cites, the works listed beside the notes, and which of them a short note means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractor.records import Block, Finding, Reference
from extractor.wikitext.citations.byname import by_surname, meant
from extractor.wikitext.citations.known import Known, recalled
from extractor.wikitext.citations.listed import listed
from extractor.wikitext.citations.names import template as named
from extractor.wikitext.citations.note import Fields, Reading, read_note, work
from extractor.wikitext.notes import Notes, citable

# what a problem's field says went wrong: field → (finding's code, message)
_MESSAGES = {
    "title": ("no_title", "the citation gives no title of its own: {!r}"),
    "url": ("bad_url", "{!r} has not the form of an address"),
    "chapter_url": ("bad_url", "{!r} has not the form of an address"),
    "archive_url": ("bad_url", "{!r} has not the form of an address"),
    "doi": ("bad_doi", "{!r} has not the form of a DOI"),
    "isbn": ("bad_isbn", "the ISBN {!r} fails its check digit"),
    "issn": ("bad_issn", "the ISSN {!r} fails its check digit"),
    "published": ("unread_date", "the date of publication {!r} can't be read"),
    "original": ("unread_date", "the date of first publication {!r} can't be read"),
    "accessed": ("unread_date", "the date of access {!r} can't be read"),
    "archived": ("unread_date", "the date of archiving {!r} can't be read"),
    "cites": ("unresolved_short_note", "no work is listed for the short note {!r}"),
    "several": ("ambiguous_short_note", "several works are listed for the short note {!r}"),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """What an article cites: a reference for each note, the works beside them, findings on both."""

    references: tuple[Reference, ...]
    works: tuple[Reference, ...]
    findings: tuple[Finding, ...]


def cited(
    notes: Notes, blocks: tuple[Block, ...], text: str, language: str = "en", known: Known | None = None
) -> Cited:
    """References in the order of first marks, with keys as rendered; then every further full citation as a work.

    A note with several full citations has the fields of the first; the others are works under its key. Works that are
    listed outside of notes, by a template or (in list items of a bibliography among `blocks` of the wikitext `text`) in
    plain words, have the key "". Places of works are those of their templates or words. known: what was read of notes
    and works before; it takes what is new.
    """
    references, further, readings = [], [], []
    for note in notes.ordered():
        reading = _note(note.text, language, known) if note.text is not None else Reading({})
        name = "" if note.name.startswith("FOOTNOTE") else note.name
        first: Fields = reading.first
        references.append(Reference(note.key, note.group, name, *note.place, **first))
        others: list[tuple[Fields, int, int]] = [*reading.further]
        further += [
            Reference(note.key, note.group, name, note.start + start, note.start + end, part="further", **read)
            for read, start, end in others
        ]
        readings.append(reading)
    templates = [
        Reference("", "", "", start, end, part="listed", **fields)
        for start, end in _outside(notes)
        for fields in _templates(text[start:end], language, known)
    ]
    plain = listed(blocks, text, [(work.start, work.end) for work in templates], language, known)
    works = [*further, *sorted([*templates, *plain], key=lambda work: work.start)]
    anchors, people = _anchors([*references, *works]), by_surname([*references, *works])
    linked = [_linked(note, read, anchors) for note, read in zip(references, readings, strict=True)]
    linked = [_meant(note, people) for note in linked]
    return Cited(tuple(linked), tuple(works), tuple(_findings([*linked, *works])))


def _outside(notes: Notes) -> list[tuple[int, int]]:
    """Places of full citations that stand in no note."""
    within = sorted((note.start, note.end) for note in notes.notes if note.text is not None)
    out = []
    for start, end in sorted(set(notes.works)):
        at = bisect_right(within, (start, end)) - 1
        if at < 0 or within[at][1] <= start:
            out.append((start, end))
    return out


def _note(text: str, language: str, known: Known | None) -> Reading:
    return recalled(known, "note", text, language, lambda: read_note(citable(text), 0, language))


def _templates(text: str, language: str, known: Known | None) -> list[Fields]:
    """The fields of the full citations that stand side by side in a text."""

    def read() -> Reading:
        nodes: list[Any] = citable(text).filter_templates(recursive=False)
        return Reading({}, tuple((work(node, *named(node, language), language), 0, 0) for node in nodes))

    return [fields for fields, _, _ in recalled(known, "work", text, language, read).further]


def _anchors(works: list[Reference]) -> dict[str, set[tuple[str, str]]]:
    """Anchor → the works (title, date) that have it; works in plain text only where no template has it.

    The same work cited in full twice is one.
    """
    anchors: dict[str, set[tuple[str, str]]] = {}
    with_template = {item.anchor for item in works if item.template}
    for item in works:
        if item.anchor and (item.template or item.anchor not in with_template):
            anchors.setdefault(item.anchor, set()).add((item.title.casefold(), item.published))
    return anchors


def _linked(reference: Reference, reading: Reading, anchors: dict[str, set[tuple[str, str]]]) -> Reference:
    """The reference with the anchors of the works that its short notes mean; those that none has are its problems."""
    wanted = list(dict.fromkeys(short.anchor for short in reading.shorts if short.anchor))
    if not wanted:
        return reference
    missing = tuple(f"cites: {anchor}" for anchor in wanted if anchor not in anchors)
    several = tuple(f"several: {anchor}" for anchor in wanted if len(anchors.get(anchor, ())) > 1)
    found = tuple(anchor for anchor in wanted if anchor in anchors)
    return replace(reference, cites=found, problems=(*reference.problems, *missing, *several))


def _meant(note: Reference, people: dict[str, list[Reference]]) -> Reference:
    """A short note in plain text with the anchor of the one work that it can mean."""
    if note.template or note.title or note.url or not note.authors:
        return note
    anchor = meant(note, people)
    return replace(note, cites=(anchor,)) if anchor else note


def _findings(references: list[Reference]) -> Iterator[Finding]:
    for reference in references:
        for problem in reference.problems:
            field, _, given = problem.partition(": ")
            code, message = _MESSAGES[field]
            yield Finding(code, message.format(given.removeprefix("CITEREF")), reference.start, reference.end)
