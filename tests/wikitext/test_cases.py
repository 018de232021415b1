"""The readable cases of tests/cases/wikitext/read: headings, blocks with their marks, links, notes, findings, dates."""

import pytest

import extractor
from extractor.records import Revision
from extractor.wikitext import parse
from tests.cases import cases

CASES = cases("wikitext/read")


def read(text):
    return parse(Revision("Case", "Case", text))


def with_marks(block, start, end):
    """A stretch of a block's text with its marks in it, lines parted by a slash."""
    out, at = [], start
    for mark in block.marks:
        if start <= mark.position <= end and (mark.position < end or end == len(block.text) or block.text[end] == "\t"):
            out += [block.text[at : mark.position], f"[{mark.key}]"]
            at = mark.position
    return " / ".join(line.strip() for line in "".join([*out, block.text[at:end]]).split("\n") if line.strip())


def block_line(block):
    kind = f"{block.kind} aside" if block.aside else block.kind
    if block.cells:
        text = "; ".join(f"{cell.column}: {with_marks(block, cell.start, cell.end)}" for cell in block.cells)
    else:
        text = with_marks(block, 0, len(block.text))
    return f"{kind} | {' > '.join(block.path)} | {text}".replace(" |  | ", " | | ")


def note_line(note):
    if note.template or note.title or note.url:
        said = [note.template, f"«{note.title}»" if note.title else "", f"<{note.url}>" if note.url else ""]
    else:
        said = [note.text]
    return " ".join([f"[{note.key}]", *filter(None, said)])


def lines_of(article, dates):
    out = [f"h{section.level} {section.heading}" for section in article.sections]
    out += [block_line(block) for block in article.blocks]
    links = [(block.text[link.start : link.end], link.target) for block in article.blocks for link in block.links]
    out.append("links: " + "; ".join(f"{text}={target}" for text, target in links))
    out += [note_line(note) for note in article.references]
    out += sorted(f"finding: {finding.code}" for finding in article.findings)
    return [*out, "dates: " + "; ".join(dates)]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_case(name, text, expected, nlp):
    """Links and dates are held to only where the case tells them."""
    told = tuple(head for head in ("links: ", "dates: ") if f"\n{head}" in f"\n{expected}")
    dates = [date.edtf for date in extractor.extract(Revision("Case", "Case", text), nlp).dates if date.edtf]
    shown = [
        line
        for line in lines_of(read(text), dates)
        if not line.startswith(("links: ", "dates: ")) or line.startswith(told or ("\0",))
    ]
    assert shown == [line.rstrip() for line in expected.splitlines()]
