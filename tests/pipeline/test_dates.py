import contextlib
import io
import json

import pytest
import spacy
from spacy.tokens import Doc

from extractor.pipeline.dates import article_dates
from extractor.records import Revision
from extractor.timex import find
from extractor.wikitext import parse
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_example_prints_what_the_readme_says():
    code = README.split("<!-- dates -->\n```python\n")[1].split("```")[0]
    printed = README.split("<!-- dates printed -->\n```\n")[1].split("```")[0]
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(code, {})  # the reader's own words
    assert out.getvalue() == printed


def test_spans_travel_with_their_doc():
    nlp = spacy.blank("en")
    nlp.add_pipe("wiki_dates")
    doc = nlp("In March 1962 he came; in May he left.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [(span.text, span._.edtf, span._.basis) for span in again.spans["timexes"]] == [
        ("March 1962", "1962-03", ""),
        ("May", "1962-05", "March 1962"),
    ]


def read(text):
    article = parse(Revision("A", "A", text))
    return text, [item for block in article_dates(article) for item in block.timexes]


@pytest.mark.parametrize(
    ("text", "derived", "basis"),
    [
        ("In [[May 1956|1956]] it began.\n\n* In June it ended.", "context", "1956"),
        ("== Since 1956 ==\n* 13 May: it began.", "heading", "1956"),
        ("It began on {{date|13 May 1956}}. Three days later it ended.", "relative", "13 May 1956"),
    ],
)
def test_a_basis_has_its_place_in_the_wikitext(text, derived, basis):
    text, found = read(text)
    last = found[-1]
    assert (last.derived, last.basis) == (derived, basis)
    assert basis in text[last.basis_start : last.basis_end]


def test_a_column_lends_its_year_and_a_table_leaves_the_story_alone():
    text = "It began in May 1956.\n{|\n! State !! 1990\n|-\n| Laos || 13 May\n|}\n\nIt ended in June."
    _, found = read(text)
    assert [(item.text, item.edtf, item.derived) for item in found] == [
        ("May 1956", "1956-05", "explicit"),
        ("13 May", "1990-05-13", "column"),
        ("June", "1956-06", "context"),
    ]


def test_each_end_of_a_range_knows_the_whole():
    text = "It lasted from May 1956 to June 1958; he is now a former minister."
    assert [(item.text, item.edtf) for item in find(text).timexes] == [("May 1956 to June 1958", "1956-05/1958-06")]
    ends = find(text, spans="timex3").timexes
    assert [(item.text, item.value, item.interval) for item in ends] == [
        ("May 1956", "1956-05", "1956-05/1958-06"),
        ("June 1958", "1958-06", "1956-05/1958-06"),
        ("now", "PRESENT_REF", ""),
        ("former", "PAST_REF", ""),
    ]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("He left in May.", ["1990-05"]),
        ("He left in May. In 1956 he was back; in June he left.", ["1956-05", "1956", "1956-06"]),
        ("He left yesterday.", ["1990-02-28"]),
        ("He left last week.", ["1990-02-19/1990-02-25"]),
        ("He left last Friday.", ["1990-02-23"]),
        ("He left two weeks ago.", ["1990-02-12/1990-02-18"]),
        ("He leaves next week.", ["1990-03-05/1990-03-11"]),
        ("The next day he left; on the last Friday he died.", []),
        ("He came on 3 May 1956 and left last week.", ["1956-05-03"]),
    ],
)
def test_the_day_of_the_text_counts_only_where_the_text_has_no_date(text, means):
    assert [item.edtf for item in find(text, written="1990-03-01").timexes] == means


@pytest.mark.parametrize(("spans", "written"), [("words", None), ("whole", "yesterday")])
def test_other_spans_and_days_are_refused(spans, written):
    with pytest.raises(ValueError, match="must be"):
        find("In 1956.", spans=spans, written=written)


def test_dates_command_offers_both_conventions(tmp_path, capsys):
    from extractor.cli import app

    (tmp_path / "texts.jsonl").write_text(json.dumps({"doc_id": 1, "text": "From 1956 to 1958."}) + "\n")
    printed = {}
    for spans in ("timex3", "whole"):
        app(["dates", str(tmp_path / "texts.jsonl"), "--spans", spans], standalone_mode=False)
        printed[spans] = [(row["text"], row["edtf"]) for row in json.loads(capsys.readouterr().out)["timexes"]]
    assert printed == {"timex3": [("1956", "1956"), ("1958", "1958")], "whole": [("1956 to 1958", "1956/1958")]}


def test_a_year_of_three_digits_has_the_era_that_the_story_has():
    text = (
        "The war began in 218 BC. In 217, a consul fell at the lake. The town was rebuilt in AD 150; in 267 it burned."
    )
    assert [item.value for item in find(text).timexes] == ["BC0218", "BC0217", "0150", "0267"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The rising of July 1936 failed. It had been planned since the February elections.", ["1936-07", "1936-02"]),
        ("From 1918 on they fought. In the summer of '36 it began, in '45 it ended.", ["1918", "1936-SU", "1945"]),
        ("He said '45 men' in 1990.", ["1990"]),
        ("The bill of 1990 was passed by 151 to 296.", ["1990"]),
    ],
)
def test_what_the_story_says_of_short_dates(text, values):
    assert [item.value for item in find(text).timexes] == values
