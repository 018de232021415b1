"""The table of states: names and demonyms mean one state, and ids have their form."""

import csv
import re
from collections import Counter

import pytest

from extractor.lang.en.states import CAPITALS, DEMONYMS, STATES
from tests.conftest import ROOT

ROWS = list(
    csv.DictReader((ROOT / "src/extractor/lang/en/states.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
)
SHARED = {"Congolese"}  # both Congos: the larger is meant where nothing else says


@pytest.mark.parametrize(
    ("demonym", "title"),
    [
        ("American", "United States"),
        ("Indian", "India"),
        ("Chinese", "China"),
        ("French", "France"),
        ("Norwegian", "Norway"),
        ("Turkish", "Turkey"),
        ("Maldivian", "Maldives"),
        ("Soviet", "Soviet Union"),
        ("Zairean", "Zaire"),
    ],
)
def test_a_demonym_means_the_state_that_it_is_said_of(demonym, title):
    assert DEMONYMS[demonym].title == title


@pytest.mark.parametrize("column", ["names", "demonyms", "capitals"])
def test_no_word_is_claimed_by_two_states(column):
    claimed = Counter(word for row in ROWS for word in row[column].split("|") if word)
    assert {word for word, times in claimed.items() if times > 1} <= SHARED


def test_names_of_people_are_no_capitals():
    assert not {"Hamilton", "Douglas", "Stanley", "Victoria"} & CAPITALS.keys()


@pytest.mark.parametrize(
    ("title", "code", "qid"),
    [
        ("Turkey", "TUR", "Q43"),
        ("Türkiye", "TUR", "Q43"),
        ("Denmark", "DNK", "Q35"),
        ("Netherlands", "NLD", "Q55"),
        ("Soviet Union", "SUN", "Q15180"),
        ("Yugoslavia", "YUG", "Q36704"),
        ("Czechoslovakia", "CSK", "Q33946"),
        ("East Germany", "DDR", "Q16957"),
        ("South Vietnam", "", "Q180573"),
        ("Zaire", "ZAR", "Q6500954"),
        ("UAR", "", "Q170468"),
        ("NATO", "", "Q7184"),
        ("WHO", "", "Q7817"),
    ],
)
def test_a_state_has_its_code_and_item(title, code, qid):
    assert (STATES[title].code, STATES[title].qid) == (code, qid)


def test_each_item_is_one_row():
    items = Counter(row["qid"] for row in ROWS if row["qid"])
    assert [qid for qid, times in items.items() if times > 1 or not re.fullmatch(r"Q[1-9]\d*", qid)] == []
