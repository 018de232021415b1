"""The door of this room: `parse(revision)`."""

from __future__ import annotations

import re

from extractor.records import Article, Finding, Mark, Revision
from extractor.wikitext.blocks import Assembler
from extractor.wikitext.citations.known import Known
from extractor.wikitext.limits import MAX_LENGTH
from extractor.wikitext.notes import Notes
from extractor.wikitext.reader import Reader
from extractor.wikitext.references import cited
from extractor.wikitext.regions import CONTROL

REDIRECT = re.compile(r"(?i)^\s*#\s*redirect\s*:?\s*\[\[([^\]|#]+)")


def parse(revision: Revision, language: str = "en", known: Known | None = None) -> Article:
    """Read a revision's wikitext: sections, blocks of reading text, marks in the order of the rendered page, notes, findings.

    Nothing is rendered: what a template shows is said by the table in `lang`. Time and memory are bounded (`limits`); what
    is beyond is left out, with a finding. known: what notes and works cite, read before; it takes what is new and never
    changes a result.
    """
    match = REDIRECT.match(revision.text)
    if match:
        found = Finding("redirect", f"redirects to {match[1].strip()}", *match.span())
        return Article(revision, (), (), (), (), (found,), redirect=match[1].strip())
    text = CONTROL.sub(" ", revision.text)
    notes, end = Notes(), min(len(text), MAX_LENGTH)
    reader = Reader(text, notes, language)
    if end < len(text):
        reader.limits.stop("too_long", f"only the first {MAX_LENGTH} characters are read", end)
    assembler = Assembler(reader, notes, language)
    assembler.feed(reader.pieces(0, end))
    notes.finish(end)
    blocks = tuple(assembler.blocks)
    sources = cited(notes, blocks, revision.text, language, known)
    return Article(
        revision=revision,
        sections=tuple(assembler.sections),
        blocks=blocks,
        marks=tuple(Mark(-1, notes.key(event.note), event.start, event.end) for event in notes.rendered()),
        references=sources.references,
        findings=(*_findings(revision, notes, reader), *sources.findings),
        works=sources.works,
    )


def _findings(revision: Revision, notes: Notes, reader: Reader) -> list[Finding]:
    """What reading could not read or was told to doubt, in page order."""
    out = [*reader.limits.findings, *notes.findings]
    if not revision.text.strip():
        out.append(Finding("empty", "the article is empty", 0, len(revision.text)))
    for note in notes.notes:
        if note.text is None:
            out.append(Finding("undefined_note", f"the note {note.name!r} is marked and never defined", *note.place))
    return sorted(out, key=lambda finding: (finding.start, finding.end, finding.code))
