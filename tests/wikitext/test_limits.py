"""Pages made to hang a reader: each ends, with a finding where something was left out. Bounded by counts, so no clock here."""

import sys

import pytest

from extractor.records import Revision
from extractor.wikitext import limits, parse
from extractor.wikitext.notes import attributes
from extractor.wikitext.preprocess import Preprocessor

N = 10_000


def read(text):
    return parse(Revision("A", "A", text))


def codes(article):
    return {finding.code for finding in article.findings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{" * N, "unclosed"),
        ("{{a|" * N + "}}" * N, "too_deep"),
        ("{{nowrap|" * N + "x" + "}}" * N, "too_deep"),
        ("{{a\n|b=" * N, "unclosed"),
        ("{{efn|" * 1000 + "}}" * 1000, "too_deep"),
        ("{|\n|\n" * N + "|}\n" * N, "too_deep"),
        ("{|\n" * N, "unclosed"),
        ("<table><tr><td>" * N + "</table>" * N, "too_deep"),
        ("<ref>" * N, "unclosed"),
        ("<poem>" * 100 + "</poem>" * 100, "unclosed"),
        ("{|\n" + "|-\n| rowspan=65534 colspan=1000 | a || rowspan=9999 | b\n" * 2000 + "|}", "span_cut"),
    ],
    ids=lambda value: value[:20].encode("unicode_escape").decode(),
)
def test_nesting_and_spans_end_with_a_finding(text, code):
    assert code in codes(read(f"Before 1956.\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    ["[[" * N, "[[a|" * N + "]]" * N, "[[File:a|" * N + "]]" * N, "[http://a " * N + "]", "<b a=" * N, "<b>" * N, "<div style='" * N, "<!--" * N,
     "''" * N, "'''a''" * N, "= " * N, "==a" * N, "&#" * N, ";" * N + ":" * N, '<span style="display:none">' * N, "{{{a|" * N + "}}}" * N,
     "{|\n! " + "a !! " * N + "\n|}", "{|\n| " + "a || " * N + "\n|}", "-{" * N, "<ref name=" + '"a" b="' * N + "/>", "<ref>" + "<a>" * N + "<ref </ref>",
     "<ref>" + "{{cite web|title=" * N + "}}" * N + "</ref>", "<ref>" + "<b a=" * 300 + "</ref>", " " * N, "\n" * N, "#redirect" + " " * N],
    ids=lambda value: value[:20].encode("unicode_escape").decode(),
)  # fmt: skip
def test_traps_for_patterns_end(text):
    article = read(f"Before 1956.\n\n{text}")
    assert article.blocks[0].text.startswith("Before 1956.")


def test_a_long_page_is_read_to_the_limit(monkeypatch):
    monkeypatch.setattr(sys.modules["extractor.wikitext.parse"], "MAX_LENGTH", 1000)
    article = read("word " * 400)
    assert (len(article.blocks[0].text), codes(article)) == (999, {"too_long"})


def test_a_table_of_too_many_cells_is_cut(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    article = read("{|\n" + "|-\n| 1956 || a\n" * 1000 + "|}\nAfter.")
    assert codes(article) == {"table_cut"}
    assert 45 < len([block for block in article.blocks if block.kind == "table_row"]) <= 55
    assert article.blocks[-1].text == "After."


def test_too_many_nodes_end_the_reading_with_a_finding(monkeypatch):
    monkeypatch.setattr("extractor.wikitext.preprocess.MAX_NODES", 100)
    article = read("{{a}}" * 200 + " 1956")
    assert codes(article) == {"too_many"}


def test_the_preprocessor_takes_each_node_once():
    read_once = Preprocessor("{{a|{{b}}}}" * 500, 0, 11 * 500)
    assert len(read_once.root.nodes) == 500


def test_attributes_are_read_as_mediawiki_reads_them():
    assert attributes(""" name = "a  b"group='x' Responsive=1 ms" """) == {
        "name": "a b",
        "group": "x",
        "responsive": "1",
    }
