from hypothesis import given
from hypothesis import strategies as st

from extractor.pipeline.narrowing import narrowing
from extractor.pipeline.own_names import Names

NAMES = Names(
    {"Laos": "Laos", "the UN": "United Nations", "iPod": "IPod", "UN": "United Nations", "Z": "Zorro"},
    ("Laos",),
    "Laos",
    "one",
    {"Phoma": "Souvanna Phouma"},
)


def test_only_names_that_stand_in_the_text_are_left():
    within = narrowing(NAMES)
    one = within("Laos (and the UN) bought an iPod from Phoma's shop, Z.")
    assert (one.linked, one.surnames) == (dict(sorted(NAMES.linked.items())), NAMES.surnames)
    other = within("Nobody was named")
    assert (other.linked, other.surnames) == ({}, {})
    assert (other.sides, other.title, other.about) == (NAMES.sides, NAMES.title, NAMES.about)


@given(st.lists(st.text("AaB. 1(é", max_size=14)), st.text("AaB. 1(é", max_size=60))
def test_every_name_that_stands_in_a_text_is_found(names, text):
    within = narrowing(Names(dict.fromkeys(names, "x"), surnames=dict.fromkeys(names[::2], "y")))
    there = sorted({name for name in names if name in text})
    assert list(within(text).linked) == there
    assert list(within(text).surnames) == [name for name in there if name in names[::2]]
