"""Laws of places: whatever the source, each reported span of it is what it is said to be, and the passes add up to all of it."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.records import Revision
from extractor.wikitext import parse
from extractor.wikitext.preprocess import Preprocessor
from extractor.wikitext.regions import HEAD, NOTHING, REST, Region

MARKUP = ["'''", "''", "[[", "]]", "|", "{{", "}}", "}}}", "{{{", "\n", "\n\n", "* ", "; a : b", "== H ==\n", "\n=", "<ref>", "</ref>", "<ref name=x />",
          "<ref group=n>", "<references/>", "{{efn|", "{{reflist}}", "<!--", "-->", "{|\n", "|-\n", "| ", "! ", "||", "|}\n", "{{!}}", "{{flag|Laos}}",
          "{{dts|1960|9|25}}", "{{nowrap|", "{{quote|", "{{ubl|", "{{Infobox x|a=", "{{main|", "{{cn}}", "a", " 1956 ", "[[File:a|thumb|", "[http://e.org w]", "<br>",
          "<blockquote>", "</blockquote>", "<nowiki>", "</nowiki>", "<gallery>\nA|", "</gallery>", "<poem>", "</poem>", "<table><tr><td>", "</table>", "rowspan=3|",
          "colspan=2|", "&nbsp;", "&amp;", "é", "\U0001f600", "----", "__TOC__", "{{#if:x|", "\x01", "\x7f"]  # fmt: skip
SOURCES = st.lists(st.sampled_from(MARKUP), max_size=40).map("".join)


def check(text):
    article = parse(Revision("A", "A", text))
    for block in article.blocks:
        at = 0
        for segment in block.segments:
            assert segment.start == at < segment.end
            at = segment.end
            source, shown = text[segment.source_start : segment.source_end], block.text[segment.start : segment.end]
            assert 0 <= segment.source_start <= segment.source_end <= len(text)
            if segment.exact:
                assert all(a == b or a == " " for a, b in zip(shown, source, strict=False))
                assert len(source) >= len(shown)
        assert len(block.text) <= at
        for link in block.links:
            assert 0 <= link.start <= link.end
        for mark in block.marks:
            assert 0 <= mark.position <= at
            assert text[mark.start : mark.end].startswith(("<", "{{"))
        for start, end in [(cell.start, cell.end) for cell in block.cells]:
            assert 0 <= start <= end
        assert block.start <= block.end <= len(text)
    for mark in article.marks:
        assert text[mark.start : mark.end].lower().startswith(("<ref", "{{"))
        assert text[mark.start : mark.end].endswith((">", "}}"))
    for section in article.sections:
        assert text[section.start : section.end].startswith("=") and text[section.start : section.end].endswith("=")
    for finding in article.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
    return article


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_any_source_is_read_and_its_places_hold(text):
    check(text)


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_the_passes_add_up_to_the_whole_source(text):
    root = Preprocessor(text, 0, len(text)).root
    waiting = [root]
    while waiting:
        part = waiting.pop()
        at = part.start
        for node in part.nodes:
            assert at <= node.start < node.end <= part.end
            at = node.end
            waiting += node.parts
    region = Region(text, 0, len(text), root.nodes)
    assert len(region.mask) == len(text)
    if not set(text) & {"\x01", "\x7f"}:
        free = [place for place, char in enumerate(region.mask) if char not in HEAD + REST + NOTHING]
        assert all(region.mask[place] == text[place] for place in free if "\x04" not in region.mask[place])


@settings(max_examples=100, deadline=None)
@given(SOURCES)
def test_reading_is_the_same_each_time(text):
    assert parse(Revision("A", "A", text)) == parse(Revision("A", "A", text))


def test_a_date_in_a_template_leads_back_to_it():
    text = "On {{Start date|1956|5|13|df=y}} and 3&nbsp;May."
    block = parse(Revision("A", "A", text)).blocks[0]
    at = block.text.index("13 May 1956")
    start, end = block.source(at, at + 11)
    assert text[start:end] == "{{Start date|1956|5|13|df=y}}"
    at = block.text.index("3 May.")
    assert html.unescape(text[slice(*block.source(at, at + 5))]) == "3\xa0May"


def test_every_place_in_real_articles_leads_back(shared):
    for path in sorted((shared / "articles").glob("*.wikitext")):
        check(path.read_text(encoding="utf-8"))
