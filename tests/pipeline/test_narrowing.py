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
