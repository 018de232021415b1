"""The door of this room: `parse(revision)`."""

from __future__ import annotations

import re

import mwparserfromhell

from extractor.records import Article, Block, Finding, Mark, Revision
from extractor.wikitext.blocks import Assembler
from extractor.wikitext.notes import Notes
from extractor.wikitext.pieces import walk
from extractor.wikitext.references import cited

REDIRECT = re.compile(r"(?i)^\s*#\s*redirect\s*:?\s*\[\[([^\]|#]+)")
UNREAD = re.compile(r"\{\{(?!!\}\})|\{\||<ref\b[^>/]*>(?!.*?</ref>)")


def parse(revision: Revision, language: str = "en") -> Article:
    """Read a revision's wikitext.

    Nothing is rendered: templates show what `templates` says. Style marks are left to this reader
    (`skip_style_tags`), which makes mwparserfromhell agree with MediaWiki on unbalanced quotes.
    """
    match = REDIRECT.match(revision.text)
    if match:
        found = Finding("redirect", f"redirects to {match[1].strip()}", *match.span())
        return Article(revision, (), (), (), (), (found,), redirect=match[1].strip())
    notes = Notes()
    assembler = Assembler(notes, language)
    assembler.feed(walk(mwparserfromhell.parse(revision.text, skip_style_tags=True), 0, notes))
    blocks = tuple(assembler.blocks)
    sources = cited(notes, blocks, revision.text, language)
    return Article(
        revision=revision,
        sections=tuple(assembler.sections),
        blocks=blocks,
        marks=_marks(notes),
        references=sources.references,
        findings=(*_findings(revision, blocks, notes), *sources.findings),
        works=sources.works,
    )


def _marks(notes: Notes) -> tuple[Mark, ...]:
    return tuple(Mark(-1, notes.key(index), start, end) for index, start, end in notes.marks)


def _findings(revision: Revision, blocks: tuple[Block, ...], notes: Notes) -> list[Finding]:
    """What reading could not read: unclosed templates, tables and reference tags; names without a note."""
    out = []
    if not revision.text.strip():
        out.append(Finding("empty", "the article is empty", 0, len(revision.text)))
    for block in blocks:
        for match in UNREAD.finditer(block.text):
            start, end = block.source(*match.span())
            out.append(Finding("unclosed", f"{match.group()[:20]!r} is opened and never closed", start, end))
    for note in notes.notes:
        if note.number and note.content is None:
            out.append(Finding("undefined_note", f"the note {note.name!r} is marked and never defined", *note.place))
    return out
