import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.records import Revision
from extractor.wikitext import parse
from tests.cases import cases


def article(text):
    return parse(Revision("A", "A", text))


def shown(block):
    name = f"{block.kind} aside" if block.aside else block.kind
    text = block.text
    if block.cells:
        text = "; ".join(f"{cell.column}: {block.text[cell.start : cell.end].strip()}" for cell in block.cells)
    return f"{name} | {' > '.join(block.path)} | {text}".replace(" |  | ", " | | ")


def blocks_of(folder):
    return [case for case in cases("wikitext") if case[0].startswith(folder)]


@pytest.mark.parametrize(("name", "text", "expected"), blocks_of("blocks"))
def test_blocks(name, text, expected):
    assert [shown(block) for block in article(text).blocks] == expected.splitlines()


@pytest.mark.parametrize(("name", "text", "expected"), blocks_of("notes"))
def test_notes(name, text, expected):
    read = article(text)
    lines = ["marks " + " ".join(mark.key for mark in read.marks)]
    lines += [f"{note.key} {note.text}".strip() for note in read.references]
    assert lines == expected.splitlines()


def assert_offsets(read):
    text = read.revision.text
    for block in read.blocks:
        last = 0
        for segment in block.segments:
            assert segment.start == last
            last = segment.end
            if segment.exact:
                shown = block.text[segment.start : segment.end]
                source = text[segment.source_start : segment.source_end]
                assert [a for a, b in zip(shown, source, strict=False) if a != b and a != " "] == []
            assert 0 <= segment.source_start <= segment.source_end <= len(text)
    for mark in read.marks:
        assert text[mark.start : mark.end][:1] in "<{"
    for section in read.sections:
        assert text[section.start : section.end].startswith("=")


def test_every_place_of_the_seed_article_leads_back(seed):
    read = parse(seed)
    assert_offsets(read)
    link = next(link for block in read.blocks for link in block.links if link.target == "Non-Aligned Movement")
    block = next(block for block in read.blocks if link in block.links)
    start, end = block.source(link.start, link.end)
    assert seed.text[start:end] == "Non-Aligned Movement"


MARKUP = ["'''", "''", "[[", "]]", "|", "{{", "}}", "\n", "\n\n", "* ", "== H ==\n", "<ref>", "</ref>", "<!--", "-->", "{|\n", "|-\n", "| ",
          "|}\n", "{{flag|Laos}}", "{{dts|1960|9|25}}", "a", " 1956 ", "[[File:a|thumb|", "<br>", "&nbsp;", "é"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKUP), max_size=30).map("".join))
def test_any_wikitext_is_read_and_its_places_hold(text):
    assert_offsets(article(text))


def test_real_articles_lead_back(shared):
    for path in sorted((shared / "articles").glob("*.wikitext"))[::12]:
        assert_offsets(article(path.read_text(encoding="utf-8")))


def test_redirect():
    read = article("#REDIRECT [[Laos]]")
    assert (read.redirect, read.blocks, [finding.code for finding in read.findings]) == ("Laos", (), ["redirect"])


def test_unclosed_is_found():
    assert {finding.code for finding in article("A {{open and [[half\n{| cell\nB").findings} == {"unclosed"}
