"""What the parts of the event room promise by themselves."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor.lang import words
from extractor.pipeline import confidence, linear
from extractor.pipeline.own_names import names_of, state_title
from extractor.wikitext import parse


@pytest.mark.parametrize(
    ("name", "year", "code", "qid"),
    [
        ("Soviet Union", 1965, "SUN", "Q15180"),
        ("Russia", 1965, "RUS", "Q159"),
        ("Myanmar", 1985, "BUR", "Q836"),
        ("Myanmar", 2020, "MMR", "Q836"),
        ("Abkhazia", 2008, None, "Q23334"),
        ("Tanganyika", 1962, None, ""),
    ],
)
def test_codes_follow_the_name_and_the_year(name, year, code, qid):
    state = words("en").STATES[name]
    assert (state.code_in(year), state.qid) == (code, qid)


def test_every_id_has_its_form():
    for state in words("en").STATES.values():
        assert state.qid == "" or (state.qid[0] == "Q" and state.qid[1:].isdigit())
        assert state.code == "" or (len(state.code) == 3 and state.code.isupper())


def test_other_names_lead_to_the_title():
    assert [state_title(name) for name in ("USSR", "the UK", "Burma", "Freedonia")] == [
        "Soviet Union",
        "United Kingdom",
        "Myanmar",
        "Freedonia",
    ]


@pytest.mark.parametrize(
    ("title", "text", "about"),
    [
        ("Foreign relations of Laos", "", "one"),
        ("Laos–Chad relations", "", "pair"),
        ("Laos", "", "state"),
        ("Ann Lee", "'''Ann Lee''' (born 1950) is a writer.", "person"),
        ("Evening Post", "The '''Evening Post''' (1900) is a paper.", "other"),
    ],
)
def test_whom_an_article_is_about(title, text, about):
    assert names_of(parse(extractor.Revision("a", title, text))).about == about


def test_an_acronym_names_what_it_follows():
    names = names_of(parse(extractor.Revision("a", "A", "The [[World Bank Group]] (WBG) met.")))
    assert names.linked["WBG"] == "World Bank Group"


@given(st.floats(0, 1), st.floats(0, 1))
def test_confidence_rises_with_the_chance(one, other):
    low, high = sorted((one, other))
    assert 0 <= confidence.calibrated("model", low) <= confidence.calibrated("model", high) <= 1


@given(st.lists(st.sampled_from(sorted(linear.load("roles").weights)), max_size=30))
def test_probabilities_sum_to_one_in_any_order(features):
    head = linear.load("roles")
    read = head.probabilities(features)
    assert math.isclose(sum(read.values()), 1)
    assert read == head.probabilities(features[::-1] * 2)


def test_an_act_told_twice_keeps_both_places(nlp):
    text = "[[Laos]] joined the [[United Nations]] in 1955. On 14 December 1955 [[Laos]] joined the [[United Nations]]."
    (event,) = extractor.extract(extractor.Revision("a", "A", text), nlp).events
    assert event.date.edtf == "1955-12-14"
    assert [text[place.start : place.end][:8] for place in event.also] == ["[[Laos]]"] or len(event.also) == 1


def test_each_event_names_what_decided(nlp, seed):
    for event in extractor.extract(seed, nlp).events:
        assert event.rule
        assert 0 < event.confidence < 1
